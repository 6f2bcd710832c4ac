//! `/jual/pembayaran`: how the shops of a seller are paid, and money that came without an order.

mod bank;
mod money;
mod qris;

use access::{Denied, Seller};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
use services::{
    fulfilment,
    payments::{self, PaymentDesk, ShopPayments},
};

use self::{
    bank::Bank,
    money::{Money, Record},
    qris::QrisPanel,
};
pub(in crate::pages) use self::{
    money::{Resolve, Words},
    qris::facts,
};
use super::frame::{DeskFrame, scope};
use crate::{
    forms::RefusedForm,
    page::PageRequest,
    ui::{Button, ButtonKind, Checkbox, ErrorSummary, Panel, to},
    viewer::tr,
};

/// Path of the page.
const PATH: &str = "/jual/pembayaran";

/// Name of the form for the bank account of that shop; also its address on the page.
#[must_use]
pub fn bank_form(shop: &str) -> String {
    format!("rekening-{shop}")
}

/// Name of the form for the QRIS code of that shop.
#[must_use]
pub fn qris_form(shop: &str) -> String {
    format!("qris-{shop}")
}

/// Name of the form that says whether that shop takes cash.
#[must_use]
pub fn cash_form(shop: &str) -> String {
    format!("tunai-{shop}")
}

/// Name of the form that writes money of that shop down.
#[must_use]
pub fn money_form(shop: &str) -> String {
    format!("uang-{shop}")
}

/// Name of the form that says what was done with that money.
#[must_use]
pub fn resolve_form(id: &str) -> String {
    format!("selesai-{id}")
}

/// The page.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let cursor = request.query("dari");
    let desk = payments::desk(services, scope, cursor.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let forms = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        view! {
            <DeskFrame title=tr.t("nav-payments") counts=counts message=message>
                <div class="stack gap-1">
                    <h1>{tr.t("nav-payments")}</h1>
                    <p class="lead-text">{tr.t("payee-lead")}</p>
                </div>
                <Desk desk=desk forms=forms/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Desk(desk: PaymentDesk, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let errors = forms.summary(tr);
    let several = desk.shops.len() > 1;
    let shops = desk
        .shops
        .iter()
        .cloned()
        .map(|shop| {
            let name = several.then(|| view! { <h2>{shop.name.clone()}</h2> });
            view! {
                {name}
                <div class="two-cols">
                    <QrisPanel shop=shop.clone() form=forms.get(&qris_form(&shop.slug))/>
                    <div class="stack gap-3">
                        <Bank shop=shop.clone() form=forms.get(&bank_form(&shop.slug))/>
                        <Cash shop=shop/>
                    </div>
                </div>
            }
        })
        .collect_view();
    let records = desk
        .shops
        .into_iter()
        .map(|shop| {
            let form = forms.get(&money_form(&shop.slug));
            view! { <Record shop=shop form=form several=several/> }
        })
        .collect_view();
    view! {
        <ErrorSummary errors=errors/>
        {shops}
        <Money page=desk.unmatched forms=forms/>
        {records}
    }
}

#[component]
fn Cash(shop: ShopPayments) -> impl IntoView {
    let tr = tr();
    view! {
        <Panel title=tr.t("payee-cash")>
            <form method="post" action=to(&format!("{PATH}/{}/tunai", shop.slug)) class="stack gap-1">
                <p class="small muted">{tr.t("payee-cash-lead")}</p>
                <Checkbox name="accepts" value="1" label=tr.t("payee-cash-accepts") checked=shop.takes_cash/>
                <Button kind=ButtonKind::Secondary>{tr.t("payee-save")}</Button>
            </form>
        </Panel>
    }
}
