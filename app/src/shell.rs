//! The HTML document around every page.

use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::viewer::{current_path, tr};

/// Where the built files lie: hashed addresses, read from the manifest of the build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// Our script: wakes islands and fills the cart count.
    pub loader: String,
    /// What a search field fetches at its first focus.
    pub suggest: String,
    /// JavaScript of the buyers' islands.
    pub shop_js: String,
    /// WebAssembly of the buyers' islands.
    pub shop_wasm: String,
    /// JavaScript of the back offices' islands.
    pub desk_js: String,
    /// WebAssembly of the back offices' islands.
    pub desk_wasm: String,
    /// The serif.
    pub font: String,
}

/// Paths of the back offices, whose islands are a bundle of their own.
const OFFICES: &[&str] = &["/jual", "/kurasi", "/bina"];

/// The document. A page without islands gets the loader too, which then fetches nothing.
#[component]
pub fn Shell(
    /// The page: what its layout puts directly into `<body>`.
    children: Children,
) -> impl IntoView {
    leptos_meta::provide_meta_context();
    let assets = use_context::<Assets>().unwrap_or_default();
    let path = current_path();
    let is_office = OFFICES
        .iter()
        .any(|office| path.path().strip_prefix(office).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let (bundle, js, wasm) =
        if is_office { ("desk", assets.desk_js, assets.desk_wasm) } else { ("shop", assets.shop_js, assets.shop_wasm) };
    view! {
        <!DOCTYPE html>
        <html lang=tr().locale().as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <link rel="icon" type="image/svg+xml" href="/favicon.ico"/>
                <meta name="theme-color" content="#FBF8F2"/>
                <link rel="stylesheet" href=assets.css/>
                <script type="module" src=assets.loader data-bundle=bundle data-js=js data-wasm=wasm
                    data-suggest=assets.suggest></script>
                <MetaTags/>
            </head>
            <body>{children()}</body>
        </html>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pages::gaya::StylePage, viewer::CurrentPath};
    use domain::locale::Locale;
    use text::Tr;

    fn document(path: &str, locale: Locale) -> String {
        Owner::new().with(|| {
            provide_context(Tr::new(locale));
            provide_context(CurrentPath(path.to_owned()));
            view! { <Shell><StylePage/></Shell> }.to_html()
        })
    }

    #[test]
    fn says_its_language_and_runs_no_inline_script() {
        let html = document("/gaya", Locale::En);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{}", &html[..60]);
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains("data-bundle=\"shop\""));
    }

    #[test]
    fn back_offices_have_their_own_bundle() {
        assert!(document("/jual/pesanan?tab=baru", Locale::Id).contains("data-bundle=\"desk\""));
        assert!(document("/jualan", Locale::Id).contains("data-bundle=\"shop\""));
    }

    #[test]
    fn ids_are_unique() {
        let html = document("/gaya", Locale::Id);
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
