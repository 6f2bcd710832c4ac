//! Refunds that a provider pays: it is asked outside of any transaction, and its answer is written down here.

use domain::{
    actor::Actor,
    money::Rupiah,
    refund::{RefundEvent, RefundMethod, RefundStatus},
};

use super::change::{Asker, Move, apply, lock};
use crate::{Error, Result, Services};

/// Most refunds that one run of an adapter takes.
const BATCH: i64 = 100;

const SYSTEM: Asker = Asker { actor: Actor::System, account_id: None };

/// A refund that a provider has to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderRefund {
    /// `rfd_…`; also the idempotency key towards the provider.
    pub id: String,
    /// `pay_…` of the payment that it goes back from.
    pub payment: String,
    /// Number of the order.
    pub order: String,
    /// How much.
    pub amount: Rupiah,
}

/// Approved refunds that wait for the provider, the oldest first.
///
/// # Errors
/// When the database is not available.
pub async fn provider_due(services: &Services) -> Result<Vec<ProviderRefund>> {
    let rows = store::refunds::by_way(services.store(), RefundMethod::Provider, RefundStatus::Approved, BATCH).await?;
    Ok(rows
        .into_iter()
        .map(|row| ProviderRefund {
            id: row.public_id,
            payment: row.payment,
            order: row.number,
            amount: Rupiah::new(row.amount),
        })
        .collect())
}

/// The provider has taken the order to pay, under that number. Saying so twice changes nothing.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is not approved.
pub async fn provider_sent(services: &Services, id: &str, reference: &str) -> Result<()> {
    answered(services, id, &[RefundEvent::Send], Some(reference)).await
}

/// The provider has paid, or refuses to. Saying the same twice changes nothing.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it has ended otherwise.
pub async fn provider_result(services: &Services, id: &str, is_paid: bool, reference: Option<&str>) -> Result<()> {
    let events: &[RefundEvent] =
        if is_paid { &[RefundEvent::Send, RefundEvent::Succeed] } else { &[RefundEvent::Fail] };
    answered(services, id, events, reference).await
}

/// Goes through the events that have not happened yet.
async fn answered(services: &Services, id: &str, events: &[RefundEvent], reference: Option<&str>) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, mut row) = lock(&tx, id).await?;
    if row.method != RefundMethod::Provider.as_str() {
        return Err(Error::invalid_state());
    }
    for &event in events {
        let status: RefundStatus = row.status.parse().map_err(|_| Error::internal("an unknown status of a refund"))?;
        if has_happened(status, event) {
            continue;
        }
        let step = Move { reference: reference.map(str::to_owned), ..Move::new(event, SYSTEM) };
        row = apply(services, &tx, &order, row, &step, now).await?;
    }
    Ok(tx.commit().await?)
}

const fn has_happened(status: RefundStatus, event: RefundEvent) -> bool {
    matches!(
        (event, status),
        (RefundEvent::Send, RefundStatus::Sent | RefundStatus::Succeeded)
            | (RefundEvent::Succeed, RefundStatus::Succeeded)
            | (RefundEvent::Fail, RefundStatus::Failed)
    )
}
