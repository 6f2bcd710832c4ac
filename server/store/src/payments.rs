//! Payments of orders, and how shops are paid.

pub mod cards;
pub mod proofs;
pub mod provider_events;
pub mod qris;
pub mod shops;
pub mod unmatched;
pub mod unmatched_cards;

use std::collections::HashMap;

use domain::{
    payment::{PaymentMethod, PaymentStatus},
    time::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{Result, Tx, orders::by_name, sql};

/// A payment to be made.
#[derive(Debug, Clone)]
pub struct NewPayment {
    /// `pay_…`
    pub public_id: String,
    /// How.
    pub method: PaymentMethod,
    /// Rupiah, unique code subtracted.
    pub amount: i64,
    /// 1 to 499.
    pub unique_code: Option<i64>,
    /// Bank, account number and holder.
    pub bank: Option<(String, String, String)>,
    /// Payload with amount and order number, and the key of the shop's code that it was made of.
    pub qris: Option<(String, i64)>,
    /// Name of the provider that collects it, and until when its first session can be paid.
    pub session: Option<(&'static str, Timestamp)>,
    /// Until when.
    pub expires_at: Option<Timestamp>,
}

/// `BCA:000111222`: unique code and amount are unique among unpaid payments of one of these.
fn bank_key(bank: &str, account: &str) -> String {
    format!("{bank}:{account}")
}

/// Adds payments that wait for the buyer; their keys by public id.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_payments(
    tx: &Tx,
    group_id: i64,
    payments: &[NewPayment],
    now: Timestamp,
) -> Result<HashMap<String, i64>> {
    let text = format!(
        "INSERT INTO payment (public_id, group_id, method, status, amount, unique_code, bank_key, bank_name, bank_account,
            bank_holder, qris_payload, shop_qris_id, provider, session_attempt, session_expires_at, expires_at, created_at)
         VALUES {} RETURNING id, public_id AS name",
        sql::rows(payments.len(), 17)
    );
    let values = payments.iter().flat_map(|payment| {
        let bank = payment.bank.as_ref();
        [
            Value::from(payment.public_id.as_str()),
            group_id.into(),
            payment.method.as_str().into(),
            "pending".into(),
            payment.amount.into(),
            payment.unique_code.into(),
            bank.map(|(name, account, _)| bank_key(name, account)).into(),
            bank.map(|(name, ..)| name.clone()).into(),
            bank.map(|(_, account, _)| account.clone()).into(),
            bank.map(|(.., holder)| holder.clone()).into(),
            payment.qris.as_ref().map(|(payload, _)| payload.clone()).into(),
            payment.qris.as_ref().map(|(_, id)| *id).into(),
            payment.session.map(|(provider, _)| provider).into(),
            i64::from(payment.session.is_some()).into(),
            payment.session.map(|(_, until)| until.millis()).into(),
            payment.expires_at.map(Timestamp::millis).into(),
            now.millis().into(),
        ]
    });
    Ok(by_name(sql::all(tx, &text, values).await?))
}

/// Adds what of a payment is for which order: payment, order, rupiah.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_shares(tx: &Tx, shares: &[(i64, i64, i64)]) -> Result<()> {
    let text =
        format!("INSERT INTO payment_share (payment_id, order_id, amount) VALUES {}", sql::rows(shares.len(), 3));
    let values =
        shares.iter().flat_map(|&(payment, order, amount)| [Value::from(payment), order.into(), amount.into()]);
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Moves a payment on; `false` when it is no longer in that state.
///
/// # Errors
/// Whatever the database says.
pub async fn update_status(
    tx: &Tx,
    payment_id: i64,
    from: PaymentStatus,
    to: PaymentStatus,
    now: Timestamp,
) -> Result<bool> {
    let captured_at = (to == PaymentStatus::Captured).then(|| now.millis());
    let changed = sql::execute(
        tx,
        "UPDATE payment SET status = $3, captured_at = COALESCE($4, captured_at) WHERE id = $1 AND status = $2",
        [payment_id.into(), from.as_str().into(), to.as_str().into(), captured_at.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Gives a payment that waits more time, never less.
///
/// # Errors
/// Whatever the database says.
pub async fn extend(tx: &Tx, payment_id: i64, until: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE payment SET expires_at = $2 WHERE id = $1 AND status = 'pending' AND expires_at < $2",
        [payment_id.into(), until.millis().into()],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct AmountRow {
    bank_key: String,
    amount: i64,
}

/// Amounts that unpaid transfers to these accounts (bank, number) already use, by account, within `range`.
///
/// # Errors
/// Whatever the database says.
pub async fn used_transfer_amounts(
    tx: &Tx,
    banks: &[(String, String)],
    range: std::ops::RangeInclusive<i64>,
) -> Result<Vec<((String, String), i64)>> {
    if banks.is_empty() {
        return Ok(Vec::new());
    }
    let keys: HashMap<String, &(String, String)> =
        banks.iter().map(|bank| (bank_key(&bank.0, &bank.1), bank)).collect();
    let text = format!(
        "SELECT bank_key, amount FROM payment WHERE bank_key IN ({}) AND status IN ('pending', 'proof_submitted')
         AND amount BETWEEN $1 AND $2 ORDER BY id LIMIT 50000",
        sql::placeholders(3, keys.len())
    );
    let values = [Value::from(*range.start()), (*range.end()).into()]
        .into_iter()
        .chain(keys.keys().map(|key| key.as_str().into()));
    let rows: Vec<AmountRow> = sql::all(tx, &text, values).await?;
    Ok(rows.into_iter().filter_map(|row| Some(((*keys.get(&row.bank_key)?).clone(), row.amount))).collect())
}
