//! Payouts as they are read.

use domain::payout::PayoutStatus;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, sql};

/// A payout with the people and the shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PayoutRow {
    /// Key.
    pub id: i64,
    /// `out_…`
    pub public_id: String,
    /// Key of the shop.
    pub shop_id: i64,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// [`PayoutStatus`]
    pub status: String,
    /// Rupiah.
    pub amount: i64,
    /// Where it goes.
    pub bank_name: String,
    /// Where it goes.
    pub bank_account: String,
    /// Where it goes.
    pub bank_holder: String,
    /// Who put it together; nobody for the nightly run.
    pub made_by: Option<i64>,
    /// Who agreed.
    pub approved_by: Option<i64>,
    /// Name of who put it together.
    pub maker: Option<String>,
    /// Name of who agreed.
    pub approver: Option<String>,
    /// File for the bank.
    pub batch: Option<String>,
    /// The bank's number.
    pub reference: Option<String>,
    /// UTC ms.
    pub created_at: i64,
    /// UTC ms.
    pub sent_at: Option<i64>,
    /// UTC ms.
    pub paid_at: Option<i64>,
    /// UTC ms.
    pub ended_at: Option<i64>,
}

impl PayoutRow {
    /// The status, parsed.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a value that is none.
    pub fn status(&self) -> Result<PayoutStatus> {
        self.status.parse().map_err(|_| Error::Corrupt(format!("status of payout {}", self.public_id)))
    }
}

const SELECT: &str =
    "SELECT p.id, p.public_id, p.shop_id, s.slug AS shop_slug, s.name AS shop_name, p.status, p.amount,
    p.bank_name, p.bank_account, p.bank_holder, p.made_by, p.approved_by, m.name AS maker, y.name AS approver, p.batch,
    p.reference, p.created_at, p.sent_at, p.paid_at, p.ended_at
    FROM payout p JOIN shop s ON s.id = p.shop_id LEFT JOIN account m ON m.id = p.made_by
    LEFT JOIN account y ON y.id = p.approved_by";

/// The payout with that public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<PayoutRow>> {
    sql::one(db, &format!("{SELECT} WHERE p.public_id = $1"), [public_id.into()]).await
}

/// Which payouts.
#[derive(Debug, Clone, Copy)]
pub enum PayoutFilter<'a> {
    /// Of these shops.
    Shops(&'a [i64]),
    /// In that status.
    Status(PayoutStatus),
    /// All.
    All,
}

/// Payouts with keys below `below`, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(db: &impl Db, filter: PayoutFilter<'_>, below: i64, limit: i64) -> Result<Vec<PayoutRow>> {
    let (condition, values): (String, Vec<Value>) = match filter {
        PayoutFilter::Shops([]) => return Ok(Vec::new()),
        PayoutFilter::Shops(ids) => {
            (format!("p.shop_id IN ({})", sql::placeholders(3, ids.len())), ids.iter().map(|&id| id.into()).collect())
        }
        PayoutFilter::Status(status) => ("p.status = $3".to_owned(), vec![status.as_str().into()]),
        PayoutFilter::All => ("1 = 1".to_owned(), Vec::new()),
    };
    let text = format!("{SELECT} WHERE p.id < $1 AND {condition} ORDER BY p.id DESC LIMIT $2");
    sql::all(db, &text, [below.into(), limit.into()].into_iter().chain(values)).await
}

/// A line of a file for the bank.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BatchRow {
    /// `out_…`
    pub public_id: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Rupiah.
    pub amount: i64,
    /// Where it goes.
    pub bank_name: String,
    /// Where it goes.
    pub bank_account: String,
    /// Where it goes.
    pub bank_holder: String,
}

/// The payouts of a file for the bank.
///
/// # Errors
/// Whatever the database says.
pub async fn of_batch(db: &impl Db, batch: &str) -> Result<Vec<BatchRow>> {
    sql::all(
        db,
        "SELECT p.public_id, s.name AS shop_name, p.amount, p.bank_name, p.bank_account, p.bank_holder
         FROM payout p JOIN shop s ON s.id = p.shop_id WHERE p.batch = $1 ORDER BY p.id LIMIT 1000",
        [batch.into()],
    )
    .await
}
