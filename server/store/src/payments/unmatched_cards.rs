//! Money at a provider that fits no payment of ours.

use domain::{time::Timestamp, unmatched::UnmatchedStatus};
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// Money to be written down.
#[derive(Debug)]
pub struct NewUnmatchedCard<'a> {
    /// `unm_…`
    pub public_id: &'a str,
    /// Name of the provider.
    pub provider: &'a str,
    /// The provider's name of the money.
    pub provider_payment: &'a str,
    /// Key of the payment that it names.
    pub payment_id: Option<i64>,
    /// As the provider counts it.
    pub minor: i64,
    /// Lower-case ISO code.
    pub currency: &'a str,
    /// `unknown`, `amount`, `currency`, `twice`.
    pub reason: &'a str,
}

/// Such money.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct UnmatchedCardRow {
    /// Key.
    pub id: i64,
    /// `unm_…`
    pub public_id: String,
    /// Name of the provider.
    pub provider: String,
    /// The provider's name of the money.
    pub provider_payment: String,
    /// `pay_…` of the payment that it names.
    pub payment: Option<String>,
    /// As the provider counts it.
    pub minor: i64,
    /// Lower-case ISO code.
    pub currency: String,
    /// `unknown`, `amount`, `currency`, `twice`.
    pub reason: String,
    /// [`UnmatchedStatus`]
    pub status: String,
    /// UTC ms.
    pub recorded_at: i64,
}

const SELECT: &str =
    "SELECT u.id, u.public_id, u.provider, u.provider_payment, y.public_id AS payment, u.minor, u.currency,
    u.reason, u.status, u.recorded_at FROM unmatched_card u LEFT JOIN payment y ON y.id = u.payment_id";

/// Writes money down; `false` when it was written down before.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewUnmatchedCard<'_>, now: Timestamp) -> Result<bool> {
    let inserted = sql::execute(
        tx,
        "INSERT INTO unmatched_card (public_id, provider, provider_payment, payment_id, minor, currency, reason, status,
            recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)
         ON CONFLICT (provider, provider_payment) DO NOTHING",
        [
            new.public_id.into(),
            new.provider.into(),
            new.provider_payment.into(),
            new.payment_id.into(),
            new.minor.into(),
            new.currency.into(),
            new.reason.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(inserted == 1)
}

/// Money that nobody has dealt with, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn open(db: &impl Db, limit: i64) -> Result<Vec<UnmatchedCardRow>> {
    sql::all(db, &format!("{SELECT} WHERE u.status = 'open' ORDER BY u.id LIMIT $1"), [limit.into()]).await
}

/// Money by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<UnmatchedCardRow>> {
    sql::one(db, &format!("{SELECT} WHERE u.public_id = $1"), [public_id.into()]).await
}

/// Notes what was done with money; `false` when somebody was faster.
///
/// # Errors
/// Whatever the database says.
pub async fn resolve(
    tx: &Tx,
    id: i64,
    to: UnmatchedStatus,
    resolution: &str,
    account_id: i64,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE unmatched_card SET status = $2, resolution = $3, resolved_by = $4, resolved_at = $5
         WHERE id = $1 AND status = 'open'",
        [id.into(), to.as_str().into(), resolution.into(), account_id.into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}
