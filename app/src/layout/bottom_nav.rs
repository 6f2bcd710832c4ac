//! Bottom navigation of a phone.

use leptos::prelude::*;

use super::{current, header::CartCount, mark, section::entry_of};
use crate::{
    ui::{Icon, to},
    viewer::{current_path, tr, viewer},
};

/// An entry: path, icon, key of its words.
pub(super) type Entry = (&'static str, &'static str, &'static str);

#[component]
pub(super) fn BottomNav() -> impl IntoView {
    let account = if viewer().is_signed_in() { "/akun" } else { "/masuk" };
    let entries = [
        ("/", "house", "nav-home"),
        ("/produk", "search", "nav-search"),
        ("/keranjang", "shopping-bag", "nav-cart"),
        ("/pesanan", "package", "nav-orders"),
        (account, "user", "nav-account"),
    ];
    bar(&entries, &[])
}

/// The bar with these entries, and how many things wait behind a path.
pub(super) fn bar(entries: &[Entry], counts: &[(&'static str, i64)]) -> impl IntoView + use<> {
    let tr = tr();
    let path = current_path().path().to_owned();
    let entry = entry_of(&path, entries);
    let links = entries
        .iter()
        .map(|&(link, icon, label)| {
            let mark = mark(&path, link, entry);
            let count = count_of(counts, link);
            view! {
                <a href=to(link) aria-current=mark>
                    <Icon name=icon class="i--l"/>
                    {tr.t(label)}
                    {(link == "/keranjang").then(|| view! { <CartCount/> })}
                    {count.map(|count| view! { <span class="icon-link__count">{tr.number(count)}</span> })}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="bottom-nav" aria-label=tr.t("nav-bottom")>{links}</nav> }
}

/// How many things wait behind a path; `None` for none.
pub(super) fn count_of(counts: &[(&'static str, i64)], link: &str) -> Option<i64> {
    counts.iter().find(|(counted, count)| *counted == link && *count > 0).map(|(_, count)| *count)
}

/// The link that leads nearest to the page: `/jual` lies above `/jual/produk`, and only one of them is marked.
pub(super) fn nearest(path: &str, entries: &[Entry]) -> Option<&'static str> {
    entries.iter().map(|(link, ..)| *link).filter(|link| current(path, link).is_some()).max_by_key(|link| link.len())
}
