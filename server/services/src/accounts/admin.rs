//! Accounts as the people who run the site handle them: made directly, with roles and API tokens.

use domain::{actor::Actor, email::Email, locale::Locale, phone::Phone, role::Role, time::Timestamp};
use store::{Tx, accounts::Account, audit::NewAuditEvent};

use super::{Identity, password, profile, sign_up};
use crate::{Error, FieldError, Result, Services, check, secret};

/// First characters of every API token, so that secret scanners and people know one when they see it.
const API_TOKEN_PREFIX: &str = "snt_";

/// An account to make, values as typed.
pub struct NewAccount<'a> {
    /// Where mails go.
    pub email: &'a str,
    /// Name.
    pub name: &'a str,
    /// Phone number, when there is one.
    pub phone: Option<&'a str>,
    /// Password.
    pub password: &'a str,
    /// Language of mails.
    pub locale: Locale,
    /// What the account may do.
    pub roles: &'a [Role],
}

/// An account that was made.
#[derive(Debug, Clone)]
pub struct AccountRef {
    /// Key inside the database.
    pub id: i64,
    /// `acc_…`
    pub public_id: String,
}

/// Makes an account with roles at once, for seeds and the command line: without a mail to confirm.
///
/// # Errors
/// All wrong fields at once; `email-taken` at `email`, which only callers who run the site may see.
pub async fn create_account_with_roles(services: &Services, new: NewAccount<'_>) -> Result<AccountRef> {
    let mut errors = Vec::new();
    let name = profile::name("name", new.name, &mut errors);
    let email = sign_up::email("email", new.email, &mut errors);
    let phone: Option<Phone> = match new.phone {
        Some(typed) => typed.parse().map_err(|_| errors.push(FieldError::new("phone", "phone-invalid"))).ok(),
        None => None,
    };
    let address = email.as_ref().map(Email::as_str).unwrap_or_default();
    errors.extend(password::problem("password", new.password, address));
    check(errors)?;
    let email = email.ok_or_else(|| Error::invalid("email", "email-invalid"))?;
    let password_hash = password::hash(new.password).await?;

    let now = services.now();
    let public_id = secret::public_id(domain::id::ACCOUNT)?;
    let tx = services.store().begin().await?;
    let row = store::accounts::NewAccount {
        public_id: &public_id,
        email: &email,
        name: &name,
        phone: phone.as_ref(),
        password_hash: &password_hash,
        locale: new.locale,
    };
    let taken = || Error::invalid("email", "email-taken");
    let id = store::accounts::insert(&tx, &row, now).await?.ok_or_else(taken)?;
    for role in new.roles {
        if store::accounts::grant(&tx, id, *role, now).await? {
            record(&tx, None, "role_granted", &public_id, role.as_str(), now).await?;
        }
    }
    store::tokens::remove_sign_ups(&tx, &email).await?;
    tx.commit().await?;
    Ok(AccountRef { id, public_id })
}

/// Makes an account that runs the site.
///
/// # Errors
/// As [`create_account_with_roles`].
pub async fn create_admin(services: &Services, email: &str, name: &str, password: &str) -> Result<AccountRef> {
    let roles = &[Role::Admin, Role::Curator];
    let new = NewAccount { email, name, phone: None, password, locale: Locale::Id, roles };
    create_account_with_roles(services, new).await
}

/// Gives a role. The account's sessions end, so that nobody carries more rights than they signed in with.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account; [`Error::Forbidden`] unless the caller is an admin.
pub async fn grant_role(
    services: &Services,
    by: &Identity,
    account: &str,
    role: Role,
    reason: Option<&str>,
) -> Result<()> {
    let now = services.now();
    let (tx, account) = begin_role_change(services, by, account).await?;
    if store::accounts::grant(&tx, account.id, role, now).await? {
        finish_role_change(&tx, by, &account, "role_granted", role, reason, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a role away; the account's sessions end.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account; [`Error::Forbidden`] unless the caller is an admin; an invalid
/// state when nobody would be left to run the site.
pub async fn revoke_role(
    services: &Services,
    by: &Identity,
    account: &str,
    role: Role,
    reason: Option<&str>,
) -> Result<()> {
    let now = services.now();
    let (tx, account) = begin_role_change(services, by, account).await?;
    if store::accounts::revoke(&tx, account.id, role).await? {
        if role == Role::Admin && !store::accounts::any_with_role(&tx, Role::Admin).await? {
            return Err(Error::invalid_state());
        }
        finish_role_change(&tx, by, &account, "role_revoked", role, reason, now).await?;
    }
    Ok(tx.commit().await?)
}

/// A new API token of the account with that address; the only time that it is readable.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account.
pub async fn create_api_token(services: &Services, email: &str) -> Result<String> {
    let account = by_email(services, email).await?;
    let token = format!("{API_TOKEN_PREFIX}{}", secret::token()?);
    let now = services.now();
    let tx = services.store().begin().await?;
    store::tokens::insert_api_token(&tx, account.id, &secret::hash(&token), "command line", now).await?;
    record(&tx, None, "api_token_created", &account.public_id, "command line", now).await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends all API tokens of the account with that address; how many there were.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account.
pub async fn revoke_api_tokens(services: &Services, email: &str) -> Result<u64> {
    let account = by_email(services, email).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let ended = store::tokens::revoke_api_tokens(&tx, account.id, now).await?;
    record(&tx, None, "api_tokens_revoked", &account.public_id, "command line", now).await?;
    tx.commit().await?;
    Ok(ended)
}

async fn by_email(services: &Services, email: &str) -> Result<Account> {
    let email: Email = email.parse().map_err(|_| Error::NotFound)?;
    store::accounts::find_by_email(services.store(), &email).await?.ok_or(Error::NotFound)
}

async fn begin_role_change(services: &Services, by: &Identity, account: &str) -> Result<(Tx, Account)> {
    if !by.has(Role::Admin) {
        return Err(Error::Forbidden);
    }
    let tx = services.store().begin().await?;
    let account = store::accounts::find_by_public_id(&tx, account).await?.ok_or(Error::NotFound)?;
    Ok((tx, account))
}

async fn finish_role_change(
    tx: &Tx,
    by: &Identity,
    account: &Account,
    action: &str,
    role: Role,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    store::sessions::revoke_all(tx, account.id, None, now).await?;
    let what = reason.map_or_else(|| role.as_str().to_owned(), |reason| format!("{}: {reason}", role.as_str()));
    record(tx, Some(by.id), action, &account.public_id, &what, now).await
}

async fn record(tx: &Tx, by: Option<i64>, action: &str, account: &str, reason: &str, now: Timestamp) -> Result<()> {
    let event = NewAuditEvent {
        account_id: by,
        actor: if by.is_some() { Actor::Admin } else { Actor::System },
        action,
        object_kind: "account",
        object_id: account,
        reason: Some(reason),
    };
    Ok(store::audit::record(tx, &event, now).await?)
}
