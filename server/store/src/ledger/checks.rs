//! Looks for money that nobody can explain.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// Most findings of one check; with so many, somebody has to look at the database anyway.
const MOST: i64 = 100;

/// What is compared with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// A captured share that the ledger does not know.
    CaptureMissing,
    /// A captured share and the ledger's sale differ.
    CaptureDiffers,
    /// A captured payment and its shares differ.
    SharesDiffer,
    /// A transaction does not sum to zero.
    Unbalanced,
    /// A payout and its entries differ.
    PayoutDiffers,
    /// Money came in, and its order is not alive and got nothing back.
    MoneyWithoutOrder,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct FindingRow {
    /// Number of an order, public id of anything else.
    pub subject: String,
    /// Rupiah that should be there.
    pub expected: i64,
    /// Rupiah that are there.
    pub found: i64,
}

/// A captured share and what the ledger has of it as sale and carriage.
const SHARES: &str = "SELECT o.number AS subject, h.amount AS expected,
        (SELECT COUNT(*) FROM ledger_transaction t WHERE t.order_id = o.id AND t.kind IN ('sale', 'shipping')) AS posted,
        CAST(COALESCE((SELECT SUM(e.amount) FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
            JOIN ledger_account a ON a.id = e.account_id
            WHERE t.order_id = o.id AND t.kind IN ('sale', 'shipping') AND a.kind = 'shop' AND e.amount > 0), 0)
            AS BIGINT) AS found
    FROM payment y JOIN payment_share h ON h.payment_id = y.id JOIN seller_order o ON o.id = h.order_id
    WHERE y.status = 'captured' AND h.amount > 0 AND y.captured_at < $1";

/// What does not fit, of money that moved before `before`, at most a hundred.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, check: Check, before: Timestamp) -> Result<Vec<FindingRow>> {
    let text = match check {
        Check::CaptureMissing => {
            format!("SELECT subject, expected, found FROM ({SHARES}) x WHERE posted = 0 ORDER BY subject LIMIT $2")
        }
        Check::CaptureDiffers => format!(
            "SELECT subject, expected, found FROM ({SHARES}) x WHERE posted > 0 AND expected <> found
             ORDER BY subject LIMIT $2"
        ),
        Check::SharesDiffer => "SELECT subject, expected, found FROM (
                SELECT y.public_id AS subject, y.amount AS expected, CAST(COALESCE((SELECT SUM(h.amount)
                    FROM payment_share h WHERE h.payment_id = y.id), 0) AS BIGINT) AS found
                FROM payment y WHERE y.status = 'captured' AND y.captured_at < $1) x
             WHERE expected <> found ORDER BY subject LIMIT $2"
            .to_owned(),
        Check::Unbalanced => "SELECT t.public_id AS subject, CAST(0 AS BIGINT) AS expected,
                CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) AS found
             FROM ledger_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id WHERE t.at < $1
             GROUP BY t.id, t.public_id HAVING COALESCE(SUM(e.amount), 0) <> 0 OR COUNT(e.id) < 2
             ORDER BY t.public_id LIMIT $2"
            .to_owned(),
        Check::PayoutDiffers => "SELECT p.public_id AS subject, p.amount AS expected,
                CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) AS found
             FROM payout p LEFT JOIN payout_entry x ON x.payout_id = p.id LEFT JOIN ledger_entry e ON e.id = x.entry_id
             WHERE p.created_at < $1 GROUP BY p.id, p.public_id, p.amount HAVING COALESCE(SUM(e.amount), 0) <> p.amount
             ORDER BY p.public_id LIMIT $2"
            .to_owned(),
        Check::MoneyWithoutOrder => "SELECT subject, expected, found FROM (
                SELECT o.number AS subject, h.amount AS expected, CAST(COALESCE((SELECT SUM(r.amount) FROM refund r
                    WHERE r.order_id = o.id AND r.status <> 'failed'), 0) AS BIGINT) AS found
                FROM payment y JOIN payment_share h ON h.payment_id = y.id JOIN seller_order o ON o.id = h.order_id
                WHERE y.status = 'captured' AND y.captured_at < $1
                    AND o.status IN ('awaiting_payment', 'cancelled', 'expired')) x
             WHERE found < expected ORDER BY subject LIMIT $2"
            .to_owned(),
    };
    sql::all(db, &text, [before.millis().into(), MOST.into()]).await
}

/// A run of the reconciliation.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RunRow {
    /// UTC ms.
    pub at: i64,
    /// JSON array of what does not fit.
    pub findings: String,
}

/// Keeps what a run found.
///
/// # Errors
/// Whatever the database says.
pub async fn record_reconciliation(tx: &Tx, findings: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO reconciliation (at, findings) VALUES ($1, $2)",
        [now.millis().into(), findings.into()],
    )
    .await?;
    Ok(())
}

/// The last run.
///
/// # Errors
/// Whatever the database says.
pub async fn last_reconciliation(db: &impl Db) -> Result<Option<RunRow>> {
    sql::one(db, "SELECT at, findings FROM reconciliation ORDER BY id DESC LIMIT 1", []).await
}
