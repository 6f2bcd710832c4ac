//! `/syarat`, `/privasi`, `/bantuan`: the rules of buying here, what we keep of people, and where to ask or complain.

use access::Denied;
use axum::response::Response;
use leptos::prelude::*;

use crate::{
    layout::StoreLayout,
    page::PageRequest,
    ui::{PageHead, to},
    viewer::{Operator, tr},
};

/// Sections of a page: the middle part of their text keys.
type Sections = &'static [&'static str];

const TERMS: Sections =
    &["parties", "order", "price", "payment", "delivery", "cancel", "complaint", "content", "disputes"];
const PRIVACY: Sections = &["what", "why", "who", "cookies", "how-long", "rights", "breach"];
const HELP: Sections = &["order", "seller", "us", "ministry", "refund"];

/// What the ministry's consumer protection office (Direktorat Jenderal PKTN) can be reached by, besides WhatsApp and
/// e-mail in the footer.
const MINISTRY_PHONE: &str = "(021) 3441839";

/// `/syarat`
///
/// # Errors
/// None of its own.
pub async fn terms(request: PageRequest) -> Result<Response, Denied> {
    Ok(request.render(|| view! { <LegalPage page="terms" sections=TERMS/> }).await)
}

/// `/privasi`
///
/// # Errors
/// None of its own.
pub async fn privacy(request: PageRequest) -> Result<Response, Denied> {
    Ok(request.render(|| view! { <LegalPage page="privacy" sections=PRIVACY/> }).await)
}

/// `/bantuan`
///
/// # Errors
/// None of its own.
pub async fn help(request: PageRequest) -> Result<Response, Denied> {
    Ok(request.render(|| view! { <LegalPage page="help" sections=HELP/> }).await)
}

#[component]
fn LegalPage(page: &'static str, sections: Sections) -> impl IntoView {
    let tr = tr();
    let operator = use_context::<Operator>().unwrap_or_default();
    let args = [
        ("operator", (&operator.name).into()),
        ("address", (&operator.address).into()),
        ("phone", (&operator.contact_phone).into()),
        ("email", (&operator.email).into()),
        ("ministry", MINISTRY_PHONE.into()),
    ];
    let title = tr.t(&format!("legal-{page}-title"));
    let lead = tr.t_args(&format!("legal-{page}-lead"), &args);
    let parts = sections
        .iter()
        .map(|section| {
            let text = tr.t_args(&format!("legal-{page}-{section}-text"), &args);
            let paragraphs = text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
            view! {
                <section class="stack gap-1" id=*section>
                    <h2>{tr.t(&format!("legal-{page}-{section}"))}</h2>
                    {paragraphs}
                </section>
            }
        })
        .collect_view();
    let others = [("terms", "/syarat"), ("privacy", "/privasi"), ("help", "/bantuan")]
        .into_iter()
        .filter(|(other, _)| *other != page)
        .map(|(other, path)| view! { <li><a href=to(path)>{tr.t(&format!("legal-{other}-title"))}</a></li> })
        .collect_view();
    view! {
        <PageHead title=title.clone() description=lead.clone()/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-4">
                <div class="stack gap-1">
                    <h1>{title}</h1>
                    <p class="lead-text">{lead}</p>
                </div>
                {parts}
                <nav aria-label=tr.t("legal-more")><ul class="legal-more">{others}</ul></nav>
                <p class="small muted">{tr.t("legal-version")}</p>
            </div>
        </StoreLayout>
    }
}
