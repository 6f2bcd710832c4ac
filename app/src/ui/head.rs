//! What search engines, link previews and browser tabs know of a page.

use domain::locale::Locale;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use super::href;
use crate::viewer::{current_path, site_url, tr};

/// Title, description and addresses of a page.
#[component]
pub fn PageHead(
    /// What the page is; the name of the site is added.
    #[prop(into)]
    title: String,
    /// One or two sentences.
    #[prop(optional, into)]
    description: Option<String>,
    /// Path and query that the page is known by, when it has several; without the locale prefix.
    #[prop(optional, into)]
    canonical: Option<String>,
    /// Address of a picture for link previews: a path of ours.
    #[prop(optional_no_strip)]
    image: Option<String>,
    /// Whether search engines should leave it out: carts, accounts, back offices.
    #[prop(optional)]
    private: bool,
) -> impl IntoView {
    let locale = tr().locale();
    let site = site_url();
    let path = canonical.unwrap_or_else(|| current_path().path().to_owned());
    let image = image.map(|image| if image.starts_with('/') { format!("{site}{image}") } else { image });
    let address = move |locale: Locale| format!("{site}{}", href(locale, &path));
    let (own, id, en) = (address(locale), address(Locale::Id), address(Locale::En));
    let full_title = format!("{title} · Sentra");
    view! {
        <Title text=full_title/>
        <Meta property="og:title" content=title/>
        <Meta property="og:site_name" content="Sentra"/>
        <Meta property="og:locale" content=match locale { Locale::Id => "id_ID", Locale::En => "en_GB" }/>
        {description.map(|text| view! {
            <Meta name="description" content=text.clone()/>
            <Meta property="og:description" content=text/>
        })}
        {image.map(|address| view! { <Meta property="og:image" content=address/> })}
        {if private {
            view! { <Meta name="robots" content="noindex"/> }.into_any()
        } else {
            view! {
                <Meta property="og:url" content=own.clone()/>
                <Link rel="canonical" href=own/>
                <Link rel="alternate" hreflang="id" href=id.clone()/>
                <Link rel="alternate" hreflang="en" href=en/>
                <Link rel="alternate" hreflang="x-default" href=id/>
            }.into_any()
        }}
    }
}
