//! The mark of the site.

use leptos::prelude::*;

const DRAWING: &str = r##"<path d="M4 15.5h24c0 6-4.2 10.6-9.6 11.5h-4.8C8.2 26.1 4 21.5 4 15.5z" fill="#1F4B8F"/><path d="M16 13.5C9.5 12.5 8 7.5 8.5 3.5c5 .3 8.5 3.5 7.5 10z" fill="#3E6B3C"/><path d="M16.8 13.5c-.6-4.5 1.7-8 6.2-8.8.8 4.3-1.4 7.9-6.2 8.8z" fill="#B7791F"/>"##;

/// The mark alone, as an SVG document: the icon of the site in tabs and bookmarks.
#[must_use]
pub fn icon() -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{DRAWING}</svg>"#)
}

/// Bowl, leaf and bean, with the name.
#[component]
pub(super) fn Logo(
    /// Where it leads.
    href: String,
    /// Name of the part of the site.
    #[prop(optional, into)]
    part: Option<String>,
) -> impl IntoView {
    view! {
        <a class="logo" href=href>
            <svg viewBox="0 0 32 32" aria-hidden="true" inner_html=DRAWING></svg>
            "Sentra"
            {part.map(|part| view! { " "<small>{part}</small> })}
        </a>
    }
}
