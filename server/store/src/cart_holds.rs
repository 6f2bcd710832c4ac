//! What carts hold while their owners pay. The counters are changed in `guard` only.

use domain::{cart_hold::HoldTime, time::Timestamp};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Engine, Error, Result, Tx, guard::Pick, sql};

/// How a hold ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldEnd {
    /// It became the hold of an order.
    Consumed,
    /// The cart was changed, or holds anew.
    Released,
    /// Its time was up.
    Expired,
}

impl HoldEnd {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Consumed => "consumed",
            Self::Released => "released",
            Self::Expired => "expired",
        }
    }
}

/// Ends what a cart holds, if it holds anything; its key. The pieces are put back by
/// [`crate::guard::put_back_cart`] or [`crate::guard::hold`], in the same transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn end(tx: &Tx, token_hash: &str, end: HoldEnd, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "UPDATE cart_hold SET state = $2, ended_at = $3 WHERE token_hash = $1 AND state = 'held' RETURNING id",
        [token_hash.into(), end.as_str().into(), now.millis().into()],
    )
    .await
}

/// Takes what was bought out of a cart and ends what it holds, which becomes the hold of orders: its key, if it held
/// anything.
///
/// # Errors
/// Whatever the database says.
pub async fn consume(tx: &Tx, token_hash: &str, variant_ids: &[i64], now: Timestamp) -> Result<Option<i64>> {
    if tx.engine() == Engine::Sqlite {
        let hold = end(tx, token_hash, HoldEnd::Consumed, now).await?;
        crate::cart::remove_bought(tx, token_hash, variant_ids).await?;
        return Ok(hold);
    }
    // One statement less where each is a way over the network. The hold is ended first, as whoever changes the cart does.
    let text = format!(
        "WITH bought AS (DELETE FROM cart_line WHERE cart_id = (SELECT id FROM cart WHERE token_hash = $1)
            AND variant_id IN ({}))
         UPDATE cart_hold SET state = 'consumed', ended_at = $2 WHERE token_hash = $1 AND state = 'held' RETURNING id",
        sql::placeholders(3, variant_ids.len())
    );
    let values = [token_hash.into(), now.millis().into()].into_iter().chain(variant_ids.iter().map(|&id| id.into()));
    sql::integer(tx, &text, values).await
}

/// Ends a hold whose time is up; `false` when it has ended already. Its pieces are put back in the same transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn expire(tx: &Tx, id: i64, now: Timestamp) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE cart_hold SET state = 'expired', ended_at = $2 WHERE id = $1 AND state = 'held' AND expires_at <= $2",
        [id.into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Holds whose time is up.
///
/// # Errors
/// Whatever the database says.
pub async fn due(db: &impl Db, now: Timestamp, limit: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let text = "SELECT id FROM cart_hold WHERE state = 'held' AND expires_at <= $1 ORDER BY expires_at, id LIMIT $2";
    let rows: Vec<IdRow> = sql::all(db, text, [now.millis().into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// When the cart began to hold the last time, unless an order came of it.
///
/// # Errors
/// Whatever the database says.
pub async fn first_at(db: &impl Db, token_hash: &str) -> Result<Option<Timestamp>> {
    let text = "SELECT CASE WHEN state = 'consumed' THEN NULL ELSE first_at END FROM cart_hold
         WHERE token_hash = $1 ORDER BY id DESC LIMIT 1";
    Ok(sql::integer(db, text, [token_hash.into()]).await?.map(Timestamp::from_millis))
}

/// What a cart holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct LiveHold {
    /// Key.
    pub id: i64,
    /// UTC ms.
    pub expires_at: i64,
}

/// The hold of a cart, if it has one.
///
/// # Errors
/// Whatever the database says.
pub async fn live(db: &impl Db, token_hash: &str) -> Result<Option<LiveHold>> {
    sql::one(db, "SELECT id, expires_at FROM cart_hold WHERE token_hash = $1 AND state = 'held'", [token_hash.into()])
        .await
}

/// Adds a hold of pieces that `guard::hold` has counted.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, token_hash: &str, time: HoldTime, picks: &[Pick], now: Timestamp) -> Result<()> {
    let id = sql::integer(
        tx,
        "INSERT INTO cart_hold (token_hash, state, first_at, taken_at, expires_at) VALUES ($1, 'held', $2, $3, $4)
         RETURNING id",
        [token_hash.into(), time.first_at.millis().into(), now.millis().into(), time.expires_at.millis().into()],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("hold without an id".to_owned()))?;
    let values = picks.iter().flat_map(|pick| [Value::from(id), pick.stock_id.into(), pick.quantity.into()]).collect();
    sql::insert_rows(tx, "cart_hold_line", &["hold_id", "stock_id", "quantity"], values, "").await
}

/// Removes holds that ended before that time, at most 500.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_older(tx: &Tx, before: Timestamp) -> Result<u64> {
    const OLD: &str = "SELECT id FROM cart_hold WHERE state <> 'held' AND ended_at < $1 ORDER BY id LIMIT 500";
    let values = || [before.millis().into()];
    sql::execute(tx, &format!("DELETE FROM cart_hold_line WHERE hold_id IN ({OLD})"), values()).await?;
    sql::execute(tx, &format!("DELETE FROM cart_hold WHERE id IN ({OLD})"), values()).await
}
