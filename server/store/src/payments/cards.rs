//! Payments that a provider collects: one for all orders of a checkout.

use domain::{payment::PaymentStatus, time::Timestamp};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, sql};

/// Such a payment with its checkout.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CardRow {
    /// Key.
    pub id: i64,
    /// `pay_…`
    pub public_id: String,
    /// Secret of the page of all orders.
    pub group_token: String,
    /// Language of the buyer.
    pub locale: String,
    /// [`PaymentStatus`]
    pub status: String,
    /// Rupiah.
    pub amount: i64,
    /// Which attempt at a session this is.
    pub session_attempt: i64,
    /// Until when the session can be paid, UTC ms.
    pub session_expires_at: Option<i64>,
    /// The provider's name of the session.
    pub session_id: Option<String>,
    /// Where it is paid.
    pub checkout_url: Option<String>,
    /// The provider's name of the money.
    pub provider_payment: Option<String>,
    /// What the provider keeps, rupiah.
    pub provider_fee: Option<i64>,
    /// Until when the pieces are kept, UTC ms.
    pub expires_at: Option<i64>,
    /// Address of the buyer.
    pub email: Option<String>,
}

impl CardRow {
    /// The status, parsed.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a value that is none.
    pub fn state(&self) -> Result<PaymentStatus> {
        self.status.parse().map_err(|_| Error::Corrupt(format!("status of payment {}", self.public_id)))
    }
}

const SELECT: &str =
    "SELECT y.id, y.public_id, g.token AS group_token, g.locale, y.status, y.amount, y.session_attempt,
    y.session_expires_at, y.session_id, y.checkout_url, y.provider_payment, y.provider_fee, y.expires_at,
    (SELECT c.email FROM payment_share h JOIN order_contact c ON c.order_id = h.order_id WHERE h.payment_id = y.id
        ORDER BY h.order_id LIMIT 1) AS email
    FROM payment y JOIN checkout_group g ON g.id = y.group_id WHERE y.provider IS NOT NULL";

/// The payment with that public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<CardRow>> {
    sql::one(db, &format!("{SELECT} AND y.public_id = $1"), [public_id.into()]).await
}

/// The payment of the checkout with that secret.
///
/// # Errors
/// Whatever the database says.
pub async fn of_group(db: &impl Db, group_token: &str) -> Result<Option<CardRow>> {
    sql::one(db, &format!("{SELECT} AND g.token = $1 AND y.late_of IS NULL ORDER BY y.id"), [group_token.into()]).await
}

/// The payment that this money of the provider was written down for.
///
/// # Errors
/// Whatever the database says.
pub async fn of_money(db: &impl Db, provider_payment: &str) -> Result<Option<CardRow>> {
    sql::one(db, &format!("{SELECT} AND y.provider_payment = $1"), [provider_payment.into()]).await
}

/// What one order has of a payment.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ShareRow {
    /// Key of the order.
    pub order_id: i64,
    /// Its number.
    pub number: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Rupiah.
    pub amount: i64,
    /// Whether the order goes on.
    pub is_alive: bool,
}

/// What each order has of a payment.
///
/// # Errors
/// Whatever the database says.
pub async fn shares(db: &impl Db, payment_id: i64) -> Result<Vec<ShareRow>> {
    sql::all(
        db,
        "SELECT h.order_id, o.number, s.name AS shop_name, h.amount,
            (o.status NOT IN ('cancelled', 'expired')) AS is_alive
         FROM payment_share h JOIN seller_order o ON o.id = h.order_id JOIN shop s ON s.id = o.shop_id WHERE h.payment_id = $1 ORDER BY h.order_id LIMIT 1000",
        [payment_id.into()],
    )
    .await
}

/// Whether another order than this one still waits for the money of a payment.
///
/// # Errors
/// Whatever the database says.
pub async fn others_wait(db: &impl Db, payment_id: i64, order_id: i64) -> Result<bool> {
    let waiting = sql::integer(
        db,
        "SELECT COUNT(*) FROM payment_share h JOIN seller_order o ON o.id = h.order_id
         WHERE h.payment_id = $1 AND o.id <> $2 AND o.status = 'awaiting_payment'",
        [payment_id.into(), order_id.into()],
    )
    .await?;
    Ok(waiting.unwrap_or(0) > 0)
}

/// Keeps the session that the provider made for an attempt; `false` when there is another attempt by now, or one is
/// kept already.
///
/// # Errors
/// Whatever the database says.
pub async fn keep_session(tx: &Tx, row: &CardRow, session_id: &str, url: &str) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE payment SET session_id = $3, checkout_url = $4
         WHERE id = $1 AND session_attempt = $2 AND session_id IS NULL AND status = 'pending'",
        [row.id.into(), row.session_attempt.into(), session_id.into(), url.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Begins another attempt, whose session can be paid until then, and keeps the pieces a little longer; `false` when
/// somebody was faster.
///
/// # Errors
/// Whatever the database says.
pub async fn begin_attempt(tx: &Tx, row: &CardRow, until: Timestamp, hold_until: Timestamp) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE payment SET session_attempt = session_attempt + 1, session_expires_at = $3, expires_at = $4
         WHERE id = $1 AND session_attempt = $2 AND session_id IS NULL AND status = 'pending'",
        [row.id.into(), row.session_attempt.into(), until.millis().into(), hold_until.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Remembers which money of the provider it was.
///
/// # Errors
/// Whatever the database says.
pub async fn set_money(tx: &Tx, payment_id: i64, provider_payment: &str) -> Result<()> {
    let text = "UPDATE payment SET provider_payment = $2 WHERE id = $1";
    sql::execute(tx, text, [payment_id.into(), provider_payment.into()]).await?;
    Ok(())
}

/// Remembers what the provider keeps; `false` when that is known.
///
/// # Errors
/// Whatever the database says.
pub async fn set_fee(tx: &Tx, payment_id: i64, fee: i64) -> Result<bool> {
    let text = "UPDATE payment SET provider_fee = $2 WHERE id = $1 AND provider_fee IS NULL";
    Ok(sql::execute(tx, text, [payment_id.into(), fee.into()]).await? == 1)
}

/// Remembers when the provider is asked, unless it was asked since `before`; whether to ask.
///
/// # Errors
/// Whatever the database says.
pub async fn note_asked(tx: &Tx, payment_id: i64, before: Timestamp, now: Timestamp) -> Result<bool> {
    let text = "UPDATE payment SET asked_at = $3 WHERE id = $1 AND (asked_at IS NULL OR asked_at <= $2)";
    Ok(sql::execute(tx, text, [payment_id.into(), before.millis().into(), now.millis().into()]).await? == 1)
}

/// Adds the payment of money that came after its own was over, with the same shares; its key, or `None` when it is there.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_late(
    tx: &Tx,
    row: &CardRow,
    public_id: &str,
    provider_payment: &str,
    now: Timestamp,
) -> Result<Option<i64>> {
    let id = sql::integer(
        tx,
        "INSERT INTO payment (public_id, group_id, method, status, amount, provider, provider_payment, late_of,
            captured_at, created_at)
         SELECT CAST($2 AS TEXT), group_id, method, 'captured', amount, provider, CAST($3 AS TEXT), id,
            CAST($4 AS BIGINT), CAST($4 AS BIGINT) FROM payment
         WHERE id = $1 AND status IN ('expired', 'cancelled', 'failed')
         ON CONFLICT DO NOTHING RETURNING id",
        [row.id.into(), public_id.into(), provider_payment.into(), now.millis().into()],
    )
    .await?;
    let Some(id) = id else { return Ok(None) };
    sql::execute(
        tx,
        "INSERT INTO payment_share (payment_id, order_id, amount)
         SELECT CAST($2 AS BIGINT), order_id, amount FROM payment_share WHERE payment_id = $1",
        [row.id.into(), id.into()],
    )
    .await?;
    Ok(Some(id))
}

#[derive(FromQueryResult)]
struct NameRow {
    name: String,
}

/// Why a payment is looked at without anybody asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardDue {
    /// Its session was not made.
    Session,
    /// Its session can be paid, and the provider was not asked for a while.
    Asking,
    /// The time to pay is over.
    Expiry,
    /// Nobody waits for it any more, and its session may still be open.
    Closing,
    /// Its money came, and what the provider keeps is not known.
    Fee,
}

/// Public ids of payments that are due: for [`CardDue::Expiry`] at `now`, else not asked about since `before`.
///
/// # Errors
/// Whatever the database says.
pub async fn due(db: &impl Db, due: CardDue, before: Timestamp, now: Timestamp, limit: i64) -> Result<Vec<String>> {
    let condition = match due {
        CardDue::Session => "status = 'pending' AND session_id IS NULL AND created_at <= $1 AND expires_at > $2",
        CardDue::Asking => "status = 'pending' AND session_id IS NOT NULL AND expires_at > $2 AND created_at <= $1",
        CardDue::Expiry => "status = 'pending' AND expires_at <= $2 AND created_at <= $1",
        CardDue::Closing => {
            "status = 'cancelled' AND session_id IS NOT NULL AND session_expires_at > $2 AND created_at <= $1"
        }
        CardDue::Fee => "status = 'captured' AND provider_fee IS NULL AND captured_at <= $1 AND created_at < $2",
    };
    let text = format!(
        "SELECT public_id AS name FROM payment WHERE provider IS NOT NULL AND {condition}
         AND (asked_at IS NULL OR asked_at <= $1) ORDER BY id LIMIT $3"
    );
    let values: [Value; 3] = [before.millis().into(), now.millis().into(), limit.into()];
    let rows: Vec<NameRow> = sql::all(db, &text, values).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}
