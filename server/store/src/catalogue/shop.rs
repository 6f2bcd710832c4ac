//! Shops as buyers see them.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use crate::{Db, Result, reviews::SpreadRow, sql, sql::Fragment};

/// An approved shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShopRow {
    /// Key inside the database.
    pub id: i64,
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the person behind it.
    pub owner: String,
    /// Year that it began.
    pub since_year: Option<i64>,
    /// One sentence.
    pub tagline: String,
    /// Paragraphs, parted by empty lines.
    pub story: String,
    /// Street address.
    pub street: String,
    /// Village, district, city, province.
    pub region: String,
    /// Phone number.
    pub phone: String,
    /// Key of its logo.
    pub logo: Option<String>,
    /// JSON array of the widths of its logo.
    pub logo_widths: Option<String>,
    /// When it is open, as its owner wrote it.
    pub opening_hours: String,
    /// Whether goods can be collected there.
    pub offers_pickup: bool,
    /// Whether couriers carry its goods.
    pub offers_courier: bool,
    /// Whether it is paid at hand-over.
    pub accepts_cod: bool,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products on sale.
    pub product_count: i64,
    /// Its ratings.
    #[sea_orm(nested)]
    pub spread: SpreadRow,
}

/// The approved shop with that slug.
///
/// # Errors
/// Whatever the database says.
pub async fn find_shop(db: &impl Db, slug: &str, locale: Locale) -> Result<Option<ShopRow>> {
    let mut sql = select(locale);
    let slug = sql.bind(slug);
    sql.push(&format!(" AND s.slug = {slug}"));
    sql::one(db, &sql.text, sql.values).await
}

/// Approved shops of one sentra or of all, by slug; the next page begins after one.
///
/// # Errors
/// Whatever the database says.
pub async fn shops(
    db: &impl Db,
    sentra: Option<&str>,
    after: Option<&str>,
    limit: i64,
    locale: Locale,
) -> Result<Vec<ShopRow>> {
    let mut sql = select(locale);
    for (condition, value) in [("se.slug =", sentra), ("s.slug >", after)] {
        if let Some(value) = value {
            let value = sql.bind(value);
            sql.push(&format!(" AND {condition} {value}"));
        }
    }
    let limit = sql.bind(limit);
    sql.push(&format!(" ORDER BY s.slug LIMIT {limit}"));
    sql::all(db, &sql.text, sql.values).await
}

fn select(locale: Locale) -> Fragment {
    let suffix = locale.as_str();
    let mut sql = Fragment::default();
    sql.push(&format!(
        "SELECT s.id, s.slug, s.name, s.owner_name AS owner, s.since_year, s.tagline_{suffix} AS tagline,
             s.story_{suffix} AS story, s.street, r.full_name AS region, s.phone, m.key AS logo, m.widths AS logo_widths, s.opening_hours,
             s.offers_pickup, s.offers_courier, s.accepts_cod, se.slug AS sentra, se.name AS sentra_name,
             (SELECT COUNT(*) FROM product p WHERE p.shop_id = s.id AND p.status = 'published') AS product_count,
             s.stars_1, s.stars_2, s.stars_3, s.stars_4, s.stars_5
         FROM shop s
         JOIN sentra se ON se.id = s.sentra_id
         JOIN region r ON r.code = s.region_code
         LEFT JOIN media m ON m.id = s.logo_media_id
         WHERE s.status = 'approved'"
    ));
    sql
}
