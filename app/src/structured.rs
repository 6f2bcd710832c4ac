//! What search engines read of a page (schema.org), as data of its own: pages fill it, one component writes it.

mod goods;
mod place;
mod rating;
mod site;
mod trail;

use leptos::prelude::*;
use serde::Serialize;

pub use goods::Product;
pub(crate) use goods::RETURN_DAYS;
pub use place::Store;
pub use site::{Organization, WebSite};
pub use trail::BreadcrumbList;

/// A thing with the vocabulary that its words are of.
#[derive(Serialize)]
struct Document<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    thing: T,
}

/// The data as a script element: nothing of it is run, so no policy for scripts has to allow it.
#[component]
pub fn StructuredData<T: Serialize + Send + 'static>(
    /// What the page is about.
    thing: T,
) -> impl IntoView {
    view! { <script type="application/ld+json" inner_html=json(thing)></script> }
}

/// JSON in which no text can end the element around it.
fn json<T: Serialize>(thing: T) -> String {
    let document = Document { context: "https://schema.org", thing };
    // Only maps with keys that are no text could fail, and these types have none.
    serde_json::to_string(&document).unwrap_or_default().replace('<', "\\u003c")
}

/// A postal address here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(crate) struct PostalAddress {
    street_address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_region: Option<String>,
    address_country: &'static str,
}

/// Where everything here is made and sent to.
const COUNTRY: &str = "ID";
