//! One product.

use std::collections::HashMap;

use domain::{
    certificate::CertificateKind,
    locale::Locale,
    making::{self, WeekRoom},
    money::Rupiah,
    phone::Phone,
    review::Spread,
    tier::PriceTiers,
    time::{Date, Timestamp, Zone},
    transport::TransportClass,
    weight::{Dimensions, Grams},
};
use serde_json::Value;
use store::catalogue::{AttributeDefinition, Filter, List, ProductRow, VariantRow};
use text::Tr;

use super::{Photo, ProductItem, card, definitions::definitions, photo, sentra::paragraphs};
use crate::{
    Error, Result, Services,
    certificates::{self, CertificateView},
};

/// Other products of the shop on the page.
const MORE: i64 = 8;
/// Products of other makers on the page, and how many of the category are looked at for them.
const RELATED: usize = 4;
const LOOKED_AT: i64 = 24;

/// A product with all that its page and the API say.
#[derive(Debug, Clone)]
pub struct ProductView {
    /// Key inside the database.
    pub key: i64,
    /// Part of its address.
    pub slug: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
    /// Paragraphs, in the language of the name.
    pub description: Vec<String>,
    /// Language of name and description.
    pub text_locale: Locale,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Slug of its category.
    pub category: String,
    /// Name of its category.
    pub category_name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Lowest price of its variants.
    pub price_from: Rupiah,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// Whether it is made when ordered.
    pub made_to_order: bool,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Day on which it would be handed over if its seller accepted it today.
    pub ready_on: Date,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// What a parcel has to survive.
    pub transport: TransportClass,
    /// What is known of it, in order.
    pub attributes: Vec<AttributeView>,
    /// Its photos.
    pub photos: Vec<Photo>,
    /// What can be chosen; at least one.
    pub variants: Vec<VariantView>,
    /// Who makes it.
    pub shop: ProductShop,
    /// Its ratings.
    pub spread: Spread,
    /// What public bodies and laboratories say of it.
    pub certificates: Vec<CertificateView>,
    /// The certificate that it cannot be sold without and does not have.
    pub lacking: Option<CertificateKind>,
    /// Other products of the shop.
    pub more: Vec<ProductItem>,
    /// The newest of the same category by other makers.
    pub related: Vec<ProductItem>,
}

/// Up to so many pieces count as little left.
const LOW_STOCK: i64 = 3;

/// A variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantView {
    /// `var_…`
    pub id: String,
    /// Empty where there is one variant only.
    pub name: String,
    /// Price of one piece alone.
    pub price: Rupiah,
    /// What each costs where several are bought.
    pub tiers: PriceTiers,
    /// Packed, ready to ship.
    pub weight: Grams,
    /// Outer size, packed; zeroes where it is not known.
    pub dimensions: Dimensions,
    /// Pieces that can be bought now; `None` for made to order, unless all weeks are full.
    pub available: Option<i64>,
    /// Made to order only: the day that one more is done, where the weeks before are full.
    pub made_later: Option<Date>,
    /// Whether little is left.
    pub is_low: bool,
    /// Until when the lot is good that would be sold first; of food only.
    pub best_before: Option<Date>,
    /// Key of the photo that shows it.
    pub photo: Option<String>,
}

/// One thing that is known of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeView {
    /// Stable key.
    pub key: String,
    /// Name in the language asked for.
    pub name: String,
    /// Value as people read it.
    pub value: String,
}

/// The shop, as the product's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductShop {
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
    /// Phone number.
    pub phone: Option<Phone>,
    /// Address of its logo.
    pub logo: Option<String>,
    /// Whether it is collected at the sentra.
    pub offers_pickup: bool,
    /// Whether couriers carry it.
    pub offers_courier: bool,
    /// Whether it is paid at hand-over.
    pub accepts_cod: bool,
}

/// A visible product.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn product(services: &Services, slug: &str, locale: Locale) -> Result<ProductView> {
    let store = services.store();
    let row = store::catalogue::find_product(store, slug, locale).await?.ok_or(Error::NotFound)?;
    let now = services.now();
    let ready_on = ready_on(&row, now)?;
    let variants = store::catalogue::variants(store, &[(row.id, ready_on.monday())], now).await?;
    let definitions = definitions(services, locale).await?;
    let definitions = definitions.get(&row.kind).map(Vec::as_slice).unwrap_or_default();
    let own = Filter { shop: Some(row.shop.clone()), except: Some(row.id), ..Filter::default() };
    let same = Filter { category: Some(row.category.clone()), except: Some(row.id), ..Filter::default() };
    let lists = [List::newest(&own, MORE), List::newest(&same, LOOKED_AT)];
    let [more, mut related] = store::catalogue::several(store, lists, locale).await?;
    related.retain(|card| card.shop != row.shop);
    related.truncate(RELATED);
    let others = more.iter().chain(&related).map(|card| card.revision_id);
    let revisions: Vec<i64> = std::iter::once(row.revision_id).chain(others).collect();
    let mut photos = card::photos(services, &revisions, locale).await?;
    let own_photos = photos.remove(&row.revision_id).unwrap_or_default();
    let more = more.into_iter().map(|card| card::item(card, &mut photos)).collect();
    let related = related.into_iter().map(|card| card::item(card, &mut photos)).collect();
    // Nobody certifies a class.
    let certificates = match row.kind.as_str() {
        "experience" => Vec::new(),
        _ => store::certificates::of_product(store, row.id, now).await?,
    };
    let certificates = certificates.into_iter().map(|row| certificates::view(row, 0, now)).collect::<Result<_>>()?;
    let view = view(row, variants, definitions, own_photos, locale, ready_on)?;
    Ok(ProductView { certificates, more, related, ..view })
}

/// The slug of today of a visible product that once had this one.
///
/// # Errors
/// When the database is not available.
pub async fn moved_to(services: &Services, slug: &str) -> Result<Option<String>> {
    Ok(store::products::moved_to(services.store(), slug).await?)
}

/// Products that are read at once for those who list our goods elsewhere.
const EXPORTED: i64 = 200;

/// Visible products with higher keys than `after`, with photos and variants and without attributes and neighbours; and
/// the key after which the next ones come.
///
/// # Errors
/// When the database is not available.
pub async fn export(services: &Services, after: i64, locale: Locale) -> Result<(Vec<ProductView>, Option<i64>)> {
    let (store, now) = (services.store(), services.now());
    let rows = store::catalogue::products_after(store, after, EXPORTED, locale).await?;
    let is_full = i64::try_from(rows.len()) == Ok(EXPORTED);
    let next = rows.last().filter(|_| is_full).map(|row| row.id);
    let days = rows.iter().map(|row| Ok((row.id, ready_on(row, now)?.monday()))).collect::<Result<Vec<_>>>()?;
    let mut variants: HashMap<i64, Vec<VariantRow>> = HashMap::new();
    for variant in store::catalogue::variants(store, &days, now).await? {
        variants.entry(variant.product_id).or_default().push(variant);
    }
    let revisions: Vec<i64> = rows.iter().map(|row| row.revision_id).collect();
    let mut photos = card::photos(services, &revisions, locale).await?;
    let views = rows.into_iter().map(|row| {
        let variants = variants.remove(&row.id).unwrap_or_default();
        let photos = photos.remove(&row.revision_id).unwrap_or_default();
        let ready_on = ready_on(&row, now)?;
        view(row, variants, &[], photos, locale, ready_on)
    });
    Ok((views.collect::<Result<_>>()?, next))
}

/// The day that one would be handed over if its seller accepted it now.
fn ready_on(row: &ProductRow, now: Timestamp) -> Result<Date> {
    let zone: Zone = row.zone.parse().map_err(|_| Error::internal(format!("zone of product {}", row.id)))?;
    Ok(Date::from_timestamp(now, zone).plus_days(row.lead_time_days))
}

fn view(
    row: ProductRow,
    variants: Vec<VariantRow>,
    definitions: &[AttributeDefinition],
    photos: Vec<Photo>,
    locale: Locale,
    ready_on: Date,
) -> Result<ProductView> {
    let corrupt = |what: &str| Error::internal(format!("{what} of product {}", row.id));
    let text_locale = row.text_locale.parse().map_err(|_| corrupt("locale"))?;
    let transport = row.transport_class.parse().map_err(|_| corrupt("transport class"))?;
    let values: serde_json::Map<String, Value> =
        serde_json::from_str(&row.attributes).map_err(|_| corrupt("attributes"))?;
    let attributes = definitions.iter().filter_map(|definition| attribute(definition, &values, locale)).collect();
    let lacking = row.lacking_certificate.as_deref().map(str::parse).transpose();
    let lacking = lacking.map_err(|_| corrupt("lacking certificate"))?;
    let variants: Vec<VariantView> = variants
        .into_iter()
        .map(|variant| {
            let view = variant_view(variant, row.made_to_order, ready_on)?;
            Ok(if lacking.is_some() { VariantView { available: Some(0), is_low: false, ..view } } else { view })
        })
        .collect::<Result<_>>()?;
    let logo = photo::logo_of(row.shop_logo.as_deref(), row.shop_logo_widths.as_deref());
    Ok(ProductView {
        key: row.id,
        slug: row.slug,
        name: row.name,
        description: paragraphs(&row.description),
        text_locale,
        sentra: row.sentra,
        sentra_name: row.sentra_name,
        category: row.category,
        category_name: row.category_name,
        kind: row.kind,
        price_from: Rupiah::new(row.price_from),
        // Lots may have passed their day since the list's flag was written.
        in_stock: variants.iter().any(|variant| variant.available != Some(0)),
        made_to_order: row.made_to_order,
        lead_time_days: row.lead_time_days,
        ready_on,
        shelf_life_days: row.shelf_life_days,
        transport,
        attributes,
        photos,
        variants,
        spread: row.spread.into(),
        shop: ProductShop {
            slug: row.shop,
            name: row.shop_name,
            owner: row.shop_owner,
            since_year: row.shop_since,
            tagline: row.shop_tagline,
            phone: row.shop_phone.parse().ok(),
            logo,
            offers_pickup: row.offers_pickup,
            offers_courier: row.offers_courier,
            accepts_cod: row.accepts_cod,
        },
        certificates: Vec::new(),
        lacking,
        more: Vec::new(),
        related: Vec::new(),
    })
}

/// `ready_on` is the day that one is done when there is room.
pub(crate) fn variant_view(row: VariantRow, made_to_order: bool, ready_on: Date) -> Result<VariantView> {
    let week = row.free_week.as_deref().map(str::parse::<Date>).transpose();
    let week = week.map_err(|_| Error::internal("a week that makes a variant"))?;
    let is_limited = made_to_order && row.has_capacity;
    let room = week.map(|monday| WeekRoom { monday, free: 1 });
    let making = making::plan(room.as_slice(), 1, ready_on).ok().filter(|_| is_limited);
    let is_full = is_limited && making.is_none();
    Ok(VariantView {
        made_later: making.map(|making| making.ready_on).filter(|day| *day > ready_on),
        id: row.public_id,
        name: row.name,
        price: Rupiah::new(row.price),
        tiers: row.tiers.parse().map_err(|_| Error::internal("price steps of a variant"))?,
        weight: Grams::new(row.weight_g).ok_or_else(|| Error::internal("a variant without a weight"))?,
        dimensions: Dimensions { length_mm: row.length_mm, width_mm: row.width_mm, height_mm: row.height_mm },
        available: if is_full { Some(0) } else { (!made_to_order).then_some(row.available.max(0)) },
        photo: row.photo_key,
        best_before: row.best_before.as_deref().and_then(|text| text.parse().ok()),
        is_low: !made_to_order && (1..=LOW_STOCK).contains(&row.available),
    })
}

pub(crate) fn attribute(
    definition: &AttributeDefinition,
    values: &serde_json::Map<String, Value>,
    locale: Locale,
) -> Option<AttributeView> {
    let value = match values.get(&definition.key)? {
        Value::String(text) if definition.value_kind == "choice" => choice(&definition.choices, text, locale)?,
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => {
            let number = Tr::new(locale).number(number.as_i64()?);
            definition.unit.as_ref().map_or_else(|| number.clone(), |unit| format!("{number} {unit}"))
        }
        Value::Bool(flag) => Tr::new(locale).t(if *flag { "yes" } else { "no" }),
        _ => return None,
    };
    (!value.is_empty()).then(|| AttributeView { key: definition.key.clone(), name: definition.name.clone(), value })
}

fn choice(choices: &str, value: &str, locale: Locale) -> Option<String> {
    let choices: Vec<Value> = serde_json::from_str(choices).ok()?;
    let chosen = choices.iter().find(|choice| choice["value"] == value)?;
    chosen[format!("name_{}", locale.as_str())].as_str().map(str::to_owned)
}
