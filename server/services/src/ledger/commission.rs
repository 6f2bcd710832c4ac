//! What share of a sale is the site's.

use domain::{actor::Actor, rate::BasisPoints, time::Timestamp};
use store::audit::NewAuditEvent;
pub use store::commission::CommissionScope;

use crate::{Result, Services, accounts::Identity};

/// Sets the site's share of sales of a sentra, a category or a shop from a moment on. Orders that are placed before keep
/// the share they were placed with.
///
/// # Errors
/// When the database is not available.
pub async fn set_commission(
    services: &Services,
    admin: &Identity,
    scope: CommissionScope,
    rate: BasisPoints,
    valid_from: Timestamp,
) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    store::commission::insert(&tx, scope, i64::from(rate.get()), valid_from, Some(admin.id), now).await?;
    let (kind, id) = match scope {
        CommissionScope::Sentra(id) => ("sentra", id),
        CommissionScope::Category(id) => ("category", id),
        CommissionScope::Shop(id) => ("shop", id),
    };
    let event = NewAuditEvent {
        account_id: Some(admin.id),
        actor: Actor::Admin,
        action: "commission_set",
        object_kind: kind,
        object_id: &id.to_string(),
        reason: Some(&format!("{} bp", rate.get())),
    };
    store::audit::record(&tx, &event, now).await?;
    Ok(tx.commit().await?)
}
