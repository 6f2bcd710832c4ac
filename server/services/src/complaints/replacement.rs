//! Goods that are sent again: a fulfilment of their own, by the same machine as that of the order.

use domain::{
    actor::Actor,
    fulfilment::{FulfilmentEvent, FulfilmentStatus},
    limits,
    state::InvalidTransition,
    time::Timestamp,
};
use ports::mail::MailContent;
use serde::{Deserialize, Serialize};
use store::{
    Tx,
    complaints::ReplacementRow,
    guard,
    history::{self, History},
};
use utoipa::ToSchema;

use super::{
    change::{By, Locked, lock},
    decide::own,
    failure::{Failure, fail},
    view::{self, CaseView},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, check,
    fulfilment::SellerScope,
    order_news::{News, to_buyer},
    orders, reason,
};

/// What a shop does with goods that are sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplacementStep {
    /// Packed.
    Ready,
    /// Given to the courier or driver.
    Ship,
    /// In the buyer's hands.
    Deliver,
    /// It did not arrive: refused, not found, or lost.
    Fail,
    /// It is not sent after all.
    CallOff,
}

impl ReplacementStep {
    /// Every step.
    pub const ALL: &'static [Self] = &[Self::Ready, Self::Ship, Self::Deliver, Self::Fail, Self::CallOff];

    /// As forms name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Ship => "ship",
            Self::Deliver => "deliver",
            Self::Fail => "fail",
            Self::CallOff => "call_off",
        }
    }

    const fn event(self) -> FulfilmentEvent {
        match self {
            Self::Ready => FulfilmentEvent::Ready,
            Self::Ship => FulfilmentEvent::Ship,
            Self::Deliver => FulfilmentEvent::Deliver,
            Self::Fail => FulfilmentEvent::FailDelivery,
            Self::CallOff => FulfilmentEvent::Cancel,
        }
    }
}

/// A step, who carries the goods, and why they do not come.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct ReplacementMove {
    /// Which step.
    pub step: ReplacementStep,
    /// For `ship` by a courier.
    #[schema(min_length = 2, max_length = 40)]
    pub courier: Option<String>,
    /// For `ship` by a courier.
    #[schema(min_length = 4, max_length = 40)]
    pub tracking: Option<String>,
    /// For `fail` and `call_off`; both sides and the curator read it.
    #[schema(min_length = 3, max_length = 500)]
    pub reason: Option<String>,
    /// For `fail`: whether the goods came back whole and go on the shelf again; food never does.
    #[serde(default)]
    pub restock: bool,
}

impl ReplacementMove {
    /// A step of which nothing more is to be said.
    #[must_use]
    pub const fn of(step: ReplacementStep) -> Self {
        Self { step, courier: None, tracking: None, reason: None, restock: false }
    }
}

/// Where goods that are sent again are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReplacementView {
    /// Where they are.
    pub status: FulfilmentStatus,
    /// Who carries them.
    pub courier: Option<String>,
    /// By which number.
    pub tracking: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub begun_at: String,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub shipped_at: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub delivered_at: Option<String>,
    /// For pages.
    #[serde(skip)]
    pub begun: Timestamp,
}

impl ReplacementView {
    /// From when a buyer who waits for it may ask the curator; nothing once it has ended.
    #[must_use]
    pub fn late_from(&self, days: i64) -> Option<Timestamp> {
        use FulfilmentStatus::{AwaitingPickup, Preparing, Ready, Shipped};
        matches!(self.status, Preparing | Ready | Shipped | AwaitingPickup).then(|| self.begun.plus_days(days))
    }

    pub(super) fn of(row: &ReplacementRow) -> Result<Self> {
        let time = |at: i64| Timestamp::from_millis(at).to_rfc3339();
        Ok(Self {
            status: status(row)?,
            courier: row.courier.clone(),
            tracking: row.tracking.clone(),
            begun_at: time(row.begun_at),
            begun: Timestamp::from_millis(row.begun_at),
            shipped_at: row.shipped_at.map(time),
            delivered_at: row.delivered_at.map(time),
        })
    }
}

pub(super) fn status(row: &ReplacementRow) -> Result<FulfilmentStatus> {
    row.status.parse().map_err(|_| Error::internal("an unknown status of a replacement"))
}

/// Takes the pieces of a case from the shelf and begins to send them again. The order is locked.
pub(super) async fn begin(tx: &Tx, case: &Locked, pieces: &[(i64, i64)], by: By, now: Timestamp) -> Result<()> {
    if !guard::take_again(tx, (case.order.id, case.row.id), pieces, by, now).await? {
        let field = FieldError::new("resolution", "case-replacement-stock");
        return Err(Error::rejected(RejectionCode::Invalid, vec![field]));
    }
    store::complaints::insert_replacement(tx, case.row.id, now).await?;
    Ok(history::record(tx, History::Complaint, case.row.id, "replacement_begun", by, None, now).await?)
}

/// The shop sends goods again.
///
/// # Errors
/// [`Error::NotFound`] when the case is not theirs; [`RejectionCode::InvalidState`] when nothing is sent again or the step
/// cannot be taken; `courier`: `courier-missing`, `tracking`: `tracking-missing`; `reason`: `reason-missing`.
pub async fn move_replacement(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    to: &ReplacementMove,
) -> Result<CaseView> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if !scope.shop_ids.contains(&row.shop_id) {
        return Err(Error::NotFound);
    }
    let by = (Actor::Seller, Some(scope.account_id));
    step(services, id, to, by).await
}

/// The buyer has the goods that were sent again.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when they were not sent.
pub async fn replacement_received(
    services: &Services,
    token: &str,
    id: &str,
    account_id: Option<i64>,
) -> Result<CaseView> {
    own(services, token, id).await?;
    let to = ReplacementMove::of(ReplacementStep::Deliver);
    step(services, id, &to, (Actor::Buyer, account_id)).await
}

async fn step(services: &Services, id: &str, to: &ReplacementMove, by: By) -> Result<CaseView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    let row = store::complaints::replacements(&tx, &[case.row.id]).await?.pop().ok_or_else(Error::invalid_state)?;
    let method = case.order.states()?.delivery_method;
    let before = status(&row)?;
    let next = before.transition(to.step.event(), method).map_err(|InvalidTransition| Error::invalid_state())?;
    let [courier, tracking] = [&to.courier, &to.tracking]
        .map(|text| text.as_deref().map(str::trim).filter(|text| to.step == ReplacementStep::Ship && !text.is_empty()));
    if to.step == ReplacementStep::Ship && method == domain::fulfilment::DeliveryMethod::Courier {
        let fits = |value: Option<&str>, bounds| value.is_some_and(|text| limits::fits(text, bounds));
        let mut errors = Vec::new();
        if !fits(courier, &limits::COURIER) {
            errors.push(FieldError::new("courier", "courier-missing"));
        }
        if !fits(tracking, &limits::TRACKING) {
            errors.push(FieldError::new("tracking", "tracking-missing"));
        }
        check(errors)?;
    }
    if !store::complaints::move_replacement(&tx, &row, next, (courier, tracking), now).await? {
        return Err(Error::invalid_state());
    }
    if matches!(next, FulfilmentStatus::Cancelled | FulfilmentStatus::Undeliverable) {
        let why = reason::required("reason", "reason-missing", to.reason.as_deref().unwrap_or_default())?;
        let failure = Failure { status: next, had_left: before == FulfilmentStatus::Shipped, restock: to.restock };
        fail(services, &tx, &case, &failure, Some(&why), by, now).await?;
        tx.commit().await?;
        return view::by_id(services.store(), id).await;
    }
    let kind = format!("replacement_{next}");
    history::record(&tx, History::Complaint, case.row.id, &kind, by, None, now).await?;
    let page = format!("/pesanan/{}/keluhan", case.order.token);
    let news = |content, detail| News { content, occasion: format!("replacement:{id}:{next}"), detail, path: &page };
    match next {
        FulfilmentStatus::Shipped => {
            let detail = [courier, tracking].into_iter().flatten().collect::<Vec<_>>().join(" ");
            to_buyer(services, &tx, &case.order, news(MailContent::OrderShipped, detail), now).await?;
        }
        FulfilmentStatus::AwaitingPickup => {
            let place = format!("{}, {}", case.order.shop_name, case.order.shop_street);
            to_buyer(services, &tx, &case.order, news(MailContent::OrderReadyForPickup, place), now).await?;
        }
        // What was sent again can be wrong as well.
        FulfilmentStatus::Delivered => {
            let until = orders::completes_at(&tx, &case.order, now).await?;
            store::orders::put_off_completion(&tx, case.order.id, until).await?;
        }
        _ => {}
    }
    tx.commit().await?;
    view::by_id(services.store(), id).await
}
