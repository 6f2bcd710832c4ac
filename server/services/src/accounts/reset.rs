//! A forgotten password: ask, follow the link in the mail, choose a new one.

use domain::email::Email;
use store::tokens;

use super::{links, password};
use crate::{
    Error, Result, Services, check,
    rate_limits::{self, RateLimit},
    secret,
};

/// Requests per address.
const RESET: RateLimit = RateLimit { action: "password_reset", most: 3, window_minutes: 60 };
/// How long the link in the mail works.
const LINK_HOURS: i64 = 1;

/// Mails a link when the address has an account; the answer is the same when it has none.
///
/// # Errors
/// `email-invalid` at `email`; [`Error::TooManyRequests`] after three requests in an hour.
pub async fn request_password_reset(services: &Services, email: &str) -> Result<()> {
    let email: Email = email.parse().map_err(|_| Error::invalid("email", "email-invalid"))?;
    let now = services.now();
    let token = secret::token()?;
    let tx = services.store().begin().await?;
    rate_limits::count_in(&tx, RESET, email.as_str(), now).await?;
    let account = store::accounts::find_by_email(&tx, &email).await?;
    if let Some(account) = account.filter(|account| account.disabled_at.is_none()) {
        tokens::insert_reset(&tx, account.id, &secret::hash(&token), now, now.plus_hours(LINK_HOURS)).await?;
        links::mail_reset(services, &tx, &account, &token, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether a reset link still works.
///
/// # Errors
/// When the database is not available.
pub async fn reset_link_works(services: &Services, token: &str) -> Result<bool> {
    let found = tokens::find_reset(services.store(), &secret::hash(token), services.now()).await?;
    Ok(found.is_some())
}

/// Sets a new password by a reset link, ends all sessions and other links of the account, and tells its owner by mail.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more); what is wrong with the password, at `password`.
pub async fn reset_password(services: &Services, token: &str, new_password: &str) -> Result<()> {
    let hash = secret::hash(token);
    let account_id = tokens::find_reset(services.store(), &hash, services.now()).await?.ok_or(Error::NotFound)?;
    let account = store::accounts::find(services.store(), account_id).await?.ok_or(Error::NotFound)?;
    check(password::problem("password", new_password, &account.email).into_iter().collect())?;
    let new_hash = password::hash(new_password).await?;

    let now = services.now();
    let tx = services.store().begin().await?;
    if tokens::use_reset(&tx, &hash, now).await? != Some(account.id) {
        return Err(Error::NotFound);
    }
    store::accounts::set_password(&tx, account.id, &new_hash).await?;
    store::sessions::revoke_all(&tx, account.id, None, now).await?;
    tokens::end_resets(&tx, account.id, now).await?;
    links::mail_password_changed(&tx, &account, now).await?;
    Ok(tx.commit().await?)
}
