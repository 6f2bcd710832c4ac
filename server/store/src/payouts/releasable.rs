//! What of a shop's money may be paid out now.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, complaints::OPEN, sql};

/// Entries of shops' accounts that no live payout has taken, and whether they may go: the time to complain about their order
/// is over, and neither an open case nor a refund under way is about their line. What belongs to no line (carriage, fees,
/// goodwill) stays back with any of them, and a refund that names no line holds everything. `of_part` is what is free in all
/// of the held or of the other part of an order. Entries of payouts themselves are not free money: what they took is marked
/// by the live payout.
pub(super) fn free_sql(condition: &str, now: &str) -> String {
    format!(
        "SELECT id, amount, shop_id, order_id, (time_is_over AND NOT is_held) AS is_over,
            SUM(amount) OVER (PARTITION BY shop_id, order_id, is_held) AS of_part
         FROM (SELECT e.id, e.amount, a.shop_id, t.order_id,
            (o.status = 'completed' OR (o.status = 'confirmed' AND o.complete_at IS NOT NULL
                AND o.complete_at <= {now})) AS time_is_over,
            (EXISTS (SELECT 1 FROM complaint c WHERE c.order_id = t.order_id AND {OPEN}
                AND (e.order_line_id IS NULL OR EXISTS (SELECT 1 FROM complaint_line x
                    WHERE x.complaint_id = c.id AND x.order_line_id = e.order_line_id)))
            OR EXISTS (SELECT 1 FROM refund r WHERE r.order_id = t.order_id
                AND r.status IN ('requested', 'approved', 'sent')
                AND (e.order_line_id IS NULL OR r.goodwill_amount > 0 OR EXISTS (SELECT 1 FROM refund_line x
                    WHERE x.refund_id = r.id AND x.order_line_id = e.order_line_id)))) AS is_held
         FROM ledger_entry e
         JOIN ledger_account a ON a.id = e.account_id
         JOIN ledger_transaction t ON t.id = e.transaction_id
         LEFT JOIN seller_order o ON o.id = t.order_id
         WHERE a.shop_id IS NOT NULL AND {condition} AND t.kind NOT IN ('payout', 'payout_return')
            AND NOT EXISTS (SELECT 1 FROM payout_entry x WHERE x.entry_id = e.id AND x.live)) y"
    )
}

/// Which free entries go into the next payout: corrections, what is over, and whatever a shop owes, so that a
/// refund after a payout is carried over.
pub(super) const MAY_GO: &str = "(order_id IS NULL OR is_over OR of_part < 0)";

/// What a shop has with us.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ShopMoney {
    /// Key of the shop.
    pub shop_id: i64,
    /// Path of the shop.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whether we know where to pay to.
    pub has_bank: bool,
    /// Rupiah that may go into the next payout; below zero what is carried over.
    pub releasable: i64,
    /// Rupiah of orders that are not over.
    pub waiting: i64,
    /// Rupiah in payouts that have not left.
    pub planned: i64,
    /// Rupiah of all entries together.
    pub balance: i64,
}

fn select(condition: &str, now: &str) -> String {
    let sum = |when: &str| format!("CAST(COALESCE(SUM(CASE WHEN {when} THEN f.amount ELSE 0 END), 0) AS BIGINT)");
    format!(
        "SELECT s.id AS shop_id, s.slug, s.name,
            (s.bank_name IS NOT NULL AND s.bank_account IS NOT NULL AND s.bank_holder IS NOT NULL) AS has_bank,
            {} AS releasable, {} AS waiting,
            CAST(COALESCE((SELECT SUM(p.amount) FROM payout p WHERE p.shop_id = s.id
                AND p.status IN ('draft', 'approved')), 0) AS BIGINT) AS planned,
            CAST(COALESCE((SELECT SUM(e.amount) FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
                WHERE a.shop_id = s.id), 0) AS BIGINT) AS balance
         FROM shop s LEFT JOIN ({}) f ON f.shop_id = s.id",
        sum(MAY_GO),
        sum(&format!("NOT {MAY_GO}")),
        free_sql(condition, now)
    )
}

/// What shops have with us.
///
/// # Errors
/// Whatever the database says.
pub async fn shop_money(db: &impl Db, shop_ids: &[i64], now: Timestamp) -> Result<Vec<ShopMoney>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let places = sql::placeholders(2, shop_ids.len());
    let text = format!(
        "{} WHERE s.id IN ({places}) GROUP BY s.id, s.slug, s.name, s.bank_name, s.bank_account, s.bank_holder
         ORDER BY s.id LIMIT 500",
        select(&format!("a.shop_id IN ({places})"), "$1")
    );
    let values = std::iter::once(now.millis()).chain(shop_ids.iter().copied());
    sql::all(db, &text, values.map(Into::into)).await
}

/// Shops with money for a payout, with keys above `above`.
///
/// # Errors
/// Whatever the database says.
pub async fn releasable_shops(db: &impl Db, above: i64, limit: i64, now: Timestamp) -> Result<Vec<ShopMoney>> {
    let text = format!(
        "SELECT * FROM ({} WHERE s.id > $1
            GROUP BY s.id, s.slug, s.name, s.bank_name, s.bank_account, s.bank_holder) m
         WHERE releasable > 0 ORDER BY shop_id LIMIT $2",
        select("a.shop_id > $1", "$3")
    );
    sql::all(db, &text, [above.into(), limit.into(), now.millis().into()]).await
}
