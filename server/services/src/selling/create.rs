//! Begins a product.

use domain::{locale::Locale, slug::Slug, time::Timestamp};
use store::{Tx, products};

use super::{attributes, draft::record, find, request::NewProduct, update, validate, view::SellerProduct};
use crate::{Error, FieldError, Result, Services, check, fulfilment::SellerScope, secret, slugs};

/// Begins a product as a draft; transport class, lead time and shelf life are those that its category begins with.
///
/// # Errors
/// [`Error::NotFound`] for a shop that is not the caller's; [`crate::RejectionCode::Invalid`] at `category`, `name`,
/// `description`, `attributes.…` and `variants[i].…`, all at once.
pub async fn create(services: &Services, scope: SellerScope<'_>, new: &NewProduct) -> Result<SellerProduct> {
    if new.shop.trim().is_empty() {
        return Err(Error::invalid("shop", "shop-missing"));
    }
    let now = services.now();
    let tx = services.store().begin().await?;
    let shop = products::find_shop(&tx, &new.shop, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    let mut errors = Vec::new();
    let category = products::find_category(&tx, &new.category, shop.sentra_id).await?;
    let name = validate::title("name", &new.name, &mut errors);
    let description = validate::description("description", &new.description, &mut errors);
    let steps = validate::variants(&[], &[], &new.variants, &mut errors)?;
    let Some(category) = category else {
        let code = if new.category.trim().is_empty() { "category-missing" } else { "choice-unknown" };
        errors.push(FieldError::new("category", code));
        return Err(Error::rejected(crate::RejectionCode::Invalid, errors));
    };
    let fields = attributes::fields(&tx, &category.kind, Locale::Id).await?;
    let values = attributes::merged(&fields, &serde_json::Map::new(), &new.attributes, &mut errors);
    check(errors)?;
    let id = secret::public_id(domain::id::PRODUCT)?;
    let handling = products::Handling {
        transport_class: &category.transport_class,
        lead_time_days: category.lead_time_days,
        made_to_order: false,
        shelf_life_days: category.shelf_life_days,
    };
    let product_id = insert(&tx, &id, &name, shop.id, category.id, handling, now).await?;
    let attributes = serde_json::to_string(&values).map_err(Error::internal)?;
    let revision = secret::public_id(domain::id::REVISION)?;
    let revision_id =
        products::insert_revision(&tx, &revision, product_id, 1, &attributes, scope.account_id, now).await?;
    products::put_text(&tx, revision_id, Locale::Id, &name, &description).await?;
    update::apply_variants(&tx, scope, product_id, 0, steps, now).await?;
    store::catalogue::refresh_availability(&tx, &[product_id], now).await?;
    record(&tx, scope, &id, "product_created", now).await?;
    tx.commit().await?;
    find(services, scope, &id, Locale::Id).await
}

/// Adds the row under the slug of its name, with a random ending where that is taken.
async fn insert(
    tx: &Tx,
    id: &str,
    name: &str,
    shop_id: i64,
    category_id: i64,
    handling: products::Handling<'_>,
    now: Timestamp,
) -> Result<i64> {
    let base = Slug::from_title(name);
    for attempt in 0..slugs::TRIES {
        let slug = slugs::candidate(&base, attempt)?;
        if products::was_used(tx, &slug).await? {
            continue;
        }
        let product = products::NewProduct { public_id: id, slug: &slug, shop_id, category_id, handling };
        if let Some(key) = products::insert_product(tx, &product, now).await? {
            return Ok(key);
        }
    }
    Err(Error::internal("no free slug"))
}
