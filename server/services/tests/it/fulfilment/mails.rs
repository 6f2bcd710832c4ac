//! What buyers are told by mail.

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use ports::mail::MailContent;
use services::fulfilment;
use testkit::on_both;

use super::{buy, shelf};
use crate::{outbox::mails, shopping::scope};

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
