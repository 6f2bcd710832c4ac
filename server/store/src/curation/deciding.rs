//! Carries out decisions. Every change of a state names the state before, so that of two decisions one is made.

use domain::{
    product::{ProductStatus, RevisionStatus},
    shop::ShopStatus,
    time::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, guard, sql};

/// What a decision about a product needs to know.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DecisionRow {
    /// Key inside the database.
    pub id: i64,
    /// `prd_…`
    pub public_id: String,
    /// Key of its shop.
    pub shop_id: i64,
    /// State of the product.
    pub status: String,
    /// Revision that buyers see.
    pub published_revision_id: Option<i64>,
    /// Revision that waits for a decision.
    pub revision_id: Option<i64>,
    /// `rev_…` of that.
    pub revision_public_id: Option<String>,
    /// Name in Indonesian.
    pub name_id: String,
    /// Name in English, else in Indonesian.
    pub name_en: String,
}

/// What a decision about a shop needs to know.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShopStateRow {
    /// Key inside the database.
    pub id: i64,
    /// `shp_…`
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// State of the shop.
    pub status: String,
}

/// Keeps others from deciding about a product until the end of the transaction, and reads it.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_product(tx: &Tx, public_id: &str) -> Result<Option<DecisionRow>> {
    guard::lock_product(tx, public_id).await?;
    sql::one(
        tx,
        "SELECT p.id, p.public_id, p.shop_id, p.status, p.published_revision_id, r.id AS revision_id,
             r.public_id AS revision_public_id, COALESCE(ti.name, p.slug) AS name_id,
             COALESCE(te.name, ti.name, p.slug) AS name_en
         FROM product p
         LEFT JOIN product_revision r ON r.id = (SELECT MAX(q.id) FROM product_revision q
             WHERE q.product_id = p.id AND q.status = 'proposed')
         LEFT JOIN product_text ti ON ti.revision_id = COALESCE(r.id, p.published_revision_id) AND ti.locale = 'id'
         LEFT JOIN product_text te ON te.revision_id = COALESCE(r.id, p.published_revision_id) AND te.locale = 'en'
         WHERE p.public_id = $1",
        [public_id.into()],
    )
    .await
}

/// Moves a product from one state to another; `false` when it was in another one.
///
/// # Errors
/// Whatever the database says.
pub async fn set_product_status(
    tx: &Tx,
    product_id: i64,
    (from, to): (ProductStatus, ProductStatus),
    reason: Option<&str>,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE product SET status = $1, status_reason = $2, updated_at = $3, epoch = epoch + 1
         WHERE id = $4 AND status = $5",
        [to.as_str().into(), reason.into(), now.millis().into(), product_id.into(), from.as_str().into()],
    )
    .await?;
    sql::execute(
        tx,
        "UPDATE shop SET epoch = epoch + 1 WHERE id = (SELECT shop_id FROM product WHERE id = $1)",
        [product_id.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Moves a revision from one state to another, with the curator's words and the time where it is a decision; `false`
/// when it was in another one.
///
/// # Errors
/// Whatever the database says.
pub async fn set_revision_status(
    tx: &Tx,
    revision_id: i64,
    (from, to): (RevisionStatus, RevisionStatus),
    decision: Option<(Option<&str>, Timestamp)>,
) -> Result<bool> {
    let (note, at) = decision.map_or((None, None), |(note, at)| (note, Some(at.millis())));
    let changed = sql::execute(
        tx,
        "UPDATE product_revision SET status = $1, note = COALESCE($2, note), decided_at = COALESCE($3, decided_at)
         WHERE id = $4 AND status = $5",
        [to.as_str().into(), note.into(), at.into(), revision_id.into(), from.as_str().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Makes a revision the one that buyers see. The day of the first one decides the place among the newest.
///
/// # Errors
/// Whatever the database says.
pub async fn put_on_sale(tx: &Tx, product_id: i64, revision_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE product SET published_revision_id = $1, published_at = COALESCE(published_at, $2) WHERE id = $3",
        [revision_id.into(), now.millis().into(), product_id.into()],
    )
    .await?;
    Ok(())
}

/// The shop with that slug, in any state.
///
/// # Errors
/// Whatever the database says.
pub async fn find_shop(db: &impl Db, slug: &str) -> Result<Option<ShopStateRow>> {
    sql::one(db, "SELECT id, public_id, name, status FROM shop WHERE slug = $1", [slug.into()]).await
}

/// Keeps others from deciding about a shop until the end of the transaction, and reads it.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_shop(tx: &Tx, slug: &str) -> Result<Option<ShopStateRow>> {
    guard::lock_shop(tx, slug).await?;
    find_shop(tx, slug).await
}

/// Moves a shop from one state to another; `false` when it was in another one.
///
/// # Errors
/// Whatever the database says.
pub async fn set_shop_status(
    tx: &Tx,
    shop_id: i64,
    (from, to): (ShopStatus, ShopStatus),
    reason: Option<&str>,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE shop SET status = $1, status_reason = $2, updated_at = $3, epoch = epoch + 1
         WHERE id = $4 AND status = $5",
        [to.as_str().into(), reason.into(), now.millis().into(), shop_id.into(), from.as_str().into()],
    )
    .await?;
    Ok(changed == 1)
}
