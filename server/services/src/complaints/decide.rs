//! How a case ends: agreed, taken back, or decided by a curator. Money and stock follow.

use domain::{
    actor::Actor,
    complaint::{CaseEvent, CaseResolution, CaseStatus},
    money::Rupiah,
    time::Timestamp,
};
use serde::Deserialize;
use store::{
    Tx, guard,
    history::{self, History},
};
use utoipa::ToSchema;

use super::{
    answer::{add_message, left_of},
    change::{By, Locked, Outcome, lock},
    failure,
    notices::{self, Told},
    replacement,
    view::{self, CaseView},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, check, orders, reason,
    refunds::{self, Asked, Asker, RefundRequest},
};

/// Most cases that one run of the timer looks at.
const BATCH: i64 = 200;

/// What a curator decides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct Decision {
    /// How it ends.
    pub resolution: CaseResolution,
    /// Rupiah, for `refund`.
    #[schema(minimum = 1)]
    pub amount: Option<i64>,
    /// For both sides to read.
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
    /// Whether the goods came back whole and go on the shelf again; food never does.
    #[serde(default)]
    pub restock: bool,
}

/// A curator decides.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] unless the curator was asked; `reason`; `amount` (`case-amount`
/// with what is left), `resolution` (`case-replacement-stock`).
pub async fn decide(services: &Services, account_id: i64, id: &str, decision: &Decision) -> Result<CaseView> {
    let now = services.now();
    let by = (Actor::Curator, Some(account_id));
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    if case.status != CaseStatus::UnderReview {
        return Err(Error::invalid_state());
    }
    let left = left_of(&tx, &case).await?;
    let mut errors = Vec::new();
    let why = reason::required("reason", "reason-missing", &decision.reason);
    if let Err(Error::Rejected(rejection)) = &why {
        errors.extend(rejection.fields.iter().cloned());
    }
    let amount = decision.amount.filter(|_| decision.resolution == CaseResolution::Refund).unwrap_or(0);
    if decision.resolution == CaseResolution::Refund && domain::refund::check_amount(Rupiah::new(amount), left).is_err()
    {
        errors.push(FieldError::new("amount", "case-amount").with("left", left));
    }
    check(errors)?;
    let settled = Settled { resolution: decision.resolution, amount, why: &why?, restock: decision.restock };
    settle(services, &tx, &case, &settled, by, now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

/// The buyer takes the seller's offer.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when nothing is offered; `amount` (`refund-over`) when less is
/// left than was offered.
pub async fn accept(services: &Services, token: &str, id: &str, account_id: Option<i64>) -> Result<CaseView> {
    let now = services.now();
    own(services, token, id).await?;
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    if case.status != CaseStatus::SellerReplied {
        return Err(Error::invalid_state());
    }
    let (resolution, amount) = case.offer()?.ok_or_else(Error::invalid_state)?;
    let settled = Settled { resolution, amount: amount.unwrap_or(0), why: &case.row.text, restock: false };
    settle(services, &tx, &case, &settled, (Actor::Buyer, account_id), now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

/// How a case is settled.
struct Settled<'a> {
    resolution: CaseResolution,
    amount: i64,
    why: &'a str,
    restock: bool,
}

async fn settle(
    services: &Services,
    tx: &Tx,
    case: &Locked,
    settled: &Settled<'_>,
    by: By,
    now: Timestamp,
) -> Result<()> {
    let lines = store::complaints::lines(tx, &[case.row.id]).await?;
    let refund_id = if settled.resolution == CaseResolution::Refund {
        let reason: String = settled.why.chars().take(*domain::limits::REASON.end()).collect();
        let request = RefundRequest { amount: settled.amount, reason, ..RefundRequest::default() };
        let pieces: Vec<(String, i64)> = lines.iter().map(|line| (line.variant.clone(), line.pieces)).collect();
        // What buyer and seller agree on is an offer of the seller, who is no second person to it.
        let asked = Asked { request: &request, needs_second: true };
        let asker = Asker { actor: by.0, account_id: by.1 };
        Some(refunds::ask_for_pieces(services, tx, &case.order, &pieces, &asked, asker, now).await?.id)
    } else {
        None
    };
    let outcome = Outcome {
        resolution: Some(settled.resolution),
        decision: (by.0 == Actor::Curator).then(|| settled.why.to_owned()),
        refund_id,
        offer: case.offer()?,
    };
    case.step(tx, CaseEvent::Resolve, by, outcome, now).await?;
    let pieces: Vec<(i64, i64)> = lines.iter().map(|line| (line.order_line_id, line.pieces)).collect();
    if settled.resolution == CaseResolution::Replacement {
        replacement::begin(tx, case, &pieces, by, now).await?;
    }
    if settled.restock {
        let whole: Vec<(i64, i64)> =
            lines.iter().filter(|line| !line.is_food).map(|line| (line.order_line_id, line.pieces)).collect();
        guard::restock_lines(tx, case.order.id, &whole, by.0, by.1, now).await?;
    }
    if settled.restock || settled.resolution == CaseResolution::Replacement {
        let products: Vec<i64> =
            store::orders::lines(tx, &[case.order.id]).await?.iter().map(|line| line.product_id).collect();
        store::catalogue::refresh_availability(tx, &products, now).await?;
    }
    history::record(tx, History::Order, case.order.id, "case_resolved", by, None, now).await?;
    let told = Told::Settled { resolution: settled.resolution, amount: Rupiah::new(settled.amount), why: settled.why };
    notices::tell(services, tx, &case.order, &case.row.public_id, &told, now).await
}

/// The buyer asks the curator: about a case that is not over, or about goods that were to be sent again and are late.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when the curator was asked already, or it is over.
pub async fn escalate(services: &Services, token: &str, id: &str, account_id: Option<i64>) -> Result<CaseView> {
    own(services, token, id).await?;
    to_curator(services, id, (Actor::Buyer, account_id)).await?;
    view::by_id(services.store(), id).await
}

/// Cases whose seller has not answered in time go to the curator; how many.
///
/// # Errors
/// When the database is not available.
pub async fn escalate_due(services: &Services) -> Result<usize> {
    let mut done = 0;
    for id in store::complaints::unanswered(services.store(), services.now(), BATCH).await? {
        match to_curator(services, &id, (Actor::System, None)).await {
            Ok(()) => done += 1,
            // Somebody was faster.
            Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::InvalidState => {}
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

async fn to_curator(services: &Services, id: &str, by: By) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    // The seller may have answered since the timer looked.
    if by.0 == Actor::System && case.status != CaseStatus::Open {
        return Err(Error::invalid_state());
    }
    if case.status == CaseStatus::Resolved {
        failure::miss(services, &tx, &case, by, now).await?;
        return Ok(tx.commit().await?);
    }
    let outcome = Outcome { offer: case.offer()?, ..Outcome::default() };
    case.step(&tx, CaseEvent::Escalate, by, outcome, now).await?;
    notices::tell(services, &tx, &case.order, id, &Told::Escalated, now).await?;
    Ok(tx.commit().await?)
}

/// The buyer takes it back.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when it is over.
pub async fn withdraw(services: &Services, token: &str, id: &str, account_id: Option<i64>) -> Result<CaseView> {
    let now = services.now();
    own(services, token, id).await?;
    let by = (Actor::Buyer, account_id);
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    case.step(&tx, CaseEvent::Withdraw, by, Outcome::default(), now).await?;
    history::record(&tx, History::Order, case.order.id, "case_withdrawn", by, None, now).await?;
    notices::tell(services, &tx, &case.order, id, &Told::Withdrawn, now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

/// The buyer writes again.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when it is over; `text`.
pub async fn write(
    services: &Services,
    token: &str,
    id: &str,
    text: &str,
    account_id: Option<i64>,
) -> Result<CaseView> {
    own(services, token, id).await?;
    add_message(services, id, text, (Actor::Buyer, account_id), |text| Told::BuyerWrote { text }).await
}

/// Whether the case is of the order behind a token.
pub(super) async fn own(services: &Services, token: &str, id: &str) -> Result<store::complaints::CaseRow> {
    let order = orders::find(services, token).await?;
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if row.order_id == order.id { Ok(row) } else { Err(Error::NotFound) }
}
