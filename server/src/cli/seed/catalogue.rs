//! Shops and goods of the demo. Photos go through the pipeline of uploads before the transaction begins.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use domain::{
    id,
    phone::Phone,
    shelf_life,
    time::{Date, Timestamp, Zone},
};
use ports::ProcessedPhoto;
use services::{Services, secret};
use store::{
    Tx,
    seeding::{self, NewShop, Value},
};

use super::{
    certificates,
    files::{self, Product, Shop},
    qris,
};

/// Where the photos of the demo are, from the checkout's root or beside the binary's working folder.
const FOLDER: &str = "server/data/demo";
/// Pieces a week that the workshops of the demo make of what is made to order.
const WEEKLY_CAPACITY: i64 = 12;
/// Food that keeps so long is on the shelf from two days.
const LONG_LIFE_DAYS: i64 = 30;
/// Products of one shop stand together in the list; steps of so many between them mix the shops.
const TURN: usize = 37;

/// Descriptions of photos by file name: Indonesian, English.
type AltTexts = HashMap<String, (String, String)>;

/// Where the photos are.
pub(super) fn folder() -> PathBuf {
    PathBuf::from(std::env::var("SENTRA_DEMO_ROOT").unwrap_or_else(|_| FOLDER.to_owned()))
}

/// Accounts of the owners of all shops, by the path of the shop; shops without one belong to the admin.
pub(super) fn owners_of_shops(owners: &HashMap<String, i64>) -> anyhow::Result<HashMap<String, i64>> {
    let fallback = *owners.get("admin@contoh.test").context("the admin account")?;
    let owner = |shop: &Shop| shop.owner_account.as_ref().and_then(|email| owners.get(email)).copied();
    Ok(files::shops()?.into_iter().map(|shop| (shop.slug.clone(), owner(&shop).unwrap_or(fallback))).collect())
}

/// Makes all of it in one transaction.
pub(super) async fn create(services: &Services, owners: &HashMap<String, i64>) -> anyhow::Result<()> {
    let folder = folder();
    let manifest = std::fs::read_to_string(folder.join("photos/manifest.csv"))
        .with_context(|| format!("{} has no demo photos; run in the checkout", folder.display()))?;
    let alt_texts = files::alt_texts(&manifest)?;
    let (shops, products) = (files::shops()?, files::products()?);
    let mut photos = HashMap::new();
    for shop in &shops {
        if let Some(logo) = &shop.logo {
            photos.insert(logo.clone(), process(services, &folder.join("logos").join(logo)).await?);
        }
    }
    for name in products.iter().flat_map(|product| &product.photos) {
        if !photos.contains_key(name) {
            photos.insert(name.clone(), process(services, &folder.join("photos").join(name)).await?);
        }
    }
    let now = services.now();
    let fallback = *owners.get("admin@contoh.test").context("the admin account")?;
    let tx = services.store().begin().await?;
    let mut media = HashMap::new();
    for (name, photo) in &photos {
        media.insert(name.as_str(), insert_media(&tx, photo, now).await?);
    }
    let mut shop_ids = HashMap::new();
    for shop in &shops {
        let owner = shop.owner_account.as_ref().and_then(|email| owners.get(email)).copied().unwrap_or(fallback);
        shop_ids.insert(shop.slug.as_str(), insert_shop(&tx, shop, owner, &media, now).await?);
    }
    let (mut product_ids, mut public_ids) = (Vec::new(), HashMap::new());
    for (index, product) in products.iter().enumerate() {
        let shop_id = *shop_ids.get(product.shop.as_str()).with_context(|| format!("no shop {}", product.shop))?;
        // Spread over the last days, so that "newest" has an order; what has photos came last, makers taking turns.
        let without_photos = if product.photos.is_empty() { products.len() } else { 0 };
        let turn = (index * TURN) % products.len();
        let age = i64::try_from(without_photos + turn + 1)?;
        let made_at = now.plus_hours(-age);
        let (key, public_id) =
            insert_product(&tx, product, shop_id, fallback, (&media, &alt_texts), made_at, now).await?;
        product_ids.push(key);
        public_ids.insert(product.slug.as_str(), public_id);
    }
    store::catalogue::refresh_availability(&tx, &product_ids, now).await?;
    let curator = *owners.get("kurator@contoh.test").context("the curator's account")?;
    certificates::create(&tx, &shop_ids, &public_ids, curator, now).await?;
    tx.commit().await?;
    services::capacity::extend(services).await?;
    Ok(())
}

async fn process(services: &Services, path: &Path) -> anyhow::Result<ProcessedPhoto> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    services.ports().photos.process(bytes.into()).await.with_context(|| path.display().to_string())
}

async fn insert_media(tx: &Tx, photo: &ProcessedPhoto, now: Timestamp) -> anyhow::Result<i64> {
    let columns = vec![
        ("key", photo.key.clone().into()),
        ("width", photo.width.into()),
        ("height", photo.height.into()),
        ("thumbhash", photo.thumbhash.clone().into()),
        ("widths", serde_json::to_string(&photo.widths)?.into()),
        ("created_at", now.millis().into()),
    ];
    Ok(seeding::insert(tx, "media", columns).await?)
}

async fn insert_shop(
    tx: &Tx,
    shop: &Shop,
    owner_account: i64,
    media: &HashMap<&str, i64>,
    now: Timestamp,
) -> anyhow::Result<i64> {
    let phone: Phone = shop.phone.parse().with_context(|| format!("phone of {}", shop.slug))?;
    let logo = shop.logo.as_deref().and_then(|name| media.get(name)).copied();
    let columns: Vec<(&'static str, Value)> = vec![
        ("slug", shop.slug.clone().into()),
        ("name", shop.name.clone().into()),
        ("owner_name", shop.owner_name.clone().into()),
        ("since_year", shop.since_year.into()),
        ("tagline_id", shop.tagline_id.clone().into()),
        ("tagline_en", shop.tagline_en.clone().into()),
        ("story_id", shop.story_id.trim().into()),
        ("story_en", shop.story_en.trim().into()),
        ("street", shop.street.clone().into()),
        ("region_code", shop.region.clone().into()),
        ("phone", phone.as_e164().into()),
        ("logo_media_id", logo.into()),
        ("opening_hours", shop.opening_hours.clone().into()),
        ("offers_pickup", shop.offers_pickup.into()),
        ("offers_courier", shop.offers_courier.into()),
        ("accepts_cod", shop.accepts_cod.into()),
        ("bank_name", shop.bank_name.clone().into()),
        ("bank_account", shop.bank_account.clone().into()),
        ("bank_holder", shop.bank_holder.clone().into()),
    ];
    let public_id = secret::public_id(id::SHOP)?;
    let new = NewShop { public_id: &public_id, sentra: &shop.sentra, columns, owner_account };
    let shop_id = seeding::insert_shop(tx, new, now).await?;
    for area in &shop.delivery_areas {
        let columns = vec![
            ("shop_id", shop_id.into()),
            ("region_prefix", area.region_prefix.clone().into()),
            ("fee", area.fee_rupiah.into()),
            ("days_min", area.days_min.into()),
            ("days_max", area.days_max.into()),
        ];
        seeding::insert_plain(tx, "seller_delivery_area", columns).await?;
    }
    qris::insert(tx, shop_id, &shop.name, now).await?;
    Ok(shop_id)
}

async fn insert_product(
    tx: &Tx,
    product: &Product,
    shop_id: i64,
    account_id: i64,
    (media, alt_texts): (&HashMap<&str, i64>, &AltTexts),
    made_at: Timestamp,
    now: Timestamp,
) -> anyhow::Result<(i64, String)> {
    let category_id = seeding::key(tx, "category", "slug", &product.category).await?;
    let is_published = product.status == "published";
    let published_at = is_published.then(|| made_at.millis());
    let public_id = secret::public_id(id::PRODUCT)?;
    let columns = vec![
        ("public_id", public_id.as_str().into()),
        ("slug", product.slug.clone().into()),
        ("shop_id", shop_id.into()),
        ("category_id", category_id.into()),
        ("status", product.status.clone().into()),
        ("transport_class", product.transport_class.clone().into()),
        ("lead_time_days", product.lead_time_days.into()),
        ("made_to_order", product.made_to_order.into()),
        ("shelf_life_days", product.shelf_life_days.into()),
        ("created_at", made_at.millis().into()),
        ("updated_at", made_at.millis().into()),
        ("published_at", published_at.into()),
    ];
    let product_id = seeding::insert(tx, "product", columns).await?;
    let columns = vec![
        ("public_id", secret::public_id(id::REVISION)?.into()),
        ("product_id", product_id.into()),
        ("number", 1_i64.into()),
        ("status", product.status.clone().into()),
        ("attributes", serde_json::to_string(&product.attributes)?.into()),
        ("created_by", account_id.into()),
        ("created_at", made_at.millis().into()),
        ("proposed_at", (product.status != "draft").then(|| made_at.millis()).into()),
        ("decided_at", published_at.into()),
    ];
    let revision_id = seeding::insert(tx, "product_revision", columns).await?;
    if is_published {
        seeding::publish(tx, product_id, revision_id).await?;
    }
    for (locale, name, description) in
        [("id", &product.name_id, &product.description_id), ("en", &product.name_en, &product.description_en)]
    {
        let columns = vec![
            ("revision_id", revision_id.into()),
            ("locale", locale.into()),
            ("name", name.clone().into()),
            ("description", description.clone().into()),
        ];
        seeding::insert_plain(tx, "product_text", columns).await?;
    }
    for (position, name) in (0_i64..).zip(&product.photos) {
        let (alt_id, alt_en) = alt_texts.get(name).with_context(|| format!("no description of {name}"))?;
        let columns = vec![
            ("public_id", secret::public_id(id::PHOTO)?.into()),
            ("revision_id", revision_id.into()),
            ("media_id", (*media.get(name.as_str()).context("photo")?).into()),
            ("alt_id", alt_id.clone().into()),
            ("alt_en", alt_en.clone().into()),
            ("position", position.into()),
        ];
        seeding::insert(tx, "product_photo", columns).await?;
    }
    for (position, variant) in (0_i64..).zip(&product.variants) {
        let columns = vec![
            ("public_id", secret::public_id(id::VARIANT)?.into()),
            ("product_id", product_id.into()),
            ("name", variant.name.clone().into()),
            ("price", variant.price_rupiah.into()),
            ("tiers", variant.tiers.clone().into()),
            ("media_id", variant.photo.as_deref().and_then(|name| media.get(name)).copied().into()),
            ("weight_g", variant.weight_g.into()),
            ("length_mm", variant.length_mm.into()),
            ("width_mm", variant.width_mm.into()),
            ("height_mm", variant.height_mm.into()),
            ("position", position.into()),
            ("weekly_capacity", product.made_to_order.then_some(WEEKLY_CAPACITY).into()),
        ];
        let variant_id = seeding::insert(tx, "variant", columns).await?;
        if product.made_to_order {
            continue;
        }
        let today = Date::from_timestamp(now, Zone::Wib);
        let Some(days) = product.shelf_life_days else {
            seeding::stock(tx, variant_id, variant.stock, None, now).await?;
            continue;
        };
        // What keeps for long was made twice: some of it a while ago.
        let before = if days >= LONG_LIFE_DAYS { variant.stock / 3 } else { 0 };
        for (made_on, pieces) in [(today.plus_days(-days / 6), before), (today, variant.stock - before)] {
            if pieces > 0 || made_on == today {
                let code = id::lot_code(made_on, secret::random()?);
                let lot = (code.as_str(), made_on, shelf_life::best_before(made_on, days));
                seeding::stock(tx, variant_id, pieces, Some(lot), now).await?;
            }
        }
    }
    Ok((product_id, public_id))
}
