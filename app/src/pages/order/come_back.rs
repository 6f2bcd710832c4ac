//! `/pesanan/{token}/kembali`: where the provider's page leads back to.

use access::Denied;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect, Response},
};
use services::cards;

use crate::{page::PageRequest, ui::href};

/// Asks the provider how it went, and shows the orders; this may come before what the provider tells by itself.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(token): Path<String>) -> Result<Response, Denied> {
    cards::come_back(request.services(), &token).await?;
    Ok(Redirect::to(&href(request.locale, &format!("/pesanan/{token}"))).into_response())
}
