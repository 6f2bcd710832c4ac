//! Money that was promised and did not arrive waits for a curator, who has it sent again.

use domain::actor::Actor;

use super::{
    change::{Asker, lock, renew},
    view::{self, RefundView},
};
use crate::{Error, Result, Services};

/// Most failed refunds that are shown.
const SHOWN: i64 = 50;

/// Refunds that failed after they were promised, and that nobody has asked for again.
///
/// # Errors
/// When the database is not available.
pub async fn failed(services: &Services) -> Result<Vec<RefundView>> {
    let rows = store::refunds::failed(services.store(), SHOWN).await?;
    view::views(services.store(), rows).await
}

/// A curator asks again for what failed.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it did not fail, or was given back since.
pub async fn retry(services: &Services, account_id: i64, id: &str) -> Result<RefundView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, row) = lock(&tx, id).await?;
    if !store::refunds::is_failed(&tx, row.id).await? {
        return Err(Error::invalid_state());
    }
    let asker = Asker { actor: Actor::Curator, account_id: Some(account_id) };
    let row = renew(services, &tx, &order, &row, asker, now).await?;
    tx.commit().await?;
    view::one(services.store(), &row.public_id).await
}
