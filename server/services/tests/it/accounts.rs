//! Accounts and sessions, on both databases.

mod limits;
mod links;
mod roles;
mod sessions;

use domain::{locale::Locale, role::Role};
use services::{
    Error, FieldError,
    accounts::{self, AccountRef, Credentials, NewAccount, Started},
};
use testkit::World;

pub(crate) const PASSWORD: &str = "tungku menyala pagi";

/// An account with that address and [`PASSWORD`].
pub(crate) async fn account(world: &World, email: &str, roles: &[Role]) -> AccountRef {
    let new = NewAccount { email, name: "Ratna Dewi", phone: None, password: PASSWORD, locale: Locale::Id, roles };
    accounts::create_account_with_roles(&world.services, new).await.unwrap()
}

async fn try_sign_in(world: &World, email: &str, password: &str, old: Option<&str>) -> Result<Started, Error> {
    let credentials = Credentials { email, password, user_agent: "Firefox/128.0 (Linux)", old_token: old };
    accounts::sign_in(&world.services, credentials).await
}

async fn sign_in(world: &World, email: &str) -> Started {
    try_sign_in(world, email, PASSWORD, None).await.unwrap()
}

async fn is_live(world: &World, token: &str) -> bool {
    accounts::identify_session(&world.services, token).await.unwrap().is_some()
}

fn fields(error: Error) -> Vec<FieldError> {
    match error {
        Error::Rejected(rejection) => rejection.fields,
        other => panic!("not a refusal: {other:?}"),
    }
}

/// Fields and codes of a refusal.
fn codes(error: Error) -> Vec<(String, String)> {
    fields(error).into_iter().map(|error| (error.field, error.code)).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}
