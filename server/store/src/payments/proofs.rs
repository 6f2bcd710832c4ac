//! What buyers show for their payments.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// A proof that is handed in.
#[derive(Debug)]
pub struct NewProof<'a> {
    /// `prf_…`
    pub public_id: &'a str,
    /// Key of the payment.
    pub payment_id: i64,
    /// Key of the private photo.
    pub photo_key: &'a str,
    /// Pixels of its largest rendition.
    pub photo_size: (i64, i64),
    /// JSON array of its widths.
    pub photo_widths: &'a str,
    /// Words of the buyer.
    pub note: Option<&'a str>,
    /// Until when the shop has to answer.
    pub answer_by: Timestamp,
}

/// Adds a proof.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewProof<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO payment_proof (public_id, payment_id, photo_key, photo_width, photo_height, photo_widths, note,
            submitted_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            new.public_id.into(),
            new.payment_id.into(),
            new.photo_key.into(),
            new.photo_size.0.into(),
            new.photo_size.1.into(),
            new.photo_widths.into(),
            new.note.into(),
            now.millis().into(),
            new.answer_by.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the proofs of a payment need no answer any more.
///
/// # Errors
/// Whatever the database says.
pub async fn answer(tx: &Tx, payment_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE payment_proof SET answered_at = $2 WHERE payment_id = $1 AND answered_at IS NULL",
        [payment_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// The photo of a proof.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ProofPhotoRow {
    /// Key of the private photo.
    pub photo_key: String,
    /// JSON array of its widths.
    pub photo_widths: String,
}

/// Photo of the latest proof of an order.
///
/// # Errors
/// Whatever the database says.
pub async fn photo_of_order(db: &impl Db, order_id: i64) -> Result<Option<ProofPhotoRow>> {
    sql::one(
        db,
        "SELECT f.photo_key, f.photo_widths FROM payment_proof f JOIN payment_share h ON h.payment_id = f.payment_id
         WHERE h.order_id = $1 ORDER BY f.id DESC LIMIT 1",
        [order_id.into()],
    )
    .await
}

/// Photo of a proof by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn photo(db: &impl Db, public_id: &str) -> Result<Option<ProofPhotoRow>> {
    let text = "SELECT photo_key, photo_widths FROM payment_proof WHERE public_id = $1";
    sql::one(db, text, [public_id.into()]).await
}

/// A proof that a shop has left without an answer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OverdueRow {
    /// `prf_…`
    pub public_id: String,
    /// Number of the order.
    pub number: String,
    /// Name of the shop.
    pub shop_name: String,
    /// E.164.
    pub shop_phone: String,
    /// Rupiah.
    pub amount: i64,
    /// Words of the buyer.
    pub note: Option<String>,
    /// UTC ms.
    pub submitted_at: i64,
    /// UTC ms.
    pub answer_by: i64,
}

/// Proofs whose time for an answer has passed, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn overdue(db: &impl Db, now: Timestamp, limit: i64) -> Result<Vec<OverdueRow>> {
    sql::all(
        db,
        "SELECT f.public_id, o.number, s.name AS shop_name, s.phone AS shop_phone, y.amount, f.note, f.submitted_at,
            f.answer_by
         FROM payment_proof f
         JOIN payment y ON y.id = f.payment_id
         JOIN payment_share h ON h.payment_id = y.id
         JOIN seller_order o ON o.id = h.order_id
         JOIN shop s ON s.id = o.shop_id
         WHERE f.answered_at IS NULL AND f.answer_by <= $1 AND y.status = 'proof_submitted'
         ORDER BY f.answer_by, f.id LIMIT $2",
        [now.millis().into(), limit.into()],
    )
    .await
}
