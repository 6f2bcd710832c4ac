//! The page for what went wrong: says what happened and offers a way on. A person never sees internals.

use axum::response::Response;
use http::StatusCode;
use leptos::prelude::*;
use services::Error;

use crate::{
    layout::StoreLayout,
    page::PageRequest,
    ui::{ButtonKind, LinkButton, PageHead, SearchForm, to},
    viewer::tr,
};

/// Draws an error for the person who met it.
pub async fn show(request: PageRequest, status: StatusCode, error: &Error) -> Response {
    let kind = kind_of(status, error);
    request.render_with(status, move || view! { <FaultPage kind=kind/> }).await
}

/// The middle part of the text keys of an error.
fn kind_of(status: StatusCode, error: &Error) -> &'static str {
    match error {
        Error::NotFound => "not-found",
        Error::Unauthenticated | Error::Forbidden => "forbidden",
        Error::Rejected(_) if status == StatusCode::CONFLICT => "conflict",
        Error::Rejected(_) => "invalid",
        Error::TooManyRequests { .. } => "too-many",
        Error::Unavailable(_) => "busy",
        Error::Internal(_) => "server",
    }
}

/// The page.
#[component]
fn FaultPage(
    /// What happened.
    kind: &'static str,
) -> impl IntoView {
    let tr = tr();
    let title = tr.t(&format!("fault-{kind}-title"));
    view! {
        <PageHead title=title.clone() private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow fault stack gap-3">
                <h1>{title}</h1>
                <p class="lead-text">{tr.t(&format!("fault-{kind}-text"))}</p>
                {(kind == "not-found").then(|| view! { <SearchForm id="cari" hero=true/> })}
                <div class="row gap-15">
                    <LinkButton href=to("/produk") kind=ButtonKind::Secondary>{tr.t("to-products")}</LinkButton>
                    <LinkButton href=to("/") kind=ButtonKind::Text>{tr.t("to-home")}</LinkButton>
                </div>
            </div>
        </StoreLayout>
    }
}
