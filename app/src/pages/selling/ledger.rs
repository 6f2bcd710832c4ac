//! `/jual/uang`: what the site owes a seller's shops, what it has paid out, and a statement for every month.

pub mod statement;

use access::{Denied, Seller};
use axum::response::Response;
use domain::{limits, money::Rupiah, time::Zone};
use leptos::prelude::*;
use services::{
    fulfilment,
    ledger::{self, Month, ShopBalance},
    payouts::{self, PayoutPage},
};
use text::Tr;

use super::frame::{DeskFrame, scope};
use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{Column, EmptyState, LoadMore, Money, Notice, Panel, PayoutBadge, SectionHead, Sum, Sums, Table, to},
    viewer::tr,
};

/// Path of the page.
const PATH: &str = "/jual/uang";

/// A shop with the months that it has a statement of.
struct Shop {
    balance: ShopBalance,
    months: Vec<Month>,
}

/// The page.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let cursor = request.query("dari");
    let counts = fulfilment::counts(services, scope).await?;
    let paid = payouts::of_shops(services, scope.shop_ids, cursor.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let mut shops = Vec::new();
    for balance in ledger::balances(services, scope.shop_ids).await? {
        let months = ledger::statements(services, scope.shop_ids, &balance.shop).await?;
        shops.push(Shop { balance, months });
    }
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let shops = shops.into_iter().map(|shop| view! { <Account shop=shop/> }).collect_view();
        view! {
            <DeskFrame title=tr.t("money-title") counts=counts message=message>
                <div class="stack gap-1">
                    <h1>{tr.t("money-title")}</h1>
                    <p class="lead-text">{tr.t("money-lead")}</p>
                </div>
                <div class="two-cols">{shops}</div>
                <Payouts page=paid/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

/// `November 2026`
fn name_of(month: Month, tr: Tr) -> String {
    let day = tr.date(month.first_day());
    day.split_once(' ').map_or_else(|| day.clone(), |(_, rest)| rest.to_owned())
}

fn statement_path(shop: &str, month: Month) -> String {
    format!("{PATH}/{shop}/laporan/{month}")
}

#[component]
fn Account(shop: Shop) -> impl IntoView {
    let tr = tr();
    let Shop { balance, months } = shop;
    let lines = vec![
        Sum::money(tr.t("money-waiting"), balance.waiting),
        Sum::money(tr.t("money-releasable"), balance.releasable),
        Sum::money(tr.t("money-planned"), balance.planned),
    ];
    let bank = (!balance.has_bank).then(|| view! { <Notice>{tr.t("money-no-bank")}</Notice> });
    let debt = (balance.balance < Rupiah::ZERO).then(|| view! { <Notice>{tr.t("money-debt")}</Notice> });
    let statements = months
        .into_iter()
        .map(|month| view! { <li><a href=to(&statement_path(&balance.shop, month))>{name_of(month, tr)}</a></li> })
        .collect_view();
    view! {
        <Panel title=balance.shop_name.clone()>
            <Sums lines=lines total=Sum::money(tr.t("money-balance"), balance.balance)/>
            {bank}
            {debt}
            <h3>{tr.t("money-statements")}</h3>
            {if statements.is_empty() {
                view! { <p class="muted">{tr.t("money-statements-none")}</p> }.into_any()
            } else {
                view! { <ul role="list" class="stack gap-1">{statements}</ul> }.into_any()
            }}
        </Panel>
    }
}

#[component]
fn Payouts(page: PayoutPage) -> impl IntoView {
    let tr = tr();
    let more = page.next.as_deref().map(|cursor| to(&path_with(PATH, &[("dari", Some(cursor))])));
    let list = if page.items.is_empty() {
        view! { <EmptyState icon="wallet" title=tr.t("money-payouts-none") text=tr.t("money-payouts-none-lead")/> }
            .into_any()
    } else {
        let columns = vec![
            Column::main(tr.t("money-payout-on")),
            Column::text(tr.t("money-payout-state")),
            Column::text(tr.t("money-payout-account")),
            Column::text(tr.t("money-payout-reference")),
            Column::number(tr.t("money-amount")),
        ];
        let rows = page
            .items
            .into_iter()
            .map(|payout| {
                vec![
                    tr.moment(payout.paid_at.or(payout.sent_at).unwrap_or(payout.created_at), Zone::Wib).into_any(),
                    view! { <PayoutBadge status=payout.status/> }.into_any(),
                    format!("{} {}", payout.bank, payout.account).into_any(),
                    payout.reference.into_any(),
                    view! { <Money amount=payout.amount/> }.into_any(),
                ]
            })
            .collect();
        view! { <Table caption=tr.t("money-payouts") columns=columns rows=rows/> }.into_any()
    };
    view! {
        <section class="stack gap-2">
            <SectionHead title=tr.t("money-payouts")/>
            {list}
            <LoadMore href=more/>
        </section>
    }
}
