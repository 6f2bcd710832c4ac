//! Cursors: where a page of a list ended, opaque to whoever passes them back.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{listing::Sort, slug::Slug};
use store::catalogue::Key;

use crate::{Error, Result};

/// Longest cursor that is read; ours are about half of it.
const MAX_LENGTH: usize = 160;
/// Begins a cursor that holds a slug.
const SLUG: &str = "slug:";

pub(super) fn encode(sort: Sort, key: Key) -> String {
    let text = format!("{}:{}:{}:{}:{}", sort.as_str(), i64::from(key.in_stock), key.rank, key.value, key.id);
    URL_SAFE_NO_PAD.encode(text)
}

/// # Errors
/// A cursor that is not ours, or of a list in another order.
pub(super) fn decode(sort: Sort, cursor: &str) -> Result<Key> {
    parse(sort, cursor).ok_or_else(|| Error::invalid("cursor", "bad-cursor"))
}

/// Cursor of a list that is in the order of its slugs.
pub(super) fn encode_slug(slug: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("{SLUG}{slug}"))
}

/// # Errors
/// A cursor that is not ours, or of another kind of list.
pub(super) fn decode_slug(cursor: &str) -> Result<String> {
    let slug = (cursor.len() <= MAX_LENGTH).then(|| URL_SAFE_NO_PAD.decode(cursor).ok()).flatten();
    let text = slug.and_then(|bytes| String::from_utf8(bytes).ok());
    text.as_deref()
        .and_then(|text| text.strip_prefix(SLUG)?.parse::<Slug>().ok())
        .map(|slug| slug.as_str().to_owned())
        .ok_or_else(|| Error::invalid("cursor", "bad-cursor"))
}

fn parse(sort: Sort, cursor: &str) -> Option<Key> {
    if cursor.len() > MAX_LENGTH {
        return None;
    }
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (own_sort, numbers) = text.split_once(':')?;
    if own_sort != sort.as_str() {
        return None;
    }
    let numbers: Vec<i64> = numbers.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match numbers.as_slice() {
        [in_stock, rank, value, id] => Some(Key { in_stock: *in_stock == 1, rank: *rank, value: *value, id: *id }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_return_and_foreign_ones_do_not() {
        let key = Key { in_stock: true, rank: 1, value: -45_000, id: i64::MAX };
        let cursor = encode(Sort::PriceAsc, key);
        assert_eq!(parse(Sort::PriceAsc, &cursor), Some(key));
        assert_eq!(parse(Sort::Newest, &cursor), None);
        for text in ["", "nonsense", "bmV3ZXN0OjE6MDow", &"a".repeat(200)] {
            assert_eq!(parse(Sort::Newest, text), None, "{text}");
            assert!(decode_slug(text).is_err(), "{text}");
        }
        assert_eq!(decode_slug(&encode_slug("tempe-bu-sri")).ok().as_deref(), Some("tempe-bu-sri"));
        assert!(decode_slug(&cursor).is_err());
    }
}
