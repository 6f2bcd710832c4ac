//! Cursors: where a page of a list ended, opaque to whoever passes them back.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::listing::Sort;
use store::catalogue::Key;

use crate::{Error, Result};

/// Longest cursor that is read; ours are about half of it.
const MAX_LENGTH: usize = 160;

pub(super) fn encode(sort: Sort, key: Key) -> String {
    let text = format!("{}:{}:{}:{}:{}", sort.as_str(), i64::from(key.in_stock), key.rank, key.value, key.id);
    URL_SAFE_NO_PAD.encode(text)
}

/// # Errors
/// A cursor that is not ours, or of a list in another order.
pub(super) fn decode(sort: Sort, cursor: &str) -> Result<Key> {
    parse(sort, cursor).ok_or_else(|| Error::invalid("cursor", "bad-cursor"))
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
        }
    }
}
