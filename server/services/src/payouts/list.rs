//! Payouts as people see them.

use domain::{limits, money::Rupiah, payout::PayoutStatus, time::Timestamp};
use serde::Serialize;
use store::payouts::{PayoutFilter, PayoutRow};
use utoipa::ToSchema;

use crate::{Error, Result, Services, orders};

/// A payout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PayoutView {
    /// `out_…`
    pub id: String,
    /// Path of the shop.
    pub shop: String,
    /// Its name.
    pub shop_name: String,
    /// Where it stands.
    pub status: PayoutStatus,
    /// Rupiah.
    pub amount: Rupiah,
    /// Name of the bank.
    pub bank: String,
    /// Number of the account.
    pub account: String,
    /// Whose account it is.
    pub holder: String,
    /// Key of who put it together; nobody for the nightly run.
    #[serde(skip)]
    pub made_by: Option<i64>,
    /// Name of who put it together.
    pub maker: Option<String>,
    /// Key of who agreed.
    #[serde(skip)]
    pub approved_by: Option<i64>,
    /// Name of who agreed.
    pub approver: Option<String>,
    /// `bat_…`: its file for the bank.
    pub batch: Option<String>,
    /// The bank's number.
    pub reference: Option<String>,
    /// When it was put together.
    #[serde(serialize_with = "domain::time::as_rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it went to the bank.
    #[serde(serialize_with = "domain::time::maybe_as_rfc3339")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub sent_at: Option<Timestamp>,
    /// When the bank confirmed it.
    #[serde(serialize_with = "domain::time::maybe_as_rfc3339")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub paid_at: Option<Timestamp>,
    /// When it failed or came back.
    #[serde(serialize_with = "domain::time::maybe_as_rfc3339")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ended_at: Option<Timestamp>,
}

/// A page of payouts.
#[derive(Debug, Clone, Default)]
pub struct PayoutPage {
    /// The newest first.
    pub items: Vec<PayoutView>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

impl TryFrom<PayoutRow> for PayoutView {
    type Error = Error;

    fn try_from(row: PayoutRow) -> Result<Self> {
        let at = |millis: Option<i64>| millis.map(Timestamp::from_millis);
        Ok(Self {
            status: row.status()?,
            id: row.public_id,
            shop: row.shop_slug,
            shop_name: row.shop_name,
            amount: Rupiah::new(row.amount),
            bank: row.bank_name,
            account: row.bank_account,
            holder: row.bank_holder,
            made_by: row.made_by,
            maker: row.maker,
            approved_by: row.approved_by,
            approver: row.approver,
            batch: row.batch,
            reference: row.reference,
            created_at: Timestamp::from_millis(row.created_at),
            sent_at: at(row.sent_at),
            paid_at: at(row.paid_at),
            ended_at: at(row.ended_at),
        })
    }
}

/// Payouts to the caller's shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn of_shops(services: &Services, shop_ids: &[i64], cursor: Option<&str>, limit: i64) -> Result<PayoutPage> {
    page(services, PayoutFilter::Shops(shop_ids), cursor, limit).await
}

/// Payouts to all shops, the newest first; of one status where it is given.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn all(
    services: &Services,
    status: Option<PayoutStatus>,
    cursor: Option<&str>,
    limit: i64,
) -> Result<PayoutPage> {
    page(services, status.map_or(PayoutFilter::All, PayoutFilter::Status), cursor, limit).await
}

/// One payout.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(services: &Services, id: &str) -> Result<PayoutView> {
    store::payouts::find(services.store(), id).await?.ok_or(Error::NotFound)?.try_into()
}

async fn page(services: &Services, filter: PayoutFilter<'_>, cursor: Option<&str>, limit: i64) -> Result<PayoutPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let mut rows = store::payouts::list(services.store(), filter, orders::below(cursor)?, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(PayoutPage { items: rows.into_iter().map(PayoutView::try_from).collect::<Result<_>>()?, next })
}
