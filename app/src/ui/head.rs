//! What search engines, link previews and browser tabs know of a page.

use domain::{locale::Locale, money::Rupiah};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use super::{PhotoView, href};
use crate::viewer::{current_path, site_url, tr};

/// A picture for link previews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareImage {
    /// A path of ours.
    pub path: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What it shows.
    pub alt: String,
}

impl ShareImage {
    /// A photo of ours as it is.
    #[must_use]
    pub fn of_photo(photo: &PhotoView) -> Option<Self> {
        let path = photo.sources.last()?.jpeg.clone();
        Some(Self { path, width: photo.width, height: photo.height, alt: photo.alt.clone() })
    }
}

/// What a page is about, in the words of Open Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// A page of the site.
    #[default]
    Page,
    /// Goods, from that price on.
    Product(Rupiah),
}

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
    /// The picture of link previews.
    #[prop(optional_no_strip)]
    image: Option<ShareImage>,
    /// What it is about.
    #[prop(optional)]
    subject: Subject,
    /// Whether search engines should leave it out: carts, accounts, back offices.
    #[prop(optional)]
    private: bool,
) -> impl IntoView {
    let locale = tr().locale();
    let site = site_url();
    let path = canonical.unwrap_or_else(|| current_path().path().to_owned());
    let description = description.filter(|text| !text.trim().is_empty());
    let card = if image.is_some() { "summary_large_image" } else { "summary" };
    let image = image.map(|image| {
        let address = format!("{site}{}", image.path);
        view! {
            <Meta property="og:image" content=address/>
            <Meta property="og:image:type" content="image/jpeg"/>
            <Meta property="og:image:width" content=image.width.to_string()/>
            <Meta property="og:image:height" content=image.height.to_string()/>
            <Meta property="og:image:alt" content=image.alt/>
        }
    });
    let kind = match subject {
        Subject::Page => "website",
        Subject::Product(_) => "product",
    };
    let price = match subject {
        Subject::Page => None,
        Subject::Product(price) => Some(view! {
            <Meta property="product:price:amount" content=price.get().to_string()/>
            <Meta property="product:price:currency" content="IDR"/>
        }),
    };
    let address = move |locale: Locale| format!("{site}{}", href(locale, &path));
    let (own, id, en) = (address(locale), address(Locale::Id), address(Locale::En));
    let full_title = format!("{title} · Sentra");
    view! {
        <Title text=full_title/>
        <Meta property="og:title" content=title/>
        <Meta property="og:site_name" content="Sentra"/>
        <Meta property="og:locale" content=og_locale(locale)/>
        {description.map(|text| view! {
            <Meta name="description" content=text.clone()/>
            <Meta property="og:description" content=text/>
        })}
        {image}
        <Meta name="twitter:card" content=card/>
        <Meta property="og:type" content=kind/>
        {price}
        {if private {
            view! { <Meta name="robots" content="noindex"/> }.into_any()
        } else {
            view! {
                <Meta property="og:url" content=own.clone()/>
                <Meta property="og:locale:alternate" content=og_locale(locale.other())/>
                <Link rel="canonical" href=own/>
                <Link rel="alternate" hreflang="id" href=id.clone()/>
                <Link rel="alternate" hreflang="en" href=en/>
                <Link rel="alternate" hreflang="x-default" href=id/>
            }.into_any()
        }}
    }
}

/// Open Graph names a language with a country.
const fn og_locale(locale: Locale) -> &'static str {
    match locale {
        Locale::Id => "id_ID",
        Locale::En => "en_GB",
    }
}
