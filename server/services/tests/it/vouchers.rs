//! Vouchers, on both databases.

use domain::{money::Rupiah, payment::PaymentMethod, voucher::VoucherKind};
use services::{
    Error, cart,
    checkout::{CheckoutRequest, PlacedGroup},
    fulfilment, orders,
    refunds::{self, Sending},
    vouchers::{self, VoucherRequest, VoucherState},
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::{
    curation::curator,
    refunds::free,
    shopping::{OWN_DELIVERY, fields, place, rejection, request, scope},
};

const PRICE: i64 = 60_000;

struct Scene {
    world: World,
    shops: [TestShop; 2],
    goods: [TestProduct; 2],
}

impl Scene {
    async fn new(world: World) -> Self {
        let shops = [world.shop("dinoyo").await, world.shop("sanan").await];
        let vase = world.product(&shops[0]).price(PRICE).stock(100).create().await;
        let chips = world.product(&shops[1]).price(PRICE / 2).stock(100).create().await;
        Self { world, shops, goods: [vase, chips] }
    }

    /// One vase and one bag of chips, with a voucher that takes so much off.
    fn both(&self, code: &str, off: i64) -> CheckoutRequest {
        let items = [(&self.goods[0], 1), (&self.goods[1], 1)];
        let total = PRICE + PRICE / 2 + 2 * OWN_DELIVERY - off;
        let body = request(&items, &[&self.shops[0], &self.shops[1]], total);
        CheckoutRequest { voucher: Some(code.to_owned()), ..body }
    }

    /// One vase.
    fn vase(&self, code: &str, off: i64) -> CheckoutRequest {
        let body = request(&[(&self.goods[0], 1)], &[&self.shops[0]], PRICE + OWN_DELIVERY - off);
        CheckoutRequest { voucher: Some(code.to_owned()), ..body }
    }

    async fn of_shop(&self, voucher: VoucherRequest) {
        vouchers::make(&self.world.services, scope(&self.shops[0]), &self.shops[0].slug, &voucher).await.unwrap();
    }

    async fn of_site(&self, voucher: VoucherRequest) {
        let curator = curator(&self.world, "Kurator").await;
        vouchers::make_for_site(&self.world.services, &curator, &voucher).await.unwrap();
    }

    /// What the ledger owes a shop.
    async fn balance(&self, shop: &TestShop) -> i64 {
        let sum = "SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM ledger_entry e
            JOIN ledger_account a ON a.id = e.account_id WHERE a.shop_id = $1";
        self.world.sql(sum, [shop.id.into()]).await
    }
}

fn amount(code: &str, rupiah: i64) -> VoucherRequest {
    VoucherRequest {
        code: code.to_owned(),
        kind: VoucherKind::Amount,
        percent: None,
        amount: Some(rupiah),
        minimum_goods: 0,
        valid_from: None,
        valid_to: "2026-12-31".to_owned(),
        most_uses: None,
        most_uses_per_buyer: None,
    }
}

async fn refusal(world: &World, body: &CheckoutRequest) -> String {
    let refused = rejection(place(world, body).await.unwrap_err());
    let (field, code) = fields(&refused)[0];
    assert_eq!(field, "voucher");
    code.to_owned()
}

fn totals(placed: &PlacedGroup) -> Vec<(i64, i64, i64)> {
    let orders = placed.orders.iter();
    orders.map(|order| (order.shipping_total.get(), order.discount_total.get(), order.total.get())).collect()
}

#[tokio::test]
async fn a_voucher_of_a_shop_takes_off_its_own_order_only() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        let tenth =
            VoucherRequest { kind: VoucherKind::Percent, percent: Some(10), amount: None, ..amount("vas-10", 0) };
        scene.of_shop(tenth).await;
        let placed = place(&scene.world, &scene.both("Vas 10", 6_000)).await.unwrap();
        let chips = PRICE / 2 + OWN_DELIVERY;
        assert_eq!(
            totals(&placed),
            [(OWN_DELIVERY, 6_000, PRICE + OWN_DELIVERY - 6_000), (OWN_DELIVERY, 0, chips)],
            "in the order of the items"
        );
        let order = orders::by_token(&scene.world.services, &placed.orders[0].token).await.unwrap();
        let used = order.detail.voucher.unwrap();
        assert_eq!((used.code.as_str(), used.goods.get(), used.shipping.get()), ("VAS10", 6_000, 0));
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn what_the_site_takes_off_it_pays_to_the_shop_and_takes_back_with_a_refund() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        scene.of_site(amount("PAMERAN", 30_000)).await;
        let mut body = scene.both("PAMERAN", 30_000);
        body.payment = PaymentMethod::Transfer;
        let placed = place(&scene.world, &body).await.unwrap();
        let services = &scene.world.services;
        let mut left = 30_000;
        for (order, shop) in placed.orders.iter().zip(&scene.shops) {
            fulfilment::payment_confirm(services, scope(shop), &order.number).await.unwrap();
            let used = orders::by_token(services, &order.token).await.unwrap().detail.voucher.unwrap();
            assert_eq!(scene.balance(shop).await, used.goods.get(), "the money itself went to the shop directly");
            left -= used.goods.get();
        }
        assert_eq!(left, 0, "the parts are the whole");
        let (order, shop) = (&placed.orders[0], &scene.shops[0]);
        let owed = scene.balance(shop).await;
        for part in [order.total.get() / 3, order.total.get() - order.total.get() / 3] {
            let refund = refunds::request(services, scope(shop), &order.number, &free(part)).await.unwrap();
            let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
            refunds::mark_sent(services, scope(shop), &refund.id, sending).await.unwrap();
            refunds::confirm_received(services, &order.token, &refund.id, None).await.unwrap();
        }
        assert_eq!(scene.balance(shop).await, 0, "of {owed} all went back");
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn carriage_can_be_free_and_packing_is_paid() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        let free = VoucherRequest { kind: VoucherKind::FreeShipping, amount: Some(5_000), ..amount("ONGKIR", 0) };
        scene.of_site(free).await;
        let placed = place(&scene.world, &scene.both("ONGKIR", 10_000)).await.unwrap();
        assert!(totals(&placed).iter().all(|(shipping, off, _)| (*shipping, *off) == (OWN_DELIVERY - 5_000, 0)));
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_voucher_says_why_it_does_nothing() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        let world = &scene.world;
        scene.of_shop(VoucherRequest { minimum_goods: PRICE + 1, ..amount("BESAR", 5_000) }).await;
        scene.of_shop(VoucherRequest { valid_from: Some("2026-12-30".to_owned()), ..amount("NANTI", 5_000) }).await;
        scene.of_shop(amount("SUDAH", 5_000)).await;
        vouchers::end(&world.services, scope(&scene.shops[0]), "SUDAH").await.unwrap();
        scene.of_shop(VoucherRequest { most_uses_per_buyer: Some(1), ..amount("SEKALI", 5_000) }).await;
        scene.of_shop(VoucherRequest { most_uses: Some(1), ..amount("SATU", 5_000) }).await;
        for (code, why) in [
            ("TIDAKADA", "voucher-unknown"),
            ("x", "voucher-unknown"),
            ("BESAR", "voucher-minimum"),
            ("NANTI", "voucher-planned"),
            ("SUDAH", "voucher-ended"),
        ] {
            assert_eq!(refusal(world, &scene.vase(code, 5_000)).await, why, "{code}");
        }
        for (code, why) in [("SEKALI", "voucher-used-before"), ("SATU", "voucher-used-up")] {
            place(world, &scene.vase(code, 5_000)).await.unwrap();
            assert_eq!(refusal(world, &scene.vase(code, 5_000)).await, why, "{code}");
        }
        let mut other = scene.vase("SEKALI", 5_000);
        other.buyer.phone = "0812-0000-0001".to_owned();
        place(world, &other).await.unwrap();
        let chips = request(&[(&scene.goods[1], 1)], &[&scene.shops[1]], PRICE / 2 + OWN_DELIVERY);
        let chips = CheckoutRequest { voucher: Some("BESAR".to_owned()), ..chips };
        assert_eq!(refusal(world, &chips).await, "voucher-other-shop");
    })
    .await;
}

#[tokio::test]
async fn an_order_that_is_called_off_gives_its_voucher_back() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        scene.of_shop(VoucherRequest { most_uses: Some(1), ..amount("SATU", 5_000) }).await;
        let placed = place(&scene.world, &scene.vase("SATU", 5_000)).await.unwrap();
        let services = &scene.world.services;
        let state = async || vouchers::list(services, scope(&scene.shops[0]), None).await.unwrap().items.pop().unwrap();
        assert_eq!((state().await.state, state().await.taken_off), (VoucherState::UsedUp, Rupiah::new(5_000)));
        orders::cancel(services, &placed.orders[0].token, None).await.unwrap();
        assert_eq!((state().await.state, state().await.used), (VoucherState::Active, 0));
        place(&scene.world, &scene.vase("SATU", 5_000)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_cart_keeps_its_voucher_and_says_when_it_does_nothing_any_more() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        let services = &scene.world.services;
        scene.of_shop(VoucherRequest { minimum_goods: 2 * PRICE, ..amount("DUAVAS", 5_000) }).await;
        let token = cart::add(services, None, &scene.goods[0].variant, 1).await.unwrap().token;
        let put = async || {
            let view = cart::view(services, Some(&token), domain::locale::Locale::Id).await.unwrap();
            vouchers::put_into_cart(services, &token, "duavas", &view, None).await
        };
        assert_eq!(fields(&rejection(put().await.unwrap_err())), [("voucher", "voucher-minimum")]);
        cart::set_quantity(services, &token, &scene.goods[0].variant, 2).await.unwrap();
        put().await.unwrap();
        let held = async || {
            let view = cart::view(services, Some(&token), domain::locale::Locale::Id).await.unwrap();
            vouchers::in_cart(services, Some(&token), &view, None, None).await.unwrap()
        };
        assert_eq!(held().await.unwrap().off_goods().get(), 5_000);
        cart::set_quantity(services, &token, &scene.goods[0].variant, 1).await.unwrap();
        assert_eq!(held().await.unwrap().off.unwrap_err().code, "voucher-minimum");
        vouchers::take_out_of_cart(services, &token).await.unwrap();
        assert!(held().await.is_none());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_by_field_and_others_vouchers_are_not_there() {
    on_both(async |world| {
        let scene = Scene::new(world).await;
        let services = &scene.world.services;
        let own = scope(&scene.shops[0]);
        let wrong = VoucherRequest {
            code: "a b".to_owned(),
            kind: VoucherKind::Percent,
            percent: Some(101),
            amount: Some(1),
            minimum_goods: -1,
            valid_from: Some("kemarin".to_owned()),
            valid_to: "2020-01-01".to_owned(),
            most_uses: Some(0),
            most_uses_per_buyer: Some(i64::MAX),
        };
        let refused = rejection(vouchers::make(services, own, &scene.shops[0].slug, &wrong).await.unwrap_err());
        let named: Vec<&str> = refused.fields.iter().map(|error| error.field.as_str()).collect();
        for field in ["code", "percent", "amount", "minimum_goods", "valid_from", "most_uses", "most_uses_per_buyer"] {
            assert!(named.contains(&field), "{field} in {named:?}");
        }
        scene.of_shop(amount("MILIKKU", 5_000)).await;
        let taken = vouchers::make(services, own, &scene.shops[0].slug, &amount("milikku", 1_000)).await.unwrap_err();
        assert_eq!(fields(&rejection(taken)), [("code", "voucher-code-taken")]);
        let foreign = scope(&scene.shops[1]);
        assert!(matches!(vouchers::end(services, foreign, "MILIKKU").await, Err(Error::NotFound)));
        let foreign_shop = vouchers::make(services, foreign, &scene.shops[0].slug, &amount("LAIN", 1_000)).await;
        assert!(matches!(foreign_shop, Err(Error::NotFound)));
        assert!(vouchers::list(services, foreign, None).await.unwrap().items.is_empty());
    })
    .await;
}
