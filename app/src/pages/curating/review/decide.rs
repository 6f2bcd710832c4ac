//! The three decisions, beside what is decided.

use domain::limits;
use leptos::prelude::*;
use services::curation::ReviewItem;
use text::Tr;

use super::{super::frame::QUEUE, ISSUES};
use crate::{
    forms::FormView,
    ui::{Button, ButtonKind, Checkbox, Dialog, ErrorSummary, Icon, LinkButton, TextArea, to},
    viewer::tr,
};

/// Address of the question before a refusal.
pub(super) const REJECT: &str = "tolak";

#[component]
pub(super) fn DecisionPane(
    item: ReviewItem,
    /// What it is called in the language of the page.
    name: String,
    form: FormView,
    before: Option<String>,
    next: Option<String>,
) -> impl IntoView {
    let tr = tr();
    // The reason of a refusal is asked for in a dialog of its own.
    let errors: Vec<_> = form.summary(tr).into_iter().filter(|(field, _)| field != "reason").collect();
    let decision = if item.is_waiting {
        decisions(&item, &name, form, tr).into_any()
    } else {
        view! {
            <p class="muted">{tr.t("curating-nothing-to-decide")}</p>
            <LinkButton href=to("/kurasi/produk")>{tr.t("curating-to-products")}</LinkButton>
        }
        .into_any()
    };
    let step = |id: Option<String>, label: &'static str| {
        id.map(|id| {
            view! {
                <LinkButton href=to(&format!("{QUEUE}/{id}")) kind=ButtonKind::Quiet small=true>
                    {tr.t(label)}
                </LinkButton>
            }
        })
    };
    view! {
        <section class="desk__side" aria-label=tr.t("curating-decision") tabindex="0">
            <h2>{tr.t("curating-decision")}</h2>
            <ErrorSummary errors=errors/>
            {decision}
            <nav class="row row--between" aria-label=tr.t("curating-queue-title")>
                {step(before, "curating-previous")}
                {step(next, "curating-next")}
            </nav>
        </section>
    }
}

fn decisions(item: &ReviewItem, name: &str, form: FormView, tr: Tr) -> impl IntoView + use<> {
    let [publish_to, changes_to, reject_to] =
        ["terbitkan", "minta-ubah", "tolak"].map(|verb| to(&format!("{QUEUE}/{}/{verb}", item.id)));
    let revision = item.version.id.clone();
    let seen = move || view! { <input type="hidden" name="revision" value=revision.clone()/> };
    let note = tr.t_args("curating-note", &[("name", item.shop.owner.as_str().into())]);
    let publish = if item.is_new { "curating-publish" } else { "curating-publish-change" };
    let issues = ISSUES
        .iter()
        .map(|issue| {
            let checked = form.is_chosen("issue", issue);
            view! { <Checkbox name="issue" value=*issue label=tr.t(&format!("curating-issue-{issue}")) checked=checked/> }
        })
        .collect_view();
    let reject = tr.t_args("curating-reject-title", &[("name", name.into())]);
    let refused = form.summary(tr).into_iter().filter(|(field, _)| field == "reason").collect();
    let max = *limits::REASON.end();
    view! {
        <form method="post" action=publish_to>
            {seen()}
            <Button kind=ButtonKind::Primary block=true>{tr.t(publish)}</Button>
        </form>
        <form method="post" action=changes_to class="stack gap-1">
            {seen()}
            <fieldset>
                <legend class="label">{tr.t("curating-request-changes")}</legend>
                {issues}
            </fieldset>
            <TextArea name="note" label=note
                value=form.value("note") error=form.error("note", tr) rows=4 maxlength=max/>
            <Button block=true>{tr.t("curating-request-changes-button")}</Button>
        </form>
        <a class="btn btn--danger btn--block" href=format!("#{REJECT}")><Icon name="circle-x"/>{tr.t("curating-reject")}</a>
        <Dialog id=REJECT title=reject>
            <p>{tr.t("curating-reject-lead")}</p>
            <ErrorSummary errors=refused/>
            <form method="post" action=reject_to class="stack gap-2">
                {seen()}
                <TextArea name="reason" label=tr.t("curating-reason") value=form.value("reason")
                    error=form.error("reason", tr) rows=4 maxlength=max/>
                <div class="dialog__act">
                    <Button kind=ButtonKind::Danger>{tr.t("curating-reject-button")}</Button>
                </div>
            </form>
        </Dialog>
    }
}
