//! Refunds that a seller pays by transfer or in cash.

use bytes::Bytes;
use domain::{
    actor::Actor,
    limits,
    order::OrderStatus,
    refund::{RefundEvent, RefundMethod, RefundStatus},
    time::Timestamp,
};
use ports::ProcessedPhoto;
use store::{Tx, refunds::RefundRow};

use super::{
    change::{Asker, Move, apply, lock, renew},
    view::{self, RefundView},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, check, fulfilment::SellerScope, orders, photos, reason,
};

/// Days after which a transfer that nobody misses counts as arrived.
const SETTLE_DAYS: i64 = 7;
/// Most refunds that one run of the timer looks at.
const BATCH: i64 = 200;

/// That the money went out.
#[derive(Debug, Clone, Default)]
pub struct Sending {
    /// Number of the transfer at the bank; cash has none.
    pub reference: Option<String>,
    /// A picture of the bank's receipt.
    pub proof: Option<Bytes>,
}

/// The seller has sent the money. Cash is in the buyer's hand at once.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs; [`RejectionCode::InvalidState`] when it is not approved, or goes by the
/// provider; `reference`: `refund-reference`; `photo`: as photos of products.
pub async fn mark_sent(services: &Services, scope: SellerScope<'_>, id: &str, sending: Sending) -> Result<RefundView> {
    let row = own(services, scope, id).await?;
    if row.method == RefundMethod::Provider.as_str() || row.status != RefundStatus::Approved.as_str() {
        return Err(Error::invalid_state());
    }
    let is_cash = row.method == RefundMethod::Cash.as_str();
    let reference = sending.reference.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let fits = reference.as_deref().map_or(is_cash, |text| limits::fits(text, &limits::REFERENCE));
    let wrong = (!fits).then(|| FieldError::new("reference", "refund-reference"));
    check(wrong.into_iter().collect())?;
    let proof = match sending.proof {
        Some(bytes) => Some(services.ports().photos.process_private(bytes).await.map_err(photos::refusal)?),
        None => None,
    };
    let now = services.now();
    let asker = Asker { actor: Actor::Seller, account_id: Some(scope.account_id) };
    let tx = services.store().begin().await?;
    let (order, row) = lock(&tx, id).await?;
    let proof_media_id = match &proof {
        Some(photo) => Some(keep_photo(&tx, photo, now).await?),
        None => None,
    };
    let sent = Move { reference, proof_media_id, ..Move::new(RefundEvent::Send, asker) };
    let row = apply(services, &tx, &order, row, &sent, now).await?;
    if is_cash {
        apply(services, &tx, &order, row, &Move::new(RefundEvent::Succeed, asker), now).await?;
    }
    tx.commit().await?;
    view::one(services.store(), id).await
}

/// The money came back, or will not be sent. What the seller gave freely is called off with it, and waits for a curator where
/// it had been sent; what a curator or a cancellation gave is asked for again at once, and the answer is that new refund.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when it has arrived or goes by the provider; `reason`.
pub async fn mark_failed(services: &Services, scope: SellerScope<'_>, id: &str, reason: &str) -> Result<RefundView> {
    let row = own(services, scope, id).await?;
    let reason = reason::required("reason", "reason-missing", reason)?;
    if row.method == RefundMethod::Provider.as_str() {
        return Err(Error::invalid_state());
    }
    let asker = Asker { actor: Actor::Seller, account_id: Some(scope.account_id) };
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, row) = lock(&tx, id).await?;
    let is_called_off = matches!(order.states()?.status, OrderStatus::Cancelled | OrderStatus::Expired);
    let is_owed = is_called_off
        || row.requested_as != Actor::Seller.as_str()
        || store::complaints::decided_by_refund(&tx, row.id).await?;
    if is_owed && row.status == RefundStatus::Requested.as_str() {
        return Err(Error::invalid_state());
    }
    let step = Move { reason: Some(&reason), ..Move::new(RefundEvent::Fail, asker) };
    let row = apply(services, &tx, &order, row, &step, now).await?;
    let row = if is_owed { renew(services, &tx, &order, &row, asker, now).await? } else { row };
    tx.commit().await?;
    view::one(services.store(), &row.public_id).await
}

/// Writes a stored photo down; its key.
pub(crate) async fn keep_photo(tx: &Tx, photo: &ProcessedPhoto, now: Timestamp) -> Result<i64> {
    let size = (photo.width, photo.height);
    Ok(store::products::insert_media(tx, &photo.key, size, &photo.thumbhash, &photo.widths, now).await?)
}

async fn own(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<RefundRow> {
    let row = store::refunds::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if scope.shop_ids.contains(&row.shop_id) { Ok(row) } else { Err(Error::NotFound) }
}

/// The buyer has the money.
///
/// # Errors
/// [`Error::NotFound`] when the refund is not of that order; [`RejectionCode::InvalidState`] when it was not sent.
pub async fn confirm_received(
    services: &Services,
    token: &str,
    id: &str,
    account_id: Option<i64>,
) -> Result<RefundView> {
    let order = orders::find(services, token).await?;
    let row = store::refunds::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if row.order_id != order.id {
        return Err(Error::NotFound);
    }
    if row.method == RefundMethod::Provider.as_str() {
        return Err(Error::invalid_state());
    }
    by_hand(services, id, &Move::new(RefundEvent::Succeed, Asker { actor: Actor::Buyer, account_id })).await
}

/// Transfers that were sent long enough ago count as arrived; how many.
///
/// # Errors
/// When the database is not available.
pub async fn settle_due(services: &Services) -> Result<usize> {
    let days = store::settings::all(services.store()).await?.get("refund_settle_days", SETTLE_DAYS);
    let before = services.now().plus_days(-days);
    let mut done = 0;
    for row in store::refunds::unanswered(services.store(), before, BATCH).await? {
        let asker = Asker { actor: Actor::System, account_id: None };
        match by_hand(services, &row.public_id, &Move::new(RefundEvent::Succeed, asker)).await {
            Ok(_) => done += 1,
            // Somebody was faster.
            Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::InvalidState => {}
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// The picture of the bank's receipt, for the buyer of the order.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or the refund is not of that order.
pub async fn proof(services: &Services, token: &str, id: &str) -> Result<Bytes> {
    let order = orders::find(services, token).await?;
    let row = store::refunds::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    match (&row.proof_key, &row.proof_widths) {
        (Some(key), Some(widths)) if row.order_id == order.id => photos::read_private(services, key, widths).await,
        _ => Err(Error::NotFound),
    }
}

async fn by_hand(services: &Services, id: &str, step: &Move<'_>) -> Result<RefundView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, row) = lock(&tx, id).await?;
    apply(services, &tx, &order, row, step, now).await?;
    tx.commit().await?;
    view::one(services.store(), id).await
}
