//! `/jual/lot`: the lots of a seller's shops, and a form for a new one.

mod one;

use access::{Denied, Seller};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
pub(in crate::pages) use one::RecallForm;
pub use one::show;
use services::{
    fulfilment,
    lots::{self, LotQuery, LotVariant},
};

use super::frame::{DeskFrame, scope};
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::{lots::Lots, storefront::view::path_with},
    ui::{Button, ButtonKind, EmptyState, ErrorSummary, Field, LinkButton, LoadMore, Panel, Select, SelectOption, to},
    viewer::tr,
};

/// Path of the list.
pub const PATH: &str = "/jual/lot";
/// Name of the form that makes a lot; also its address on the page.
pub const FORM: &str = "lot-baru";
/// Name of the form that sets the stock of a lot.
pub const STOCK_FORM: &str = "lot-stok";
/// Name of the form that writes pieces off.
pub const OFF_FORM: &str = "lot-hapus";
/// Name of the form that calls a lot back.
pub const RECALL_FORM: &str = "lot-tarik";

/// The list.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn list(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let cursor = request.query("dari");
    let asked = (cursor.as_deref(), limits::DEFAULT_PAGE_SIZE);
    let page = lots::list(services, scope, &LotQuery::default(), asked, request.locale).await?;
    let variants = lots::variants(services, scope).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let form = request.form(FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("dari", Some(&cursor))])));
        let list = if page.items.is_empty() {
            view! { <EmptyState icon="calendar" title=tr.t("lot-none") text=tr.t("lot-none-lead")/> }.into_any()
        } else {
            view! { <Lots lots=page.items path=PATH/> }.into_any()
        };
        let make = if variants.is_empty() {
            view! {
                <Panel title=tr.t("lot-new")>
                    <p class="muted">{tr.t("lot-no-food")}</p>
                    <p><LinkButton href=to("/jual/produk")>{tr.t("nav-products")}</LinkButton></p>
                </Panel>
            }
            .into_any()
        } else {
            view! { <Make variants=variants form=form.clone()/> }.into_any()
        };
        view! {
            <DeskFrame title=tr.t("nav-lots") counts=counts message=message>
                <div class="stack gap-1">
                    <h1>{tr.t("nav-lots")}</h1>
                    <p class="lead-text">{tr.t("lot-lead")}</p>
                </div>
                <ErrorSummary errors=form.summary(tr)/>
                {make}
                {list}
                <LoadMore href=next/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Make(variants: Vec<LotVariant>, form: FormView) -> impl IntoView {
    let tr = tr();
    let options = variants
        .into_iter()
        .map(|variant| {
            let keeps = tr.count("lot-keeps", variant.shelf_life_days);
            SelectOption::new(variant.variant, format!("{} ({keeps})", variant.name))
        })
        .collect();
    view! {
        <section class="panel stack" id=FORM aria-labelledby="lot-new">
            <h2 id="lot-new">{tr.t("lot-new")}</h2>
            <form method="post" action=to(PATH) class="stack">
                <Select name="variant" label=tr.t("lot-of") options=options value=form.value("variant")
                    error=form.error("variant", tr)/>
                <div class="fields-2">
                    <Field name="produced_on" kind="date" label=tr.t("lot-produced-on") hint=tr.t("lot-produced-hint")
                        value=form.value("produced_on") error=form.error("produced_on", tr) optional=true/>
                    <Field name="best_before" kind="date" label=tr.t("lot-best-before") hint=tr.t("lot-best-before-hint")
                        value=form.value("best_before") error=form.error("best_before", tr) optional=true/>
                </div>
                <div class="fields-2">
                    <Field name="on_hand" label=tr.t("selling-stock-pieces") value=form.value("on_hand")
                        error=form.error("on_hand", tr) inputmode="numeric" maxlength=9/>
                    <Field name="code" label=tr.t("lot-code") hint=tr.t("lot-code-hint") value=form.value("code")
                        error=form.error("code", tr) optional=true maxlength=*limits::LOT_CODE.end() autocomplete="off"/>
                </div>
                <p><Button kind=ButtonKind::Primary icon="plus">{tr.t("lot-make")}</Button></p>
            </form>
        </section>
    }
}
