//! Calls a lot back: nothing of it is sold or sent any more, and everybody who bought of it is told.

use domain::{actor::Actor, curation::CurationAction, locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, OrderNews, ProductNews};
use store::{
    Tx, guard,
    lots::{LotOrderRow, LotRow},
};

use super::view::{LotView, find_row, full_name, row_of, view};
use crate::{
    Error, Result, Services,
    accounts::Identity,
    curation::actor_of,
    fulfilment::SellerScope,
    mails::{self, Outgoing},
    reason,
};

/// Orders that are told of in one statement.
const BATCH: i64 = 500;

/// A seller calls a lot of their own back.
///
/// # Errors
/// [`Error::NotFound`] for a lot of another shop; `reason`: `reason-missing`, `too-long`;
/// [`crate::RejectionCode::InvalidState`] when it was called back before.
pub async fn recall(services: &Services, scope: SellerScope<'_>, code: &str, reason: &str) -> Result<LotView> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    let tx = services.store().begin().await?;
    let lot = row_of(&tx, scope, code).await?;
    carry_out(services, tx, lot, (Actor::Seller, scope.account_id), &reason).await
}

/// A curator calls a lot of any shop back; the shop is told too.
///
/// # Errors
/// As [`recall`].
pub async fn recall_by_curator(services: &Services, curator: &Identity, code: &str, reason: &str) -> Result<LotView> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    let tx = services.store().begin().await?;
    let lot = find_row(&tx, code, Locale::Id).await?.ok_or(Error::NotFound)?;
    carry_out(services, tx, lot, (actor_of(curator), curator.id), &reason).await
}

async fn carry_out(
    services: &Services,
    tx: Tx,
    lot: LotRow,
    (actor, account_id): (Actor, i64),
    reason: &str,
) -> Result<LotView> {
    let now = services.now();
    // Whoever is buying from it right now is among its orders afterwards, or finds nothing to buy.
    guard::lock_stock(&tx, lot.stock_id).await?;
    let new = store::lots::Recall { reason, actor, account_id };
    if !store::lots::recall(&tx, lot.id, new, now).await? {
        return Err(Error::invalid_state());
    }
    let line = store::audit::NewAuditEvent {
        account_id: Some(account_id),
        actor,
        action: CurationAction::RecallLot.as_str(),
        object_kind: "lot",
        object_id: &lot.code,
        reason: Some(reason),
    };
    store::audit::record(&tx, &line, now).await?;
    store::catalogue::refresh_availability(&tx, &[lot.product_id], now).await?;
    // Its page names the day of the next lot to sell, also where the product itself stays on sale.
    store::products::touch(&tx, lot.product_id, now).await?;
    tell_buyers(services, &tx, &lot, reason, now).await?;
    if actor != Actor::Seller {
        tell_shop(services, &tx, &lot, reason, now).await?;
    }
    let lot = find_row(&tx, &lot.code, Locale::Id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    view(lot, now)
}

/// One message an order, whatever happens twice.
async fn tell_buyers(services: &Services, tx: &Tx, lot: &LotRow, reason: &str, now: Timestamp) -> Result<()> {
    let mut above = 0;
    loop {
        let orders = store::lots::orders(tx, lot.id, above, BATCH).await?;
        let Some(last) = orders.last() else { return Ok(()) };
        above = last.id;
        let messages: Vec<(Outgoing, String)> =
            orders.iter().map(|order| to_buyer(services, lot, order, reason)).collect();
        mails::send_all(tx, &messages, now).await?;
    }
}

fn to_buyer(services: &Services, lot: &LotRow, order: &LotOrderRow, reason: &str) -> (Outgoing, String) {
    let locale = order.locale.parse().unwrap_or(Locale::Id);
    let content = MailContent::LotRecalled(OrderNews {
        number: order.number.clone(),
        shop: order.shop_name.clone(),
        detail: told(lot, reason),
        link: services.address(locale, &format!("/pesanan/{}", order.token)),
    });
    let message = Outgoing::to(order.email.as_deref(), &order.phone, locale, content);
    (message, format!("recalled:{}:{}", lot.code, order.number))
}

async fn tell_shop(services: &Services, tx: &Tx, lot: &LotRow, reason: &str, now: Timestamp) -> Result<()> {
    let members = store::orders::members(tx, &[lot.shop_id]).await?;
    let messages: Vec<(MailMessage, String)> = members
        .into_iter()
        .map(|member| {
            let locale = member.locale.parse().unwrap_or(Locale::Id);
            let content = MailContent::LotRecalledByCurator(ProductNews {
                product: full_name(&lot.product_name, &lot.variant_name),
                detail: format!("{}: {reason}", lot.code),
                link: services.address(locale, &format!("/jual/lot/{}", lot.code)),
            });
            let key = format!("recalled:{}:{}", lot.code, member.email);
            (MailMessage { to: member.email, locale, content }, key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}

/// "Keripik tempe · 250 g, L-261124-7K3QF: berjamur"
fn told(lot: &LotRow, reason: &str) -> String {
    format!("{}, {}: {reason}", full_name(&lot.product_name, &lot.variant_name), lot.code)
}
