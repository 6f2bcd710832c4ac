//! Pages that share an entry of the office's bar, with tabs from one to the next.

use leptos::prelude::*;

use super::{
    bottom_nav::{Entry, nearest},
    current,
};
use crate::{
    ui::{Tab, Tabs},
    viewer::{current_path, tr},
};

/// The pages of each section, by path and key of their words. The first is the one that the bar leads to.
const SECTIONS: &[&[(&str, &str)]] = &[
    &[("/kurasi", "nav-overview"), ("/kurasi/jejak", "nav-audit"), ("/kurasi/pekerjaan", "nav-jobs")],
    &[
        ("/kurasi/pembayaran", "nav-payments"),
        ("/kurasi/pengembalian", "nav-refunds"),
        ("/kurasi/uang", "payout-title"),
    ],
    &[("/jual/keluhan", "nav-cases"), ("/jual/ulasan", "nav-reviews")],
    &[("/kurasi/keluhan", "nav-cases"), ("/kurasi/ulasan", "nav-reviews")],
    &[("/jual/pembayaran", "nav-payments"), ("/jual/uang", "money-title")],
    &[("/jual/produk", "nav-products"), ("/jual/lot", "nav-lots"), ("/jual/voucher", "nav-vouchers")],
    &[("/kurasi/produk", "nav-products"), ("/kurasi/lot", "nav-lots"), ("/kurasi/voucher", "nav-vouchers")],
];

fn links() -> impl Iterator<Item = (&'static str, &'static [(&'static str, &'static str)])> {
    SECTIONS.iter().flat_map(|section| section.iter().map(|&(link, _)| (link, *section)))
}

/// The path of the bar that a page belongs to: its own, or that of the first page of its section.
pub(super) fn entry_of(path: &str, entries: &[Entry]) -> Option<&'static str> {
    let inside = links().filter(|(link, _)| current(path, link).is_some()).max_by_key(|(link, _)| link.len());
    match (nearest(path, entries), inside) {
        (Some(entry), Some((link, _))) if entry.len() > link.len() => Some(entry),
        (_, Some((_, section))) => section.first().map(|(link, _)| *link),
        (entry, None) => entry,
    }
}

/// Tabs of the section whose page is shown; nothing on a page that stands alone or below another.
#[component]
pub fn SectionTabs() -> impl IntoView {
    let tr = tr();
    let path = current_path().path().to_owned();
    links().find(|(link, _)| *link == path).map(|(_, section)| {
        let tabs = section
            .iter()
            .map(|&(link, label)| Tab { path: link.to_owned(), label: tr.t(label), count: None, current: link == path })
            .collect();
        view! { <Tabs label=tr.t("nav-section") tabs=tabs/> }
    })
}

#[cfg(test)]
mod tests {
    use super::entry_of;

    const ENTRIES: &[super::Entry] =
        &[("/kurasi", "", ""), ("/kurasi/antrean", "", ""), ("/kurasi/pembayaran", "", "")];

    #[test]
    fn pages_of_a_section_belong_to_its_first() {
        assert_eq!(entry_of("/kurasi", ENTRIES), Some("/kurasi"));
        assert_eq!(entry_of("/kurasi/jejak", ENTRIES), Some("/kurasi"));
        assert_eq!(entry_of("/kurasi/antrean/prd_1", ENTRIES), Some("/kurasi/antrean"));
        assert_eq!(entry_of("/kurasi/uang", ENTRIES), Some("/kurasi/pembayaran"));
        assert_eq!(entry_of("/produk", ENTRIES), None);
    }
}
