//! Changes a product.

use domain::{limits, locale::Locale, time::Timestamp, transport::TransportClass};
use serde_json::{Map, Value};
use store::{Tx, products};

use super::{
    attributes,
    draft::{Draft, record},
    find, gallery,
    request::ProductChange,
    validate::{self, VariantStep},
    view::SellerProduct,
};
use crate::{Error, FieldError, Result, Services, check, fulfilment::SellerScope, secret};

/// What a curator looks at, after the change.
#[derive(Debug, PartialEq, Eq)]
struct Curated {
    name: String,
    description: String,
    english: Option<(String, String)>,
    attributes: Map<String, Value>,
}

/// Changes a product. Variants and handling change at once; names, texts, attributes and photos of a product that is
/// on sale go into a new revision, and nothing happens where they stay as they are.
///
/// # Errors
/// [`Error::NotFound`] when it is not the caller's; [`crate::RejectionCode::Invalid`] with all fields at once;
/// [`crate::RejectionCode::InvalidState`] when it is archived, or (`under-review` at `form`) when the curator has the
/// revision that would change.
pub async fn update(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    change: &ProductChange,
) -> Result<SellerProduct> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    draft.check_trade()?;
    let mut errors = Vec::new();
    let before = current(&tx, &draft).await?;
    let after = curated(&tx, &draft, &before, change, &mut errors).await?;
    let (category_id, class) = handling(&tx, &draft, change, &mut errors).await?;
    let alt_texts = gallery::described(&tx, &draft, &change.photos, &mut errors).await?;
    let existing = products::variants(&tx, draft.row.id).await?;
    let photos = products::gallery(&tx, draft.row.revision_id).await?;
    let steps = validate::variants(&existing, &photos, &change.variants, &mut errors)?;
    check(errors)?;
    let own = products::Handling {
        transport_class: &draft.row.transport_class,
        lead_time_days: draft.row.lead_time_days,
        made_to_order: draft.row.made_to_order,
        shelf_life_days: draft.row.shelf_life_days,
    };
    let handling = products::Handling {
        transport_class: &class,
        lead_time_days: change.lead_time_days.unwrap_or(own.lead_time_days),
        made_to_order: change.made_to_order.unwrap_or(own.made_to_order),
        shelf_life_days: change.shelf_life_days.or(own.shelf_life_days),
    };
    let is_curated = before != after || !alt_texts.is_empty();
    let is_handled = handling != own || category_id != draft.row.category_id;
    if !is_curated && !is_handled && steps.is_empty() {
        drop(tx);
        return find(services, scope, id, Locale::Id).await;
    }
    if is_curated {
        let revision_id = draft.editable(&tx, scope, now).await?;
        write_curated(&tx, revision_id, &after).await?;
        gallery::describe(&tx, revision_id, &alt_texts).await?;
    }
    products::set_handling(&tx, draft.row.id, category_id, handling).await?;
    let last = existing.iter().map(|row| row.position).max().unwrap_or(0);
    apply_variants(&tx, scope, draft.row.id, last, steps, now).await?;
    products::touch(&tx, draft.row.id, now).await?;
    if is_handled {
        store::certificates::refresh_products(&tx, &[draft.row.id], now).await?;
    }
    store::catalogue::refresh_availability(&tx, &[draft.row.id], now).await?;
    record(&tx, scope, id, "product_changed", now).await?;
    tx.commit().await?;
    find(services, scope, id, Locale::Id).await
}

/// Writes the changes of variants; new ones come after `last`.
pub(super) async fn apply_variants(
    tx: &Tx,
    scope: SellerScope<'_>,
    product_id: i64,
    last: i64,
    steps: Vec<VariantStep>,
    now: Timestamp,
) -> Result<()> {
    let mut position = last;
    for step in steps {
        match step {
            VariantStep::Add(values) => {
                position += 1;
                let id = secret::public_id(domain::id::VARIANT)?;
                let key = products::insert_variant(tx, &id, product_id, &values, position).await?;
                products::insert_price(tx, key, &values, scope.account_id, now).await?;
            }
            VariantStep::Change { id, values, is_new_price } => {
                products::update_variant(tx, id, &values).await?;
                if is_new_price {
                    products::insert_price(tx, id, &values, scope.account_id, now).await?;
                }
            }
            VariantStep::Archive(id) => products::archive_variant(tx, id, now).await?,
        }
    }
    Ok(())
}

async fn current(tx: &Tx, draft: &Draft) -> Result<Curated> {
    let texts = products::texts(tx, draft.row.revision_id).await?;
    let text = |locale: Locale| {
        let row = texts.iter().find(|text| text.locale == locale.as_str());
        row.map(|row| (row.name.clone(), row.description.clone()))
    };
    let (name, description) = text(Locale::Id).ok_or_else(|| Error::internal("a revision without a text"))?;
    Ok(Curated { name, description, english: text(Locale::En), attributes: draft.attributes()? })
}

async fn curated(
    tx: &Tx,
    draft: &Draft,
    before: &Curated,
    change: &ProductChange,
    errors: &mut Vec<FieldError>,
) -> Result<Curated> {
    let name = match &change.name {
        Some(name) => validate::title("name", name, errors),
        None => before.name.clone(),
    };
    let description = match &change.description {
        Some(text) => validate::description("description", text, errors),
        None => before.description.clone(),
    };
    let english = if change.name_en.is_none() && change.description_en.is_none() {
        before.english.clone()
    } else {
        let (own_name, own_description) = before.english.clone().unwrap_or_default();
        let name = change.name_en.clone().unwrap_or(own_name);
        let text = change.description_en.clone().unwrap_or(own_description);
        let is_empty = name.trim().is_empty() && text.trim().is_empty();
        (!is_empty).then(|| {
            (validate::title("name_en", &name, errors), validate::description("description_en", &text, errors))
        })
    };
    let attributes = match &change.attributes {
        Some(values) => {
            let fields = attributes::fields(tx, &draft.row.kind, Locale::Id).await?;
            attributes::merged(&fields, &before.attributes, values, errors)
        }
        None => before.attributes.clone(),
    };
    Ok(Curated { name, description, english, attributes })
}

async fn write_curated(tx: &Tx, revision_id: i64, curated: &Curated) -> Result<()> {
    products::put_text(tx, revision_id, Locale::Id, &curated.name, &curated.description).await?;
    match &curated.english {
        Some((name, description)) => products::put_text(tx, revision_id, Locale::En, name, description).await?,
        None => products::remove_text(tx, revision_id, Locale::En).await?,
    }
    let attributes = serde_json::to_string(&curated.attributes).map_err(Error::internal)?;
    Ok(products::set_attributes(tx, revision_id, &attributes).await?)
}

/// Checks the handling; the key of the category and the transport class after the change.
async fn handling(
    tx: &Tx,
    draft: &Draft,
    change: &ProductChange,
    errors: &mut Vec<FieldError>,
) -> Result<(i64, String)> {
    let row = &draft.row;
    let mut category_id = row.category_id;
    if let Some(slug) = change.category.as_deref().filter(|slug| *slug != row.category) {
        match products::find_category(tx, slug, row.sentra_id).await?.filter(|found| found.kind == row.kind) {
            Some(found) => category_id = found.id,
            None => errors.push(FieldError::new("category", "choice-unknown")),
        }
    }
    let class = change.transport_class.as_deref().unwrap_or(&row.transport_class);
    if class.parse::<TransportClass>().is_err() {
        errors.push(FieldError::new("transport_class", "choice-unknown"));
    }
    if let Some(days) = change.lead_time_days {
        validate::days("lead_time_days", days, &limits::LEAD_TIME_DAYS, errors);
    }
    match change.shelf_life_days {
        Some(_) if row.kind != "food" => errors.push(FieldError::new("shelf_life_days", "shelf-life-not-food")),
        Some(days) => validate::days("shelf_life_days", days, &limits::SHELF_LIFE_DAYS, errors),
        None => {}
    }
    Ok((category_id, class.to_owned()))
}
