//! What creating and editing a product writes.

use domain::{
    locale::Locale,
    product::{ProductStatus, RevisionStatus},
    time::Timestamp,
    weight::Dimensions,
};

use crate::{Error, Result, Tx, sql};

/// A product at its beginning.
#[derive(Debug)]
pub struct NewProduct<'a> {
    /// `prd_…`
    pub public_id: &'a str,
    /// Part of its address.
    pub slug: &'a str,
    /// Key of its shop.
    pub shop_id: i64,
    /// Key of its category.
    pub category_id: i64,
    /// How it is kept and sent.
    pub handling: Handling<'a>,
}

/// How a product is kept and sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handling<'a> {
    /// What a parcel has to survive.
    pub transport_class: &'a str,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Made only when ordered.
    pub made_to_order: bool,
    /// Food only.
    pub shelf_life_days: Option<i64>,
}

/// What is known of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantValues {
    /// Empty where a product has one variant only.
    pub name: String,
    /// Rupiah of one piece alone.
    pub price: i64,
    /// Price steps by quantity, as [`domain::tier::PriceTiers`] reads them.
    pub tiers: String,
    /// Packed, in grams.
    pub weight_g: i64,
    /// Packed.
    pub dimensions: Dimensions,
    /// Key of the picture that shows it.
    pub media_id: Option<i64>,
}

/// Adds a draft; its key, or `None` where the slug is taken.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_product(tx: &Tx, product: &NewProduct<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO product (public_id, slug, shop_id, category_id, status, transport_class, lead_time_days,
             made_to_order, shelf_life_days, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (slug) DO NOTHING RETURNING id",
        [
            product.public_id.into(),
            product.slug.into(),
            product.shop_id.into(),
            product.category_id.into(),
            ProductStatus::Draft.as_str().into(),
            product.handling.transport_class.into(),
            product.handling.lead_time_days.into(),
            product.handling.made_to_order.into(),
            product.handling.shelf_life_days.into(),
            now.millis().into(),
        ],
    )
    .await
}

/// Adds a draft revision; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_revision(
    tx: &Tx,
    public_id: &str,
    product_id: i64,
    number: i64,
    attributes: &str,
    account_id: i64,
    now: Timestamp,
) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO product_revision (public_id, product_id, number, status, attributes, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        [
            public_id.into(),
            product_id.into(),
            number.into(),
            RevisionStatus::Draft.as_str().into(),
            attributes.into(),
            account_id.into(),
            now.millis().into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("revision without an id".to_owned()))
}

/// Sets name and description in one language.
///
/// # Errors
/// Whatever the database says.
pub async fn put_text(tx: &Tx, revision_id: i64, locale: Locale, name: &str, description: &str) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO product_text (revision_id, locale, name, description) VALUES ($1, $2, $3, $4)
         ON CONFLICT (revision_id, locale) DO UPDATE SET name = excluded.name, description = excluded.description",
        [revision_id.into(), locale.as_str().into(), name.into(), description.into()],
    )
    .await?;
    Ok(())
}

/// Takes the text in one language away.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_text(tx: &Tx, revision_id: i64, locale: Locale) -> Result<()> {
    let text = "DELETE FROM product_text WHERE revision_id = $1 AND locale = $2";
    sql::execute(tx, text, [revision_id.into(), locale.as_str().into()]).await?;
    Ok(())
}

/// Sets the attributes of a revision; a JSON object.
///
/// # Errors
/// Whatever the database says.
pub async fn set_attributes(tx: &Tx, revision_id: i64, attributes: &str) -> Result<()> {
    let text = "UPDATE product_revision SET attributes = $2 WHERE id = $1";
    sql::execute(tx, text, [revision_id.into(), attributes.into()]).await?;
    Ok(())
}

/// Sets category and handling of a product.
///
/// # Errors
/// Whatever the database says.
pub async fn set_handling(tx: &Tx, product_id: i64, category_id: i64, handling: Handling<'_>) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE product SET category_id = $2, transport_class = $3, lead_time_days = $4, made_to_order = $5,
             shelf_life_days = $6 WHERE id = $1",
        [
            product_id.into(),
            category_id.into(),
            handling.transport_class.into(),
            handling.lead_time_days.into(),
            handling.made_to_order.into(),
            handling.shelf_life_days.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Adds a variant; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_variant(
    tx: &Tx,
    public_id: &str,
    product_id: i64,
    values: &VariantValues,
    position: i64,
) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO variant (public_id, product_id, name, price, weight_g, length_mm, width_mm, height_mm, position,
             tiers, media_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
        [
            public_id.into(),
            product_id.into(),
            values.name.as_str().into(),
            values.price.into(),
            values.weight_g.into(),
            values.dimensions.length_mm.into(),
            values.dimensions.width_mm.into(),
            values.dimensions.height_mm.into(),
            position.into(),
            values.tiers.as_str().into(),
            values.media_id.into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("variant without an id".to_owned()))
}

/// Changes a variant.
///
/// # Errors
/// Whatever the database says.
pub async fn update_variant(tx: &Tx, variant_id: i64, values: &VariantValues) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE variant SET name = $2, price = $3, weight_g = $4, length_mm = $5, width_mm = $6, height_mm = $7,
             tiers = $8, media_id = $9
         WHERE id = $1",
        [
            variant_id.into(),
            values.name.as_str().into(),
            values.price.into(),
            values.weight_g.into(),
            values.dimensions.length_mm.into(),
            values.dimensions.width_mm.into(),
            values.dimensions.height_mm.into(),
            values.tiers.as_str().into(),
            values.media_id.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Takes a variant out of the assortment.
///
/// # Errors
/// Whatever the database says.
pub async fn archive_variant(tx: &Tx, variant_id: i64, now: Timestamp) -> Result<()> {
    let text = "UPDATE variant SET archived_at = $2 WHERE id = $1 AND archived_at IS NULL";
    sql::execute(tx, text, [variant_id.into(), now.millis().into()]).await?;
    Ok(())
}

/// Adds a line to the history of prices.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_price(
    tx: &Tx,
    variant_id: i64,
    values: &VariantValues,
    account_id: i64,
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO price_change (variant_id, price, tiers, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)",
        [variant_id.into(), values.price.into(), values.tiers.as_str().into(), account_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Marks a product as changed: cached pages of it are made anew.
///
/// # Errors
/// Whatever the database says.
pub async fn touch(tx: &Tx, product_id: i64, now: Timestamp) -> Result<()> {
    let text = "UPDATE product SET epoch = epoch + 1, updated_at = $2 WHERE id = $1";
    sql::execute(tx, text, [product_id.into(), now.millis().into()]).await?;
    Ok(())
}

/// Moves a product from one state to another; `false` when it is in another one by now.
///
/// # Errors
/// Whatever the database says.
pub async fn set_status(
    tx: &Tx,
    product_id: i64,
    from: ProductStatus,
    to: ProductStatus,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE product SET status = $3, status_reason = NULL, epoch = epoch + 1, updated_at = $4
         WHERE id = $1 AND status = $2",
        [product_id.into(), from.as_str().into(), to.as_str().into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Moves a revision to the curator's queue; `false` when it is in another state than `from` by now.
///
/// # Errors
/// Whatever the database says.
pub async fn propose_revision(
    tx: &Tx,
    revision_id: i64,
    from: RevisionStatus,
    to: RevisionStatus,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE product_revision SET status = $3, proposed_at = $4 WHERE id = $1 AND status = $2",
        [revision_id.into(), from.as_str().into(), to.as_str().into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}
