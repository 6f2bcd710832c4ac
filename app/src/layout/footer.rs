//! Footer: who runs the site and where to complain, as Permendag 31/2023 asks, in both languages.

use leptos::prelude::*;

use crate::{
    ui::to,
    viewer::{Operator, SentraLinks, tr, viewer},
};
use domain::role::Role;

/// WhatsApp of the consumer protection office of the Ministry of Trade (Direktorat Jenderal PKTN).
const MINISTRY_PHONE: &str = "0853-1111-1010";
const MINISTRY_WHATSAPP: &str = "https://wa.me/6285311111010";
const MINISTRY_EMAIL: &str = "pengaduan.konsumen@kemendag.go.id";

#[component]
pub(super) fn Footer() -> impl IntoView {
    let tr = tr();
    let operator = use_context::<Operator>().unwrap_or_default();
    let sentra = use_context::<SentraLinks>().unwrap_or_default();
    let viewer = viewer();
    let places = sentra
        .0
        .into_iter()
        .map(|link| view! { <li><a href=to(&format!("/sentra/{}", link.slug))>{link.name}</a></li> })
        .collect_view();
    let desks = [(Role::Seller, "/jual", "nav-selling"), (Role::Curator, "/kurasi", "nav-curating")]
        .into_iter()
        .filter(|(role, ..)| viewer.has(*role))
        .map(|(_, path, label)| view! { <li><a href=to(path)>{tr.t(label)}</a></li> })
        .collect_view();
    view! {
        <footer class="site-foot">
            <div class="wrap">
                <div class="site-foot__cols">
                    <div>
                        <h2>"Sentra"</h2>
                        <p>{tr.t_args("run-by", &[("name", operator.name.clone().into())])}</p>
                        <p>{operator.address.clone()}</p>
                    </div>
                    <div>
                        <h2>{tr.t("footer-shopping")}</h2>
                        <ul>
                            {places}
                            <li><a href=to("/produk")>{tr.t("nav-all-products")}</a></li>
                            <li><a href=to("/pesanan")>{tr.t("track-order")}</a></li>
                        </ul>
                    </div>
                    <div>
                        <h2>{tr.t("footer-account")}</h2>
                        <ul>
                            {if viewer.is_signed_in() {
                                view! { <li><a href=to("/akun")>{tr.t("nav-account")}</a></li> }.into_any()
                            } else {
                                view! {
                                    <li><a href=to("/masuk")>{tr.t("sign-in")}</a></li>
                                    <li><a href=to("/daftar")>{tr.t("sign-up")}</a></li>
                                }.into_any()
                            }}
                            {desks}
                            <li><a href=to("/bantuan")>{tr.t("legal-help-title")}</a></li>
                            <li><a href=to("/syarat")>{tr.t("legal-terms-title")}</a></li>
                            <li><a href=to("/privasi")>{tr.t("legal-privacy-title")}</a></li>
                        </ul>
                    </div>
                    <Complaints operator=operator.clone()/>
                </div>
                <p class="site-foot__base">{format!("© {}", operator.name)}</p>
            </div>
        </footer>
    }
}

#[component]
fn Complaints(operator: Operator) -> impl IntoView {
    let tr = tr();
    let digits: String = operator.contact_phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    view! {
        <div>
            <h2>{tr.t("complaints")}" "<span lang=tr.locale().other().as_str()>{tr.t("complaints-other")}</span></h2>
            <p>
                {tr.t("complaints-us")}" "<a href=format!("tel:{digits}")>{operator.contact_phone}</a>", "
                <a href=format!("mailto:{}", operator.email)>{operator.email.clone()}</a>
            </p>
            <p>
                {tr.t("complaints-ministry")}" "<a href=MINISTRY_WHATSAPP rel="noopener noreferrer">{MINISTRY_PHONE}</a>", "
                <a href=format!("mailto:{MINISTRY_EMAIL}")>{MINISTRY_EMAIL}</a>
            </p>
        </div>
    }
}
