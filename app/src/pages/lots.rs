//! What the pages of lots share.

use leptos::prelude::*;
use services::lots::{LotView, RecallView};

use crate::{
    ui::{Badge, Column, Notice, Table, Tone, to},
    viewer::tr,
};

/// Whether a lot is sold.
#[component]
pub(super) fn LotBadge(lot: LotView) -> impl IntoView {
    let (tone, key) = if lot.recalled.is_some() {
        (Tone::Bad, "lot-state-recalled")
    } else if lot.is_past {
        (Tone::Note, "lot-state-past")
    } else if lot.on_hand - lot.allocated - lot.held <= 0 {
        (Tone::Plain, "lot-state-empty")
    } else {
        (Tone::Good, "lot-state-sold")
    };
    view! { <Badge tone=tone label=tr().t(key)/> }
}

/// Since when and why a lot is called back.
#[component]
pub(super) fn Recalled(recall: RecallView) -> impl IntoView {
    let tr = tr();
    let title = tr.t_args("lot-recalled-on", &[("date", tr.date(recall.on).into())]);
    view! { <Notice tone=Tone::Bad><p><b>{title}</b></p><p>{recall.reason}</p></Notice> }
}

/// "Keripik tempe · 250 g"
pub(super) fn name_of(lot: &LotView) -> String {
    if lot.variant_name.is_empty() {
        lot.product_name.clone()
    } else {
        format!("{} · {}", lot.product_name, lot.variant_name)
    }
}

/// Lots, with links to `{path}/{code}`; with their shops where the reader sees several.
#[component]
pub(super) fn Lots(
    /// The lots.
    lots: Vec<LotView>,
    /// Where each has its page.
    path: &'static str,
    /// Whether the shop is named.
    #[prop(optional)]
    with_shop: bool,
) -> impl IntoView {
    let tr = tr();
    let mut columns = vec![Column::main(tr.t("lot-code")), Column::text(tr.t("lot-of"))];
    if with_shop {
        columns.push(Column::text(tr.t("selling-column-shop")));
    }
    columns.extend([
        Column::text(tr.t("lot-best-before")),
        Column::number(tr.t("lot-left")),
        Column::text(tr.t("selling-column-state")),
    ]);
    let rows = lots
        .into_iter()
        .map(|lot| {
            let link = to(&format!("{path}/{}", lot.code));
            let mut cells =
                vec![view! { <a href=link><b>{lot.code.clone()}</b></a> }.into_any(), name_of(&lot).into_any()];
            if with_shop {
                cells.push(lot.shop_name.clone().into_any());
            }
            cells.extend([
                tr.date(lot.best_before).into_any(),
                tr.number(lot.on_hand - lot.allocated - lot.held).into_any(),
                view! { <LotBadge lot=lot/> }.into_any(),
            ]);
            cells
        })
        .collect();
    view! { <Table caption=tr.t("nav-lots") columns=columns rows=rows/> }
}
