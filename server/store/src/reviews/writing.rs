//! Reviews as they are written and change. Whoever does so has locked the order.

use domain::{review::AuthorName, time::Timestamp};
use sea_orm::FromQueryResult;

use super::LineRow;
use crate::{Db, Result, Tx, sql};

/// What somebody says.
#[derive(Debug, Clone, Copy)]
pub struct ReviewText<'a> {
    /// 1 to 5.
    pub stars: i64,
    /// In words; may be empty.
    pub text: &'a str,
    /// What is shown of the buyer's name; may be empty.
    pub author: &'a str,
    /// In which form.
    pub form: AuthorName,
}

/// A review to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewReview<'a> {
    /// `rvw_…`
    pub public_id: &'a str,
    /// Of which line.
    pub line: LineRow,
    /// Of which order.
    pub order_id: i64,
    /// Of which shop.
    pub shop_id: i64,
    /// What is said.
    pub said: ReviewText<'a>,
}

/// The line of an order with that variant.
///
/// # Errors
/// Whatever the database says.
pub async fn line(db: &impl Db, order_id: i64, variant: &str) -> Result<Option<LineRow>> {
    sql::one(
        db,
        "SELECT l.id, v.product_id FROM order_line l JOIN variant v ON v.id = l.variant_id
         WHERE l.order_id = $1 AND v.public_id = $2 ORDER BY l.id LIMIT 1",
        [order_id.into(), variant.into()],
    )
    .await
}

/// Whether an account works for a shop.
///
/// # Errors
/// Whatever the database says.
pub async fn is_of_shop(db: &impl Db, account_id: i64, shop_id: i64) -> Result<bool> {
    let text = "SELECT COUNT(*) FROM shop_member WHERE account_id = $1 AND shop_id = $2";
    Ok(sql::integer(db, text, [account_id.into(), shop_id.into()]).await?.unwrap_or_default() > 0)
}

/// Adds a review; its key, or `None` where the line has one.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewReview<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO review (public_id, order_line_id, order_id, product_id, shop_id, stars, text, author, author_form,
             status, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'shown', $10) ON CONFLICT (order_line_id) DO NOTHING RETURNING id",
        [
            new.public_id.into(),
            new.line.id.into(),
            new.order_id.into(),
            new.line.product_id.into(),
            new.shop_id.into(),
            new.said.stars.into(),
            new.said.text.into(),
            new.said.author.into(),
            new.said.form.as_str().into(),
            now.millis().into(),
        ],
    )
    .await
}

/// Changes what a review says.
///
/// # Errors
/// Whatever the database says.
pub async fn edit(tx: &Tx, id: i64, said: ReviewText<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE review SET stars = $2, text = $3, author = $4, author_form = $5, edited_at = $6 WHERE id = $1",
        [
            id.into(),
            said.stars.into(),
            said.text.into(),
            said.author.into(),
            said.form.as_str().into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Hides a review for a reason, or shows it again without one.
///
/// # Errors
/// Whatever the database says.
pub async fn set_hidden(tx: &Tx, id: i64, reason: Option<&str>) -> Result<()> {
    let status = if reason.is_some() { "hidden" } else { "shown" };
    let text = "UPDATE review SET status = $2, hidden_reason = $3 WHERE id = $1";
    sql::execute(tx, text, [id.into(), status.into(), reason.into()]).await?;
    Ok(())
}

/// Takes a review back: what was written, by both sides, is gone.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, id: i64) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE review SET status = 'removed', hidden_reason = NULL, text = '', author = '', reply = NULL,
             replied_at = NULL, replied_by = NULL WHERE id = $1",
        [id.into()],
    )
    .await?;
    Ok(())
}

/// Writes the shop's reply; a second one takes the place of the first, whose time stays.
///
/// # Errors
/// Whatever the database says.
pub async fn set_reply(tx: &Tx, id: i64, reply: &str, account_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE review SET reply = $2, replied_by = $3, replied_at = COALESCE(replied_at, $4) WHERE id = $1",
        [id.into(), reply.into(), account_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Orders that were handed over in that time, with an address for mails, whose buyers were not asked yet, have reviewed
/// nothing and have not complained.
///
/// # Errors
/// Whatever the database says.
pub async fn due_invitations(db: &impl Db, from: Timestamp, to: Timestamp, limit: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let rows: Vec<IdRow> = sql::all(
        db,
        "SELECT o.id FROM seller_order o JOIN order_contact c ON c.order_id = o.id
         WHERE o.delivered_at > $1 AND o.delivered_at <= $2 AND o.fulfilment = 'delivered'
             AND o.status IN ('confirmed', 'completed') AND c.email IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM review_invitation i WHERE i.order_id = o.id)
             AND NOT EXISTS (SELECT 1 FROM review r WHERE r.order_id = o.id)
             AND NOT EXISTS (SELECT 1 FROM complaint k WHERE k.order_id = o.id)
         ORDER BY o.delivered_at, o.id LIMIT $3",
        [from.millis().into(), to.millis().into(), limit.into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Notes that a buyer was asked; `false` when that was noted before.
///
/// # Errors
/// Whatever the database says.
pub async fn mark_invited(tx: &Tx, order_id: i64, now: Timestamp) -> Result<bool> {
    let text = "INSERT INTO review_invitation (order_id, invited_at) VALUES ($1, $2) ON CONFLICT (order_id) DO NOTHING";
    Ok(sql::execute(tx, text, [order_id.into(), now.millis().into()]).await? > 0)
}
