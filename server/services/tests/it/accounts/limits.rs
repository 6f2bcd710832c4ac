//! Tries that are counted, and passwords that are not accepted.

use domain::locale::Locale;
use services::{
    Error,
    accounts::{self, NewAccount, SignUp},
};
use testkit::on_both;

use super::{PASSWORD, account, codes, pairs, try_sign_in};

const MINUTE_MILLIS: i64 = 60_000;

#[tokio::test]
async fn ten_wrong_passwords_close_the_door_for_a_while_whether_the_account_exists_or_not() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        account(&world, "bima@contoh.test", &[]).await;
        for email in ["ratna@contoh.test", "tidak.ada@contoh.test"] {
            for _ in 0..10 {
                let refused = try_sign_in(&world, email, "bukan sandinya", None).await.unwrap_err();
                assert_eq!(codes(refused), pairs(&[("form", "sign-in-failed")]));
            }
            let closed = try_sign_in(&world, email, PASSWORD, None).await.unwrap_err();
            let Error::TooManyRequests { retry_after_seconds } = closed else { panic!("not limited: {closed:?}") };
            assert!((1..=900).contains(&retry_after_seconds));
        }
        assert!(try_sign_in(&world, "bima@contoh.test", PASSWORD, None).await.is_ok());
        world.clock.advance_millis(15 * MINUTE_MILLIS);
        assert!(try_sign_in(&world, "ratna@contoh.test", PASSWORD, None).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_right_password_forgives_the_wrong_ones_before() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        for _ in 0..3 {
            for _ in 0..9 {
                assert!(try_sign_in(&world, "ratna@contoh.test", "bukan sandinya", None).await.is_err());
            }
            assert!(try_sign_in(&world, "ratna@contoh.test", PASSWORD, None).await.is_ok());
        }
    })
    .await;
}

#[tokio::test]
async fn parallel_tries_are_counted_too() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let tries = (0..30).map(|_| try_sign_in(&world, "ratna@contoh.test", "bukan sandinya", None));
        let answers = futures::future::join_all(tries).await;
        let limited = answers.iter().filter(|answer| matches!(answer, Err(Error::TooManyRequests { .. }))).count();
        assert_eq!(limited, 20);
    })
    .await;
}

#[tokio::test]
async fn links_are_mailed_only_so_often() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        for email in ["ratna@contoh.test", "tidak.ada@contoh.test"] {
            for _ in 0..3 {
                accounts::request_password_reset(&world.services, email).await.unwrap();
            }
            let closed = accounts::request_password_reset(&world.services, email).await;
            assert!(matches!(closed, Err(Error::TooManyRequests { .. })));
        }
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once() {
    on_both(async |world| {
        let asked = SignUp { name: " ", email: "ratna", password: "123", locale: Locale::Id };
        let refused = accounts::sign_up(&world.services, asked).await.unwrap_err();
        let expected = [("name", "name-missing"), ("email", "email-invalid"), ("password", "password-short")];
        assert_eq!(codes(refused), pairs(&expected));

        let new = NewAccount {
            email: "",
            name: &"n".repeat(500),
            phone: Some("0341-12"),
            password: &"p".repeat(201),
            locale: Locale::Id,
            roles: &[],
        };
        let refused = accounts::create_account_with_roles(&world.services, new).await.unwrap_err();
        let expected = [
            ("name", "too-long"),
            ("email", "email-missing"),
            ("phone", "phone-invalid"),
            ("password", "password-long"),
        ];
        assert_eq!(codes(refused), pairs(&expected));
    })
    .await;
}

#[tokio::test]
async fn passwords_that_are_tried_first_are_not_accepted() {
    on_both(async |world| {
        for password in
            ["1234567890", "Password123", "aaaaaaaaaaaa", "ratna.dewi@contoh.test", "Ratna.Dewi", "Bismillah123"]
        {
            let asked = SignUp { name: "Ratna", email: "ratna.dewi@contoh.test", password, locale: Locale::Id };
            let refused = accounts::sign_up(&world.services, asked).await.unwrap_err();
            assert_eq!(codes(refused), pairs(&[("password", "password-common")]), "{password}");
        }
    })
    .await;
}
