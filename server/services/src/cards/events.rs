//! What the provider tells by itself: kept once, answered at once, looked at by a job that asks for the object.

use ports::payment::{EventError, EventSubject};
use store::payments::provider_events::{self, NewEvent};

use super::{
    CardJob, provider, refund,
    settle::{settle_money, settle_session},
};
use crate::{Error, Result, Services};

/// What was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Something new.
    New,
    /// It was told before.
    Again,
    /// Not by the provider, or not now.
    Refused(EventError),
}

/// Keeps what the provider told, when the signature of the raw bytes is right.
///
/// # Errors
/// [`Error::NotFound`] where no provider is set; when the database is not available.
pub async fn receive(services: &Services, signature: &str, body: &[u8]) -> Result<Told> {
    let provider = provider(services).map_err(|_| Error::NotFound)?;
    let now = services.now();
    let event = match provider.read_event(signature, body, now) {
        Ok(event) => event,
        Err(error) => return Ok(Told::Refused(error)),
    };
    let (subject_kind, subject_id) = match &event.subject {
        EventSubject::Session(id) => ("session", Some(id.as_str())),
        EventSubject::Payment(id) => ("payment", Some(id.as_str())),
        EventSubject::Refund(id) => ("refund", Some(id.as_str())),
        EventSubject::Other => ("other", None),
    };
    let new = NewEvent { provider: provider.name(), event_id: &event.id, kind: &event.kind, subject_kind, subject_id };
    let tx = services.store().begin().await?;
    let Some(id) = provider_events::insert(&tx, &new, now).await? else { return Ok(Told::Again) };
    CardJob::Event.enqueue(&tx, &id.to_string(), "told", now).await?;
    tx.commit().await?;
    Ok(Told::New)
}

/// Looks at what was told: asks for the object, and acts on that.
pub(super) async fn process(services: &Services, of: &str) -> Result<()> {
    let id: i64 = of.parse().map_err(|_| Error::internal("an event without a number"))?;
    let event = provider_events::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if event.processed_at.is_some() {
        return Ok(());
    }
    let outcome = match (event.subject_kind.as_str(), event.subject_id.as_deref()) {
        ("session", Some(session)) => settle_session(services, session).await?.as_str(),
        ("payment", Some(payment)) => settle_money(services, payment).await?.as_str(),
        ("refund", Some(reference)) => refund::told(services, reference).await?,
        _ => "ignored",
    };
    let tx = services.store().begin().await?;
    provider_events::finish(&tx, id, outcome, services.now()).await?;
    Ok(tx.commit().await?)
}
