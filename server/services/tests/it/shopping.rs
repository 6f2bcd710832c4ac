//! What tests of carts, checkouts and orders share.

use domain::{fulfilment::DeliveryMethod, locale::Locale, payment::PaymentMethod};
use services::{
    Error, Rejection,
    checkout::{
        self, AddressRequest, BuyerRequest, CheckoutRequest, DeliveryRequest, IdempotencyKey, ItemRequest, PlacedGroup,
    },
    fulfilment::SellerScope,
};
use testkit::{NEAR_VILLAGE, TestProduct, TestShop, World};

/// What the seller's own delivery costs in the test's shops.
pub(crate) const OWN_DELIVERY: i64 = 12_000;

/// A cash checkout by the seller's own delivery.
pub(crate) fn request(items: &[(&TestProduct, i64)], shops: &[&TestShop], expected_total: i64) -> CheckoutRequest {
    CheckoutRequest {
        items: items.iter().map(|(product, quantity)| item(product, *quantity)).collect(),
        buyer: BuyerRequest {
            name: "Bu Ratna".to_owned(),
            phone: "0812-3456-7890".to_owned(),
            email: Some("ratna@contoh.test".to_owned()),
        },
        address: Some(AddressRequest {
            region: NEAR_VILLAGE.to_owned(),
            street: "Jalan Contoh 12".to_owned(),
            landmark: None,
            postal_code: None,
        }),
        deliveries: shops
            .iter()
            .map(|shop| DeliveryRequest {
                shop: shop.slug.clone(),
                method: DeliveryMethod::SellerDelivery,
                service: None,
                payment: None,
                note: None,
            })
            .collect(),
        payment: PaymentMethod::Cod,
        voucher: None,
        expected_total,
        locale: Locale::Id,
    }
}

pub(crate) fn item(product: &TestProduct, quantity: i64) -> ItemRequest {
    ItemRequest { variant: product.variant.clone(), quantity }
}

pub(crate) async fn place(world: &World, request: &CheckoutRequest) -> Result<PlacedGroup, Error> {
    checkout::place(&world.services, request, None, None, None).await
}

pub(crate) async fn place_with_key(world: &World, request: &CheckoutRequest, key: &str) -> Result<PlacedGroup, Error> {
    let key = IdempotencyKey { key: key.to_owned(), body_hash: checkout::body_hash(request).unwrap() };
    checkout::place(&world.services, request, None, None, Some(&key)).await
}

pub(crate) fn scope(shop: &TestShop) -> SellerScope<'_> {
    SellerScope { account_id: shop.owner_id, shop_ids: std::slice::from_ref(&shop.id) }
}

pub(crate) fn rejection(error: Error) -> Rejection {
    match error {
        Error::Rejected(rejection) => rejection,
        other => panic!("not a refusal: {other:?}"),
    }
}

/// Fields and codes of a refusal.
pub(crate) fn fields(rejection: &Rejection) -> Vec<(&str, &str)> {
    rejection.fields.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect()
}

/// Pieces of a variant that nobody has.
pub(crate) async fn available(world: &World, product: &TestProduct) -> i64 {
    world
        .sql(
            "SELECT CAST(SUM(on_hand - allocated - held) AS BIGINT) FROM stock WHERE variant_id = $1",
            [product.variant_id.into()],
        )
        .await
}

/// Counters of every stock row are what the holds on it add up to.
pub(crate) async fn assert_counters_fit(world: &World) {
    let wrong = world
        .sql(
            "SELECT COUNT(*) FROM stock k WHERE
                k.held <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h WHERE h.stock_id = k.id AND h.state = 'held')
                + (SELECT COALESCE(SUM(d.quantity), 0) FROM cart_hold_line d JOIN cart_hold h ON h.id = d.hold_id
                    WHERE d.stock_id = k.id AND h.state = 'held')
             OR k.allocated <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h
                WHERE h.stock_id = k.id AND h.state = 'allocated')
             OR k.on_hand - k.allocated - k.held < 0",
            [],
        )
        .await;
    assert_eq!(wrong, 0, "counters and holds differ");
}
