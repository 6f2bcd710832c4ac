//! The language of an answer, by `Accept-Language`.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use domain::locale::Locale;
use http::{HeaderMap, header::ACCEPT_LANGUAGE, request::Parts};

/// Language that the caller wants names and messages in; Indonesian unless told otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Language(pub Locale);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.headers)))
    }
}

/// The language of ours that the header likes best, the first of those that it likes as much.
pub fn of(headers: &HeaderMap) -> Locale {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (0, Locale::Id);
    for range in wanted.split(',') {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let language = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Ok(locale) = language.parse() else { continue };
        let thousandths = thousandths(weight);
        if thousandths > best.0 {
            best = (thousandths, locale);
        }
    }
    best.1
}

/// `q=0.8` as 800; what is not readable counts as not wanted.
fn thousandths(weight: &str) -> u32 {
    let Some(number) = weight.trim().strip_prefix("q=") else { return 0 };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), part.parse::<u32>()) {
        (Ok(0), Ok(part)) => part,
        (Ok(1), Ok(_)) => 1_000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::{ACCEPT_LANGUAGE, HeaderMap, Locale, of};

    #[test]
    fn the_language_liked_best_wins() {
        let cases = [
            ("", Locale::Id),
            ("en", Locale::En),
            ("en-GB,en;q=0.9", Locale::En),
            ("fr, en;q=0.8, id;q=0.7", Locale::En),
            ("en;q=0.5, id-ID;q=0.9", Locale::Id),
            ("en;q=0", Locale::Id),
            ("*;q=nonsense, en;q=x", Locale::Id),
        ];
        for (header, locale) in cases {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static(header))]);
            assert_eq!(of(&headers), locale, "{header}");
        }
    }
}
