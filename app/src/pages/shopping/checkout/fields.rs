//! Names and values of the form's fields, which the page writes and the handler of the form reads.

use domain::fulfilment::DeliveryMethod;

/// Which button was pressed.
pub const STEP: &str = "langkah";
/// The button that searches a village.
pub const STEP_SEARCH: &str = "cari";
/// The button that shows prices to the chosen village.
pub const STEP_QUOTE: &str = "ongkir";
/// The button that adds up what was chosen.
pub const STEP_TOTAL: &str = "total";
/// The Enter key: keeps everything.
pub const STEP_KEEP: &str = "simpan";
/// The key that makes a second tap harmless.
pub const KEY: &str = "key";
/// A line of the cart as it was shown; several.
pub const ITEM: &str = "item";
/// The total that the button says.
pub const EXPECTED_TOTAL: &str = "expected_total";
/// What was typed to find a village.
pub const REGION_QUERY: &str = "region_query";
/// What the shown villages were found by.
pub const REGION_SEARCHED: &str = "region_searched";
/// Code of the chosen village.
pub const REGION: &str = "address.region";

/// The way that a shop's goods come.
#[must_use]
pub fn delivery_field(shop: &str) -> String {
    format!("delivery-{shop}")
}

/// The way that was chosen when the total was added up.
#[must_use]
pub fn shown_delivery_field(shop: &str) -> String {
    format!("shown-{shop}")
}

/// How a shop is paid.
#[must_use]
pub fn payment_field(shop: &str) -> String {
    format!("payment-{shop}")
}

/// A word to the seller.
#[must_use]
pub fn note_field(shop: &str) -> String {
    format!("note-{shop}")
}

/// Id of a line, for the link of its error.
#[must_use]
pub fn line_field(variant: &str) -> String {
    format!("item-{variant}")
}

/// A line as [`ITEM`] sends it.
#[must_use]
pub fn item_value(variant: &str, quantity: i64) -> String {
    format!("{variant}:{quantity}")
}

/// Variant and quantity of an [`ITEM`].
#[must_use]
pub fn parse_item(value: &str) -> Option<(&str, i64)> {
    let (variant, quantity) = value.split_once(':')?;
    Some((variant, quantity.parse().ok()?))
}

/// A way as [`delivery_field`] sends it: `pickup`, or `courier:reguler`.
#[must_use]
pub fn delivery_value(method: DeliveryMethod, service: Option<&str>) -> String {
    service.map_or_else(|| method.to_string(), |service| format!("{method}:{service}"))
}

/// Method and service of a way.
#[must_use]
pub fn parse_delivery(value: &str) -> Option<(DeliveryMethod, Option<&str>)> {
    let (method, service) = value.split_once(':').map_or((value, None), |(method, service)| (method, Some(service)));
    Some((method.parse().ok()?, service))
}

/// Whether the words of the search have still to be looked up: the button was pressed, or they changed since.
#[must_use]
pub fn is_search(step: &str, query: &str, searched: &str) -> bool {
    !query.is_empty() && (step == STEP_SEARCH || query != searched)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn ways_and_lines_survive_the_form() {
        for (method, service) in [(DeliveryMethod::Courier, Some("reg")), (DeliveryMethod::Pickup, None)] {
            assert_eq!(parse_delivery(&delivery_value(method, service)).unwrap(), (method, service));
        }
        assert_eq!(parse_item(&item_value("var_a", 3)).unwrap(), ("var_a", 3));
        assert_eq!(parse_delivery("drone:cepat"), None);
        assert_eq!(parse_item("var_a:banyak"), None);
    }

    #[test]
    fn typed_words_are_searched_by_any_button() {
        assert!(is_search(STEP_SEARCH, "ketintang", "ketintang"));
        assert!(is_search("", "ketintang", "dinoyo"));
        assert!(!is_search("", "ketintang", "ketintang"));
        assert!(!is_search(STEP_SEARCH, "", ""));
    }
}
