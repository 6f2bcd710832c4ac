//! What a seller, or a curator, says to a case.

use domain::{
    actor::Actor,
    complaint::{CaseEvent, CaseResolution, CaseStatus},
    limits,
    money::Rupiah,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    change::{Locked, Outcome, lock},
    notices::{self, Told},
    open::case_text,
    view::{self, CaseView},
};
use crate::{Error, FieldError, Result, Services, check, fulfilment::SellerScope};

/// What a seller answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub struct Reply {
    /// For the buyer to read.
    #[schema(min_length = 3, max_length = 2000)]
    pub text: String,
    /// What the seller offers: `refund` or `replacement`; nothing leaves an earlier offer as it is.
    pub offer: Option<CaseResolution>,
    /// Rupiah, for `refund`.
    #[schema(minimum = 1)]
    pub amount: Option<i64>,
}

/// A seller answers, with an offer or without.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is over, or an offer comes after the curator was
/// asked; `text`, `offer` (`case-offer`), `amount` (`case-amount` with what is left).
pub async fn reply(services: &Services, scope: SellerScope<'_>, id: &str, reply: &Reply) -> Result<CaseView> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if !scope.shop_ids.contains(&row.shop_id) {
        return Err(Error::NotFound);
    }
    let by = (Actor::Seller, Some(scope.account_id));
    let now = services.now();
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    if case.status.is_over() || (case.status == CaseStatus::UnderReview && reply.offer.is_some()) {
        return Err(Error::invalid_state());
    }
    let left = left_of(&tx, &case).await?;
    let mut errors = Vec::new();
    let text = case_text("text", &reply.text, &mut errors);
    let new_offer = offer(reply, left, &mut errors);
    check(errors)?;
    let offer = match new_offer {
        Some(offer) => Some(offer),
        None => case.offer()?,
    };
    let outcome = Outcome { offer, ..Outcome::default() };
    match case.status {
        CaseStatus::Open => case.step(&tx, CaseEvent::SellerReplies, by, outcome, now).await?,
        _ if new_offer.is_some() => case.change_offer(&tx, by, outcome, now).await?,
        _ => {}
    }
    store::complaints::insert_message(&tx, case.row.id, by, &text, now).await?;
    notices::tell(services, &tx, &case.order, id, &Told::Answered { text: &text }, now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

/// A curator asks something of both sides.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is over; `text`.
pub async fn reply_as_curator(services: &Services, account_id: i64, id: &str, text: &str) -> Result<CaseView> {
    add_message(services, id, text, (Actor::Curator, Some(account_id)), |text| Told::CuratorWrote { text }).await
}

/// Writes into a case that is not over, and tells the other side.
pub(super) async fn add_message(
    services: &Services,
    id: &str,
    text: &str,
    by: (Actor, Option<i64>),
    told: impl for<'a> FnOnce(&'a str) -> Told<'a>,
) -> Result<CaseView> {
    let mut errors = Vec::new();
    let text = case_text("text", text, &mut errors);
    check(errors)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    if case.status.is_over() {
        return Err(Error::invalid_state());
    }
    store::complaints::insert_message(&tx, case.row.id, by, &text, now).await?;
    notices::tell(services, &tx, &case.order, id, &told(&text), now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

/// What can still be given back of the order.
pub(super) async fn left_of(tx: &store::Tx, case: &Locked) -> Result<Rupiah> {
    let Some(share) = store::refunds::captured_share(tx, case.order.id).await? else { return Ok(Rupiah::ZERO) };
    let given = store::refunds::given(tx, case.order.id).await?;
    Ok(domain::refund::refundable(Rupiah::new(share.amount), [Rupiah::new(given.amount)]))
}

fn offer(reply: &Reply, left: Rupiah, errors: &mut Vec<FieldError>) -> Option<(CaseResolution, Option<i64>)> {
    match (reply.offer?, reply.amount) {
        (CaseResolution::Replacement, _) => Some((CaseResolution::Replacement, None)),
        (CaseResolution::Refund, Some(amount)) if limits::PRICE.end() >= &amount && is_left(amount, left) => {
            Some((CaseResolution::Refund, Some(amount)))
        }
        (CaseResolution::Refund, _) => {
            errors.push(FieldError::new("amount", "case-amount").with("left", left));
            None
        }
        (CaseResolution::Rejected, _) => {
            errors.push(FieldError::new("offer", "case-offer"));
            None
        }
    }
}

fn is_left(amount: i64, left: Rupiah) -> bool {
    domain::refund::check_amount(Rupiah::new(amount), left).is_ok()
}
