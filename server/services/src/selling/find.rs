//! One product with all that its editor shows.

use std::collections::HashMap;

use domain::{locale::Locale, product::RevisionStatus, tier::PriceTiers};
use store::{Db, products};

use super::{
    attributes,
    draft::Draft,
    view::{AttributeField, CategoryChoice, RevisionView, SellerPhoto, SellerProduct, SellerVariant},
};
use crate::{Error, FieldError, Result, Services, catalogue::photo_of, fulfilment::SellerScope, stock::StockView};

/// A product of the caller's shops. Names of categories and attributes are in the language asked for.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn find(services: &Services, scope: SellerScope<'_>, id: &str, locale: Locale) -> Result<SellerProduct> {
    let draft = Draft::load(services.store(), scope, id, locale).await?;
    let today = draft.today(services.now())?.to_string();
    view(services.store(), &draft, &today, locale).await
}

/// What is missing before a product can be proposed.
pub(super) async fn missing(db: &impl Db, draft: &Draft) -> Result<Vec<FieldError>> {
    let fields = attributes::fields(db, &draft.row.kind, Locale::Id).await?;
    let texts = products::texts(db, draft.row.revision_id).await?;
    let description = texts.iter().find(|text| text.locale == Locale::Id.as_str()).map(|text| &*text.description);
    let photos = products::gallery(db, draft.row.revision_id).await?.len();
    let variants = products::variants(db, draft.row.id).await?.len();
    missing_of(draft, &fields, description.unwrap_or_default(), photos, variants)
}

fn missing_of(
    draft: &Draft,
    fields: &[AttributeField],
    description: &str,
    photos: usize,
    variants: usize,
) -> Result<Vec<FieldError>> {
    let mut errors = Vec::new();
    if photos == 0 {
        errors.push(FieldError::new("photos", "photo-missing"));
    }
    if description.is_empty() {
        errors.push(FieldError::new("description", "description-missing"));
    }
    errors.extend(attributes::missing(fields, &draft.attributes()?));
    if draft.row.kind == "food" && draft.row.shelf_life_days.is_none() {
        errors.push(FieldError::new("shelf_life_days", "shelf-life-missing"));
    }
    if variants == 0 {
        errors.push(FieldError::new("variants", "variants-missing"));
    }
    Ok(errors)
}

async fn view(db: &impl Db, draft: &Draft, today: &str, locale: Locale) -> Result<SellerProduct> {
    let row = &draft.row;
    let fields = attributes::fields(db, &row.kind, locale).await?;
    let mut texts: HashMap<String, products::TextRow> =
        products::texts(db, row.revision_id).await?.into_iter().map(|text| (text.locale.clone(), text)).collect();
    let own = texts.remove(Locale::Id.as_str()).ok_or_else(|| Error::internal("a revision without a text"))?;
    let english = texts.remove(Locale::En.as_str());
    let gallery = products::gallery(db, row.revision_id).await?;
    let variants = variants(db, row, &gallery, today).await?;
    let missing = missing_of(draft, &fields, &own.description, gallery.len(), variants.len())?;
    let is_answered = matches!(draft.revision, RevisionStatus::ChangesRequested | RevisionStatus::Rejected);
    let categories = products::categories(db, &[row.sentra_id], locale).await?;
    Ok(SellerProduct {
        id: row.public_id.clone(),
        slug: row.slug.clone(),
        status: draft.status,
        status_reason: row.status_reason.clone(),
        revision: RevisionView {
            number: row.revision_number,
            status: draft.revision,
            note: row.note.clone().filter(|_| is_answered),
        },
        shop: row.shop.clone(),
        shop_name: row.shop_name.clone(),
        category: row.category.clone(),
        category_name: row.category_name.clone(),
        kind: row.kind.clone(),
        name: own.name,
        description: own.description,
        name_en: english.as_ref().map(|text| text.name.clone()),
        description_en: english.map(|text| text.description),
        attributes: draft.attributes()?,
        transport_class: row.transport_class.clone(),
        lead_time_days: row.lead_time_days,
        made_to_order: row.made_to_order,
        shelf_life_days: row.shelf_life_days,
        price_from: row.price_from,
        in_stock: row.in_stock,
        variants,
        photos: gallery
            .into_iter()
            .map(|row| SellerPhoto { id: row.public_id, alt_en: row.alt_en, photo: photo_of(row.photo) })
            .collect(),
        missing,
        is_published_elsewhere: row.published_revision_id.is_some_and(|id| id != row.revision_id),
        actions: draft.actions(),
        fields,
        categories: categories
            .into_iter()
            .filter(|category| category.kind == row.kind)
            .map(|category| CategoryChoice { slug: category.slug, name: category.name })
            .collect(),
    })
}

async fn variants(
    db: &impl Db,
    product: &products::EditRow,
    gallery: &[products::GalleryRow],
    today: &str,
) -> Result<Vec<SellerVariant>> {
    let mut stock: HashMap<i64, Vec<products::StockOfVariantRow>> = HashMap::new();
    for row in products::stock(db, product.id, today).await? {
        stock.entry(row.variant_id).or_default().push(row);
    }
    let is_food = product.shelf_life_days.is_some();
    let rows = products::variants(db, product.id).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = stock.remove(&row.id).unwrap_or_default();
            let is_counted = own.iter().any(|row| !is_food || row.produced_on.as_deref() == Some(today));
            SellerVariant {
                id: row.public_id,
                name: row.name,
                price: row.price,
                tiers: row.tiers.parse::<PriceTiers>().map(|tiers| tiers.steps().to_vec()).unwrap_or_default(),
                weight_g: row.weight_g,
                length_mm: row.length_mm,
                width_mm: row.width_mm,
                height_mm: row.height_mm,
                weekly_capacity: row.weekly_capacity,
                photo: gallery
                    .iter()
                    .find(|photo| Some(photo.media_id) == row.media_id)
                    .map(|photo| photo.public_id.clone()),
                stock: own.into_iter().map(shelf).collect(),
                takes_new_stock: !product.made_to_order && !is_counted,
            }
        })
        .collect())
}

fn shelf(row: products::StockOfVariantRow) -> StockView {
    StockView {
        lot: row.lot_code,
        best_before: row.best_before,
        on_hand: row.on_hand,
        allocated: row.allocated,
        held: row.held,
    }
}
