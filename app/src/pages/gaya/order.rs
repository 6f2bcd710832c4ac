//! Steps, tabs, tables, sums.

use domain::{label::OrderLabel, money::Rupiah};
use leptos::prelude::*;

use crate::{
    ui::{Column, Facts, Money, OrderBadge, Panel, StepState, Sum, Sums, Tab, Table, Tabs, Timeline, TimelineStep},
    viewer::tr,
};

#[component]
pub(super) fn Steps() -> impl IntoView {
    let tr = tr();
    let tab = |path: &str, count: i64, current: bool| Tab {
        path: path.to_owned(),
        label: tr.t("gaya-word"),
        count: Some(count),
        current,
    };
    let step = |state: StepState| TimelineStep {
        title: tr.t("gaya-sample"),
        detail: Some("24 November 2026 pukul 14.32 WIB".to_owned()),
        state,
    };
    let labels = OrderLabel::ALL.iter().map(|label| view! { <OrderBadge label=*label/> }).collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-steps")}</h2>
            <Tabs label=tr.t("nav-orders") tabs=vec![tab("/gaya", 3, true), tab("/gaya?tab=2", 0, false), tab("/gaya?tab=3", 2_000, false)]/>
            <Timeline steps=vec![step(StepState::Done), step(StepState::Now), step(StepState::Later)]/>
            <div class="row">{labels}</div>
        </section>
    }
}

#[component]
pub(super) fn TableOfOrders() -> impl IntoView {
    let tr = tr();
    let row = |number: &'static str, amount: i64| {
        vec![
            view! { <a href="#tabel">{number}</a> }.into_any(),
            "24 Nov 2026".into_any(),
            view! { <Money amount=Rupiah::new(amount)/> }.into_any(),
        ]
    };
    let columns =
        vec![Column::main(tr.t("nav-orders")), Column::text(tr.t("gaya-label")), Column::number(tr.t("gaya-word"))];
    view! {
        <section id="tabel">
            <h2>{tr.t("gaya-table")}</h2>
            <Table caption=tr.t("gaya-table") columns=columns
                rows=vec![row("S-261124-7K4M2", 126_000), row("S-261123-7K2A0", 56_000)]
                footer=vec![tr.t("gaya-total").into_any(), ().into_any(), view! { <Money amount=Rupiah::new(182_000)/> }.into_any()]/>
        </section>
    }
}

#[component]
pub(super) fn Totals() -> impl IntoView {
    let tr = tr();
    view! {
        <section>
            <h2>{tr.t("gaya-totals")}</h2>
            <div class="demo-2">
                <Panel title=tr.t("gaya-total") roomy=true>
                    <Sums lines=vec![Sum::money(tr.t("gaya-label"), Rupiah::new(113_000)), Sum::text(tr.t("gaya-label"), tr.t("gaya-word"))]
                        total=Sum::money(tr.t("gaya-total"), Rupiah::new(113_000))/>
                </Panel>
                <Panel><Facts rows=vec![(tr.t("gaya-label"), tr.t("gaya-sample")), (tr.t("gaya-label"), "1,2 kg".to_owned())]/></Panel>
            </div>
        </section>
    }
}
