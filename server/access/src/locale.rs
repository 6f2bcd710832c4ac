//! The language of a request: `/en/…` is English, everything else Indonesian. A middleware strips the prefix before
//! routing, so that each route exists once.

use domain::locale::Locale;

/// Language of the request, put into its extensions by the locale middleware.
#[derive(Debug, Clone, Copy)]
pub struct RequestLocale(pub Locale);

/// Path and query as the browser asked for them, without the locale prefix.
#[derive(Debug, Clone)]
pub struct RequestPath(pub String);

/// Splits `/en/produk?q=vas` into English and `/produk?q=vas`.
#[must_use]
pub fn split_locale(path_and_query: &str) -> (Locale, &str) {
    match path_and_query.strip_prefix("/en") {
        Some("") => (Locale::En, "/"),
        Some(rest) if rest.starts_with('/') => (Locale::En, rest),
        Some(rest) if rest.starts_with('?') => (Locale::En, rest),
        _ => (Locale::Id, path_and_query),
    }
}
