//! The page on which a buyer pays, and what a browser test may do besides.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse as _, Redirect, Response},
    routing::{get, post},
};

use super::{
    Shared,
    book::{RefundMode, SessionState},
    telling::Told,
};

pub(super) fn router(shared: Shared) -> Router {
    Router::new()
        .route("/c/pay/{id}", get(show).post(pay))
        .route("/fake/sessions/{id}/expire", post(expire))
        .route("/fake/telling/{on}", post(set_telling))
        .route("/fake/refunds/{mode}", post(set_refunds))
        .with_state(shared)
}

async fn show(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    let now = shared.now();
    let Some(session) = shared.book().find_session(&id, now) else { return StatusCode::NOT_FOUND.into_response() };
    if session.state != SessionState::Open {
        return Html("<!doctype html><title>Expired</title><p>This page can no longer be paid.</p>").into_response();
    }
    let names: String = session.names.iter().map(|name| format!("<li>{name}</li>")).collect();
    let (minor, back) = (session.minor, &session.return_url);
    Html(format!(
        "<!doctype html><html lang=\"en\"><title>Pay</title><ul>{names}</ul><p id=\"amount\">{minor}</p>
         <form method=\"post\"><button id=\"pay\">Pay</button></form><a id=\"back\" href=\"{back}\">Back</a></html>"
    ))
    .into_response()
}

async fn pay(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    let now = shared.now();
    let mut book = shared.book();
    let Some(session) = book.find_session(&id, now) else { return StatusCode::NOT_FOUND.into_response() };
    let paid = book.pay(&id, now);
    drop(book);
    Told::spawn(shared.clone());
    match paid {
        Some(_) => Redirect::to(&session.return_url).into_response(),
        None => Redirect::to(&format!("/c/pay/{id}")).into_response(),
    }
}

async fn expire(State(shared): State<Shared>, Path(id): Path<String>) -> StatusCode {
    let now = shared.now();
    shared.book().expire(&id, now);
    Told::spawn(shared);
    StatusCode::NO_CONTENT
}

/// `on` or `off`: whether events are told as they happen.
async fn set_telling(State(shared): State<Shared>, Path(on): Path<String>) -> StatusCode {
    shared.book().is_silent = on == "off";
    Told::spawn(shared);
    StatusCode::NO_CONTENT
}

async fn set_refunds(State(shared): State<Shared>, Path(mode): Path<String>) -> StatusCode {
    shared.book().refund_mode = match mode.as_str() {
        "fail" => RefundMode::Fail,
        "wait" => RefundMode::Wait,
        _ => RefundMode::Succeed,
    };
    StatusCode::NO_CONTENT
}
