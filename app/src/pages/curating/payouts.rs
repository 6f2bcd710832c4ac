//! `/kurasi/uang`: payouts to shops, which two persons agree to, and what the daily reconciliation found.

use access::{Curator, Denied};
use axum::response::Response;
use domain::{limits, payout::PayoutStatus, role::Role, time::Zone};
use leptos::prelude::*;
use services::{
    curation, ledger,
    ledger::Report,
    payouts::{self, PayoutPage, PayoutView},
};
use text::Tr;

use super::frame::CuratingFrame;
use crate::{
    forms::{FormView, RefusedForm, field_id},
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{
        Button, ButtonKind, Column, EmptyState, ErrorSummary, Facts, Field, Icon, LoadMore, Money, Notice, Panel,
        PayoutBadge, SectionHead, Table, TextArea, Tone, to,
    },
    viewer::tr,
};

/// Name of what is refused on the page as a whole.
pub const FORM: &str = "payout";
/// Name of the form that corrects a shop's account; also its id.
pub const ADJUST_FORM: &str = "payout-adjust";
/// Path of the page.
pub const PATH: &str = "/kurasi/uang";

/// The page with the payouts that stand there.
#[must_use]
pub fn page_of(status: PayoutStatus) -> String {
    path_with(PATH, &[("tab", Some(status.as_str()))])
}

/// Name of the form that notes that the bank has paid that payout; also its id.
#[must_use]
pub fn paid_form(payout: &str) -> String {
    format!("dibayar-{payout}")
}

/// Name of the form that ends that payout without success; also its id.
#[must_use]
pub fn ended_form(payout: &str) -> String {
    format!("berakhir-{payout}")
}

const STATES: [PayoutStatus; 6] = [
    PayoutStatus::Draft,
    PayoutStatus::Approved,
    PayoutStatus::Sent,
    PayoutStatus::Paid,
    PayoutStatus::Failed,
    PayoutStatus::Returned,
];

/// The page. An unknown tab is the first.
pub async fn show(request: PageRequest, Curator(me): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let status = request.query("tab").and_then(|tab| tab.parse().ok()).unwrap_or(PayoutStatus::Draft);
    let cursor = request.query("dari");
    let page = payouts::all(services, Some(status), cursor.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let report = ledger::last_report(services).await?;
    let waiting = curation::counts(services).await?.waiting;
    let form = request.form(FORM).await?;
    let forms = request.refused_form().await?;
    let adjust = request.form(ADJUST_FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let sweep = view! {
            <form method="post" action=to(&format!("{PATH}/susun"))>
                <Button kind=ButtonKind::Secondary>{tr.t("payout-sweep")}</Button>
            </form>
        };
        let mut errors = form.summary(tr);
        errors.extend(forms.summary(tr));
        errors.extend(adjust.summary(tr));
        let adjust = me.has(Role::Admin).then(|| view! { <Adjust form=adjust/> });
        view! {
            <CuratingFrame title=tr.t("payout-title") lead=tr.t("payout-lead") waiting=waiting message=message
                actions=Some(sweep.into_any())>
                <ErrorSummary errors=errors/>
                <nav class="chips" aria-label=tr.t("payout-states")>{states(status, tr)}</nav>
                <List page=page status=status me=me.id forms=forms/>
                <Findings report=report/>
                {adjust}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

fn states(current: PayoutStatus, tr: Tr) -> impl IntoView {
    STATES
        .iter()
        .map(|status| {
            let path = page_of(*status);
            let mark = (*status == current).then_some("true");
            let label = tr.t(&format!("payout-state-{}", status.as_str()));
            view! { <a class="chip" href=to(&path) aria-current=mark>{label}</a> }
        })
        .collect_view()
}

#[component]
fn List(page: PayoutPage, status: PayoutStatus, me: i64, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    if page.items.is_empty() {
        return view! { <EmptyState icon="wallet" title=tr.t("payout-none") text=tr.t("payout-none-lead")/> }
            .into_any();
    }
    let query = [("tab", Some(status.as_str())), ("dari", page.next.as_deref())];
    let next = page.next.is_some().then(|| to(&path_with(PATH, &query)));
    // What two persons have agreed to goes to the bank together, in one file.
    let send = (status == PayoutStatus::Approved).then(|| {
        let ids = page
            .items
            .iter()
            .map(|payout| view! { <input type="hidden" name="payout" value=payout.id.clone()/> })
            .collect_view();
        view! {
            <form method="post" action=to(&format!("{PATH}/kirim"))>
                {ids}
                <Button kind=ButtonKind::Primary>{tr.t("payout-send")}</Button>
            </form>
        }
    });
    let cards =
        page.items.into_iter().map(|payout| view! { <Card payout=payout me=me forms=forms.clone()/> }).collect_view();
    view! { {send}<ul class="case-list">{cards}</ul><LoadMore href=next/> }.into_any()
}

#[component]
fn Card(payout: PayoutView, me: i64, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let maker = payout.maker.clone().unwrap_or_else(|| tr.t("payout-maker-night"));
    let mut rows = vec![
        (tr.t("payout-account"), format!("{} {}, {}", payout.bank, payout.account, payout.holder)),
        (tr.t("payout-made"), format!("{maker}, {}", tr.moment(payout.created_at, Zone::Wib))),
    ];
    rows.extend(payout.approver.clone().map(|name| (tr.t("payout-approved-by"), name)));
    let ended = format!("payout-state-{}", payout.status.as_str());
    let moments = [
        ("payout-state-sent", payout.sent_at),
        ("payout-state-paid", payout.paid_at),
        (ended.as_str(), payout.ended_at),
    ];
    let moments = moments.into_iter().filter_map(|(key, at)| Some((tr.t(key), tr.moment(at?, Zone::Wib))));
    rows.extend(moments);
    rows.extend(payout.reference.clone().map(|number| (tr.t("payout-reference"), number)));
    let file = payout.batch.clone().map(|batch| {
        view! { <p><a href=to(&format!("{PATH}/berkas/{batch}")) download="">{tr.t("payout-file")}</a></p> }
    });
    view! {
        <li class="panel stack">
            <div class="row row--between"><h2>{payout.shop_name.clone()}</h2><PayoutBadge status=payout.status/></div>
            <p class="lead-text"><b><Money amount=payout.amount/></b></p>
            <Facts rows=rows/>
            {file}
            <Steps payout=payout me=me forms=forms/>
        </li>
    }
}

#[component]
fn Steps(payout: PayoutView, me: i64, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let (paid, ended) = (paid_form(&payout.id), ended_form(&payout.id));
    let (paying, ending) = (forms.get(&paid), forms.get(&ended));
    let path = |step: &str| to(&format!("{PATH}/{}/{step}", payout.id));
    let main = match payout.status {
        PayoutStatus::Draft if payout.made_by == Some(me) => {
            view! { <p class="small">{tr.t("payout-own")}</p> }.into_any()
        }
        PayoutStatus::Draft => view! {
            <form method="post" action=path("setujui")>
                <Button kind=ButtonKind::Primary>{tr.t("payout-approve")}</Button>
            </form>
        }
        .into_any(),
        PayoutStatus::Sent => view! {
            <form method="post" action=path("dibayar") class="stack" id=paid>
                <Field name="reference" id=field_id("reference", &paid) label=tr.t("payout-reference")
                    value=paying.value("reference") error=paying.error("reference", tr)
                    maxlength=*limits::BANK_REFERENCE.end() autocomplete="off"/>
                <Button kind=ButtonKind::Primary>{tr.t("payout-paid")}</Button>
            </form>
        }
        .into_any(),
        _ => ().into_any(),
    };
    let (step, label) = match payout.status {
        PayoutStatus::Draft | PayoutStatus::Approved | PayoutStatus::Sent => ("gagal", "payout-fail"),
        PayoutStatus::Paid => ("kembali", "payout-returned"),
        PayoutStatus::Failed | PayoutStatus::Returned => return main,
    };
    view! {
        {main}
        <details class="desk-reason" id=ended open=ending.is_refused()>
            <summary><Icon name="chevron-down"/>{tr.t(label)}</summary>
            <form method="post" action=path(step) class="stack">
                <TextArea name="reason" id=field_id("reason", &ended) label=tr.t("desk-reason") rows=2
                    value=ending.value("reason") error=ending.error("reason", tr) maxlength=*limits::REASON.end()/>
                <Button kind=ButtonKind::Danger>{tr.t(label)}</Button>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Findings(report: Option<Report>) -> impl IntoView {
    let tr = tr();
    let Some(report) = report else {
        return view! { <Notice slim=true>{tr.t("reconcile-never")}</Notice> }.into_any();
    };
    let at = tr.t_args("reconcile-at", &[("at", tr.moment(report.at, Zone::Wib).into())]);
    if report.findings.is_empty() {
        return view! { <Panel title=tr.t("reconcile-title")><p>{at}" "{tr.t("reconcile-clean")}</p></Panel> }
            .into_any();
    }
    let columns = vec![
        Column::main(tr.t("reconcile-what")),
        Column::text(tr.t("reconcile-subject")),
        Column::number(tr.t("reconcile-expected")),
        Column::number(tr.t("reconcile-found")),
    ];
    let rows = report
        .findings
        .into_iter()
        .map(|finding| {
            vec![
                tr.t(&format!("reconcile-{}", finding.kind.as_str())).into_any(),
                finding.subject.into_any(),
                view! { <Money amount=finding.expected/> }.into_any(),
                view! { <Money amount=finding.found/> }.into_any(),
            ]
        })
        .collect();
    view! {
        <section class="stack gap-2">
            <SectionHead title=tr.t("reconcile-title") text=at/>
            <Notice tone=Tone::Bad>{tr.t("reconcile-look")}</Notice>
            <Table caption=tr.t("reconcile-title") columns=columns rows=rows/>
        </section>
    }
    .into_any()
}

/// Corrects what a shop has with us; for who runs the site.
#[component]
fn Adjust(form: FormView) -> impl IntoView {
    let tr = tr();
    view! {
        <details class="panel desk-reason read" id=ADJUST_FORM open=form.is_refused()>
            <summary><Icon name="chevron-down"/>{tr.t("adjust-title")}</summary>
            <form method="post" action=to(&format!("{PATH}/penyesuaian")) class="stack">
                <p class="small muted">{tr.t("adjust-lead")}</p>
                <Field name="shop" label=tr.t("adjust-shop") hint=tr.t("adjust-shop-hint") value=form.value("shop")
                    error=form.error("shop", tr) autocomplete="off" maxlength=80/>
                <Field name="amount" label=tr.t("adjust-amount") hint=tr.t("adjust-amount-hint") prefix="Rp"
                    value=form.value("amount") error=form.error("amount", tr) autocomplete="off" maxlength=20/>
                <TextArea name="reason" label=tr.t("desk-reason") hint=tr.t("adjust-reason-hint") rows=2
                    value=form.value("reason") error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                <Button kind=ButtonKind::Primary>{tr.t("adjust-send")}</Button>
            </form>
        </details>
    }
}
