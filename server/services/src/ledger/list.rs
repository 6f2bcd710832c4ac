//! What shops have with us, entry by entry.

use domain::{ledger::LedgerKind, limits, money::Rupiah, payment::PaymentMethod, time::Timestamp};
use serde::Serialize;
use store::ledger::EntryRow;
use utoipa::ToSchema;

use crate::{Error, Result, Services, fulfilment::SellerScope, orders};

/// An entry of a shop's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EntryView {
    /// `led_…` of its transaction.
    pub id: String,
    /// Path of the shop.
    pub shop: String,
    /// Why.
    pub kind: LedgerKind,
    /// Number of the order.
    pub order: Option<String>,
    /// Whether the buyer paid the shop itself.
    pub is_direct: bool,
    /// `out_…`
    pub payout: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// When.
    #[serde(serialize_with = "domain::time::as_rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Above zero for the shop, below zero from it.
    pub amount: Rupiah,
}

/// A page of entries.
#[derive(Debug, Clone, Default)]
pub struct EntryPage {
    /// The newest first.
    pub items: Vec<EntryView>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

impl TryFrom<EntryRow> for EntryView {
    type Error = Error;

    fn try_from(row: EntryRow) -> Result<Self> {
        let corrupt = || Error::internal(format!("ledger entry {}", row.id));
        let method: Option<PaymentMethod> =
            row.payment_method.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?;
        Ok(Self {
            kind: row.kind.parse().map_err(|_| corrupt())?,
            is_direct: method.is_some_and(PaymentMethod::is_direct),
            id: row.public_id,
            shop: row.shop_slug,
            order: row.order_number,
            payout: row.payout,
            reason: row.reason,
            at: Timestamp::from_millis(row.at),
            amount: Rupiah::new(row.amount),
        })
    }
}

/// Entries of the caller's shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn entries(
    services: &Services,
    scope: SellerScope<'_>,
    cursor: Option<&str>,
    limit: i64,
) -> Result<EntryPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let always = (Timestamp::from_millis(i64::MIN), Timestamp::from_millis(i64::MAX));
    let below = orders::below(cursor)?;
    let mut rows = store::ledger::entries(services.store(), scope.shop_ids, always, below, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(EntryPage { items: rows.into_iter().map(EntryView::try_from).collect::<Result<_>>()?, next })
}

/// What a shop has with us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShopBalance {
    /// Path of the shop.
    pub shop: String,
    /// Its name.
    pub shop_name: String,
    /// The sum of all its entries; below zero what it owes.
    pub balance: Rupiah,
    /// Of that: goes into the next payout.
    pub releasable: Rupiah,
    /// Of that: of orders that are not over.
    pub waiting: Rupiah,
    /// Of that: in payouts that have not left.
    pub planned: Rupiah,
    /// Whether we know where to pay to.
    pub has_bank: bool,
}

/// What shops have with us, in the order of their keys.
///
/// # Errors
/// When the database is not available.
pub async fn balances(services: &Services, shop_ids: &[i64]) -> Result<Vec<ShopBalance>> {
    let rows = store::payouts::shop_money(services.store(), shop_ids, services.now()).await?;
    Ok(rows
        .into_iter()
        .map(|row| ShopBalance {
            shop: row.slug,
            shop_name: row.name,
            balance: Rupiah::new(row.balance),
            releasable: Rupiah::new(row.releasable),
            waiting: Rupiah::new(row.waiting),
            planned: Rupiah::new(row.planned),
            has_bank: row.has_bank,
        })
        .collect())
}
