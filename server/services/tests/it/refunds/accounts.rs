//! Where the money goes by transfer, and what happens when it does not arrive.

use domain::{refund::RefundStatus, role::Role};
use services::{
    BankAccount, Error,
    refunds::{self, Sending},
};
use testkit::on_both;

use super::{free, is_refused, paid, pieces};
use crate::{
    curation::curator,
    outbox::mails,
    shopping::{fields, rejection, scope},
};

fn account(number: &str) -> BankAccount {
    BankAccount { bank: "BRI".to_owned(), account: number.to_owned(), holder: "Bu Ratna".to_owned() }
}

fn by_transfer() -> Sending {
    Sending { reference: Some("BCA 0001".to_owned()), proof: None }
}

#[tokio::test]
async fn only_the_shop_that_pays_sees_the_buyers_account() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        let give = async |number: &str| refunds::give_account(services, &order.token, &account(number)).await;
        assert!(is_refused(give("0012345678").await), "nothing goes back");
        let refund = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        assert!(refund.detail.wants_account);
        mails(&world).await;
        assert_eq!(fields(&rejection(give("12").await.unwrap_err())), [("account", "bank-account-invalid")]);
        give("00-1234 5678").await.unwrap();
        assert_eq!(mails(&world).await.len(), 1, "the shop is told");
        assert_eq!(refunds::account_given(services, &order.token).await.unwrap().unwrap(), "BRI ••••••5678");
        let of_shop = refunds::of_order(services, scope(&shop), &order.number).await.unwrap();
        assert_eq!(of_shop.account, Some(account("0012345678")));
        assert_eq!(refunds::of_any_order(services, &order.number).await.unwrap().account, None);
        for _ in 0..4 {
            give("0012345678").await.unwrap();
        }
        assert!(matches!(give("0012345678").await, Err(Error::TooManyRequests { .. })));
        refunds::mark_sent(services, scope(&shop), &refund.id, by_transfer()).await.unwrap();
        world.clock.advance_hours(2);
        assert!(is_refused(give("0099999999").await), "the money is on its way");
    })
    .await;
}

#[tokio::test]
async fn money_that_did_not_arrive_waits_for_a_curator_who_has_it_sent_again() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 3).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        let judge = curator(&world, "Hakim").await;
        let role = "INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, $2, 0)";
        world.change(role, [judge.id.into(), Role::Curator.as_str().into()]).await;
        let fail = async |id: &str| refunds::mark_failed(services, scope(&shop), id, "Rekening salah").await.unwrap();

        let called_back = refunds::request(services, scope(&shop), &order.number, &free(1_000)).await.unwrap();
        fail(&called_back.id).await;
        assert!(refunds::failed(services).await.unwrap().is_empty(), "it was never sent");

        let refund = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        refunds::mark_sent(services, scope(&shop), &refund.id, by_transfer()).await.unwrap();
        mails(&world).await;
        assert_eq!(fail(&refund.id).await.status, RefundStatus::Failed);
        assert_eq!(mails(&world).await.len(), 2, "buyer and curator are told");
        let waiting = refunds::failed(services).await.unwrap();
        assert_eq!(waiting.iter().map(|refund| refund.id.as_str()).collect::<Vec<_>>(), [refund.id.as_str()]);
        let again = refunds::retry(services, judge.id, &refund.id).await.unwrap();
        assert_eq!((again.status, again.amount), (RefundStatus::Approved, refund.amount));
        assert!(refunds::failed(services).await.unwrap().is_empty());
        assert!(is_refused(refunds::retry(services, judge.id, &refund.id).await), "it was asked for again");
        mails(&world).await;
        refunds::mark_sent(services, scope(&shop), &again.id, by_transfer()).await.unwrap();
        fail(&again.id).await;
        assert_eq!(refunds::failed(services).await.unwrap().len(), 2, "it is owed as much as before");
    })
    .await;
}

#[tokio::test]
async fn what_a_cancelled_order_gives_back_is_asked_for_until_it_arrives() {
    on_both(async |world| {
        let (shop, _, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        services::fulfilment::call_off(services, scope(&shop), &order.number, "Pecah di tungku").await.unwrap();
        let mut open = refunds::by_token(services, &order.token).await.unwrap().remove(0);
        for _ in 0..3 {
            assert_eq!(open.status, RefundStatus::Approved);
            refunds::mark_sent(services, scope(&shop), &open.id, by_transfer()).await.unwrap();
            let next = refunds::mark_failed(services, scope(&shop), &open.id, "Rekening salah").await.unwrap();
            assert_eq!(next.amount, open.amount);
            assert_ne!(next.id, open.id);
            open = next;
        }
        assert!(refunds::failed(services).await.unwrap().is_empty(), "the shop is asked, again and again");
    })
    .await;
}

#[tokio::test]
async fn a_curator_gives_money_back_before_anything_is_sent() {
    on_both(async |world| {
        let (_, mug, placed) = paid(&world, 3).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        let judge = curator(&world, "Hakim").await;
        let given = refunds::request_as_curator(services, judge.id, &order.number, &pieces(&mug, 1)).await.unwrap();
        assert_eq!(given.status, RefundStatus::Approved);
        let limit = "INSERT INTO setting (key, value) VALUES ('refund_second_person_rupiah', 1)
            ON CONFLICT (key) DO UPDATE SET value = 1";
        world.change(limit, []).await;
        let large = refunds::request_as_curator(services, judge.id, &order.number, &free(2_000)).await.unwrap();
        assert_eq!(large.status, RefundStatus::Requested);
        assert!(is_refused(refunds::approve(services, judge.id, &large.id).await), "not by the same person");
        let missing = refunds::request_as_curator(services, judge.id, "TIDAK-ADA", &free(2_000)).await;
        assert!(matches!(missing, Err(Error::NotFound)));
    })
    .await;
}
