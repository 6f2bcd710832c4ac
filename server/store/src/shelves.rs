//! What can be sold of variants now: from which lots, in which weeks.

use domain::time::{Date, Timestamp, Zone};
use sea_orm::{FromQueryResult, Value};

use crate::{
    Db, Result,
    goods::{sellable_sql, today_sql, todays},
    sql,
};

/// A stock row that a variant can be sold from, with what is asked of the variant; without a stock row where there is none.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShelfRow {
    /// Whose row it is.
    pub variant_id: i64,
    /// Whether anybody may buy it at all.
    pub for_sale: bool,
    /// Rupiah of one piece alone.
    pub price: i64,
    /// Price steps by quantity.
    pub tiers: String,
    /// Grams a piece, packed.
    pub weight_g: i64,
    /// Key of the stock row.
    pub stock_id: Option<i64>,
    /// Pieces that nobody else has.
    pub available: i64,
    /// ISO date of the lot.
    pub best_before: Option<String>,
    /// Monday of the week in which they are made, for what is made to order.
    pub week: Option<String>,
}

/// The last Monday before all of today's places on Earth, as text of the statement; weeks before it are over.
pub(crate) fn this_week(now: Timestamp) -> Date {
    Date::from_timestamp(now, Zone::Wib).monday()
}

/// Whether a stock row is one that its product is sold from: weeks of what is made to order, shelves of all else.
/// `$alias` is the row, `$product` its product.
pub(crate) fn kind_sql(alias: &str, product: &str, now: Timestamp) -> String {
    format!(
        "(({product}.made_to_order = FALSE AND {alias}.week IS NULL)
          OR ({product}.made_to_order = TRUE AND {alias}.week >= '{}'))",
        this_week(now)
    )
}

/// Everything that can be sold of these variants, the lot that spoils first and the week that comes first in front. The
/// pieces of that hold of a cart count as free.
///
/// # Errors
/// Whatever the database says.
pub async fn of(db: &impl Db, variant_ids: &[i64], hold: Option<i64>, now: Timestamp) -> Result<Vec<ShelfRow>> {
    if variant_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT v.id AS variant_id, (p.status = 'published' AND s.status = 'approved' AND v.archived_at IS NULL
                AND p.lacking_certificate IS NULL) AS for_sale,
            v.price, v.tiers, v.weight_g, k.id AS stock_id,
            CAST(COALESCE(k.on_hand - k.allocated - k.held + COALESCE(d.quantity, 0), 0) AS BIGINT) AS available,
            l.best_before, k.week
         FROM variant v
         JOIN product p ON p.id = v.product_id
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         LEFT JOIN stock k ON k.variant_id = v.id
         LEFT JOIN cart_hold_line d ON d.hold_id = $4 AND d.stock_id = k.id
         LEFT JOIN lot l ON l.id = k.lot_id
         WHERE v.id IN ({}) AND (k.id IS NULL OR p.made_to_order = TRUE
            OR ({sellable} AND k.on_hand - k.allocated - k.held + COALESCE(d.quantity, 0) > 0))
            AND (k.id IS NULL OR p.made_to_order = TRUE OR k.week IS NULL)
            AND (k.week IS NULL OR k.week >= '{}')
         ORDER BY v.id, COALESCE(l.best_before, '9999-12-31'), COALESCE(k.week, ''), k.id LIMIT 5000",
        sql::placeholders(5, variant_ids.len()),
        this_week(now),
        sellable = sellable_sql(&today_sql(1)),
    );
    let values = todays(now).into_iter().chain([Value::from(hold)]).chain(variant_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}
