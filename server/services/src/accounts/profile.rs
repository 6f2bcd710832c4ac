//! What people see and change of their own account.

use domain::{limits, locale::Locale, phone::Phone};
use store::tokens;

use super::{
    Identity, links, password, reauthentication,
    sessions::{self, Started},
    sign_in::SIGN_IN,
};
use crate::{Error, FieldError, Result, Services, check, rate_limits};

/// An account as its owner sees it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Name as the person wrote it.
    pub name: String,
    /// Where mails go.
    pub email: String,
    /// Phone number, when given.
    pub phone: Option<Phone>,
    /// Language of mails.
    pub locale: Locale,
}

/// What a person wants their account to say, as typed.
pub struct ProfileChange<'a> {
    /// Name.
    pub name: &'a str,
    /// Phone number; empty for none.
    pub phone: &'a str,
    /// Language of mails: `id` or `en`.
    pub locale: &'a str,
}

/// A new password, and the old one as proof.
pub struct ChangePassword<'a> {
    /// The password so far.
    pub current: &'a str,
    /// The password from now on.
    pub new: &'a str,
    /// What the browser says it is, for the new session.
    pub user_agent: &'a str,
}

/// The caller's account.
///
/// # Errors
/// When the database is not available.
pub async fn profile(services: &Services, identity: &Identity) -> Result<Profile> {
    let account = store::accounts::find(services.store(), identity.id).await?.ok_or(Error::NotFound)?;
    Ok(Profile { name: account.name, email: account.email, phone: account.phone, locale: account.locale })
}

/// Changes the caller's account.
///
/// # Errors
/// All wrong fields at once (`name`, `phone`, `locale`).
pub async fn update_profile(services: &Services, identity: &Identity, change: ProfileChange<'_>) -> Result<()> {
    let mut errors = Vec::new();
    let name = name("name", change.name, &mut errors);
    let phone: Option<Phone> = match change.phone.trim() {
        "" => None,
        typed => typed.parse().map_err(|_| errors.push(FieldError::new("phone", "phone-invalid"))).ok(),
    };
    let locale: Locale = change.locale.parse().unwrap_or_else(|_| {
        errors.push(FieldError::new("locale", "choice-unknown"));
        identity.locale
    });
    check(errors)?;
    let tx = services.store().begin().await?;
    store::accounts::update_profile(&tx, identity.id, &name, phone.as_ref(), locale).await?;
    Ok(tx.commit().await?)
}

/// Changes the caller's password. All sessions end, reset links too, and the caller goes on under a new token; the owner
/// is told by mail.
///
/// # Errors
/// `password-wrong` at `password_current`; what is wrong with the new one, at `password`; [`Error::TooManyRequests`]
/// together with tries to sign in.
pub async fn change_password(services: &Services, identity: &Identity, change: ChangePassword<'_>) -> Result<Started> {
    check(password::problem("password", change.new, &identity.email).into_iter().collect())?;
    let account = reauthentication::prove(services, identity.id, change.current).await?;
    let new_hash = password::hash(change.new).await?;

    let now = services.now();
    let tx = services.store().begin().await?;
    // A change in another window since the check makes the proof stale.
    if !store::accounts::replace_password(&tx, account.id, &account.password_hash, &new_hash).await? {
        return Err(reauthentication::wrong());
    }
    rate_limits::forgive_in(&tx, SIGN_IN, &account.email).await?;
    store::sessions::revoke_all(&tx, account.id, None, now).await?;
    tokens::end_resets(&tx, account.id, now).await?;
    links::mail_password_changed(&tx, &account, now).await?;
    let token = sessions::start(&tx, account.id, change.user_agent, now).await?;
    tx.commit().await?;
    sessions::started(services, token).await
}

/// Reads a person's name, noting what is wrong with it.
pub(super) fn name(field: &str, typed: &str, errors: &mut Vec<FieldError>) -> String {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    if length < limits::PERSON_NAME_MIN || name.chars().any(char::is_control) {
        errors.push(FieldError::new(field, "name-missing"));
    } else if length > limits::PERSON_NAME_MAX {
        errors.push(FieldError::new(field, "too-long").with("max", limits::PERSON_NAME_MAX));
    }
    name
}
