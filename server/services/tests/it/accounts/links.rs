//! One-time links: signing up and setting a new password.

use domain::{locale::Locale, role::Role};
use ports::mail::{MailContent, MailMessage};
use services::{
    Error,
    accounts::{self, SignUp},
};
use testkit::{World, on_both};

use crate::outbox::mails;

use super::{PASSWORD, account, codes, is_live, pairs, sign_in, try_sign_in};

const NEW_PASSWORD: &str = "glasir biru kobalt";

/// The only mail since the last call.
async fn mail(world: &World) -> MailMessage {
    let mut mails = mails(world).await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    mails.remove(0)
}

fn token_of(mail: &MailMessage, path: &str) -> String {
    let (MailContent::PasswordReset { link } | MailContent::SignUp { link, .. }) = &mail.content else {
        panic!("no one-time link: {mail:?}")
    };
    let start = format!("http://127.0.0.1:3000{path}");
    link.strip_prefix(&start).unwrap_or_else(|| panic!("{link} does not begin with {start}")).to_owned()
}

async fn reset_token(world: &World, email: &str) -> String {
    accounts::request_password_reset(&world.services, email).await.unwrap();
    token_of(&mail(world).await, "/atur-sandi/")
}

async fn ask(world: &World, email: &str) {
    let asked = SignUp { name: "Bima Arga", email, password: PASSWORD, locale: Locale::En };
    accounts::sign_up(&world.services, asked).await.unwrap();
}

#[tokio::test]
async fn signing_up_makes_the_account_when_the_link_is_followed() {
    on_both(async |world| {
        ask(&world, "Bima@contoh.test").await;
        assert!(try_sign_in(&world, "bima@contoh.test", PASSWORD, None).await.is_err(), "not before the link");
        let mail = mail(&world).await;
        assert_eq!((mail.to.as_str(), mail.locale), ("bima@contoh.test", Locale::En));
        let token = token_of(&mail, "/en/daftar/konfirmasi/");

        let email = accounts::sign_up_of_link(&world.services, &token).await.unwrap();
        assert_eq!(email.as_deref(), Some("bima@contoh.test"));
        let started = accounts::confirm_sign_up(&world.services, &token, "").await.unwrap();
        assert_eq!(started.identity.roles, [Role::Buyer]);
        assert_eq!(started.identity.name, "Bima Arga");
        assert!(is_live(&world, &started.token).await);
        assert!(try_sign_in(&world, "bima@contoh.test", PASSWORD, None).await.is_ok());

        let again = accounts::confirm_sign_up(&world.services, &token, "").await;
        assert!(matches!(again, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn signing_up_with_a_taken_address_looks_the_same_and_tells_only_its_owner() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        ask(&world, "ratna@contoh.test").await;
        let mail = mail(&world).await;
        assert_eq!(mail.to, "ratna@contoh.test");
        assert!(matches!(mail.content, MailContent::AccountExists { .. }));
        assert!(try_sign_in(&world, "ratna@contoh.test", PASSWORD, None).await.is_ok(), "the password is the old one");
    })
    .await;
}

#[tokio::test]
async fn of_several_sign_ups_of_an_address_one_makes_the_account() {
    on_both(async |world| {
        ask(&world, "bima@contoh.test").await;
        ask(&world, "bima@contoh.test").await;
        let tokens: Vec<String> =
            mails(&world).await.iter().map(|mail| token_of(mail, "/en/daftar/konfirmasi/")).collect();
        accounts::confirm_sign_up(&world.services, &tokens[0], "").await.unwrap();
        let second = accounts::confirm_sign_up(&world.services, &tokens[1], "").await;
        assert!(matches!(second, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_sign_up_link_runs_out_after_a_day() {
    on_both(async |world| {
        ask(&world, "bima@contoh.test").await;
        let token = token_of(&mail(&world).await, "/en/daftar/konfirmasi/");
        world.clock.advance_hours(24);
        assert_eq!(accounts::sign_up_of_link(&world.services, &token).await.unwrap(), None);
        assert!(matches!(accounts::confirm_sign_up(&world.services, &token, "").await, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_sets_the_password_once_and_ends_all_sessions() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let session = sign_in(&world, "ratna@contoh.test").await;
        let token = reset_token(&world, "ratna@contoh.test").await;
        assert!(accounts::reset_link_works(&world.services, &token).await.unwrap());

        let weak = accounts::reset_password(&world.services, &token, "pendek").await.unwrap_err();
        assert_eq!(codes(weak), pairs(&[("password", "password-short")]));
        accounts::reset_password(&world.services, &token, NEW_PASSWORD).await.unwrap();
        assert!(matches!(mail(&world).await.content, MailContent::PasswordChanged));
        assert!(!is_live(&world, &session.token).await);
        assert!(try_sign_in(&world, "ratna@contoh.test", PASSWORD, None).await.is_err());
        assert!(try_sign_in(&world, "ratna@contoh.test", NEW_PASSWORD, None).await.is_ok());

        assert!(!accounts::reset_link_works(&world.services, &token).await.unwrap());
        let again = accounts::reset_password(&world.services, &token, "sandi ketiga saya").await;
        assert!(matches!(again, Err(Error::NotFound)));
        assert!(try_sign_in(&world, "ratna@contoh.test", NEW_PASSWORD, None).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn of_parallel_uses_of_a_reset_link_one_succeeds() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let token = reset_token(&world, "ratna@contoh.test").await;
        let uses = (0..5).map(|_| accounts::reset_password(&world.services, &token, NEW_PASSWORD));
        let answers = futures::future::join_all(uses).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_runs_out_after_an_hour_and_by_a_newer_one() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let first = reset_token(&world, "ratna@contoh.test").await;
        let second = reset_token(&world, "ratna@contoh.test").await;
        assert!(!accounts::reset_link_works(&world.services, &first).await.unwrap());
        assert!(accounts::reset_link_works(&world.services, &second).await.unwrap());
        world.clock.advance_hours(1);
        let late = accounts::reset_password(&world.services, &second, NEW_PASSWORD).await;
        assert!(matches!(late, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_mailed_where_there_is_no_account() {
    on_both(async |world| {
        accounts::request_password_reset(&world.services, "tidak.ada@contoh.test").await.unwrap();
        assert!(mails(&world).await.is_empty());
        for wrong in ["", "x", "../../etc", &"a".repeat(5_000)] {
            assert!(!accounts::reset_link_works(&world.services, wrong).await.unwrap());
        }
    })
    .await;
}
