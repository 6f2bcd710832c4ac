//! The decisions about a product.

use domain::{
    curation::CurationAction,
    product::{ProductEvent, ProductStatus, RevisionStatus},
    time::Timestamp,
};
use store::{
    Tx,
    audit::NewAuditEvent,
    curation::{self, DecisionRow},
};

use super::{actor_of, notices, parsed, refused};
use crate::{Error, Result, Services, accounts::Identity, reason, slugs};

/// Puts a proposed product, or the proposed change of one, on sale. `seen` is the revision that the curator looked at
/// (`rev_…`); when another one waits by now, nothing is published unseen.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when nothing waits, or something else does.
pub async fn publish(services: &Services, curator: &Identity, id: &str, seen: Option<&str>) -> Result<()> {
    decide(services, curator, id, seen, CurationAction::Publish, None).await
}

/// Sends a proposal back with a note on what to change.
///
/// # Errors
/// As [`publish`]; `note`: `note-missing`, `too-long`.
pub async fn request_changes(
    services: &Services,
    curator: &Identity,
    id: &str,
    seen: Option<&str>,
    note: &str,
) -> Result<()> {
    let note = reason::required("note", "note-missing", note)?;
    decide(services, curator, id, seen, CurationAction::RequestChanges, Some(note)).await
}

/// Refuses a proposal.
///
/// # Errors
/// As [`publish`]; `reason`: `reason-missing`, `too-long`.
pub async fn reject(services: &Services, curator: &Identity, id: &str, seen: Option<&str>, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    decide(services, curator, id, seen, CurationAction::Reject, Some(reason)).await
}

/// Takes a product off the shelf; orders already placed go on.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn suspend(services: &Services, curator: &Identity, id: &str, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    change(services, curator, id, CurationAction::Suspend, ProductEvent::Suspend, Some(reason)).await
}

/// Puts a suspended product back.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is not suspended.
pub async fn restore(services: &Services, curator: &Identity, id: &str) -> Result<()> {
    change(services, curator, id, CurationAction::Restore, ProductEvent::Restore, None).await
}

/// A decision about the revision that waits.
async fn decide(
    services: &Services,
    curator: &Identity,
    id: &str,
    seen: Option<&str>,
    action: CurationAction,
    words: Option<String>,
) -> Result<()> {
    let event = match action {
        CurationAction::Publish => ProductEvent::Publish,
        CurationAction::RequestChanges => ProductEvent::RequestChanges,
        _ => ProductEvent::Reject,
    };
    let now = services.now();
    let (tx, row) = locked(services, id).await?;
    let revision = row.revision_id.ok_or_else(Error::invalid_state)?;
    if seen.is_some_and(|seen| row.revision_public_id.as_deref() != Some(seen)) {
        return Err(Error::invalid_state());
    }
    let states = product_states(&row, event)?;
    let from = RevisionStatus::Proposed;
    let to = from.transition(event).map_err(refused)?;
    if event == ProductEvent::Publish
        && let Some(old) = row.published_revision_id
    {
        let from = RevisionStatus::Published;
        let to = from.supersede().map_err(refused)?;
        must(curation::set_revision_status(&tx, old, (from, to), None).await?)?;
    }
    must(curation::set_revision_status(&tx, revision, (from, to), Some((words.as_deref(), now))).await?)?;
    must(curation::set_product_status(&tx, row.id, states, None, now).await?)?;
    if event == ProductEvent::Publish {
        if let Some(old) = row.published_revision_id {
            slugs::follow(&tx, services, row.id, old, revision).await?;
        }
        curation::put_on_sale(&tx, row.id, revision, now).await?;
        store::search::index_product(&tx, row.id).await?;
        store::certificates::refresh_products(&tx, &[row.id], now).await?;
        store::catalogue::refresh_availability(&tx, &[row.id], now).await?;
    }
    finish(services, tx, curator, &row, action, words, now).await
}

/// A decision about a product whose revisions stay as they are.
async fn change(
    services: &Services,
    curator: &Identity,
    id: &str,
    action: CurationAction,
    event: ProductEvent,
    reason: Option<String>,
) -> Result<()> {
    let now = services.now();
    let (tx, row) = locked(services, id).await?;
    let states = product_states(&row, event)?;
    must(curation::set_product_status(&tx, row.id, states, reason.as_deref(), now).await?)?;
    finish(services, tx, curator, &row, action, reason, now).await
}

/// The product, kept from other curators until the end of the transaction.
async fn locked(services: &Services, id: &str) -> Result<(Tx, DecisionRow)> {
    let tx = services.store().begin().await?;
    let row = curation::lock_product(&tx, id).await?.ok_or(Error::NotFound)?;
    Ok((tx, row))
}

fn product_states(row: &DecisionRow, event: ProductEvent) -> Result<(ProductStatus, ProductStatus)> {
    let from: ProductStatus = parsed(&row.status, "status of a product")?;
    Ok((from, from.transition(event).map_err(refused)?))
}

/// Somebody else was faster when a guarded change found another state.
fn must(changed: bool) -> Result<()> {
    if changed { Ok(()) } else { Err(Error::invalid_state()) }
}

/// Trail and mails of a decision, and the end of its transaction.
async fn finish(
    services: &Services,
    tx: Tx,
    curator: &Identity,
    row: &DecisionRow,
    action: CurationAction,
    words: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let event = NewAuditEvent {
        account_id: Some(curator.id),
        actor: actor_of(curator),
        action: action.as_str(),
        object_kind: "product",
        object_id: &row.public_id,
        reason: words.as_deref(),
    };
    store::audit::record(&tx, &event, now).await?;
    notices::of_product(services, &tx, row, action, words.as_deref().unwrap_or_default(), now).await?;
    Ok(tx.commit().await?)
}
