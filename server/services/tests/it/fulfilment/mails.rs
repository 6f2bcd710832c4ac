//! What people are told by mail and text message.

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use ports::mail::MailContent;
use services::fulfilment;
use testkit::on_both;

use super::{PRICE, buy, shelf};
use crate::{
    outbox::{mails, texts},
    shopping::{OWN_DELIVERY, place, request, scope},
};

#[tokio::test]
async fn money_that_was_not_found_is_told_each_time_with_the_reason() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let placed = buy(&world, &shop, &mug, DeliveryMethod::Courier, PaymentMethod::Transfer).await;
        let order = &placed.orders[0];
        mails(&world).await;
        for reason in ["Belum masuk", "Belum masuk juga"] {
            world.clock.advance_hours(1);
            fulfilment::payment_reject(&world.services, scope(&shop), &order.number, reason).await.unwrap();
            let [mail] = <[_; 1]>::try_from(mails(&world).await).unwrap();
            assert_eq!(mail.to, "ratna@contoh.test");
            let MailContent::OrderPaymentRejected(news) = mail.content else { panic!("another mail: {mail:?}") };
            assert_eq!(news.detail, reason);
            assert!(news.link.ends_with(&format!("/pesanan/{}", order.token)), "{}", news.link);
        }
    })
    .await;
}

#[tokio::test]
async fn a_buyer_without_an_address_is_told_on_the_telephone_once() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let mut body = request(&[(&mug, 1)], &[&shop], PRICE + OWN_DELIVERY);
        body.buyer.email = None;
        let placed = place(&world, &body).await.unwrap();
        let order = &placed.orders[0];
        fulfilment::confirm(&world.services, scope(&shop), &order.number).await.unwrap();
        let told = texts(&world).await;
        assert!(told.iter().all(|text| text.to == "+6281234567890"), "{told:?}");
        let [MailContent::OrderPlaced { link, .. }, MailContent::OrderConfirmed(news)] =
            told.iter().map(|text| &text.content).collect::<Vec<_>>()[..]
        else {
            panic!("{told:?}")
        };
        assert!(link.ends_with(&format!("/pesanan/{}", placed.token)), "{link}");
        assert!(news.link.ends_with(&format!("/pesanan/{}", order.token)), "{}", news.link);
        let keys = "SELECT COUNT(*) FROM job WHERE kind = 'text' AND unique_key LIKE 'text:%:+6281234567890'";
        assert_eq!(world.sql(keys, []).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_buyer_with_an_address_gets_no_text() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        buy(&world, &shop, &mug, DeliveryMethod::Courier, PaymentMethod::Transfer).await;
        assert_eq!(texts(&world).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_seller_with_a_telephone_hears_of_a_new_order_on_it_too() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        world
            .sql("UPDATE account SET phone = '+628111222333' WHERE id = $1 RETURNING id", [shop.owner_id.into()])
            .await;
        let placed = buy(&world, &shop, &mug, DeliveryMethod::Courier, PaymentMethod::Transfer).await;
        let [text] = <[_; 1]>::try_from(texts(&world).await).unwrap();
        let MailContent::OrderReceived { number, .. } = text.content else { panic!("another text: {text:?}") };
        assert_eq!((text.to.as_str(), number), ("+628111222333", placed.orders[0].number.clone()));
    })
    .await;
}
