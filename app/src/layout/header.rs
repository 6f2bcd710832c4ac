//! Header of the shop pages.

use leptos::prelude::*;

use super::{current, logo::Logo};
use crate::{
    ui::{Icon, SearchForm, href, to},
    viewer::{SentraLinks, current_path, tr, viewer},
};

#[component]
pub(super) fn Header(
    /// What was searched for.
    query: String,
) -> impl IntoView {
    let tr = tr();
    let path = current_path().path().to_owned();
    let sentra = use_context::<SentraLinks>().unwrap_or_default();
    let links: Vec<(String, String)> = sentra
        .0
        .into_iter()
        .map(|link| (format!("/sentra/{}", link.slug), link.name))
        .chain([("/produk".to_owned(), tr.t("nav-products"))])
        .collect();
    let links = links
        .into_iter()
        .map(|(link, label)| view! { <a href=to(&link) aria-current=current(&path, &link)>{label}</a> })
        .collect_view();
    let viewer = viewer();
    let (account, account_label) = if viewer.is_signed_in() { ("/akun", "nav-account") } else { ("/masuk", "sign-in") };
    view! {
        <header class="site-head">
            <div class="wrap site-head__in">
                <Logo href=to("/")/>
                <nav aria-label=tr.t("nav-main")>{links}</nav>
                <SearchForm id="cari-atas" value=query/>
                <div class="site-head__end">
                    <LanguageLink/>
                    <a class="icon-link phone-only" href=to("/produk") aria-label=tr.t("search")><Icon name="search"/></a>
                    <a class="icon-link desk-only" href=to("/keranjang") aria-label=tr.t("nav-cart")>
                        <Icon name="shopping-bag"/>
                        <CartCount/>
                    </a>
                    <a class="icon-link desk-only" href=to(account) aria-label=tr.t(account_label)><Icon name="user"/></a>
                </div>
            </div>
        </header>
    }
}

/// The same page in the other language.
#[component]
pub(super) fn LanguageLink() -> impl IntoView {
    let tr = tr();
    let other = tr.locale().other();
    let address = href(other, &current_path().0);
    view! { <a class="lang" href=address lang=other.as_str() hreflang=other.as_str()>{tr.t("other-language")}</a> }
}

/// How many things are in the cart. Pages are cached for everybody, so our script fills it from a cookie.
#[component]
pub(super) fn CartCount() -> impl IntoView {
    view! { <span class="icon-link__count" data-cart-count="" hidden></span> }
}
