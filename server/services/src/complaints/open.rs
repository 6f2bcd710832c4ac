//! How a buyer opens a case.

use std::collections::BTreeMap;

use domain::{
    actor::Actor,
    complaint::CaseReason,
    fulfilment::FulfilmentStatus,
    limits,
    order::OrderStatus,
    time::{Date, Timestamp, Zone},
};
use serde::Deserialize;
use store::{
    Tx,
    complaints::NewCase,
    guard,
    history::{self, History},
    orders::OrderRow,
};
use utoipa::ToSchema;

use super::{
    notices::{self, Told},
    view::{self, CaseView},
};
use crate::{Error, FieldError, Result, Services, check, orders, secret};

/// Hours in which a seller has to answer.
const REPLY_HOURS: i64 = 48;

/// Pieces that something is wrong with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct CaseLineRequest {
    /// `var_…`
    pub variant: String,
    /// How many.
    #[schema(minimum = 1)]
    pub pieces: i64,
}

/// What a buyer complains about. Photos are added afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct CaseRequest {
    /// The lines.
    pub lines: Vec<CaseLineRequest>,
    /// What is wrong.
    pub reason: CaseReason,
    /// In words.
    #[schema(min_length = 3, max_length = 2000)]
    pub text: String,
}

/// Whether the buyer may open a case now: the goods were handed over or came back, or are later than promised, and the
/// order is not over.
#[must_use]
pub fn can_open(
    status: OrderStatus,
    fulfilment: FulfilmentStatus,
    arrives_to: Date,
    zone: Zone,
    now: Timestamp,
) -> bool {
    let is_there = matches!(
        fulfilment,
        FulfilmentStatus::Delivered | FulfilmentStatus::Undeliverable | FulfilmentStatus::Returned
    );
    status == OrderStatus::Confirmed && (is_there || Date::from_timestamp(now, zone) > arrives_to)
}

/// Opens a case.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] as [`can_open`] says; `lines` (`case-lines-missing`),
/// `lines[i].variant`, `lines[i].pieces`, `text` (`case-text-missing`, `too-long`).
pub async fn open(
    services: &Services,
    token: &str,
    request: &CaseRequest,
    account_id: Option<i64>,
) -> Result<CaseView> {
    let order = orders::find(services, token).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_order(&tx, order.id).await?;
    let order = store::orders::find(&tx, order.id).await?.ok_or(Error::NotFound)?;
    if !may_open(&order, now)? {
        return Err(Error::invalid_state());
    }
    let mut errors = Vec::new();
    let text = case_text("text", &request.text, &mut errors);
    let lines = pieces(&tx, &order, request, &mut errors).await?;
    check(errors)?;
    let hours = store::settings::all(&tx).await?.get("case_reply_hours", REPLY_HOURS);
    let public_id = secret::public_id(domain::id::CASE)?;
    let new = NewCase {
        public_id: &public_id,
        order_id: order.id,
        reason: request.reason,
        text: &text,
        opened_by: account_id,
        reply_by: now.plus_hours(hours),
    };
    let id = store::complaints::insert(&tx, &new, now).await?;
    store::complaints::insert_lines(&tx, id, &lines).await?;
    let by = (Actor::Buyer, account_id);
    history::record(&tx, History::Complaint, id, "opened", by, Some(request.reason.as_str()), now).await?;
    history::record(&tx, History::Order, order.id, "case_opened", (Actor::Buyer, account_id), None, now).await?;
    notices::tell(services, &tx, &order, &public_id, &Told::Opened { text: &text }, now).await?;
    tx.commit().await?;
    let row = store::complaints::find(services.store(), &public_id).await?.ok_or(Error::NotFound)?;
    view::one(services.store(), row).await
}

fn may_open(order: &OrderRow, now: Timestamp) -> Result<bool> {
    let states = order.states()?;
    let corrupt = || Error::internal(format!("a date of order {}", order.number));
    let arrives_to = order.arrives_to.parse().map_err(|_| corrupt())?;
    let zone = order.zone.parse().map_err(|_| corrupt())?;
    Ok(can_open(states.status, states.fulfilment, arrives_to, zone, now))
}

/// What was written, trimmed.
pub(super) fn case_text(field: &str, text: &str, errors: &mut Vec<FieldError>) -> String {
    let text = text.trim();
    if !limits::fits(text, &limits::CASE_TEXT) {
        let max = *limits::CASE_TEXT.end();
        errors.push(if text.chars().count() > max {
            FieldError::new(field, "too-long").with("max", max)
        } else {
            FieldError::new(field, "case-text-missing")
        });
    }
    text.to_owned()
}

/// Lines of the order and pieces, each once.
async fn pieces(
    tx: &Tx,
    order: &OrderRow,
    request: &CaseRequest,
    errors: &mut Vec<FieldError>,
) -> Result<Vec<(i64, i64)>> {
    let own = store::refunds::refundable_lines(tx, order.id).await?;
    let mut wanted = BTreeMap::new();
    if request.lines.is_empty() || request.lines.len() > limits::MAX_LINES {
        errors.push(FieldError::new("lines", "case-lines-missing"));
        return Ok(Vec::new());
    }
    for (index, line) in request.lines.iter().enumerate() {
        match own.iter().find(|own| own.variant == line.variant) {
            None => errors.push(FieldError::new(format!("lines[{index}].variant"), "choice-unknown")),
            Some(own) if !(1..=own.quantity).contains(&line.pieces) => {
                errors
                    .push(FieldError::new(format!("lines[{index}].pieces"), "refund-pieces").with("max", own.quantity));
            }
            Some(own) => {
                wanted.insert(own.id, line.pieces);
            }
        }
    }
    Ok(wanted.into_iter().collect())
}
