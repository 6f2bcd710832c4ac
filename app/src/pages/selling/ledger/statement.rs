//! `/jual/uang/{shop}/laporan/{month}`: a month of a shop's account; its lines sum from the opening to the closing balance.

use access::{Denied, Seller};
use axum::{extract::Path, response::Response};
use domain::time::Zone;
use leptos::prelude::*;
use services::{
    fulfilment,
    ledger::{self, Statement},
};
use text::Tr;

use super::{PATH, name_of, statement_path};
use crate::{
    page::PageRequest,
    pages::selling::frame::{DeskFrame, scope},
    ui::{ButtonKind, Column, EmptyState, Icon, LinkButton, Money, Panel, Sum, Sums, Table, to},
};

/// The page.
///
/// # Errors
/// Not a seller; no such month of a shop of theirs; or the database is not available.
pub async fn show(
    request: PageRequest,
    seller: Seller,
    Path((shop, month)): Path<(String, String)>,
) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let statement = ledger::statement(services, scope.shop_ids, &shop, month.parse()?).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let tr = request.tr;
    let view = move || {
        let title = tr.t_args("money-statement", &[("month", name_of(statement.month, tr).into())]);
        let file = format!("{}/csv", statement_path(&statement.shop, statement.month));
        let (sums, table) = (lines(&statement, tr), entries(&statement, tr));
        view! {
            <DeskFrame title=title.clone() counts=counts message=None>
                <p><a class="back-link" href=to(PATH)><Icon name="chevron-left"/>{tr.t("money-title")}</a></p>
                <div class="stack gap-1">
                    <h1>{title}</h1>
                    <p class="lead-text">{statement.shop_name}</p>
                </div>
                <Panel>
                    <Sums lines=sums total=Sum::money(tr.t("money-closing"), statement.closing)/>
                </Panel>
                {table}
                <p><LinkButton href=to(&file) kind=ButtonKind::Secondary download=true>{tr.t("money-file")}</LinkButton></p>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

fn lines(statement: &Statement, tr: Tr) -> Vec<Sum> {
    let opening = Sum::money(tr.t("money-opening"), statement.opening);
    let moved = statement.lines.iter().map(|line| {
        let way = if line.is_direct { "direct" } else { "collected" };
        let kind = tr.t(&format!("ledger-{}", line.kind.as_str()));
        Sum::money(tr.t_args(&format!("money-line-{way}"), &[("kind", kind.into())]), line.amount)
    });
    std::iter::once(opening).chain(moved).collect()
}

fn entries(statement: &Statement, tr: Tr) -> AnyView {
    if statement.entries.is_empty() {
        return view! { <EmptyState icon="file-text" title=tr.t("money-entries-none")/> }.into_any();
    }
    let columns = vec![
        Column::main(tr.t("money-entry-on")),
        Column::text(tr.t("money-entry-why")),
        Column::text(tr.t("money-entry-order")),
        Column::number(tr.t("money-amount")),
    ];
    let rows = statement
        .entries
        .iter()
        .map(|entry| {
            let why = tr.t(&format!("ledger-{}", entry.kind.as_str()));
            let why = entry.reason.as_ref().map_or_else(|| why.clone(), |reason| format!("{why}: {reason}"));
            let order = entry.order.clone().map(|number| {
                view! { <a href=to(&format!("/jual/pesanan/{number}"))>{number.clone()}</a> }
            });
            vec![
                tr.moment(entry.at, Zone::Wib).into_any(),
                why.into_any(),
                order.into_any(),
                view! { <Money amount=entry.amount/> }.into_any(),
            ]
        })
        .collect();
    let rest = statement.has_more.then(|| view! { <p class="muted">{tr.t("money-entries-more")}</p> });
    view! { <Table caption=tr.t("money-entries") columns=columns rows=rows/>{rest} }.into_any()
}
