//! What can be bought now, kept on the product for lists.

use domain::time::{Date, Timestamp, Zone};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, guard, shelves, sql};

/// The date that `now` falls on in the three zones: the values of the placeholders of [`SELLABLE`].
pub(super) fn dates(now: Timestamp) -> [Value; 3] {
    [Zone::Wib, Zone::Wita, Zone::Wit].map(|zone| Date::from_timestamp(now, zone).to_string().into())
}

/// Whether a stock row with its lot `l` can still be sold; see [`crate::goods::sellable_sql`].
pub(super) const SELLABLE: &str = "(l.id IS NULL OR (l.recalled_at IS NULL
    AND l.best_before >= CASE se.zone WHEN 'WIB' THEN $1 WHEN 'WITA' THEN $2 ELSE $3 END))";

/// Whether the product of the outer statement (`product`) has a piece to sell.
fn has_stock(now: Timestamp) -> String {
    format!(
        "EXISTS (SELECT 1 FROM variant v JOIN stock st ON st.variant_id = v.id LEFT JOIN lot l ON l.id = st.lot_id
             JOIN shop s ON s.id = product.shop_id JOIN sentra se ON se.id = s.sentra_id
             WHERE v.product_id = product.id AND v.archived_at IS NULL
                 AND st.on_hand - st.allocated - st.held > 0 AND {SELLABLE} AND {})",
        shelves::kind_sql("st", "product", now)
    )
}

/// Brings `price_from` and `in_stock` of products up to date, after their variants or stock changed; their epoch rises
/// where that changes what a page says.
///
/// # Errors
/// Whatever the database says.
pub async fn refresh_availability(tx: &Tx, product_ids: &[i64], now: Timestamp) -> Result<()> {
    if product_ids.is_empty() {
        return Ok(());
    }
    guard::lock_products(tx, product_ids).await?;
    let price_from = "COALESCE((SELECT MIN(v.price) FROM variant v
        WHERE v.product_id = product.id AND v.archived_at IS NULL), 0)";
    let in_stock = format!(
        "(lacking_certificate IS NULL AND ((made_to_order AND EXISTS (SELECT 1 FROM variant v
            WHERE v.product_id = product.id AND v.archived_at IS NULL AND v.weekly_capacity IS NULL)) OR {}))",
        has_stock(now)
    );
    // Rows that stay as they are are not written: their epoch, and so the cached pages, stay.
    let text = format!(
        "UPDATE product SET price_from = {price_from}, in_stock = {in_stock}, epoch = epoch + 1
         WHERE id IN ({}) AND (price_from <> {price_from} OR in_stock <> {in_stock})",
        sql::placeholders(4, product_ids.len())
    );
    sql::execute(tx, &text, dates(now).into_iter().chain(product_ids.iter().map(|id| (*id).into()))).await?;
    Ok(())
}

/// Products that count as in stock though their last lot has passed its day; a timer refreshes them.
///
/// # Errors
/// Whatever the database says.
pub async fn perished(db: &impl Db, now: Timestamp, limit: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let text = format!(
        "SELECT id FROM product WHERE in_stock = TRUE AND made_to_order = FALSE AND shelf_life_days IS NOT NULL
             AND NOT {} ORDER BY id LIMIT $4",
        has_stock(now)
    );
    let rows: Vec<IdRow> = sql::all(db, &text, dates(now).into_iter().chain([limit.into()])).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
