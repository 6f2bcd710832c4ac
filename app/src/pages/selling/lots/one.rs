//! `/jual/lot/{code}`: one lot, what can be done with it, and its orders.

use access::{Denied, Seller};
use axum::{extract::Path, response::Response};
use domain::limits;
use leptos::prelude::*;
use services::{
    fulfilment,
    lots::{self, LotOrder, LotView},
};

use super::{OFF_FORM, PATH, RECALL_FORM, STOCK_FORM};
use crate::{
    forms::{FormView, RefusedForm, field_id},
    page::PageRequest,
    pages::{
        lots::{LotBadge, Recalled, name_of},
        selling::frame::{DeskFrame, scope},
        storefront::view::path_with,
    },
    ui::{Button, ButtonKind, Column, ErrorSummary, Facts, Field, Icon, LoadMore, OrderBadge, Table, TextArea, to},
    viewer::tr,
};

/// The page.
///
/// # Errors
/// Not a seller; not a lot of theirs; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller, Path(code): Path<String>) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let lot = lots::find(services, scope, &code, request.locale).await?;
    let cursor = request.query("dari");
    let (orders, next) = lots::orders(services, scope, &code, cursor.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let forms = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("lot-title", &[("code", (&lot.code).into())]);
        let next = next.map(|cursor| to(&path_with(&format!("{PATH}/{}", lot.code), &[("dari", Some(&cursor))])));
        view! {
            <DeskFrame title=title.clone() counts=counts message=message>
                <p><a class="back-link" href=to(PATH)><Icon name="chevron-left"/>{tr.t("nav-lots")}</a></p>
                <div class="row row--between"><h1>{title}</h1><LotBadge lot=lot.clone()/></div>
                <ErrorSummary errors=forms.summary(tr)/>
                {lot.recalled.clone().map(|recall| view! { <Recalled recall=recall/> })}
                <div class="two-cols">
                    <div class="stack gap-3"><About lot=lot.clone()/><Shelf lot=lot.clone() form=forms.get(STOCK_FORM)/></div>
                    <Ends lot=lot.clone() forms=forms/>
                </div>
                <Orders orders=orders/>
                <LoadMore href=next/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn About(lot: LotView) -> impl IntoView {
    let tr = tr();
    let rows = vec![
        (tr.t("lot-of"), name_of(&lot)),
        (tr.t("lot-produced-on"), tr.date(lot.produced_on)),
        (tr.t("lot-best-before"), tr.date(lot.best_before)),
        (tr.t("lot-on-hand"), tr.number(lot.on_hand)),
        (tr.t("lot-promised"), tr.number(lot.allocated + lot.held)),
        (tr.t("lot-left"), tr.number(lot.on_hand - lot.allocated - lot.held)),
    ];
    view! {
        <section class="panel stack">
            <h2>{tr.t("lot-about")}</h2>
            <Facts rows=rows/>
            <p class="small"><a href=to(&format!("/lot/{}", lot.code))>{tr.t("lot-see-public")}</a></p>
        </section>
    }
}

#[component]
fn Shelf(lot: LotView, form: FormView) -> impl IntoView {
    let tr = tr();
    view! {
        <form method="post" action=to(&format!("{PATH}/{}/stok", lot.code)) class="panel stack" id=STOCK_FORM>
            <h2>{tr.t("lot-count")}</h2>
            <Field name="on_hand" id=field_id("on_hand", STOCK_FORM) label=tr.t("lot-on-hand") hint=tr.t("lot-count-hint")
                value=form.value_or("on_hand", &lot.on_hand.to_string()) error=form.error("on_hand", tr)
                inputmode="numeric" maxlength=9/>
            <p><Button kind=ButtonKind::Secondary icon="save">{tr.t("selling-save")}</Button></p>
        </form>
    }
}

/// How pieces, or all of them, are taken from sale.
#[component]
fn Ends(lot: LotView, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let path = format!("{PATH}/{}", lot.code);
    let (off, recall) = (forms.get(OFF_FORM), forms.get(RECALL_FORM));
    let can_recall = lot.recalled.is_none();
    let recall_path = path.clone();
    view! {
        <div class="stack gap-3">
            <form method="post" action=to(&format!("{path}/hapus")) class="panel stack" id=OFF_FORM>
                <h2>{tr.t("lot-write-off")}</h2>
                <p class="small muted">{tr.t("lot-write-off-lead")}</p>
                <Field name="pieces" id=field_id("pieces", OFF_FORM) label=tr.t("lot-pieces") value=off.value("pieces")
                    error=off.error("pieces", tr) inputmode="numeric" maxlength=9/>
                <TextArea name="reason" id=field_id("reason", OFF_FORM) label=tr.t("lot-reason") value=off.value("reason")
                    error=off.error("reason", tr) rows=2 maxlength=*limits::REASON.end()/>
                <p><Button kind=ButtonKind::Secondary>{tr.t("lot-write-off-button")}</Button></p>
            </form>
            {can_recall.then(|| view! { <RecallForm action=format!("{recall_path}/tarik") form=recall/> })}
        </div>
    }
}

/// Asks why a lot is called back; a fold, since it is done once in a long while.
#[component]
pub(in crate::pages) fn RecallForm(action: String, form: FormView) -> impl IntoView {
    let tr = tr();
    view! {
        <details class="fold" id=RECALL_FORM open=form.is_refused()>
            <summary><Icon name="triangle-alert"/>{tr.t("lot-recall")}<Icon name="chevron-down"/></summary>
            <form method="post" action=to(&action) class="stack">
                <p>{tr.t("lot-recall-lead")}</p>
                <TextArea name="reason" id=field_id("reason", RECALL_FORM) label=tr.t("lot-recall-reason")
                    value=form.value("reason") error=form.error("reason", tr) rows=3 maxlength=*limits::REASON.end()/>
                <p><Button kind=ButtonKind::Danger>{tr.t("lot-recall-button")}</Button></p>
            </form>
        </details>
    }
}

#[component]
fn Orders(orders: Vec<LotOrder>) -> impl IntoView {
    let tr = tr();
    if orders.is_empty() {
        return view! { <p class="muted">{tr.t("lot-no-orders")}</p> }.into_any();
    }
    let columns = vec![
        Column::main(tr.t("lot-order")),
        Column::text(tr.t("lot-buyer")),
        Column::number(tr.t("lot-pieces")),
        Column::text(tr.t("lot-placed")),
        Column::text(tr.t("selling-column-state")),
    ];
    let rows = orders
        .into_iter()
        .map(|order| {
            let link = to(&format!("/jual/pesanan/{}", order.number));
            let placed = tr.moment(order.placed, order.zone);
            vec![
                view! { <a href=link><b>{order.number}</b></a> }.into_any(),
                order.buyer.into_any(),
                tr.number(order.pieces).into_any(),
                placed.into_any(),
                view! { <OrderBadge label=order.label/> }.into_any(),
            ]
        })
        .collect();
    view! {
        <section class="stack">
            <h2>{tr.t("lot-orders")}</h2>
            <Table caption=tr.t("lot-orders") columns=columns rows=rows/>
        </section>
    }
    .into_any()
}
