use domain::{label::OrderLabel, locale::Locale, product::ProductStatus, shop::ShopStatus};
use text::Tr;

#[test]
fn every_state_has_a_name() {
    let orders = OrderLabel::ALL.iter().map(|label| format!("order-state-{}", label.as_str()));
    let products = ProductStatus::ALL.iter().map(|status| format!("product-state-{}", status.as_str()));
    let shops = ShopStatus::ALL.iter().map(|status| format!("shop-state-{}", status.as_str()));
    for key in orders.chain(products).chain(shops) {
        for locale in Locale::ALL {
            assert!(Tr::new(*locale).try_t(&key).is_some(), "{key} in {locale:?}");
        }
    }
}
