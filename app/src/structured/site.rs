//! The site and who runs it.

use domain::locale::Locale;
use serde::Serialize;

use crate::{
    ui::{href, to},
    viewer::{Operator, site_url, tr},
};

/// Who runs the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Organization {
    #[serde(rename = "@id")]
    id: String,
    name: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    legal_name: String,
    url: String,
    logo: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    telephone: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    address: String,
}

impl Organization {
    /// The operator, as settings name it.
    #[must_use]
    pub fn of(operator: Operator) -> Self {
        let site = site_url();
        Self {
            id: format!("{site}/#penyelenggara"),
            name: "Sentra",
            legal_name: operator.name,
            url: format!("{site}/"),
            logo: format!("{site}/favicon.ico"),
            email: operator.email,
            telephone: operator.contact_phone,
            address: operator.address,
        }
    }
}

/// The site, and how it is searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct WebSite {
    name: &'static str,
    url: String,
    in_language: &'static str,
    publisher: Reference,
    potential_action: SearchAction,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct SearchAction {
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct EntryPoint {
    url_template: String,
}

impl WebSite {
    /// The site in the language of the page.
    #[must_use]
    pub fn of_page() -> Self {
        let (site, locale): (String, Locale) = (site_url(), tr().locale());
        Self {
            name: "Sentra",
            url: format!("{site}{}", href(locale, "/")),
            in_language: locale.as_str(),
            publisher: Reference { id: format!("{site}/#penyelenggara") },
            potential_action: SearchAction {
                target: EntryPoint { url_template: format!("{site}{}?q={{search_term_string}}", to("/produk")) },
                query_input: "required name=search_term_string",
            },
        }
    }
}
