use std::sync::Arc;

use domain::{locale::Locale, money::Rupiah, time::Timestamp};
use payments::{StripeProvider, StripeSettings};
use ports::{
    Clock as _, PaymentProvider as _, TestClock,
    payment::{
        EventError, EventSubject, NewProviderRefund, NewSession, ProviderError, ProviderMoney, ProviderRefundStatus,
        SessionStatus,
    },
};
use testkit::{FakeStripe, Fault, RefundMode, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, sign_as_stripe};

const START: Timestamp = Timestamp::from_millis(1_795_485_600_000);

struct Scene {
    clock: TestClock,
    stripe: FakeStripe,
    provider: StripeProvider,
}

fn provider(stripe: &FakeStripe, key: &str) -> StripeProvider {
    StripeProvider::new(&StripeSettings {
        secret_key: key.to_owned(),
        webhook_secrets: vec!["whsec_other".to_owned(), STRIPE_WEBHOOK_SECRET.to_owned()],
        api_base: Some(stripe.url()),
    })
    .unwrap()
}

async fn scene() -> Scene {
    let clock = TestClock::at(START);
    let stripe = FakeStripe::start(Arc::new(clock.clone())).await;
    let provider = provider(&stripe, STRIPE_SECRET_KEY);
    Scene { clock, stripe, provider }
}

fn session(key: &str) -> NewSession {
    NewSession {
        key: key.to_owned(),
        reference: "pay_1".to_owned(),
        lines: vec![("Toko A & B".to_owned(), Rupiah::new(45_000)), ("Toko C".to_owned(), Rupiah::new(20_001))],
        email: Some("ratna@contoh.test".to_owned()),
        locale: Locale::Id,
        return_url: "http://127.0.0.1:3000/pesanan/x".to_owned(),
        expires_at: START.plus_minutes(35),
    }
}

fn idr(minor: i64) -> ProviderMoney {
    ProviderMoney { minor, currency: "idr".to_owned() }
}

#[tokio::test]
async fn a_session_is_made_once_paid_and_given_back() {
    let Scene { stripe, provider, .. } = scene().await;
    let made = provider.create_session(&session("pay_1/session/1")).await.unwrap();
    assert_eq!((made.status, made.is_paid, made.payment.as_deref()), (SessionStatus::Open, false, None));
    assert_eq!((made.money.clone(), made.reference.as_deref()), (idr(6_500_100), Some("pay_1")));
    assert!(made.url.as_ref().is_some_and(|url| url.starts_with(&stripe.url())));
    assert_eq!(provider.create_session(&session("pay_1/session/1")).await.unwrap(), made);
    assert_eq!(stripe.sessions_of("pay_1").len(), 1);
    let other = NewSession { expires_at: START.plus_minutes(40), ..session("pay_1/session/1") };
    assert!(matches!(provider.create_session(&other).await, Err(ProviderError::Refused(_))));

    let payment = stripe.pay(&made.id);
    let paid = provider.session(&made.id).await.unwrap();
    assert_eq!((paid.status, paid.is_paid, paid.payment.as_ref()), (SessionStatus::Complete, true, Some(&payment)));
    assert_eq!(paid.url, None);
    let charge = provider.charge(&payment).await.unwrap();
    assert_eq!((charge.is_paid, charge.money, charge.reference.as_deref()), (true, idr(6_500_100), Some("pay_1")));
    assert_eq!(charge.fee.and_then(|fee| provider.rupiah(&fee)), Some(Rupiah::new(3_885)));

    assert_eq!(provider.find_refund(&payment, "rfd_1").await.unwrap(), None);
    let refund = NewProviderRefund {
        key: "rfd_1".to_owned(),
        reference: "rfd_1".to_owned(),
        payment: payment.clone(),
        amount: Rupiah::new(20_000),
    };
    let back = provider.refund(&refund).await.unwrap();
    assert_eq!((back.status, back.money.clone()), (ProviderRefundStatus::Succeeded, idr(2_000_000)));
    assert_eq!(provider.refund(&refund).await.unwrap(), back);
    assert_eq!(provider.find_refund(&payment, "rfd_1").await.unwrap(), Some(back));
    assert_eq!(stripe.refunded(&payment), 2_000_000);
    let more = NewProviderRefund { key: "rfd_2".to_owned(), amount: Rupiah::new(45_002), ..refund };
    assert!(matches!(provider.refund(&more).await, Err(ProviderError::Refused(_))));
}

#[tokio::test]
async fn what_is_refused_what_passes_and_what_is_not_there_are_told_apart() {
    let Scene { stripe, provider: own, clock } = scene().await;
    let foreign = provider(&stripe, "sk_test_foreign").session("cs_1").await;
    assert!(matches!(foreign, Err(ProviderError::Passing(_))), "{foreign:?}");
    assert_eq!(own.session("cs_1").await, Err(ProviderError::NotFound));
    assert_eq!(own.charge("pi_1").await, Err(ProviderError::NotFound));
    let short = NewSession { expires_at: START.plus_minutes(29), ..session("short") };
    assert!(matches!(own.create_session(&short).await, Err(ProviderError::Refused(_))));

    stripe.fail(Fault::Before, 1);
    assert!(matches!(own.create_session(&session("a")).await, Err(ProviderError::Passing(_))));
    assert!(stripe.sessions_of("pay_1").is_empty());
    stripe.fail(Fault::After, 1);
    assert!(matches!(own.create_session(&session("a")).await, Err(ProviderError::Passing(_))));
    let made = own.create_session(&session("a")).await.unwrap();
    assert_eq!(stripe.sessions_of("pay_1"), [made.id.as_str()]);

    let closed = own.close_session(&made.id).await.unwrap();
    assert_eq!((closed.status, closed.url), (SessionStatus::Expired, None));
    assert_eq!(own.close_session(&made.id).await.unwrap().status, SessionStatus::Expired);
    let second = own.create_session(&session("b")).await.unwrap();
    let _ = stripe.pay(&second.id);
    assert!(own.close_session(&second.id).await.unwrap().is_paid);
    let third = own.create_session(&session("c")).await.unwrap();
    clock.advance_millis(36 * 60_000);
    assert_eq!(own.session(&third.id).await.unwrap().status, SessionStatus::Expired);

    drop(stripe);
    assert!(matches!(own.session(&made.id).await, Err(ProviderError::Passing(_))));
}

#[tokio::test]
async fn refunds_that_wait_or_fail_say_so() {
    let Scene { stripe, provider, .. } = scene().await;
    let made = provider.create_session(&session("a")).await.unwrap();
    let payment = stripe.pay(&made.id);
    let refund = |key: &str| NewProviderRefund {
        key: key.to_owned(),
        reference: key.to_owned(),
        payment: payment.clone(),
        amount: Rupiah::new(1_000),
    };
    stripe.set_refunds(RefundMode::Wait);
    let waiting = provider.refund(&refund("rfd_1")).await.unwrap();
    assert_eq!(waiting.status, ProviderRefundStatus::Pending);
    stripe.end_refund(&waiting.id, true);
    let found = provider.find_refund(&payment, "rfd_1").await.unwrap().unwrap();
    assert_eq!(found.status, ProviderRefundStatus::Succeeded);
    stripe.set_refunds(RefundMode::Fail);
    assert_eq!(provider.refund(&refund("rfd_2")).await.unwrap().status, ProviderRefundStatus::Failed);
}

#[tokio::test]
async fn events_are_read_only_with_a_right_signature() {
    let Scene { stripe, provider, clock } = scene().await;
    let made = provider.create_session(&session("a")).await.unwrap();
    let payment = stripe.pay(&made.id);
    let events = stripe.events();
    let read = |body: &str, signature: &str| provider.read_event(signature, body.as_bytes(), clock.now());
    let subjects: Vec<EventSubject> =
        events.iter().map(|body| read(body, &stripe.sign(body)).unwrap().subject).collect();
    let paid = EventSubject::Payment(payment);
    assert_eq!(subjects, [paid.clone(), paid.clone(), paid, EventSubject::Session(made.id)]);
    let seconds = START.millis() / 1_000;
    let forged = sign_as_stripe("whsec_forged", seconds, &events[0]);
    assert_eq!(read(&events[0], &forged), Err(EventError::Signature));
    assert_eq!(read(&events[1], &stripe.sign(&events[0])), Err(EventError::Signature));
    let old = sign_as_stripe(STRIPE_WEBHOOK_SECRET, seconds - 301, &events[0]);
    assert_eq!(read(&events[0], &old), Err(EventError::Stale));
    assert_eq!(read("{}", &stripe.sign("{}")), Err(EventError::Malformed));
}
