//! What a buyer needs to know of a variant: price, weight, shop, what is left. One statement for all of them.

use domain::{
    money::Rupiah,
    shipping::ParcelItem,
    tier::PriceTiers,
    time::{Date, Timestamp, Zone},
    transport::TransportClass,
    weight::{Dimensions, Grams},
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, shelves, sql};

/// A variant with its product and shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct GoodsRow {
    /// Key of the variant.
    pub variant_id: i64,
    /// `var_…`
    pub variant_public_id: String,
    /// Empty where the product has only one.
    pub variant_name: String,
    /// Rupiah of one piece alone.
    pub price: i64,
    /// Price steps by quantity, as [`domain::tier::PriceTiers`] reads them.
    pub tiers: String,
    /// Packed weight of a piece, in grams.
    pub weight_g: i64,
    /// Packed length, in millimetres.
    pub length_mm: i64,
    /// Packed width, in millimetres.
    pub width_mm: i64,
    /// Packed height, in millimetres.
    pub height_mm: i64,
    /// Key of the product.
    pub product_id: i64,
    /// Path of the product's page.
    pub product_slug: String,
    /// Name in the asked language, else in Indonesian.
    pub product_name: String,
    /// Whether anybody may buy it at all: published, in an approved shop, not archived, with the certificates it needs.
    pub for_sale: bool,
    /// The certificate that it cannot be sold without and does not have, where nothing else keeps it from sale.
    pub lacking_certificate: Option<String>,
    /// What it has to survive on the way.
    pub transport_class: String,
    /// Days from acceptance to hand-over.
    pub lead_time_days: i64,
    /// Made only when ordered; has no stock.
    pub made_to_order: bool,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// Pieces a week that can be made; no limit, and for what is not made to order, where there is none.
    pub weekly_capacity: Option<i64>,
    /// Pieces that can be bought now, lots past their date left out; for made to order those that weeks have room for.
    pub available: i64,
    /// Key of the photo: its own, else the first of the product.
    pub media_id: Option<i64>,
    /// Content key of the photo: its own, else the first of the product.
    pub media_key: Option<String>,
    /// Pixels.
    pub media_width: Option<i64>,
    /// Pixels.
    pub media_height: Option<i64>,
    /// Base64.
    pub media_thumbhash: Option<String>,
    /// JSON array of pixels.
    pub media_widths: Option<String>,
    /// What the photo shows, in the asked language.
    pub media_alt: Option<String>,
    /// Key of the shop.
    pub shop_id: i64,
    /// Path of the shop's page.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Where the shop is, and where goods are handed over.
    pub shop_street: String,
    /// When it is open, as its owner wrote it.
    pub shop_hours: String,
    /// Content key of the shop's logo.
    pub logo_key: Option<String>,
    /// JSON array of pixels.
    pub logo_widths: Option<String>,
    /// Key of the sentra.
    pub sentra_id: i64,
    /// Part of the sentra's address.
    pub sentra_slug: String,
    /// Name of the sentra.
    pub sentra_name: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// Whether the shop hands over at the sentra.
    pub offers_pickup: bool,
    /// Whether the shop gives parcels to couriers.
    pub offers_courier: bool,
    /// Whether the shop takes cash at hand-over.
    pub accepts_cod: bool,
    /// Bank of the shop.
    pub bank_name: Option<String>,
    /// Account number of the shop.
    pub bank_account: Option<String>,
    /// Whose account it is.
    pub bank_holder: Option<String>,
    /// Key of the shop's QRIS code that is in use.
    pub qris_id: Option<i64>,
    /// What that code says.
    pub qris_payload: Option<String>,
}

impl GoodsRow {
    /// So many pieces as part of a parcel.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when weight or class are none.
    pub fn parcel(&self, quantity: i64) -> Result<ParcelItem> {
        let corrupt = || Error::Corrupt(format!("variant {}", self.variant_id));
        Ok(ParcelItem {
            quantity,
            weight: Grams::new(self.weight_g).ok_or_else(corrupt)?,
            dimensions: Dimensions { length_mm: self.length_mm, width_mm: self.width_mm, height_mm: self.height_mm },
            transport_class: self.transport_class.parse::<TransportClass>().map_err(|_| corrupt())?,
        })
    }

    /// What each of so many pieces costs.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when its price steps are none.
    pub fn unit_price(&self, quantity: i64) -> Result<Rupiah> {
        let tiers: PriceTiers =
            self.tiers.parse().map_err(|_| Error::Corrupt(format!("price steps of variant {}", self.variant_id)))?;
        Ok(tiers.unit_price(Rupiah::new(self.price), quantity))
    }

    /// Whether only so many pieces can be bought as are left.
    #[must_use]
    pub const fn is_limited(&self) -> bool {
        !self.made_to_order || self.weekly_capacity.is_some()
    }

    /// The code of why it is not for sale.
    #[must_use]
    pub const fn refusal(&self) -> &'static str {
        if self.lacking_certificate.is_some() { "item-uncertified" } else { "item-unavailable" }
    }

    /// Time zone of the sentra.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when it is none of the three.
    pub fn zone(&self) -> Result<Zone> {
        self.zone.parse().map_err(|_| Error::Corrupt(format!("zone of sentra {}", self.sentra_id)))
    }
}

/// Today's date where the sentra `t` is, for `zone` of the statement; `$first` to `$first+2` are the three dates.
pub(crate) fn today_sql(first: usize) -> String {
    format!("CASE t.zone WHEN 'WIB' THEN ${first} WHEN 'WITA' THEN ${} ELSE ${} END", first + 1, first + 2)
}

/// Whether a stock row with its lot `l` (none for what does not perish) can still be sold where it is that day: its last
/// day has not passed (see `domain::shelf_life::is_sellable`), and nobody has called it back.
pub(crate) fn sellable_sql(today: &str) -> String {
    format!("(l.id IS NULL OR (l.best_before >= {today} AND l.recalled_at IS NULL))")
}

/// The values of [`today_sql`].
pub(crate) fn todays(now: Timestamp) -> [Value; 3] {
    [Zone::Wib, Zone::Wita, Zone::Wit].map(|zone| Date::from_timestamp(now, zone).to_string().into())
}

/// Variants by their public ids, unknown ones left out.
///
/// # Errors
/// Whatever the database says.
pub async fn by_public_ids(db: &impl Db, ids: &[&str], locale: &str, now: Timestamp) -> Result<Vec<GoodsRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    find(
        db,
        &format!("v.public_id IN ({})", sql::placeholders(6, ids.len())),
        ids.iter().map(|&id| id.into()),
        locale,
        now,
    )
    .await
}

/// Variants by their keys.
///
/// # Errors
/// Whatever the database says.
pub async fn by_ids(db: &impl Db, ids: &[i64], locale: &str, now: Timestamp) -> Result<Vec<GoodsRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    find(db, &format!("v.id IN ({})", sql::placeholders(6, ids.len())), ids.iter().map(|&id| id.into()), locale, now)
        .await
}

async fn find(
    db: &impl Db,
    condition: &str,
    ids: impl Iterator<Item = Value>,
    locale: &str,
    now: Timestamp,
) -> Result<Vec<GoodsRow>> {
    let (sellable, kind) = (sellable_sql(&today_sql(2)), shelves::kind_sql("k", "p", now));
    let text = format!(
        "SELECT v.id AS variant_id, v.public_id AS variant_public_id, v.name AS variant_name, v.price, v.tiers, v.weight_g,
            v.length_mm, v.width_mm, v.height_mm, p.id AS product_id, p.slug AS product_slug,
            COALESCE(x.name, xi.name, p.slug) AS product_name,
            (p.status = 'published' AND s.status = 'approved' AND v.archived_at IS NULL
                AND p.lacking_certificate IS NULL) AS for_sale,
            CASE WHEN p.status = 'published' AND s.status = 'approved' AND v.archived_at IS NULL
                THEN p.lacking_certificate END AS lacking_certificate,
            p.transport_class, p.lead_time_days, p.made_to_order, p.shelf_life_days, v.weekly_capacity,
            CAST(COALESCE((SELECT SUM(k.on_hand - k.allocated - k.held) FROM stock k LEFT JOIN lot l ON l.id = k.lot_id
              WHERE k.variant_id = v.id AND {sellable} AND {kind}), 0) AS BIGINT) AS available,
            m.id AS media_id, m.key AS media_key, m.width AS media_width, m.height AS media_height,
            m.thumbhash AS media_thumbhash, m.widths AS media_widths,
            CASE WHEN $1 = 'en' THEN ph.alt_en ELSE ph.alt_id END AS media_alt,
            s.id AS shop_id, s.slug AS shop_slug, s.name AS shop_name, s.street AS shop_street,
            s.opening_hours AS shop_hours, lm.key AS logo_key, lm.widths AS logo_widths,
            s.sentra_id, t.slug AS sentra_slug, t.name AS sentra_name, t.zone, s.offers_pickup,
            s.offers_courier, s.accepts_cod, s.bank_name, s.bank_account, s.bank_holder,
            q.id AS qris_id, q.payload AS qris_payload
         FROM variant v
         JOIN product p ON p.id = v.product_id
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         LEFT JOIN product_text x ON x.revision_id = p.published_revision_id AND x.locale = $1
         LEFT JOIN product_text xi ON xi.revision_id = p.published_revision_id AND xi.locale = 'id'
         LEFT JOIN product_photo ph ON ph.id = COALESCE(
            (SELECT MIN(f.id) FROM product_photo f WHERE f.revision_id = p.published_revision_id AND f.media_id = v.media_id),
            (SELECT f.id FROM product_photo f WHERE f.revision_id = p.published_revision_id
                ORDER BY f.position, f.id LIMIT 1))
         LEFT JOIN media m ON m.id = ph.media_id
         LEFT JOIN media lm ON lm.id = s.logo_media_id
         LEFT JOIN shop_qris q ON q.id = (SELECT u.id FROM shop_qris u WHERE u.shop_id = s.id AND u.status = 'verified'
            AND u.active_from <= $5 ORDER BY u.active_from DESC, u.id DESC LIMIT 1)
         WHERE {condition} ORDER BY v.id LIMIT 500"
    );
    let values = std::iter::once(Value::from(locale)).chain(todays(now)).chain([now.millis().into()]).chain(ids);
    sql::all(db, &text, values).await
}
