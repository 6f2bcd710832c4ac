//! The password once more, before something that a borrowed phone must not be able to do.

use domain::limits;
use store::accounts::Account;

use super::{Identity, password, sign_in::SIGN_IN};
use crate::{Error, Result, Services, rate_limits};

/// Whether the caller knows the password of their account.
///
/// # Errors
/// `password-wrong` at `password_current`; [`Error::TooManyRequests`] together with tries to sign in.
pub async fn reauthenticate(services: &Services, identity: &Identity, typed: &str) -> Result<()> {
    let account = prove(services, identity.id, typed).await?;
    let tx = services.store().begin().await?;
    rate_limits::forgive_in(&tx, SIGN_IN, &account.email).await?;
    Ok(tx.commit().await?)
}

/// The account, when that is its password; the try counts until it is forgiven.
pub(super) async fn prove(services: &Services, account_id: i64, typed: &str) -> Result<Account> {
    let account = store::accounts::find(services.store(), account_id).await?.ok_or(Error::NotFound)?;
    rate_limits::count(services, SIGN_IN, &account.email).await?;
    let is_possible = typed.chars().count() <= limits::PASSWORD_MAX;
    if !is_possible || !password::is_right(typed, Some(&account.password_hash)).await? {
        return Err(wrong());
    }
    Ok(account)
}

pub(super) fn wrong() -> Error {
    Error::invalid("password_current", "password-wrong")
}
