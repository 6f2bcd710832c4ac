//! What stands around the content of a page: one layout for the shop, one for checkout, one for the back offices.
//!
//! Each puts its parts directly into `<body>`, because the bars at the bottom of a phone reserve their room from there.

mod bottom_nav;
mod footer;
mod header;
mod logo;
mod office;
mod plain;
mod section;
mod store;

pub use logo::icon;
pub use office::{OfficeArea, OfficeLayout};
pub use plain::PlainLayout;
pub use section::SectionTabs;
pub use store::StoreLayout;

use leptos::prelude::*;

use crate::viewer::tr;

/// Id of the main content.
const CONTENT: &str = "isi";

#[component]
fn SkipLink() -> impl IntoView {
    view! { <a class="skip" href=format!("#{CONTENT}")>{tr().t("skip-to-content")}</a> }
}

/// Whether a link leads to the page that is shown, or to a page above it.
fn current(path: &str, link: &str) -> Option<&'static str> {
    if path == link {
        return Some("page");
    }
    let below = link != "/" && path.strip_prefix(link).is_some_and(|rest| rest.starts_with('/'));
    below.then_some("true")
}

/// How a link of a bar is marked when `entry` is the one that the page belongs to.
fn mark(path: &str, link: &str, entry: Option<&str>) -> Option<&'static str> {
    (Some(link) == entry).then(|| current(path, link).unwrap_or("true"))
}

#[cfg(test)]
mod tests {
    use super::current;

    #[test]
    fn marks_the_page_and_those_above() {
        assert_eq!(current("/", "/"), Some("page"));
        assert_eq!(current("/produk", "/"), None);
        assert_eq!(current("/produk/vas", "/produk"), Some("true"));
        assert_eq!(current("/produksi", "/produk"), None);
    }
}
