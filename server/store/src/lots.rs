//! Lots: production runs of food, with what is left of them and the orders that they went into.

mod writing;

use domain::locale::Locale;
use sea_orm::{FromQueryResult, Value};
pub use writing::{NewLot, Recall, insert, is_recalled_for, recall};

use crate::{Db, Result, sql};

/// A lot with what it is of and what is left of it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LotRow {
    /// Key.
    pub id: i64,
    /// What stands on the pack.
    pub code: String,
    /// Key of its stock row.
    pub stock_id: i64,
    /// `var_…`
    pub variant: String,
    /// Empty where the product has one variant only.
    pub variant_name: String,
    /// Key of the product.
    pub product_id: i64,
    /// `prd_…`
    pub product: String,
    /// Part of the product's address.
    pub product_slug: String,
    /// Name of the product, in the language asked for where it has one.
    pub product_name: String,
    /// Whether buyers see the product.
    pub is_published: bool,
    /// Key of the shop.
    pub shop_id: i64,
    /// Part of the shop's address.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Name of the sentra.
    pub sentra_name: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// ISO date.
    pub produced_on: String,
    /// ISO date.
    pub best_before: String,
    /// On the shelf.
    pub on_hand: i64,
    /// Promised.
    pub allocated: i64,
    /// Held.
    pub held: i64,
    /// UTC ms since when it is called back.
    pub recalled_at: Option<i64>,
    /// Why.
    pub recall_reason: Option<String>,
    /// In which capacity.
    pub recalled_by: Option<String>,
}

/// `$1` is the language.
const SELECT: &str =
    "SELECT l.id, l.code, k.id AS stock_id, v.public_id AS variant, v.name AS variant_name, p.id AS product_id,
        p.public_id AS product, p.slug AS product_slug,
        COALESCE((SELECT x.name FROM product_text x WHERE x.revision_id = p.published_revision_id AND x.locale = $1),
            (SELECT x.name FROM product_text x JOIN product_revision r ON r.id = x.revision_id
             WHERE r.product_id = p.id AND x.locale = 'id' ORDER BY r.number DESC LIMIT 1), p.slug) AS product_name,
        (p.status = 'published' AND s.status = 'approved') AS is_published,
        s.id AS shop_id, s.slug AS shop_slug, s.name AS shop_name, t.name AS sentra_name, t.zone, l.produced_on,
        l.best_before, k.on_hand, k.allocated, k.held, l.recalled_at, l.recall_reason, l.recalled_by
     FROM lot l
     JOIN stock k ON k.lot_id = l.id
     JOIN variant v ON v.id = l.variant_id
     JOIN product p ON p.id = v.product_id
     JOIN shop s ON s.id = p.shop_id
     JOIN sentra t ON t.id = s.sentra_id";

/// Which lots.
#[derive(Debug, Clone, Default)]
pub struct LotFilter {
    /// Of these shops only; of all where there are none.
    pub shop_ids: Option<Vec<i64>>,
    /// Those that were called back only.
    pub only_recalled: bool,
    /// Part of the code.
    pub code: Option<String>,
}

/// A page of lots with keys below `below`, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(db: &impl Db, filter: &LotFilter, below: i64, limit: i64, locale: Locale) -> Result<Vec<LotRow>> {
    let mut query = sql::Fragment::default();
    let _ = query.bind(locale.as_str());
    let below = query.bind(below);
    query.push(&format!("{SELECT} WHERE l.id < {below}"));
    if let Some(shops) = &filter.shop_ids {
        if shops.is_empty() {
            return Ok(Vec::new());
        }
        let shops: Vec<String> = shops.iter().map(|&id| query.bind(id)).collect();
        query.push(&format!(" AND s.id IN ({})", shops.join(", ")));
    }
    if filter.only_recalled {
        query.push(" AND l.recalled_at IS NOT NULL");
    }
    if let Some(code) = &filter.code {
        let code = query.bind(format!("%{}%", sql::literal(code)));
        query.push(&format!(r" AND l.code LIKE {code} ESCAPE '\'"));
    }
    let limit = query.bind(limit);
    query.push(&format!(" ORDER BY l.id DESC LIMIT {limit}"));
    sql::all(db, &query.text, query.values).await
}

/// The lot with that code.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, code: &str, locale: Locale) -> Result<Option<LotRow>> {
    sql::one(db, &format!("{SELECT} WHERE l.code = $2"), [locale.as_str().into(), code.into()]).await
}

/// A variant of which somebody may make a lot.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LotVariantRow {
    /// `var_…`
    pub variant: String,
    /// Empty where the product has one variant only.
    pub variant_name: String,
    /// Name of the product.
    pub product_name: String,
    /// Days from production to best before.
    pub shelf_life_days: i64,
}

/// Food of these shops that is not archived, by name.
///
/// # Errors
/// Whatever the database says.
pub async fn variants(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<LotVariantRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT v.public_id AS variant, v.name AS variant_name, p.shelf_life_days,
            COALESCE((SELECT x.name FROM product_text x JOIN product_revision r ON r.id = x.revision_id
                WHERE r.product_id = p.id AND x.locale = 'id' ORDER BY r.number DESC LIMIT 1), p.slug) AS product_name
         FROM variant v JOIN product p ON p.id = v.product_id
         WHERE v.archived_at IS NULL AND p.status <> 'archived' AND p.made_to_order = FALSE
            AND p.shelf_life_days IS NOT NULL AND p.shop_id IN ({})
         ORDER BY product_name, v.position, v.id LIMIT 500",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// An order with pieces of a lot.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LotOrderRow {
    /// Key.
    pub id: i64,
    /// Number that people read.
    pub number: String,
    /// Secret of its page.
    pub token: String,
    /// Language of the buyer.
    pub locale: String,
    /// Name of the shop.
    pub shop_name: String,
    /// `OrderStatus`
    pub status: String,
    /// `FulfilmentStatus`
    pub fulfilment: String,
    /// `PaymentStatus`
    pub payment_status: String,
    /// `DeliveryMethod`
    pub delivery_method: String,
    /// UTC ms.
    pub placed_at: i64,
    /// Name of the buyer.
    pub name: String,
    /// Address of the buyer.
    pub email: Option<String>,
    /// E.164.
    pub phone: String,
    /// Pieces of the lot that it holds, or took with it.
    pub pieces: i64,
}

/// Orders that hold pieces of a lot or took some with them, with keys above `above`, in the order they were placed.
///
/// # Errors
/// Whatever the database says.
pub async fn orders(db: &impl Db, lot_id: i64, above: i64, limit: i64) -> Result<Vec<LotOrderRow>> {
    let text = "SELECT o.id, o.number, o.token, g.locale, s.name AS shop_name, o.status, o.fulfilment,
            (SELECT y.status FROM payment y JOIN payment_share ps ON ps.payment_id = y.id WHERE ps.order_id = o.id
             ORDER BY y.id DESC LIMIT 1) AS payment_status,
            o.delivery_method, o.placed_at, c.name, c.email, c.phone, q.pieces
         FROM (SELECT ol.order_id, CAST(SUM(h.quantity) AS BIGINT) AS pieces FROM stock_hold h
                JOIN stock k ON k.id = h.stock_id JOIN order_line ol ON ol.id = h.order_line_id
                WHERE k.lot_id = $1 AND h.state IN ('held', 'allocated', 'shipped') GROUP BY ol.order_id) AS q
         JOIN seller_order o ON o.id = q.order_id
         JOIN checkout_group g ON g.id = o.group_id
         JOIN shop s ON s.id = o.shop_id
         JOIN order_contact c ON c.order_id = o.id
         WHERE o.id > $2 ORDER BY o.id LIMIT $3";
    sql::all(db, text, [lot_id.into(), above.into(), limit.into()]).await
}

/// A lot of which pieces are in an order line.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LineLotRow {
    /// Whose line it is.
    pub order_id: i64,
    /// `var_…`
    pub variant: String,
    /// Code of the lot.
    pub code: String,
    /// ISO date.
    pub best_before: String,
    /// Pieces of it.
    pub pieces: i64,
    /// Whether it was called back.
    pub is_recalled: bool,
}

/// The lots of the lines of orders, the one that spoils first in front.
///
/// # Errors
/// Whatever the database says.
pub async fn of_orders(db: &impl Db, order_ids: &[i64]) -> Result<Vec<LineLotRow>> {
    if order_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT ol.order_id, v.public_id AS variant, l.code, l.best_before, CAST(SUM(h.quantity) AS BIGINT) AS pieces,
            (l.recalled_at IS NOT NULL) AS is_recalled
         FROM order_line ol JOIN stock_hold h ON h.order_line_id = ol.id JOIN stock k ON k.id = h.stock_id
         JOIN lot l ON l.id = k.lot_id JOIN variant v ON v.id = ol.variant_id
         WHERE ol.order_id IN ({}) AND h.state IN ('held', 'allocated', 'shipped')
         GROUP BY ol.order_id, v.public_id, l.id, l.code, l.best_before, l.recalled_at
         ORDER BY ol.order_id, l.best_before, l.id LIMIT 5000",
        sql::placeholders(1, order_ids.len())
    );
    sql::all(db, &text, order_ids.iter().map(|&id| Value::from(id))).await
}
