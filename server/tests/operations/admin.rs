//! Accounts from the command line.

use testkit::{World, on_both};

use crate::command::{Outcome, command, outcome, sentra, succeed};

fn create(world: &World, email: &str, password: Option<&str>) -> Outcome {
    let mut call = command(world, &["admin", "create", "--email", email, "--name", "Pengelola"]);
    if let Some(password) = password {
        call.env("SENTRA_ADMIN_PASSWORD", password);
    }
    outcome(&call.output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_can_sign_in_with_the_given_password_and_nobody_reads_it() {
    on_both(async |world| {
        let made = create(&world, "pengelola@contoh.test", Some("kata sandi panjang 7"));
        assert!(made.succeeded, "{made:?}");
        assert!(!format!("{made:?}").contains("kata sandi panjang"));
        let roles = "SELECT COUNT(*) FROM account_role WHERE role IN ('admin', 'curator')";
        assert_eq!(world.sql(roles, []).await, 2);
        let again = create(&world, "pengelola@contoh.test", Some("kata sandi panjang 7"));
        assert!(!again.succeeded && !again.errors.is_empty(), "{again:?}");
        let missing = create(&world, "lain@contoh.test", None);
        assert!(!missing.succeeded && missing.errors.contains("SENTRA_ADMIN_PASSWORD"), "{missing:?}");
        assert_eq!(world.sql("SELECT COUNT(*) FROM account", []).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_stands_alone_on_the_last_line_and_only_its_hash_is_kept() {
    on_both(async |world| {
        create(&world, "pengelola@contoh.test", Some("kata sandi panjang 7"));
        let printed = succeed(&world, &["admin", "token", "--user", "pengelola@contoh.test"]);
        let token = printed.lines().last().unwrap();
        assert!(token.starts_with("snt_") && domain::id::is_token(&token[4..]), "{token}");
        let kept = "SELECT COUNT(*) FROM api_token WHERE token_hash = $1";
        assert_eq!(world.sql(kept, [services::secret::hash(token).into()]).await, 1);
        let unknown = sentra(&world, &["admin", "token", "--user", "tidak@contoh.test"]);
        assert!(!unknown.succeeded && unknown.errors.contains("no token for tidak@contoh.test"), "{unknown:?}");
    })
    .await;
}
