//! What the pages of this area have in common: one narrow column, and words for a link that ran out.

use access::Denied;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use leptos::prelude::*;

use crate::{
    layout::StoreLayout,
    page::PageRequest,
    ui::{ButtonKind, ErrorSummary, LinkButton, PageHead, Toast, href, to},
    viewer::tr,
};

/// A narrow page with a title, a sentence, what the last action did and what is wrong with the form.
#[component]
pub(super) fn AccountFrame(
    /// The heading.
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// What the action before did.
    #[prop(optional_no_strip)]
    message: Option<String>,
    /// Errors of the form on this page.
    #[prop(optional)]
    errors: Vec<(String, String)>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <PageHead title=title.clone() private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-3">
                <Toast message=message/>
                <div class="stack gap-1">
                    <h1>{title}</h1>
                    {lead.map(|lead| view! { <p class="muted">{lead}</p> })}
                </div>
                <ErrorSummary errors=errors/>
                {children()}
            </div>
        </StoreLayout>
    }
}

/// The page after a mail was sent, whether or not there was somebody to send it to.
pub(super) async fn check_mail(request: PageRequest, text: &'static str, again: &'static str) -> Response {
    let tr = request.tr;
    let page = move || {
        view! {
            <AccountFrame title=tr.t("account-check-mail-title") lead=tr.t(text)>
                <p>{tr.t("account-check-mail-spam")}</p>
                <p><LinkButton href=to(again)>{tr.t("account-check-mail-again")}</LinkButton></p>
            </AccountFrame>
        }
    };
    request.render(page).await
}

/// The page of a one-time link that does not work (any more), with the way to a new one.
pub(super) async fn link_expired(request: PageRequest, again: &'static str, label: &'static str) -> Response {
    let page = move || {
        let tr = tr();
        view! {
            <AccountFrame title=tr.t("account-link-expired-title") lead=tr.t("account-link-expired-lead")>
                <p><LinkButton href=to(again) kind=ButtonKind::Primary>{tr.t(label)}</LinkButton></p>
            </AccountFrame>
        }
    };
    request.render_with(StatusCode::NOT_FOUND, page).await
}

/// Somebody who is signed in has no use for a page of strangers.
pub(super) fn signed_in_already(request: &PageRequest) -> Option<Result<Response, Denied>> {
    let to_account = || Redirect::to(&href(request.locale, "/akun")).into_response();
    request.caller.identity.as_ref().map(|_| Ok(to_account()))
}
