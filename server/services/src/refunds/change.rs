//! How a refund begins and moves on. Whoever changes one has locked its order.

use domain::{
    actor::Actor,
    money::Rupiah,
    refund::{RefundEvent, RefundMethod, RefundStatus},
    state::InvalidTransition,
    time::Timestamp,
};
use store::{
    Tx, guard,
    history::{self, History},
    orders::OrderRow,
    refunds::{NewRefund, RefundRow, RefundStep},
};

use super::{
    amounts::{Purse, RefundLineRequest, RefundRequest, Worth, not_paid},
    notices,
    view::{self, RefundView},
};
use crate::{
    Error, FieldError, Result, Services, cards::CardJob, check, fulfilment::SellerScope, ledger, reason, secret,
};

/// A refund of more than this, together with those before it, needs a second person; rupiah.
const SECOND_PERSON_OVER: i64 = 500_000;

/// Who asks for a refund.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker {
    pub actor: Actor,
    pub account_id: Option<i64>,
}

/// What is asked for, why, and whether a second person looks at large amounts.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub request: &'a RefundRequest,
    pub needs_second: bool,
}

/// A seller gives money back.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when no money came in; `reason`, `lines[i].variant`,
/// `lines[i].pieces`, `shipping`, `amount` (`refund-over` with what is left, `refund-nothing`), `method`.
pub async fn request(
    services: &Services,
    scope: SellerScope<'_>,
    number: &str,
    request: &RefundRequest,
) -> Result<RefundView> {
    let row = store::orders::find_of_shops(services.store(), number, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    let asker = Asker { actor: Actor::Seller, account_id: Some(scope.account_id) };
    begin(services, row.id, request, asker).await
}

/// A curator gives money back.
///
/// # Errors
/// As [`request`].
pub async fn request_as_curator(
    services: &Services,
    account_id: i64,
    number: &str,
    request: &RefundRequest,
) -> Result<RefundView> {
    let id = store::orders::id_of(services.store(), number).await?.ok_or(Error::NotFound)?;
    begin(services, id, request, Asker { actor: Actor::Curator, account_id: Some(account_id) }).await
}

async fn begin(services: &Services, order_id: i64, request: &RefundRequest, asker: Asker) -> Result<RefundView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_order(&tx, order_id).await?;
    let order = store::orders::find(&tx, order_id).await?.ok_or(Error::NotFound)?;
    let row = ask(services, &tx, &order, &Asked { request, needs_second: true }, asker, now).await?;
    tx.commit().await?;
    view::one(services.store(), &row.public_id).await
}

/// Writes a refund down and approves it at once, unless it needs a second person. The order is locked.
async fn ask(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    asked: &Asked<'_>,
    asker: Asker,
    now: Timestamp,
) -> Result<RefundRow> {
    let request = asked.request;
    let purse = Purse::load(tx, order.id).await?.ok_or_else(not_paid)?;
    let mut errors = Vec::new();
    let text = reason::required("reason", "reason-missing", &request.reason);
    if let Err(Error::Rejected(rejection)) = &text {
        errors.extend(rejection.fields.iter().cloned());
    }
    let method = purse.method(request.method, &mut errors);
    let worth = purse.worth(request, &mut errors);
    check(errors)?;
    let new = written(order, &purse, method, &worth, text?, asker)?;
    let settings = store::settings::all(tx).await?;
    let limit = settings.get("refund_second_person_rupiah", SECOND_PERSON_OVER);
    let is_large = purse.given.amount.saturating_add(new.amount()) > limit;
    write(services, tx, order, &worth, (new, asked.needs_second && is_large), asker, now).await
}

/// Writes down a refund of an amount that was agreed or decided for pieces (`var_…`, how many): for these pieces where it
/// is what they are worth, else without a line. The order is locked.
pub(crate) async fn ask_for_pieces(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    pieces: &[(String, i64)],
    asked: &Asked<'_>,
    asker: Asker,
    now: Timestamp,
) -> Result<RefundRow> {
    let purse = Purse::load(tx, order.id).await?.ok_or_else(not_paid)?;
    let mut request = asked.request.clone();
    let lines = pieces
        .iter()
        .map(|(variant, pieces)| RefundLineRequest { variant: variant.clone(), pieces: *pieces })
        .collect();
    let whole = RefundRequest { lines, amount: 0, ..request.clone() };
    let mut errors = Vec::new();
    let worth = purse.worth(&whole, &mut errors);
    if errors.is_empty() && worth.total().get() == request.amount {
        request = whole;
    }
    ask(services, tx, order, &Asked { request: &request, ..*asked }, asker, now).await
}

/// Gives back whatever is left of an order that was called off; nothing when no money came in. The buyer has nothing
/// for it, so nobody needs to look at it first. The order is locked.
pub(crate) async fn give_back_rest(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    why: &str,
    asker: Asker,
    now: Timestamp,
) -> Result<Option<RefundRow>> {
    let Some(purse) = Purse::load(tx, order.id).await? else { return Ok(None) };
    let worth = purse.rest();
    if purse.check(&worth).is_err() {
        return Ok(None);
    }
    let method = purse.method(None, &mut Vec::new());
    let new = written(order, &purse, method, &worth, why.to_owned(), asker)?;
    write(services, tx, order, &worth, (new, false), asker, now).await.map(Some)
}

fn written(
    order: &OrderRow,
    purse: &Purse,
    method: RefundMethod,
    worth: &Worth,
    reason: String,
    asker: Asker,
) -> Result<NewRefund> {
    Ok(NewRefund {
        public_id: secret::public_id(domain::id::REFUND)?,
        order_id: order.id,
        payment_id: purse.share.payment_id,
        method,
        goods_amount: worth.goods(),
        shipping_amount: worth.shipping,
        goodwill_amount: worth.goodwill,
        reason,
        requested_as: asker.actor,
        requested_by: asker.account_id,
    })
}

async fn write(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    worth: &Worth,
    (new, waits): (NewRefund, bool),
    asker: Asker,
    now: Timestamp,
) -> Result<RefundRow> {
    let id = store::refunds::insert(tx, &new, now).await?;
    store::refunds::insert_lines(tx, id, &worth.lines).await?;
    let by = (asker.actor, asker.account_id);
    history::record(tx, History::Refund, id, "requested", by, Some(&new.reason), now).await?;
    let row = store::refunds::find(tx, &new.public_id).await?.ok_or(Error::NotFound)?;
    if waits {
        return Ok(row);
    }
    apply(services, tx, order, row, &Move::new(RefundEvent::Approve, asker), now).await
}

/// A step of a refund.
pub(super) struct Move<'a> {
    pub event: RefundEvent,
    pub asker: Asker,
    pub reason: Option<&'a str>,
    pub reference: Option<String>,
    pub proof_media_id: Option<i64>,
}

impl Move<'_> {
    pub const fn new(event: RefundEvent, asker: Asker) -> Self {
        Self { event, asker, reason: None, reference: None, proof_media_id: None }
    }

    const fn kind(&self) -> &'static str {
        match self.event {
            RefundEvent::Approve => "approved",
            RefundEvent::Send => "sent",
            RefundEvent::Succeed => "succeeded",
            RefundEvent::Fail => "failed",
        }
    }
}

/// Moves a refund on, with history and mail.
pub(super) async fn apply(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: RefundRow,
    step: &Move<'_>,
    now: Timestamp,
) -> Result<RefundRow> {
    let status: RefundStatus = row.status.parse().map_err(|_| Error::internal("an unknown status of a refund"))?;
    let to = status.transition(step.event).map_err(|InvalidTransition| Error::invalid_state())?;
    let change = RefundStep {
        to,
        approved_by: step.asker.account_id.filter(|_| step.event == RefundEvent::Approve),
        reference: step.reference.clone(),
        proof_media_id: step.proof_media_id,
    };
    if !store::refunds::step(tx, &row, &change, now).await? {
        return Err(Error::invalid_state());
    }
    let by = (step.asker.actor, step.asker.account_id);
    history::record(tx, History::Refund, row.id, step.kind(), by, step.reason, now).await?;
    if to == RefundStatus::Approved && row.method == RefundMethod::Provider.as_str() {
        CardJob::Refund.enqueue(tx, &row.public_id, "approved", now).await?;
    }
    if to == RefundStatus::Succeeded {
        ledger::record_refund(tx, order.id, &row.public_id, Rupiah::new(row.amount), now).await?;
    }
    notices::changed(services, tx, order, &row, step, now).await?;
    store::refunds::find(tx, &row.public_id).await?.ok_or(Error::NotFound)
}

/// Asks again for what a failed refund was for: the buyer still has it coming. The order is locked.
pub(super) async fn renew(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    failed: &RefundRow,
    asker: Asker,
    now: Timestamp,
) -> Result<RefundRow> {
    let purse = Purse::load(tx, order.id).await?.ok_or_else(not_paid)?;
    let lines = store::refunds::lines(tx, &[failed.id]).await?;
    let worth = Worth {
        lines: lines.iter().map(|line| (line.order_line_id, line.pieces, line.amount)).collect(),
        shipping: failed.shipping_amount,
        goodwill: failed.goodwill_amount,
    };
    // Something else was given back since then, so that this would be too much.
    purse.check(&worth).map_err(|_| Error::invalid_state())?;
    let method = failed.method.parse().map_err(|_| Error::internal("an unknown method of a refund"))?;
    // It stays the wish of whoever had it first, so that it is owed as much as before.
    let requested_as = failed.requested_as.parse().map_err(|_| Error::internal("an unknown actor of a refund"))?;
    let wish = Asker { actor: requested_as, account_id: failed.requested_by };
    let new = written(order, &purse, method, &worth, failed.reason.clone(), wish)?;
    let row = write(services, tx, order, &worth, (new, false), asker, now).await?;
    notices::asked_again(services, tx, order, &row, now).await?;
    store::complaints::move_refund(tx, failed.id, row.id).await?;
    Ok(row)
}

/// A second person says yes.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it does not wait; `form`: `refund-own` for whoever
/// asked for it.
pub async fn approve(services: &Services, account_id: i64, id: &str) -> Result<RefundView> {
    second_person(services, account_id, id, RefundEvent::Approve, None).await
}

/// A second person says no.
///
/// # Errors
/// As [`approve`]; `reason`: `reason-missing`, `too-long`.
pub async fn decline(services: &Services, account_id: i64, id: &str, reason: &str) -> Result<RefundView> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    second_person(services, account_id, id, RefundEvent::Fail, Some(&reason)).await
}

async fn second_person(
    services: &Services,
    account_id: i64,
    id: &str,
    event: RefundEvent,
    reason: Option<&str>,
) -> Result<RefundView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, row) = lock(&tx, id).await?;
    if row.status != RefundStatus::Requested.as_str() {
        return Err(Error::invalid_state());
    }
    if event == RefundEvent::Approve && row.requested_by == Some(account_id) {
        return Err(Error::rejected(crate::RejectionCode::InvalidState, vec![FieldError::new("form", "refund-own")]));
    }
    let asker = Asker { actor: Actor::Curator, account_id: Some(account_id) };
    apply(services, &tx, &order, row, &Move { reason, ..Move::new(event, asker) }, now).await?;
    tx.commit().await?;
    view::one(services.store(), id).await
}

/// A refund and its order, which is locked.
pub(super) async fn lock(tx: &Tx, id: &str) -> Result<(OrderRow, RefundRow)> {
    let order_id = store::refunds::find(tx, id).await?.ok_or(Error::NotFound)?.order_id;
    guard::lock_order(tx, order_id).await?;
    let row = store::refunds::find(tx, id).await?.ok_or(Error::NotFound)?;
    let order = store::orders::find(tx, order_id).await?.ok_or(Error::NotFound)?;
    Ok((order, row))
}
