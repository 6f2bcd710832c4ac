//! `/ulasan/{id}/lapor`: tell curators of a review.

use access::Denied;
use axum::{extract::Path, response::Response};
use domain::{limits, review::ReportReason};
use leptos::prelude::*;
use services::reviews::{self, ReviewView};

use super::ReviewCard;
use crate::{
    forms::FormView,
    layout::StoreLayout,
    page::PageRequest,
    ui::{Button, ButtonKind, ChoiceOption, Choices, ErrorSummary, Icon, PageHead, TextArea, to},
    viewer::tr,
};

/// Name of the form.
pub const FORM: &str = "review-report";

/// The page.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(id): Path<String>) -> Result<Response, Denied> {
    let review = reviews::find_shown(request.services(), &id, request.locale).await?;
    let form = request.form(FORM).await?;
    Ok(request.render(move || view! { <ReportPage review=review form=form/> }).await)
}

#[component]
fn ReportPage(review: ReviewView, form: FormView) -> impl IntoView {
    let tr = tr();
    let path = format!("/ulasan/{}/lapor", review.id);
    let back = match review.detail.is_on_sale {
        true => format!("/produk/{}#ulasan", review.product),
        false => format!("/toko/{}#ulasan", review.detail.shop),
    };
    let options = ReportReason::ALL
        .iter()
        .map(|reason| ChoiceOption {
            value: reason.as_str().to_owned(),
            title: tr.t(&format!("report-reason-{reason}")),
            ..ChoiceOption::default()
        })
        .collect();
    view! {
        <PageHead title=tr.t("report-title") private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-3">
                <p><a class="back-link" href=to(&back)><Icon name="chevron-left"/>{tr.t("report-back")}</a></p>
                <h1>{tr.t("report-title")}</h1>
                <ErrorSummary errors=form.summary(tr)/>
                <div class="panel"><ReviewCard review=review names_product=true/></div>
                <form method="post" action=to(&path) class="stack">
                    <p class="muted">{tr.t("report-lead")}</p>
                    <Choices legend=tr.t("report-why") name="reason" options=options value=form.value("reason")
                        error=form.error("reason", tr)/>
                    <TextArea name="note" label=tr.t("report-note") optional=true rows=3 value=form.value("note")
                        error=form.error("note", tr) maxlength=*limits::REPORT_NOTE.end()/>
                    <Button kind=ButtonKind::Primary block=true>{tr.t("report-send")}</Button>
                </form>
            </div>
        </StoreLayout>
    }
}
