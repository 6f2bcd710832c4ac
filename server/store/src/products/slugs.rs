//! The part of its address that names a product, and those that it had before.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, catalogue::VISIBLE, sql};

#[derive(FromQueryResult)]
struct Text {
    value: String,
}

/// Name in Indonesian that a revision gives.
///
/// # Errors
/// Whatever the database says.
pub async fn name_of(tx: &Tx, revision_id: i64) -> Result<Option<String>> {
    let text = "SELECT name AS value FROM product_text WHERE revision_id = $1 AND locale = 'id'";
    Ok(sql::one::<Text>(tx, text, [revision_id.into()]).await?.map(|row| row.value))
}

/// Gives a product another slug and keeps the one it had; `false` where another product has it, or once had it.
///
/// # Errors
/// Whatever the database says.
pub async fn rename(tx: &Tx, product_id: i64, slug: &str, now: Timestamp) -> Result<bool> {
    let text = "SELECT COUNT(*) FROM product_slug WHERE slug = $1 AND product_id <> $2";
    let was_anothers = sql::integer(tx, text, [slug.into(), product_id.into()]).await? != Some(0);
    let text = "SELECT COUNT(*) FROM product WHERE slug = $1";
    if was_anothers || sql::integer(tx, text, [slug.into()]).await? != Some(0) {
        return Ok(false);
    }
    let text = "INSERT INTO product_slug (slug, product_id, left_at) SELECT slug, id, $2 FROM product WHERE id = $1";
    sql::execute(tx, text, [product_id.into(), now.millis().into()]).await?;
    // It may come back to one of its own.
    sql::execute(tx, "DELETE FROM product_slug WHERE slug = $1", [slug.into()]).await?;
    sql::execute(tx, "UPDATE product SET slug = $1 WHERE id = $2", [slug.into(), product_id.into()]).await?;
    Ok(true)
}

/// Whether a product had that slug once.
///
/// # Errors
/// Whatever the database says.
pub async fn was_used(tx: &Tx, slug: &str) -> Result<bool> {
    Ok(sql::integer(tx, "SELECT COUNT(*) FROM product_slug WHERE slug = $1", [slug.into()]).await? != Some(0))
}

/// The slug of today of the visible product that once had this one.
///
/// # Errors
/// Whatever the database says.
pub async fn moved_to(db: &impl Db, slug: &str) -> Result<Option<String>> {
    let text = format!(
        "SELECT p.slug AS value FROM product_slug h JOIN product p ON p.id = h.product_id JOIN shop s ON s.id = p.shop_id
         WHERE h.slug = $1 AND {VISIBLE}"
    );
    Ok(sql::one::<Text>(db, &text, [slug.into()]).await?.map(|row| row.value))
}
