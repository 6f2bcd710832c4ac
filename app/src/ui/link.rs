//! Addresses of our own pages.

use domain::locale::Locale;

use crate::viewer::tr;

/// The address of a page in a language: `/produk` or `/en/produk`.
#[must_use]
pub fn href(locale: Locale, path: &str) -> String {
    match (locale.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// The address of a page in the language of the page that is being drawn.
#[must_use]
pub fn to(path: &str) -> String {
    href(tr().locale(), path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_lies_below_en() {
        assert_eq!(href(Locale::Id, "/"), "/");
        assert_eq!(href(Locale::Id, "/produk?q=vas"), "/produk?q=vas");
        assert_eq!(href(Locale::En, "/"), "/en");
        assert_eq!(href(Locale::En, "/produk?q=vas"), "/en/produk?q=vas");
    }
}
