//! How the shops of a seller are paid, all on one page.

use domain::time::Zone;
use store::payments::{qris, shops};

use super::{QrisView, UnmatchedPage, unmatched};
use crate::{BankAccount, Error, Result, Services, fulfilment::SellerScope};

/// How one shop is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopPayments {
    /// Path of the shop.
    pub slug: String,
    /// Name of the shop.
    pub name: String,
    /// Time zone of its sentra.
    pub zone: Zone,
    /// Its bank account.
    pub bank: Option<BankAccount>,
    /// Whether it takes cash at hand-over.
    pub takes_cash: bool,
    /// The code that buyers pay to now.
    pub used: Option<QrisView>,
    /// The code that was handed in last, unless that is the one in use.
    pub latest: Option<QrisView>,
}

/// How all shops of a seller are paid, and the money that came without an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentDesk {
    /// By name.
    pub shops: Vec<ShopPayments>,
    /// The newest first.
    pub unmatched: UnmatchedPage,
}

/// The desk.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn desk(
    services: &Services,
    scope: SellerScope<'_>,
    cursor: Option<&str>,
    limit: i64,
) -> Result<PaymentDesk> {
    let (db, now) = (services.store(), services.now());
    let used = qris::in_use(db, scope.shop_ids, now).await?;
    let latest = qris::latest(db, scope.shop_ids).await?;
    let mut found = Vec::new();
    for shop in shops::of_shops(db, scope.shop_ids).await? {
        let used = used.iter().find(|row| row.shop_id == shop.id);
        let latest = latest.iter().find(|row| row.shop_id == shop.id && used.is_none_or(|used| used.id != row.id));
        let bank = match (shop.bank_name, shop.bank_account, shop.bank_holder) {
            (Some(bank), Some(account), Some(holder)) => Some(BankAccount { bank, account, holder }),
            _ => None,
        };
        found.push(ShopPayments {
            zone: shop.zone.parse().map_err(|_| Error::internal(format!("zone of shop {}", shop.slug)))?,
            slug: shop.slug,
            name: shop.name,
            bank,
            takes_cash: shop.accepts_cod,
            used: used.cloned().map(QrisView::of).transpose()?,
            latest: latest.cloned().map(QrisView::of).transpose()?,
        });
    }
    Ok(PaymentDesk { shops: found, unmatched: unmatched::list(services, scope, cursor, limit).await? })
}
