//! Signing up: ask, follow the link in the mail, and the account exists.

use domain::{email::Email, locale::Locale, role::Role};
use store::{accounts::NewAccount, tokens};

use super::{
    links, password, profile,
    sessions::{self, Started},
};
use crate::{
    Error, FieldError, Result, Services, check,
    rate_limits::{self, RateLimit},
    secret,
};

/// Sign-ups of the whole site: a shield against a flood of mails, far above what real people need.
const ALL_SIGN_UPS: RateLimit = RateLimit { action: "sign_up_all", most: 300, window_minutes: 60 };
/// Sign-ups of one address.
const SIGN_UP: RateLimit = RateLimit { action: "sign_up", most: 3, window_minutes: 60 };
/// How long the link in the mail works.
const LINK_HOURS: i64 = 24;

/// What a person signs up with.
pub struct SignUp<'a> {
    /// Name as typed.
    pub name: &'a str,
    /// Address as typed.
    pub email: &'a str,
    /// Password as typed.
    pub password: &'a str,
    /// Language of the mail and the account.
    pub locale: Locale,
}

/// Sends a mail to the address: with a link that makes the account or, when there is one already, saying so. The
/// answer is the same, so that a stranger learns nothing.
///
/// # Errors
/// All wrong fields at once (`name`, `email`, `password`); [`Error::TooManyRequests`].
pub async fn sign_up(services: &Services, asked: SignUp<'_>) -> Result<()> {
    let mut errors = Vec::new();
    let name = profile::name("name", asked.name, &mut errors);
    let email = email("email", asked.email, &mut errors);
    let address = email.as_ref().map(Email::as_str).unwrap_or_default();
    errors.extend(password::problem("password", asked.password, address));
    check(errors)?;
    let email = email.ok_or_else(|| Error::invalid("email", "email-invalid"))?;
    rate_limits::count(services, SIGN_UP, email.as_str()).await?;
    let password_hash = password::hash(asked.password).await?;

    let now = services.now();
    let tx = services.store().begin().await?;
    rate_limits::count_in(&tx, ALL_SIGN_UPS, "site", now).await?;
    match store::accounts::find_by_email(&tx, &email).await? {
        Some(account) => links::mail_account_exists(services, &tx, &account, now).await?,
        None => {
            let token = secret::token()?;
            let pending =
                tokens::SignUp { email: email.as_str().to_owned(), name, password_hash, locale: asked.locale };
            let expires_at = now.plus_hours(LINK_HOURS);
            tokens::insert_sign_up(&tx, &email, &pending, &secret::hash(&token), now, expires_at).await?;
            links::mail_sign_up(services, &tx, &pending, &token, now).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// The address that a sign-up link is for; `None` when the link does not work (any more).
///
/// # Errors
/// When the database is not available.
pub async fn sign_up_of_link(services: &Services, token: &str) -> Result<Option<String>> {
    let found = tokens::find_sign_up(services.store(), &secret::hash(token), services.now()).await?;
    Ok(found.map(|sign_up| sign_up.email))
}

/// Makes the account of a sign-up link and signs in.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more).
pub async fn confirm_sign_up(services: &Services, token: &str, user_agent: &str) -> Result<Started> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let pending = tokens::find_sign_up(&tx, &secret::hash(token), now).await?.ok_or(Error::NotFound)?;
    let email: Email = pending.email.parse().map_err(|_| Error::internal("stored address of a sign-up"))?;
    let new = NewAccount {
        public_id: &secret::public_id(domain::id::ACCOUNT)?,
        email: &email,
        name: &pending.name,
        phone: None,
        password_hash: &pending.password_hash,
        locale: pending.locale,
    };
    // Another link of the same address may have been followed at the same moment.
    let account_id = store::accounts::insert(&tx, &new, now).await?.ok_or(Error::NotFound)?;
    store::accounts::grant(&tx, account_id, Role::Buyer, now).await?;
    tokens::remove_sign_ups(&tx, &email).await?;
    let token = sessions::start(&tx, account_id, user_agent, now).await?;
    tx.commit().await?;
    sessions::started(services, token).await
}

/// Reads an address, noting what is wrong with it.
pub(super) fn email(field: &str, typed: &str, errors: &mut Vec<FieldError>) -> Option<Email> {
    let typed = typed.trim();
    if typed.is_empty() {
        errors.push(FieldError::new(field, "email-missing"));
        return None;
    }
    match typed.parse() {
        Ok(email) => Some(email),
        Err(_) => {
            errors.push(FieldError::new(field, "email-invalid"));
            None
        }
    }
}
