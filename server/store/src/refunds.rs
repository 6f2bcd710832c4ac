//! Refunds: what was given back of an order, and what still can be.

mod account;
mod rows;
mod writing;

pub use account::{RefundAccountRow, account, set_account};
pub use rows::{GivenRow, RefundEventRow, RefundLineRow, RefundRow, RefundableLine, ShareRow};
use sea_orm::Value;
pub use writing::{NewRefund, RefundStep, insert, insert_lines, step};

use domain::{
    refund::{RefundMethod, RefundStatus},
    time::Timestamp,
};

use crate::{Db, Result, sql};

const SELECT: &str = "SELECT r.id, r.public_id, r.order_id, y.public_id AS payment, r.method, r.status, r.amount, r.goods_amount,
    r.shipping_amount, r.goodwill_amount, r.reason, r.requested_as, r.requested_by, r.approved_by, r.reference,
    r.requested_at, r.approved_at, r.sent_at, r.ended_at, m.key AS proof_key, m.widths AS proof_widths, o.number,
    o.shop_id, s.name AS shop_name, s.slug AS shop_slug, t.zone, a.name AS requester
    FROM refund r JOIN seller_order o ON o.id = r.order_id JOIN shop s ON s.id = o.shop_id
    JOIN sentra t ON t.id = s.sentra_id JOIN payment y ON y.id = r.payment_id LEFT JOIN media m ON m.id = r.proof_media_id
    LEFT JOIN account a ON a.id = r.requested_by";

/// One refund by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<RefundRow>> {
    sql::one(db, &format!("{SELECT} WHERE r.public_id = $1"), [public_id.into()]).await
}

/// Refunds of several orders, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_orders(db: &impl Db, order_ids: &[i64]) -> Result<Vec<RefundRow>> {
    if order_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text =
        format!("{SELECT} WHERE r.order_id IN ({}) ORDER BY r.id LIMIT 1000", sql::placeholders(1, order_ids.len()));
    sql::all(db, &text, order_ids.iter().map(|&id| id.into())).await
}

/// Refunds that wait for a second person, the oldest first, above a key.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting(db: &impl Db, above: i64, limit: i64) -> Result<Vec<RefundRow>> {
    let text = format!("{SELECT} WHERE r.status = 'requested' AND r.id > $1 ORDER BY r.id LIMIT $2");
    sql::all(db, &text, [above.into(), limit.into()]).await
}

/// How many refunds wait for a second person.
///
/// # Errors
/// Whatever the database says.
pub async fn count_waiting(db: &impl Db) -> Result<i64> {
    Ok(sql::integer(db, "SELECT COUNT(*) FROM refund WHERE status = 'requested'", []).await?.unwrap_or(0))
}

/// Refunds by that way in that status, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn by_way(db: &impl Db, method: RefundMethod, status: RefundStatus, limit: i64) -> Result<Vec<RefundRow>> {
    let text = format!("{SELECT} WHERE r.status = $1 AND r.method = $2 ORDER BY r.id LIMIT $3");
    sql::all(db, &text, [status.as_str().into(), method.as_str().into(), limit.into()]).await
}

/// Our name of a refund by the provider's.
///
/// # Errors
/// Whatever the database says.
pub async fn of_provider(db: &impl Db, reference: &str) -> Result<Option<String>> {
    let text = format!("{SELECT} WHERE r.method = 'provider' AND r.reference = $1 ORDER BY r.id DESC LIMIT 1");
    let row: Option<RefundRow> = sql::one(db, &text, [reference.into()]).await?;
    Ok(row.map(|row| row.public_id))
}

/// Promised and failed, and not asked for again. What a shop gave freely and took back before it was sent is not owed.
const FAILED: &str = "r.status = 'failed' AND r.approved_at IS NOT NULL
    AND (r.method = 'provider' OR r.sent_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM refund later
        WHERE later.order_id = r.order_id AND later.id > r.id AND later.amount >= r.amount AND later.status <> 'failed')";

/// Refunds that were promised and failed, and that were not asked for again, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn failed(db: &impl Db, limit: i64) -> Result<Vec<RefundRow>> {
    sql::all(db, &format!("{SELECT} WHERE {FAILED} ORDER BY r.id DESC LIMIT $1"), [limit.into()]).await
}

/// Whether a refund is among them.
///
/// # Errors
/// Whatever the database says.
pub async fn is_failed(db: &impl Db, id: i64) -> Result<bool> {
    let text = format!("SELECT COUNT(*) FROM refund r WHERE r.id = $1 AND {FAILED}");
    Ok(sql::integer(db, &text, [id.into()]).await?.unwrap_or(0) > 0)
}

/// Refunds by hand that were sent before a time and that nobody objected to.
///
/// # Errors
/// Whatever the database says.
pub async fn unanswered(db: &impl Db, before: Timestamp, limit: i64) -> Result<Vec<RefundRow>> {
    let text = format!(
        "{SELECT} WHERE r.status = 'sent' AND r.method <> 'provider' AND r.sent_at <= $1 ORDER BY r.sent_at, r.id LIMIT $2"
    );
    sql::all(db, &text, [before.millis().into(), limit.into()]).await
}

/// Lines of several refunds.
///
/// # Errors
/// Whatever the database says.
pub async fn lines(db: &impl Db, refund_ids: &[i64]) -> Result<Vec<RefundLineRow>> {
    if refund_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT x.refund_id, x.order_line_id, v.public_id AS variant, l.product_name, l.variant_name, x.pieces, x.amount
         FROM refund_line x JOIN order_line l ON l.id = x.order_line_id JOIN variant v ON v.id = l.variant_id
         WHERE x.refund_id IN ({}) ORDER BY x.refund_id, l.id LIMIT 5000",
        sql::placeholders(1, refund_ids.len())
    );
    sql::all(db, &text, refund_ids.iter().map(|&id| Value::from(id))).await
}

/// Histories of several refunds, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn events(db: &impl Db, refund_ids: &[i64]) -> Result<Vec<RefundEventRow>> {
    if refund_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT refund_id, kind, actor, reason, at FROM refund_event WHERE refund_id IN ({}) ORDER BY id LIMIT 5000",
        sql::placeholders(1, refund_ids.len())
    );
    sql::all(db, &text, refund_ids.iter().map(|&id| Value::from(id))).await
}

/// The captured share of an order; `None` when its money is not there.
///
/// # Errors
/// Whatever the database says.
pub async fn captured_share(db: &impl Db, order_id: i64) -> Result<Option<ShareRow>> {
    sql::one(
        db,
        "SELECT y.id AS payment_id, y.method, h.amount, o.shipping_total FROM payment_share h
         JOIN payment y ON y.id = h.payment_id JOIN seller_order o ON o.id = h.order_id
         WHERE h.order_id = $1 AND y.status = 'captured' ORDER BY y.id DESC LIMIT 1",
        [order_id.into()],
    )
    .await
}

/// What was given back of an order so far, refunds under way included.
///
/// # Errors
/// Whatever the database says.
pub async fn given(db: &impl Db, order_id: i64) -> Result<GivenRow> {
    let row = sql::one(
        db,
        "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS amount,
            CAST(COALESCE(SUM(shipping_amount), 0) AS BIGINT) AS shipping_amount
         FROM refund WHERE order_id = $1 AND status <> 'failed'",
        [order_id.into()],
    )
    .await?;
    Ok(row.unwrap_or_default())
}

/// Lines of an order with what was given back of each, refunds under way included.
///
/// # Errors
/// Whatever the database says.
pub async fn refundable_lines(db: &impl Db, order_id: i64) -> Result<Vec<RefundableLine>> {
    sql::all(
        db,
        "SELECT l.id, v.public_id AS variant, l.product_name, l.variant_name, l.quantity, l.line_total,
            CAST(COALESCE(SUM(g.pieces), 0) AS BIGINT) AS given_pieces,
            CAST(COALESCE(SUM(g.amount), 0) AS BIGINT) AS given_amount
         FROM order_line l JOIN variant v ON v.id = l.variant_id
         LEFT JOIN (SELECT x.order_line_id, x.pieces, x.amount FROM refund_line x JOIN refund r ON r.id = x.refund_id
            WHERE r.order_id = $1 AND r.status <> 'failed') g ON g.order_line_id = l.id
         WHERE l.order_id = $1
         GROUP BY l.id, v.public_id, l.product_name, l.variant_name, l.quantity, l.line_total ORDER BY l.id LIMIT 500",
        [order_id.into()],
    )
    .await
}
