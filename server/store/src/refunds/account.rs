//! Where buyers want their money back by transfer.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// A bank account of a buyer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RefundAccountRow {
    /// Name of the bank.
    pub bank: String,
    /// Digits.
    pub account: String,
    /// Whose account it is.
    pub holder: String,
}

/// The account that the buyer of an order gave.
///
/// # Errors
/// Whatever the database says.
pub async fn account(db: &impl Db, order_id: i64) -> Result<Option<RefundAccountRow>> {
    sql::one(db, "SELECT bank, account, holder FROM refund_account WHERE order_id = $1", [order_id.into()]).await
}

/// Writes the account down in place of the one before.
///
/// # Errors
/// Whatever the database says.
pub async fn set_account(tx: &Tx, order_id: i64, row: &RefundAccountRow, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO refund_account (order_id, bank, account, holder, given_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (order_id) DO UPDATE SET bank = excluded.bank, account = excluded.account,
            holder = excluded.holder, given_at = excluded.given_at",
        [
            order_id.into(),
            row.bank.as_str().into(),
            row.account.as_str().into(),
            row.holder.as_str().into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}
