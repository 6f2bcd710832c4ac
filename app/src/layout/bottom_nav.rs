//! Bottom navigation of a phone.

use leptos::prelude::*;

use super::{current, header::CartCount};
use crate::{
    ui::{Icon, to},
    viewer::{current_path, tr, viewer},
};

/// An entry: path, icon, key of its words.
pub(super) type Entry = (&'static str, &'static str, &'static str);

#[component]
pub(super) fn BottomNav() -> impl IntoView {
    let account = if viewer().is_signed_in() { "/akun" } else { "/masuk" };
    bar(&[
        ("/", "house", "nav-home"),
        ("/produk", "search", "nav-search"),
        ("/keranjang", "shopping-bag", "nav-cart"),
        ("/pesanan", "package", "nav-orders"),
        (account, "user", "nav-account"),
    ])
}

/// The bar with these entries.
pub(super) fn bar(entries: &[Entry]) -> impl IntoView + use<> {
    let tr = tr();
    let path = current_path().path().to_owned();
    let nearest = nearest(&path, entries);
    let links = entries
        .iter()
        .map(|&(link, icon, label)| {
            let mark = current(&path, link).filter(|_| Some(link) == nearest);
            view! {
                <a href=to(link) aria-current=mark>
                    <Icon name=icon class="i--l"/>
                    {tr.t(label)}
                    {(link == "/keranjang").then(|| view! { <CartCount/> })}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="bottom-nav" aria-label=tr.t("nav-bottom")>{links}</nav> }
}

/// The link that leads nearest to the page: `/jual` lies above `/jual/produk`, and only one of them is marked.
pub(super) fn nearest(path: &str, entries: &[Entry]) -> Option<&'static str> {
    entries.iter().map(|(link, ..)| *link).filter(|link| current(path, link).is_some()).max_by_key(|link| link.len())
}
