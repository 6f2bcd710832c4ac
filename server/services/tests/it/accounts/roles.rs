//! Roles and API tokens.

use domain::{locale::Locale, role::Role};
use services::{
    Error,
    accounts::{self, NewAccount, ProfileChange},
};
use testkit::on_both;

use super::{PASSWORD, account, codes, is_live, pairs, sign_in};

#[tokio::test]
async fn roles_come_with_the_session_and_a_change_ends_it() {
    on_both(async |world| {
        let ratna = account(&world, "ratna@contoh.test", &[Role::Buyer]).await;
        account(&world, "admin@contoh.test", &[Role::Admin, Role::Curator]).await;
        let admin = sign_in(&world, "admin@contoh.test").await.identity;
        assert_eq!(admin.roles, [Role::Curator, Role::Admin]);

        let before = sign_in(&world, "ratna@contoh.test").await;
        let refused =
            accounts::grant_role(&world.services, &before.identity, &ratna.public_id, Role::Admin, None).await;
        assert!(matches!(refused, Err(Error::Forbidden)));

        let reason = Some("Kurator dinas");
        accounts::grant_role(&world.services, &admin, &ratna.public_id, Role::Curator, reason).await.unwrap();
        assert!(!is_live(&world, &before.token).await);
        let after = sign_in(&world, "ratna@contoh.test").await;
        assert_eq!(after.identity.roles, [Role::Buyer, Role::Curator]);

        accounts::grant_role(&world.services, &admin, &ratna.public_id, Role::Curator, reason).await.unwrap();
        assert!(is_live(&world, &after.token).await, "nothing changed, so nothing ends");
        accounts::revoke_role(&world.services, &admin, &ratna.public_id, Role::Curator, None).await.unwrap();
        assert!(!is_live(&world, &after.token).await);

        let unknown = accounts::grant_role(&world.services, &admin, "acc_tidakada", Role::Mentor, None).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn somebody_is_always_left_to_run_the_site() {
    on_both(async |world| {
        let made =
            accounts::create_admin(&world.services, "admin@contoh.test", "Admin Sentra", PASSWORD).await.unwrap();
        let admin = sign_in(&world, "admin@contoh.test").await;
        let refused = accounts::revoke_role(&world.services, &admin.identity, &made.public_id, Role::Admin, None).await;
        assert!(matches!(refused, Err(Error::Rejected(_))));
        let still = accounts::identify_session(&world.services, &admin.token).await.unwrap().unwrap();
        assert!(still.has(Role::Admin));
    })
    .await;
}

#[tokio::test]
async fn api_tokens_identify_until_they_are_revoked() {
    on_both(async |world| {
        let made = account(&world, "kurator@contoh.test", &[Role::Curator]).await;
        let token = accounts::create_api_token(&world.services, "kurator@contoh.test").await.unwrap();
        assert!(token.starts_with("snt_"));
        let identity = accounts::identify_token(&world.services, &token).await.unwrap().unwrap();
        assert_eq!((identity.id, identity.session), (made.id, None));
        assert!(!is_live(&world, &token).await, "an API token is no session");
        for wrong in ["", "snt_", &token[4..], &token.to_uppercase(), &"x".repeat(10_000)] {
            assert!(accounts::identify_token(&world.services, wrong).await.unwrap().is_none());
        }
        assert_eq!(accounts::revoke_api_tokens(&world.services, "kurator@contoh.test").await.unwrap(), 1);
        assert!(accounts::identify_token(&world.services, &token).await.unwrap().is_none());
        let unknown = accounts::create_api_token(&world.services, "tidak.ada@contoh.test").await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn an_address_has_one_account() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let again = NewAccount {
            email: "Ratna@Contoh.test",
            name: "Orang lain",
            phone: None,
            password: PASSWORD,
            locale: Locale::En,
            roles: &[],
        };
        let refused = accounts::create_account_with_roles(&world.services, again).await.unwrap_err();
        assert_eq!(codes(refused), pairs(&[("email", "email-taken")]));
    })
    .await;
}

#[tokio::test]
async fn people_change_their_own_details() {
    on_both(async |world| {
        account(&world, "ratna@contoh.test", &[]).await;
        let identity = sign_in(&world, "ratna@contoh.test").await.identity;
        let change = ProfileChange { name: "  Ratna   Dewi Anggraini ", phone: "0812 3456 7890", locale: "en" };
        accounts::update_profile(&world.services, &identity, change).await.unwrap();
        let profile = accounts::profile(&world.services, &identity).await.unwrap();
        assert_eq!(profile.name, "Ratna Dewi Anggraini");
        assert_eq!(profile.phone.unwrap().as_e164(), "+6281234567890");
        assert_eq!(profile.locale, Locale::En);

        let wrong = ProfileChange { name: "x", phone: "12", locale: "fr" };
        let refused = accounts::update_profile(&world.services, &identity, wrong).await.unwrap_err();
        let expected = [("name", "name-missing"), ("phone", "phone-invalid"), ("locale", "choice-unknown")];
        assert_eq!(codes(refused), pairs(&expected));
    })
    .await;
}
