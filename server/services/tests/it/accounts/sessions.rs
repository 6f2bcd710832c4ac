//! Signing in, rotation, expiry, revocation.

use services::{
    Error,
    accounts::{self, ChangePassword},
};
use testkit::on_both;

use super::{PASSWORD, account, codes, is_live, pairs, sign_in, try_sign_in};

const DAY_MILLIS: i64 = 86_400_000;

#[tokio::test]
async fn signing_in_identifies_the_account_and_ends_the_session_before() {
    on_both(async |world| {
        let made = account(&world, "ratna@contoh.test", &[]).await;
        let first = sign_in(&world, "  RATNA@contoh.test ").await;
        assert_eq!(first.identity.id, made.id);
        assert_eq!(first.identity.public_id, made.public_id);
        assert!(first.identity.roles.is_empty() && first.identity.shop_ids.is_empty());

        let second = try_sign_in(&world, "ratna@contoh.test", PASSWORD, Some(&first.token)).await.unwrap();
        assert_ne!(first.token, second.token);
        assert_ne!(first.identity.session, second.identity.session);
        assert!(!is_live(&world, &first.token).await);
        assert!(is_live(&world, &second.token).await);
    })
    .await;
}

#[tokio::test]
async fn unknown_addresses_wrong_passwords_and_nonsense_get_the_same_answer() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let long = "x".repeat(100_000);
        let expected = pairs(&[("form", "sign-in-failed")]);
        for (email, password) in [
            ("ratna@contoh.test", "bukan sandinya"),
            ("tidak.ada@contoh.test", PASSWORD),
            ("ratna@contoh.test", ""),
            ("ratna@contoh.test", long.as_str()),
            ("ratna@contoh.test", "tungku menyala pagi "),
        ] {
            assert_eq!(codes(try_sign_in(&world, email, password, None).await.unwrap_err()), expected);
        }
        let odd = try_sign_in(&world, "bukan email", PASSWORD, None).await.unwrap_err();
        assert_eq!(codes(odd), pairs(&[("email", "email-invalid")]));
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_thirty_days_without_use_and_after_half_a_year_with_it() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let unused = sign_in(&world, "ratna@contoh.test").await;
        let used = sign_in(&world, "ratna@contoh.test").await;
        for _ in 0..8 {
            world.clock.advance_millis(20 * DAY_MILLIS);
            assert!(is_live(&world, &used.token).await);
            seen(&world, &used).await;
        }
        assert!(!is_live(&world, &unused.token).await);
        assert_eq!(accounts::list_sessions(&world.services, &used.identity).await.unwrap().len(), 1);
        world.clock.advance_millis(20 * DAY_MILLIS);
        assert!(!is_live(&world, &used.token).await);
    })
    .await;
}

/// The use of a session is noted beside the request: waits until it is.
async fn seen(world: &testkit::World, started: &accounts::Started) {
    for _ in 0..500 {
        let sessions = accounts::list_sessions(&world.services, &started.identity).await.unwrap();
        if sessions.iter().any(|session| session.is_current && session.last_seen_at == world.services.now()) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the use of the session was never noted");
}

#[tokio::test]
async fn signing_out_ends_that_session_only() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let phone = sign_in(&world, "ratna@contoh.test").await;
        let desk = sign_in(&world, "ratna@contoh.test").await;
        accounts::sign_out(&world.services, &phone.token).await.unwrap();
        accounts::sign_out(&world.services, "bukan token").await.unwrap();
        assert!(!is_live(&world, &phone.token).await);
        assert!(is_live(&world, &desk.token).await);
        assert!(!is_live(&world, "").await);
    })
    .await;
}

#[tokio::test]
async fn only_own_sessions_can_be_listed_and_ended() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        account(&world, "bima@contoh.test", &[]).await;
        let ratna = sign_in(&world, "ratna@contoh.test").await;
        let other = sign_in(&world, "ratna@contoh.test").await;
        let bima = sign_in(&world, "bima@contoh.test").await;

        let listed = accounts::list_sessions(&world.services, &ratna.identity).await.unwrap();
        assert_eq!(listed.len(), 2);
        assert_eq!(listed.iter().filter(|session| session.is_current).count(), 1);
        assert_eq!(listed[0].user_agent, "Firefox/128.0 (Linux)");

        let foreign = bima.identity.session.clone().unwrap();
        for id in [foreign.as_str(), "ses_tidakada", ""] {
            let refused = accounts::revoke_session(&world.services, &ratna.identity, id).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
        assert!(is_live(&world, &bima.token).await);

        let own = other.identity.session.clone().unwrap();
        accounts::revoke_session(&world.services, &ratna.identity, &own).await.unwrap();
        let again = accounts::revoke_session(&world.services, &ratna.identity, &own).await;
        assert!(matches!(again, Err(Error::NotFound)));
        assert!(!is_live(&world, &other.token).await);

        let third = sign_in(&world, "ratna@contoh.test").await;
        accounts::revoke_other_sessions(&world.services, &ratna.identity).await.unwrap();
        assert!(is_live(&world, &ratna.token).await);
        assert!(!is_live(&world, &third.token).await);
        assert!(is_live(&world, &bima.token).await);
    })
    .await;
}

#[tokio::test]
async fn changing_the_password_takes_the_old_one_and_ends_every_session_before() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let phone = sign_in(&world, "ratna@contoh.test").await;
        let desk = sign_in(&world, "ratna@contoh.test").await;
        let change = |current, new| ChangePassword { current, new, user_agent: "" };

        let services = &world.services;
        let wrong = accounts::change_password(services, &desk.identity, change("salah", "glasir biru kobalt")).await;
        assert_eq!(codes(wrong.unwrap_err()), pairs(&[("password_current", "password-wrong")]));
        let weak = accounts::change_password(services, &desk.identity, change(PASSWORD, "pendek")).await;
        assert_eq!(codes(weak.unwrap_err()), pairs(&[("password", "password-short")]));
        assert!(is_live(&world, &phone.token).await);

        let now = accounts::change_password(services, &desk.identity, change(PASSWORD, "glasir biru kobalt")).await;
        let now = now.unwrap();
        assert!(is_live(&world, &now.token).await);
        assert!(!is_live(&world, &phone.token).await);
        assert!(!is_live(&world, &desk.token).await);
        assert!(try_sign_in(&world, "ratna@contoh.test", PASSWORD, None).await.is_err());
        assert!(try_sign_in(&world, "ratna@contoh.test", "glasir biru kobalt", None).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn identifying_a_caller_takes_one_statement() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let started = sign_in(&world, "ratna@contoh.test").await;
        let before = world.store().statement_count();
        assert!(is_live(&world, &started.token).await);
        assert_eq!(world.store().statement_count() - before, 1);
    })
    .await;
}

#[tokio::test]
async fn ended_sessions_are_removed_in_time() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let old = sign_in(&world, "ratna@contoh.test").await;
        accounts::sign_out(&world.services, &old.token).await.unwrap();
        let live = sign_in(&world, "ratna@contoh.test").await;
        accounts::clean_up(&world.services).await.unwrap();
        assert!(is_live(&world, &live.token).await);
        world.clock.advance_millis(400 * DAY_MILLIS);
        accounts::clean_up(&world.services).await.unwrap();
        assert!(accounts::list_sessions(&world.services, &live.identity).await.unwrap().is_empty());
    })
    .await;
}
