//! Moves a product between its states, as far as its seller may.

use domain::{locale::Locale, product::ProductEvent};
use store::products;

use super::{
    draft::{Draft, record},
    find::{self, find as find_product},
    view::SellerProduct,
};
use crate::{Error, Result, Services, check, fulfilment::SellerScope};

/// Asks the curator to look at the latest revision.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::Invalid`] with everything that is missing;
/// [`crate::RejectionCode::InvalidState`] when there is nothing to look at.
pub async fn propose(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<SellerProduct> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    let event = ProductEvent::Propose;
    let status = draft.status.transition(event).map_err(|_| Error::invalid_state())?;
    let revision = draft.revision.transition(event).map_err(|_| Error::invalid_state())?;
    check(find::missing(&tx, &draft).await?)?;
    if !products::propose_revision(&tx, draft.row.revision_id, draft.revision, revision, now).await? {
        return Err(Error::invalid_state());
    }
    if status != draft.status && !products::set_status(&tx, draft.row.id, draft.status, status, now).await? {
        return Err(Error::invalid_state());
    }
    record(&tx, scope, id, "product_proposed", now).await?;
    tx.commit().await?;
    find_product(services, scope, id, Locale::Id).await
}

/// Takes a product off the shelf.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn hide(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<SellerProduct> {
    step(services, scope, id, ProductEvent::Hide, "product_hidden").await
}

/// Puts a product back on the shelf.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn show(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<SellerProduct> {
    step(services, scope, id, ProductEvent::Show, "product_shown").await
}

/// Gives a product up; orders of it go on.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn archive(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<SellerProduct> {
    step(services, scope, id, ProductEvent::Archive, "product_archived").await
}

async fn step(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    event: ProductEvent,
    action: &str,
) -> Result<SellerProduct> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    let status = draft.status.transition(event).map_err(|_| Error::invalid_state())?;
    if !products::set_status(&tx, draft.row.id, draft.status, status, now).await? {
        return Err(Error::invalid_state());
    }
    record(&tx, scope, id, action, now).await?;
    tx.commit().await?;
    find_product(services, scope, id, Locale::Id).await
}
