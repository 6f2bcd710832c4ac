use domain::payment::PaymentMethod;
use services::{Error, orders, payments, payments::BankChange};
use testkit::on_both;

use super::{PASSWORD, seller};
use crate::{
    outbox::mails,
    shopping::{OWN_DELIVERY, fields, place, rejection, request, scope},
};

#[tokio::test]
async fn a_new_bank_account_is_for_new_orders_only_and_the_shop_hears_of_it() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let seller = seller(&world, &shop).await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let mut body = request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY);
        body.payment = PaymentMethod::Transfer;
        let before = place(&world, &body).await.unwrap();
        mails(&world).await;
        let change = BankChange { bank: "BRI", account: "0012 3456-789", holder: "Sri", password: PASSWORD };
        payments::set_bank(&world.services, scope(&shop), &seller, &shop.slug, change).await.unwrap();
        assert_eq!(mails(&world).await.len(), 2);
        let after = place(&world, &body).await.unwrap();
        let bank = after.orders[0].payment.bank.as_ref().unwrap();
        assert_eq!((bank.bank.as_str(), bank.account.as_str(), bank.holder.as_str()), ("BRI", "00123456789", "Sri"));
        let old = orders::by_token(&world.services, &before.orders[0].token).await.unwrap();
        assert_eq!(old.summary.payment.bank, before.orders[0].payment.bank);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_bank_account_is_said_at_once_and_strangers_find_no_shop() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let seller = seller(&world, &shop).await;
        let change = BankChange { bank: "", account: "12a", holder: "", password: "salah" };
        let refused = payments::set_bank(&world.services, scope(&shop), &seller, &shop.slug, change).await.unwrap_err();
        let expected = [
            ("bank", "bank-missing"),
            ("account", "bank-account-invalid"),
            ("holder", "name-invalid"),
            ("password_current", "password-wrong"),
        ];
        assert_eq!(fields(&rejection(refused)), expected);
        let foreign = payments::set_cash(&world.services, scope(&shop), &other.slug, false).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
    })
    .await;
}
