//! Badges that open to their evidence.

use leptos::prelude::*;
use services::certificates::CertificateView;

use crate::{
    ui::{Facts, Icon},
    viewer::tr,
};

/// The badges of a shop; nothing where there are none.
#[component]
pub(super) fn Certificates(certificates: Vec<CertificateView>) -> impl IntoView {
    let tr = tr();
    (!certificates.is_empty()).then(|| {
        let badges = certificates.into_iter().map(proof).collect_view();
        view! { <section class="proofs proofs--alone read" aria-label=tr.t("certificates")>{badges}</section> }
    })
}

/// One badge: its name and number, and behind them who says so and until when.
pub(super) fn proof(certificate: CertificateView) -> impl IntoView {
    let tr = tr();
    let kind = certificate.kind;
    let name = tr.t(&format!("certificate-{kind}"));
    // Numbers of some kinds begin with the name of the kind.
    let label = match certificate.number.split([' ', '-']).next() {
        Some(first) if name.starts_with(first) => certificate.number.clone(),
        _ => format!("{name} · {}", certificate.number),
    };
    let scope = if certificate.covers_all { "certificate-scope-all" } else { "certificate-scope-some" };
    let until = certificate.last_day.map_or_else(|| tr.t("certificate-no-end"), |day| tr.date(day));
    let mut rows = vec![
        (tr.t("certificate-number"), certificate.number),
        (tr.t("certificate-issuer"), certificate.issuer),
        (tr.t("certificate-issued"), tr.date(certificate.issued_on)),
    ];
    rows.extend(certificate.verified_on.map(|day| (tr.t("certificate-verified"), tr.date(day))));
    rows.push((tr.t("certificate-until"), until));
    rows.push((tr.t("certificate-scope"), tr.t(scope)));
    view! {
        <details class="proof" data-kind=kind.as_str()>
            <summary><Icon name="badge-check"/><span>{label}</span><Icon name="chevron-down"/></summary>
            <div>
                <p>{tr.t(&format!("certificate-about-{kind}"))}</p>
                <Facts rows=rows/>
            </div>
        </details>
    }
}
