//! Photos of reviews.

use domain::time::Timestamp;

use crate::{Result, Tx, sql};

/// Adds a photo; the same one twice is one.
///
/// # Errors
/// Whatever the database says.
pub async fn add_photo(tx: &Tx, review_id: i64, public_id: &str, media_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO review_photo (public_id, review_id, media_id, added_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (review_id, media_id) DO NOTHING",
        [public_id.into(), review_id.into(), media_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Takes a photo out; `false` when it is not of that review.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_photo(tx: &Tx, review_id: i64, public_id: &str) -> Result<bool> {
    let text = "DELETE FROM review_photo WHERE review_id = $1 AND public_id = $2";
    Ok(sql::execute(tx, text, [review_id.into(), public_id.into()]).await? > 0)
}

/// Takes all photos out.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_photos(tx: &Tx, review_id: i64) -> Result<()> {
    sql::execute(tx, "DELETE FROM review_photo WHERE review_id = $1", [review_id.into()]).await?;
    Ok(())
}
