//! What buyer and shop are told of a refund.

use domain::{
    actor::Actor,
    money::Rupiah,
    refund::{RefundEvent, RefundMethod, RefundStatus},
    time::Timestamp,
};
use ports::mail::MailContent;
use store::{Tx, orders::OrderRow, refunds::RefundRow};

use super::change::Move;
use crate::{
    Result, Services,
    order_news::{News, to_buyer, to_curators, to_shop},
};

/// Tells whoever needs to know of a step; `row` is how the refund stood before it.
pub(super) async fn changed(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: &RefundRow,
    step: &Move<'_>,
    now: Timestamp,
) -> Result<()> {
    let amount = Rupiah::new(row.amount);
    let by_hand = row.method != RefundMethod::Provider.as_str();
    let was_promised = row.status != RefundStatus::Requested.as_str();
    let buyer_page = format!("/pesanan/{}", order.token);
    let shop_page = format!("/jual/pesanan/{}", order.number);
    let reason = step.reason.unwrap_or_default();
    // Only people at the shop and curators write a sentence; what a cancellation gives back has a code for a reason.
    let wrote = row.requested_as == Actor::Seller.as_str() || row.requested_as == Actor::Curator.as_str();
    let promise = if wrote { format!("{amount}. {}", row.reason) } else { amount.to_string() };
    let buyer = |content, detail: String| {
        let occasion = format!("refund:{}:{}", row.public_id, row.status);
        to_buyer(services, tx, order, News { content, occasion, detail, path: &buyer_page }, now)
    };
    let shop = |content, detail: String| {
        let occasion = format!("refund:{}:{}", row.public_id, row.status);
        to_shop(services, tx, order, News { content, occasion, detail, path: &shop_page }, now)
    };
    match step.event {
        RefundEvent::Approve => {
            buyer(MailContent::RefundPromised, promise.clone()).await?;
            if by_hand && row.requested_as != Actor::Seller.as_str() {
                shop(MailContent::RefundToSend, promise).await?;
            }
        }
        RefundEvent::Send => {
            let reference = step.reference.as_deref().unwrap_or_default();
            buyer(MailContent::RefundSent, format!("{amount} {reference}").trim().to_owned()).await?;
        }
        RefundEvent::Succeed => {}
        RefundEvent::Fail if was_promised => {
            buyer(MailContent::RefundFailed, format!("{amount}. {reason}").trim().to_owned()).await?;
            let detail = format!("{amount}. {reason}").trim().to_owned();
            if !by_hand {
                shop(MailContent::RefundFailed, detail.clone()).await?;
            }
            if !by_hand || row.status == RefundStatus::Sent.as_str() {
                let occasion = format!("refund:{}:{}:desk", row.public_id, row.status);
                let news = News { content: MailContent::RefundFailed, occasion, detail, path: "/kurasi/pengembalian" };
                to_curators(services, tx, order, news, now).await?;
            }
        }
        RefundEvent::Fail => shop(MailContent::RefundDeclined, format!("{amount}. {reason}")).await?,
    }
    Ok(())
}

/// Tells the shop that it has to send again what it gave by itself; of what others gave it is told anyway.
pub(super) async fn asked_again(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: &RefundRow,
    now: Timestamp,
) -> Result<()> {
    if row.method == RefundMethod::Provider.as_str() || row.requested_as != Actor::Seller.as_str() {
        return Ok(());
    }
    let path = format!("/jual/pesanan/{}", order.number);
    let occasion = format!("refund:{}:again", row.public_id);
    let detail = Rupiah::new(row.amount).to_string();
    let news = News { content: MailContent::RefundToSend, occasion, detail, path: &path };
    to_shop(services, tx, order, news, now).await
}
