//! The calls of the fake's API.

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use super::{
    STRIPE_SECRET_KEY, Shared,
    book::{Answer, Book, Fault, Form, Session, SessionState},
    telling::Told,
};

/// The shortest and the longest time of a session, in seconds.
const SESSION: std::ops::RangeInclusive<i64> = 30 * 60..=24 * 3_600;

pub(super) fn router(shared: Shared) -> Router {
    Router::new()
        .route("/v1/checkout/sessions", post(create_session))
        .route("/v1/checkout/sessions/{id}", get(show_session))
        .route("/v1/checkout/sessions/{id}/expire", post(expire_session))
        .route("/v1/payment_intents/{id}", get(show_payment))
        .route("/v1/refunds", post(create_refund).get(list_refunds))
        .with_state(shared)
}

fn error(status: u16, message: &str) -> Answer {
    let kind = if status >= 500 { "api_error" } else { "invalid_request_error" };
    (status, json!({"error": {"type": kind, "message": message}}))
}

fn response((status, body): Answer) -> Response {
    (StatusCode::from_u16(status).expect("a status of ours"), Json(body)).into_response()
}

fn is_let_in(headers: &HeaderMap) -> bool {
    headers.get("authorization").is_some_and(|value| value == format!("Bearer {STRIPE_SECRET_KEY}").as_str())
}

/// Reads, once for whoever is let in.
fn read(shared: &Shared, headers: &HeaderMap, with: impl FnOnce(&mut Book, i64) -> Answer) -> Response {
    if !is_let_in(headers) {
        return response(error(401, "Invalid API Key provided"));
    }
    let now = shared.now();
    let answer = with(&mut shared.book(), now);
    Told::spawn(shared.clone());
    response(answer)
}

/// Changes something, once for each key.
fn change(
    shared: &Shared,
    headers: &HeaderMap,
    form: Form,
    with: impl FnOnce(&mut Book, &Form, i64) -> Answer,
) -> Response {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    read(shared, headers, |book, now| {
        let (fault, left) = book.faults;
        book.faults.1 = left.saturating_sub(1);
        if left > 0 && fault == Fault::Before {
            return error(503, "Out of order");
        }
        let answer = match key.as_ref().and_then(|key| book.keys.get(key)) {
            Some((first, _)) if *first != form => error(400, "Keys for idempotent requests can only be used once"),
            Some((_, answer)) => answer.clone(),
            None => {
                let answer = with(book, &form, now);
                if let Some(key) = key {
                    book.keys.insert(key, (form, answer.clone()));
                }
                answer
            }
        };
        if left > 0 { error(502, "The answer was lost") } else { answer }
    })
}

async fn create_session(
    State(shared): State<Shared>,
    headers: HeaderMap,
    axum::Form(form): axum::Form<Form>,
) -> Response {
    let url = shared.url.clone();
    change(&shared, &headers, form, |book, form, now| match session_of(form, now) {
        Ok(session) => {
            let id = book.add_session(session);
            (200, book.show_session(&id, &url))
        }
        Err(message) => error(400, message),
    })
}

fn session_of(form: &Form, now: i64) -> Result<Session, &'static str> {
    let text = |name: &str| form.get(name).cloned();
    if form.get("mode").map(String::as_str) != Some("payment") {
        return Err("Unknown mode");
    }
    let expires_at = text("expires_at").and_then(|text| text.parse::<i64>().ok()).ok_or("Invalid expires_at")?;
    if !SESSION.contains(&(expires_at - now)) {
        return Err(
            "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
        );
    }
    let (mut minor, mut names) = (0, Vec::new());
    let line = |index: usize, name: &str| text(&format!("line_items[{index}]{name}"));
    while let Some(name) = line(names.len(), "[price_data][product_data][name]") {
        let index = names.len();
        let number = |name: &str| line(index, name).and_then(|text| text.parse::<i64>().ok());
        if line(index, "[price_data][currency]").as_deref() != Some("idr") {
            return Err("Invalid currency");
        }
        let unit = number("[price_data][unit_amount]").ok_or("Invalid unit_amount")?;
        minor += unit * number("[quantity]").ok_or("Invalid quantity")?;
        names.push(name);
    }
    if minor < 800_000 {
        return Err("The Checkout Session's total amount must convert to at least 50 cents.");
    }
    Ok(Session {
        reference: text("client_reference_id").ok_or("Missing client_reference_id")?,
        minor,
        currency: "idr".to_owned(),
        expires_at,
        return_url: text("success_url").ok_or("Missing success_url")?,
        names,
        state: SessionState::Open,
        payment: None,
    })
}

async fn show_session(State(shared): State<Shared>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let url = shared.url.clone();
    read(&shared, &headers, |book, now| match book.find_session(&id, now) {
        Some(_) => (200, book.show_session(&id, &url)),
        None => error(404, "No such checkout.session"),
    })
}

async fn expire_session(State(shared): State<Shared>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    change(&shared, &headers, Form::new(), |book, _, now| match book.find_session(&id, now) {
        Some(session) if session.state == SessionState::Open => {
            book.expire(&id, now);
            (200, book.show_session(&id, ""))
        }
        Some(_) => error(400, "Only Checkout Sessions with a status in [\"open\"] can be expired."),
        None => error(404, "No such checkout.session"),
    })
}

async fn show_payment(State(shared): State<Shared>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    read(&shared, &headers, |book, _| match book.payment(&id) {
        Some(_) => (200, book.show_payment(&id, true)),
        None => error(404, "No such payment_intent"),
    })
}

async fn create_refund(
    State(shared): State<Shared>,
    headers: HeaderMap,
    axum::Form(form): axum::Form<Form>,
) -> Response {
    change(&shared, &headers, form, |book, form, now| {
        let payment = form.get("payment_intent").cloned().unwrap_or_default();
        let minor: i64 = form.get("amount").and_then(|text| text.parse().ok()).unwrap_or(0);
        let Some(paid) = book.payment(&payment).map(|payment| payment.minor) else {
            return error(404, "No such payment_intent");
        };
        if minor <= 0 || minor > paid - book.refunded(&payment) {
            return error(400, "Refund amount is greater than unrefunded amount on charge");
        }
        let reference = form.get("metadata[reference]").cloned().unwrap_or_default();
        let id = book.add_refund(&reference, &payment, minor, now);
        (200, book.show_refund(&id))
    })
}

async fn list_refunds(State(shared): State<Shared>, headers: HeaderMap, Query(query): Query<Form>) -> Response {
    read(&shared, &headers, |book, _| {
        let data: Vec<Value> = query.get("payment_intent").map(|id| book.refunds_of(id)).unwrap_or_default();
        (200, json!({"object": "list", "data": data, "has_more": false, "url": "/v1/refunds"}))
    })
}
