//! Money that came without an order that waits for it.

use domain::{limits, unmatched::UnmatchedStatus};
use leptos::prelude::*;
use services::payments::{ShopPayments, UnmatchedPage, UnmatchedView};

use super::{PATH, money_form, resolve_form};
use crate::{
    forms::{FormView, RefusedForm, field_id},
    pages::storefront::view::path_with,
    ui::{Button, ButtonKind, Field, Icon, LoadMore, Panel, Select, SelectOption, TextArea, to},
    viewer::tr,
};

/// All of it, the newest first.
#[component]
pub(super) fn Money(page: UnmatchedPage, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let next = page.next.map(|cursor| to(&path_with(PATH, &[("dari", Some(&cursor))])));
    let is_empty = page.items.is_empty();
    let items = page
        .items
        .into_iter()
        .map(|item| {
            let form = forms.get(&resolve_form(&item.id));
            let is_open = item.status == UnmatchedStatus::Open;
            view! {
                <li class="order">
                    <Words item=item.clone()/>
                    {is_open.then(|| {
                        let action = to(&format!("{PATH}/{}/uang-masuk/{}", item.shop, item.id));
                        view! { <Resolve name=resolve_form(&item.id) action=action form=form/> }
                    })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" id="uang-masuk">
            <h2>{tr.t("unmatched-title")}</h2>
            <p class="small muted">{tr.t("unmatched-lead")}</p>
            {is_empty.then(|| view! { <p>{tr.t("unmatched-none")}</p> })}
            <ul class="order-list">{items}</ul>
            <LoadMore href=next/>
        </section>
    }
}

/// What is known of such money, for sellers and curators.
#[component]
pub(in crate::pages) fn Words(item: UnmatchedView) -> impl IntoView {
    let tr = tr();
    let order = item.order.map(|number| tr.t_args("unmatched-order", &[("number", number.into())]));
    let about = [Some(tr.date(item.received_on)), Some(item.shop_name), order].into_iter().flatten();
    let state = tr.t(&format!("unmatched-{}", item.status));
    view! {
        <p class="row row--between"><b>{item.amount.to_string()}</b><span class="small">{state}</span></p>
        <p class="small muted">{about.collect::<Vec<_>>().join(" · ")}</p>
        {item.note.map(|note| view! { <p>{note}</p> })}
        {item.reference.map(|reference| view! { <p class="small">{reference}</p> })}
    }
}

/// What was done with such money.
#[component]
pub(in crate::pages) fn Resolve(
    /// Name of the form; also its id.
    name: String,
    /// Where it is sent.
    action: String,
    form: FormView,
) -> impl IntoView {
    let tr = tr();
    let options = [UnmatchedStatus::Returned, UnmatchedStatus::Assigned]
        .map(|status| SelectOption::new(status.as_str(), tr.t(&format!("unmatched-{status}"))))
        .to_vec();
    view! {
        <details class="desk-reason" id=name open=form.is_refused()>
            <summary><Icon name="chevron-down"/>{tr.t("unmatched-resolve")}</summary>
            <form method="post" action=action class="stack">
                <Select name="status" label=tr.t("unmatched-what") options=options value=form.value("status")
                    error=form.error("status", tr)/>
                <Field name="reference" id=field_id("reference", &name) label=tr.t("unmatched-reference")
                    hint=tr.t("unmatched-reference-hint") value=form.value("reference")
                    error=form.error("reference", tr) maxlength=*limits::REASON.end()/>
                <Button kind=ButtonKind::Primary>{tr.t("unmatched-resolve-button")}</Button>
            </form>
        </details>
    }
}

/// The form that writes money down.
#[component]
pub(super) fn Record(
    shop: ShopPayments,
    form: FormView,
    /// Whether the seller has several shops, so that each has to be named.
    several: bool,
) -> impl IntoView {
    let tr = tr();
    let name = money_form(&shop.slug);
    let title = if several {
        tr.t_args("unmatched-record-for", &[("shop", (&shop.name).into())])
    } else {
        tr.t("unmatched-record")
    };
    view! {
        <Panel>
            <details class="desk-reason" id=name.clone() open=form.is_refused()>
                <summary><Icon name="chevron-down"/>{title}</summary>
                <form method="post" action=to(&format!("{PATH}/{}/uang-masuk", shop.slug)) class="stack">
                    <Field name="amount" id=field_id("amount", &name) label=tr.t("unmatched-amount") prefix="Rp"
                        inputmode="numeric" value=form.value("amount") error=form.error("amount", tr) maxlength=13/>
                    <Field name="received_on" id=field_id("received_on", &name) label=tr.t("unmatched-day") kind="date"
                        value=form.value("received_on") error=form.error("received_on", tr) optional=true/>
                    <Field name="order" id=field_id("order", &name) label=tr.t("unmatched-number") optional=true
                        hint=tr.t("unmatched-number-hint") value=form.value("order") error=form.error("order", tr)
                        maxlength=20/>
                    <TextArea name="note" id=field_id("note", &name) label=tr.t("unmatched-note") optional=true rows=2
                        value=form.value("note") error=form.error("note", tr) maxlength=*limits::NOTE.end()/>
                    <Button kind=ButtonKind::Secondary>{tr.t("unmatched-record-button")}</Button>
                </form>
            </details>
        </Panel>
    }
}
