//! Guarded changes of orders, their history, and what is due.

use domain::{fulfilment::FulfilmentStatus, order::OrderStatus, time::Timestamp};
use sea_orm::FromQueryResult;

use super::OrderRow;
use crate::{Db, Result, Tx, complaints::OPEN, sql};

/// What a step changes of an order.
#[derive(Debug, Clone)]
pub struct OrderUpdate {
    /// New status.
    pub status: OrderStatus,
    /// New fulfilment.
    pub fulfilment: FulfilmentStatus,
    /// Set where given.
    pub courier: Option<String>,
    /// Set where given.
    pub tracking: Option<String>,
    /// Set where given.
    pub cancel_reason: Option<String>,
    /// Set where given.
    pub confirm_by: Option<Timestamp>,
    /// Set where given.
    pub confirmed_at: Option<Timestamp>,
    /// Set where given.
    pub delivered_at: Option<Timestamp>,
    /// Set where given.
    pub complete_at: Option<Timestamp>,
}

/// Writes a step; `false` when the order is no longer in the state that the step started from.
///
/// # Errors
/// Whatever the database says.
pub async fn update(tx: &Tx, row: &OrderRow, new: &OrderUpdate) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE seller_order SET status = $4, fulfilment = $5, courier = COALESCE($6, courier),
            tracking = COALESCE($7, tracking), cancel_reason = COALESCE($8, cancel_reason),
            confirmed_at = COALESCE($9, confirmed_at), delivered_at = COALESCE($10, delivered_at),
            complete_at = COALESCE($11, complete_at), confirm_by = COALESCE($12, confirm_by)
         WHERE id = $1 AND status = $2 AND fulfilment = $3",
        [
            row.id.into(),
            row.status.as_str().into(),
            row.fulfilment.as_str().into(),
            new.status.as_str().into(),
            new.fulfilment.as_str().into(),
            new.courier.clone().into(),
            new.tracking.clone().into(),
            new.cancel_reason.clone().into(),
            new.confirmed_at.map(Timestamp::millis).into(),
            new.delivered_at.map(Timestamp::millis).into(),
            new.complete_at.map(Timestamp::millis).into(),
            new.confirm_by.map(Timestamp::millis).into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}

#[derive(FromQueryResult)]
struct KeyRow {
    id: i64,
}

/// Why a timer looks at an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The time to pay has passed. What a provider collects ends when the provider was asked.
    Payment,
    /// The time to accept has passed.
    Confirmation,
    /// The time to complain has passed, and nobody complains.
    Completion,
}

/// Orders whose time has come, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub async fn due(db: &impl Db, due: Due, now: Timestamp, limit: i64) -> Result<Vec<i64>> {
    let completion;
    let text = match due {
        Due::Payment => {
            "SELECT o.id FROM payment y JOIN payment_share h ON h.payment_id = y.id JOIN seller_order o ON o.id = h.order_id
             WHERE y.status = 'pending' AND y.provider IS NULL AND y.expires_at <= $1 AND o.status = 'awaiting_payment'
             ORDER BY y.expires_at, o.id LIMIT $2"
        }
        Due::Confirmation => {
            "SELECT id FROM seller_order WHERE status = 'awaiting_confirmation' AND confirm_by <= $1
             ORDER BY confirm_by, id LIMIT $2"
        }
        Due::Completion => {
            completion = format!(
                "SELECT o.id FROM seller_order o WHERE o.status = 'confirmed' AND o.fulfilment = 'delivered'
                 AND o.complete_at <= $1 AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.order_id = o.id AND {OPEN})
                 ORDER BY o.complete_at, o.id LIMIT $2"
            );
            &completion
        }
    };
    let rows: Vec<KeyRow> = sql::all(db, text, [now.millis().into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Somebody of a shop, as a reader of mails.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MemberRow {
    /// Key of the shop.
    pub shop_id: i64,
    /// Address.
    pub email: String,
    /// E.164, where the person gave one.
    pub phone: Option<String>,
    /// Language.
    pub locale: String,
}

/// The people of shops.
///
/// # Errors
/// Whatever the database says.
pub async fn members(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<MemberRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT m.shop_id, a.email, a.phone, a.locale FROM shop_member m JOIN account a ON a.id = m.account_id
         WHERE a.disabled_at IS NULL AND m.shop_id IN ({}) ORDER BY m.shop_id, a.id LIMIT 500",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// Every curator, as a reader of mails; of no shop.
///
/// # Errors
/// Whatever the database says.
pub async fn curators(db: &impl Db) -> Result<Vec<MemberRow>> {
    sql::all(
        db,
        "SELECT CAST(0 AS BIGINT) AS shop_id, a.email, a.phone, a.locale FROM account_role r
         JOIN account a ON a.id = r.account_id
         WHERE r.role = 'curator' AND a.disabled_at IS NULL ORDER BY a.id LIMIT 100",
        [],
    )
    .await
}

/// Leaves at least until then to complain about an order that was handed over and is not over.
///
/// # Errors
/// Whatever the database says.
pub async fn put_off_completion(tx: &Tx, order_id: i64, until: Timestamp) -> Result<()> {
    let text = "UPDATE seller_order SET complete_at = $2 WHERE id = $1 AND status = 'confirmed' AND complete_at < $2";
    sql::execute(tx, text, [order_id.into(), until.millis().into()]).await?;
    Ok(())
}
