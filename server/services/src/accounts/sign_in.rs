//! Signing in and out.

use domain::{email::Email, limits};

use super::{
    password,
    sessions::{self, Started},
};
use crate::{
    Error, Result, Services,
    rate_limits::{self, RateLimit},
    secret,
};

/// Tries per address, right ones forgiven.
pub(super) const SIGN_IN: RateLimit = RateLimit { action: "sign_in", most: 10, window_minutes: 15 };

/// What a person signs in with.
pub struct Credentials<'a> {
    /// Address as typed.
    pub email: &'a str,
    /// Password as typed.
    pub password: &'a str,
    /// What the browser says it is.
    pub user_agent: &'a str,
    /// Token of the session that the browser came with; it ends, so that nobody who planted it gets signed in too.
    pub old_token: Option<&'a str>,
}

/// Signs in under a new token.
///
/// # Errors
/// `sign-in-failed` at `form`, in the same words after the same work for an unknown address, a wrong password and a
/// closed account; `email-invalid` at `email`; [`Error::TooManyRequests`] after ten tries in a quarter of an hour.
pub async fn sign_in(services: &Services, credentials: Credentials<'_>) -> Result<Started> {
    let email: Email = credentials.email.parse().map_err(|_| Error::invalid("email", "email-invalid"))?;
    if credentials.password.chars().count() > limits::PASSWORD_MAX {
        return Err(refused());
    }
    rate_limits::count(services, SIGN_IN, email.as_str()).await?;
    let account = store::accounts::find_by_email(services.store(), &email).await?;
    let stored = account.as_ref().map(|account| account.password_hash.as_str());
    let is_right = password::is_right(credentials.password, stored).await?;
    let account = account.filter(|account| is_right && account.disabled_at.is_none()).ok_or_else(refused)?;

    let now = services.now();
    let tx = services.store().begin().await?;
    rate_limits::forgive_in(&tx, SIGN_IN, email.as_str()).await?;
    if let Some(old) = credentials.old_token {
        store::sessions::revoke_by_token(&tx, &secret::hash(old), now).await?;
    }
    let token = sessions::start(&tx, account.id, credentials.user_agent, now).await?;
    tx.commit().await?;
    sessions::started(services, token).await
}

fn refused() -> Error {
    Error::invalid("form", "sign-in-failed")
}

/// Ends the session of that token; does nothing when there is none.
///
/// # Errors
/// When the database is not available.
pub async fn sign_out(services: &Services, token: &str) -> Result<()> {
    let tx = services.store().begin().await?;
    store::sessions::revoke_by_token(&tx, &secret::hash(token), services.now()).await?;
    Ok(tx.commit().await?)
}
