//! Layout of the back offices: denser, with tabs on a desk and a bar on a phone.

use leptos::prelude::*;

use super::{
    CONTENT, SkipLink,
    bottom_nav::{self, Entry, count_of, nearest},
    current,
    header::LanguageLink,
    logo::Logo,
};
use crate::{
    ui::{Icon, to},
    viewer::{current_path, tr, viewer},
};

/// A back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeArea {
    /// A shop's own: orders, products.
    Selling,
    /// The trade office: what is on sale.
    Curating,
}

impl OfficeArea {
    const fn title(self) -> &'static str {
        match self {
            Self::Selling => "nav-selling",
            Self::Curating => "nav-curating",
        }
    }

    const fn entries(self) -> &'static [Entry] {
        match self {
            Self::Selling => &[
                ("/jual", "house", "nav-today"),
                ("/jual/pesanan", "package", "nav-orders"),
                ("/jual/produk", "box", "nav-products"),
                ("/jual/pembayaran", "wallet", "nav-money"),
                ("/jual/keluhan", "message-circle", "nav-cases"),
            ],
            Self::Curating => &[
                ("/kurasi", "chart-column", "nav-overview"),
                ("/kurasi/antrean", "list-checks", "nav-queue"),
                ("/kurasi/produk", "box", "nav-products"),
                ("/kurasi/toko", "store", "nav-shops"),
                ("/kurasi/pembayaran", "wallet", "nav-money"),
                ("/kurasi/keluhan", "message-circle", "nav-cases"),
                ("/kurasi/pengembalian", "banknote", "nav-refunds"),
                ("/kurasi/jejak", "file-text", "nav-audit"),
                ("/kurasi/pekerjaan", "clock", "nav-jobs"),
            ],
        }
    }
}

/// Header with the tabs of the office, content, and the bar of a phone.
#[component]
pub fn OfficeLayout(
    /// Which office.
    area: OfficeArea,
    /// How many things wait behind a path, shown beside its tab.
    #[prop(optional)]
    counts: Vec<(&'static str, i64)>,
    /// A bar of the page (`.action-bar`) in place of the one of the office.
    #[prop(optional)]
    bar: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let tr = tr();
    let path = current_path().path().to_owned();
    let entries = area.entries();
    let nearest = nearest(&path, entries);
    let tabs = entries
        .iter()
        .map(|&(link, _, label)| {
            let mark = current(&path, link).filter(|_| Some(link) == nearest);
            let count = count_of(&counts, link);
            view! {
                <a href=to(link) aria-current=mark>
                    {tr.t(label)}
                    {count.map(|count| view! { <span class="count">{tr.number(count)}</span> })}
                </a>
            }
        })
        .collect_view();
    view! {
        <SkipLink/>
        <header class="office-head">
            <div class="office-head__in">
                <Logo href=to(entries.first().map_or("/", |(link, ..)| *link)) part=tr.t(area.title())/>
                <nav class="desk-only" aria-label=tr.t("nav-main")>{tabs}</nav>
                <div class="site-head__end">
                    <LanguageLink/>
                    <a class="icon-link" href=to("/") aria-label=tr.t("to-shop")><Icon name="store"/></a>
                    <a class="office-head__me" href=to("/akun")>
                        <Icon name="user"/>
                        <span class="desk-only">{viewer().name.unwrap_or_else(|| tr.t("nav-account"))}</span>
                        <span class="vh phone-only">{tr.t("nav-account")}</span>
                    </a>
                </div>
            </div>
        </header>
        <main id=CONTENT tabindex="-1">{children()}</main>
        {match bar {
            Some(bar) => bar,
            None => bottom_nav::bar(entries, &counts).into_any(),
        }}
    }
}
