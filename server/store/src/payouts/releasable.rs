//! What of a shop's money may be paid out now.

use sea_orm::FromQueryResult;

use crate::{Db, Result, sql};

/// Entries of shops' accounts that no live payout has taken, each with what of its order is free in all, and whether that
/// order is over: completed, which includes the time to complain, with no open case and no refund under way.
/// Entries of payouts themselves are not free money: what they took is marked by the live payout.
pub(super) fn free_sql(condition: &str) -> String {
    format!(
        "SELECT e.id, e.amount, a.shop_id, t.order_id,
            SUM(e.amount) OVER (PARTITION BY a.shop_id, t.order_id) AS of_order,
            (o.status = 'completed'
                AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.order_id = o.id
                    AND c.status IN ('open', 'seller_replied', 'under_review'))
                AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id
                    AND r.status IN ('requested', 'approved', 'sent'))) AS is_over
         FROM ledger_entry e
         JOIN ledger_account a ON a.id = e.account_id
         JOIN ledger_transaction t ON t.id = e.transaction_id
         LEFT JOIN seller_order o ON o.id = t.order_id
         WHERE a.shop_id IS NOT NULL AND {condition} AND t.kind NOT IN ('payout', 'payout_return')
            AND NOT EXISTS (SELECT 1 FROM payout_entry x WHERE x.entry_id = e.id AND x.live)"
    )
}

/// Which free entries go into the next payout: corrections, orders that are over, and whatever a shop owes, so that a
/// refund after a payout is carried over.
pub(super) const MAY_GO: &str = "(order_id IS NULL OR is_over OR of_order < 0)";

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

fn select(condition: &str) -> String {
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
        free_sql(condition)
    )
}

/// What shops have with us.
///
/// # Errors
/// Whatever the database says.
pub async fn shop_money(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<ShopMoney>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let places = sql::placeholders(1, shop_ids.len());
    let text = format!(
        "{} WHERE s.id IN ({places}) GROUP BY s.id, s.slug, s.name, s.bank_name, s.bank_account, s.bank_holder
         ORDER BY s.id LIMIT 500",
        select(&format!("a.shop_id IN ({places})"))
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// Shops with money for a payout, with keys above `above`.
///
/// # Errors
/// Whatever the database says.
pub async fn releasable_shops(db: &impl Db, above: i64, limit: i64) -> Result<Vec<ShopMoney>> {
    let text = format!(
        "SELECT * FROM ({} WHERE s.id > $1
            GROUP BY s.id, s.slug, s.name, s.bank_name, s.bank_account, s.bank_holder) m
         WHERE releasable > 0 ORDER BY shop_id LIMIT $2",
        select("a.shop_id > $1")
    );
    sql::all(db, &text, [above.into(), limit.into()]).await
}
