//! `/kurasi/pengembalian/baru`: a curator gives money of an order back.

use access::{Curator, Denied};
use axum::response::Response;
use domain::money::Rupiah;
use leptos::prelude::*;
use services::{
    Error, curation,
    refunds::{self, OrderRefunds},
};

use super::super::frame::CuratingFrame;
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::{
        cases::{RefundCard, RefundForm},
        storefront::view::path_with,
    },
    ui::{Button, ButtonKind, ErrorSummary, Field, LinkButton, Notice, Panel, to},
    viewer::tr,
};

/// Path of the page.
pub const PATH: &str = "/kurasi/pengembalian/baru";

/// Name of the form that gives money back.
pub const BEGIN_FORM: &str = "refund-begin";

/// Query key of the order's number.
const NUMBER: &str = "pesanan";

/// Address of the page for an order.
#[must_use]
pub fn page_of(number: &str) -> String {
    path_with(PATH, &[(NUMBER, Some(number))])
}

/// The page: asks which order, then what goes back of it.
///
/// # Errors
/// Not a curator; or the database is not available.
pub async fn show(request: PageRequest, _: Curator) -> Result<Response, Denied> {
    let services = request.services();
    let number = request.query(NUMBER).map(|number| number.trim().to_uppercase()).filter(|number| !number.is_empty());
    let found = match &number {
        Some(number) => match refunds::of_any_order(services, number).await {
            Ok(found) => Some(found),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error.into()),
        },
        None => None,
    };
    let waiting = curation::counts(services).await?.waiting;
    let form = request.form(BEGIN_FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let is_unknown = number.is_some() && found.is_none();
        let sought = number.clone().unwrap_or_default();
        let errors = form
            .summary(tr)
            .into_iter()
            .map(|(field, sentence)| (if field == "reason" { "refund-reason".to_owned() } else { field }, sentence))
            .collect::<Vec<_>>();
        view! {
            <CuratingFrame title=tr.t("refund-begin-title") lead=tr.t("refund-begin-lead") waiting=waiting message=message>
                <ErrorSummary errors=errors/>
                <form method="get" action=to(PATH) class="stack">
                    <Field name=NUMBER label=tr.t("refund-begin-number") value=sought autocomplete="off" maxlength=40
                        error=is_unknown.then(|| tr.t("refund-begin-unknown"))/>
                    <Button kind=ButtonKind::Secondary>{tr.t("refund-begin-find")}</Button>
                </form>
                {found.zip(number).map(|(refunds, number)| view! { <Order refunds=refunds number=number form=form/> })}
                <p>
                    <LinkButton href=to("/kurasi/pengembalian") kind=ButtonKind::Quiet>{tr.t("refund-queue-title")}</LinkButton>
                </p>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// What went back of an order, and the form for more.
#[component]
fn Order(refunds: OrderRefunds, number: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let title = tr.t_args("order-title", &[("number", (&number).into())]);
    let path = page_of(&number);
    let cards = refunds.items.iter().cloned().map(|refund| view! { <RefundCard refund=refund/> }).collect_view();
    let has_left = refunds.left > Rupiah::ZERO;
    view! {
        <Panel title=title>
            {cards}
            {if has_left {
                view! { <RefundForm refunds=refunds path=path form=form/> }.into_any()
            } else {
                view! { <Notice>{tr.t("refund-begin-nothing")}</Notice> }.into_any()
            }}
        </Panel>
    }
}
