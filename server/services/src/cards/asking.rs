//! Asks the provider how a payment stands, instead of waiting to be told.

use domain::{payment::PaymentStatus, time::Timestamp};
use store::payments::cards::{self, CardRow};

use super::{
    fault, provider,
    session::offer,
    settle::{close, settle, settle_session},
};
use crate::{Result, Services, orders};

/// How long a payment whose time is over waits for a provider that cannot be reached. Money that comes later goes back.
const GRACE_MINUTES: i64 = 15;
/// One buyer makes us ask no more often than this.
const PAUSE_MILLIS: i64 = 3_000;

/// Asks about a payment, and acts on the answer.
pub(super) async fn ask(services: &Services, payment: &str) -> Result<()> {
    let Some(row) = cards::find(services.store(), payment).await? else { return Ok(()) };
    let now = services.now();
    let is_over = row.expires_at.is_some_and(|until| until <= now.millis());
    match (row.state()?, row.session_id.as_deref()) {
        (PaymentStatus::Pending, None) if is_over => close(services, &row).await.map(|_| ()),
        (PaymentStatus::Pending, None) => offer(services, payment).await.map(|_| ()),
        (PaymentStatus::Pending, Some(session)) if is_over => end(services, &row, session, now).await,
        (PaymentStatus::Pending, Some(session)) => settle_session(services, session).await.map(|_| ()),
        (PaymentStatus::Cancelled | PaymentStatus::Expired | PaymentStatus::Failed, Some(session)) => {
            let closed = provider(services)?.close_session(session).await.map_err(fault)?;
            settle(services, &closed).await.map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Ends a payment whose time is over, unless it was paid in the last moment.
async fn end(services: &Services, row: &CardRow, session: &str, now: Timestamp) -> Result<()> {
    let closed = match provider(services) {
        Ok(provider) => provider.close_session(session).await.map_err(fault),
        Err(error) => Err(error),
    };
    match closed {
        Ok(closed) => settle(services, &closed).await.map(|_| ()),
        Err(error) => {
            let patience = now.plus_minutes(-GRACE_MINUTES);
            if row.expires_at.is_some_and(|until| until <= patience.millis()) {
                tracing::warn!(payment = row.public_id, %error, "a payment ends without word from the provider");
                return close(services, row).await.map(|_| ());
            }
            Err(error)
        }
    }
}

/// A buyer comes back from the provider's page: the answer is there, whatever comes first, this or what we are told. The
/// checkout's page shows what is known where the provider cannot be reached.
///
/// # Errors
/// [`crate::Error::NotFound`]; when the database is not available.
pub async fn come_back(services: &Services, group_token: &str) -> Result<()> {
    let Some(row) = cards::of_group(services.store(), group_token).await? else {
        // Somebody else's way to pay has nothing to come back from.
        return orders::exists(services, group_token).await;
    };
    if row.state()? != PaymentStatus::Pending {
        return Ok(());
    }
    let now = services.now();
    let tx = services.store().begin().await?;
    let may_ask = cards::note_asked(&tx, row.id, now.plus_millis(-PAUSE_MILLIS), now).await?;
    tx.commit().await?;
    if may_ask && let Err(error) = ask(services, &row.public_id).await {
        tracing::warn!(payment = row.public_id, %error, "a buyer came back, and the provider does not answer");
    }
    Ok(())
}
