//! Accounts and their roles.

use domain::{email::Email, locale::Locale, phone::Phone, role::Role, time::Timestamp};
use sea_orm::FromQueryResult;

use crate::{Db, Error, Result, Tx, sql};

/// An account as stored.
#[derive(Debug, Clone)]
pub struct Account {
    /// Key inside the database.
    pub id: i64,
    /// `acc_…`
    pub public_id: String,
    /// Where mails go; unique.
    pub email: String,
    /// Name as the person wrote it.
    pub name: String,
    /// Phone number, when given.
    pub phone: Option<Phone>,
    /// PHC string (argon2id).
    pub password_hash: String,
    /// Language of mails.
    pub locale: Locale,
    /// When it was closed to its owner.
    pub disabled_at: Option<Timestamp>,
}

/// What a new account is made of.
#[derive(Debug)]
pub struct NewAccount<'a> {
    /// `acc_…`
    pub public_id: &'a str,
    /// Where mails go.
    pub email: &'a Email,
    /// Name as the person wrote it.
    pub name: &'a str,
    /// Phone number, when given.
    pub phone: Option<&'a Phone>,
    /// PHC string (argon2id).
    pub password_hash: &'a str,
    /// Language of mails.
    pub locale: Locale,
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: i64,
    public_id: String,
    email: String,
    name: String,
    phone: Option<String>,
    password_hash: String,
    locale: String,
    disabled_at: Option<i64>,
}

const COLUMNS: &str = "id, public_id, email, name, phone, password_hash, locale, disabled_at";

/// The account with that address.
///
/// # Errors
/// Whatever the database says.
pub async fn find_by_email(db: &impl Db, email: &Email) -> Result<Option<Account>> {
    let text = format!("SELECT {COLUMNS} FROM account WHERE email = $1");
    sql::one(db, &text, [email.as_str().into()]).await?.map(account).transpose()
}

/// The account with that key.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, id: i64) -> Result<Option<Account>> {
    let text = format!("SELECT {COLUMNS} FROM account WHERE id = $1");
    sql::one(db, &text, [id.into()]).await?.map(account).transpose()
}

/// The account with that public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find_by_public_id(db: &impl Db, public_id: &str) -> Result<Option<Account>> {
    let text = format!("SELECT {COLUMNS} FROM account WHERE public_id = $1");
    sql::one(db, &text, [public_id.into()]).await?.map(account).transpose()
}

/// Makes an account; `None` when the address has one already.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewAccount<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO account (public_id, email, name, phone, password_hash, locale, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING id",
        [
            new.public_id.into(),
            new.email.as_str().into(),
            new.name.into(),
            new.phone.map(|phone| phone.as_e164().to_owned()).into(),
            new.password_hash.into(),
            new.locale.as_str().into(),
            now.millis().into(),
        ],
    )
    .await
}

/// Changes what a person may change of their own account.
///
/// # Errors
/// Whatever the database says.
pub async fn update_profile(tx: &Tx, id: i64, name: &str, phone: Option<&Phone>, locale: Locale) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE account SET name = $2, phone = $3, locale = $4 WHERE id = $1",
        [id.into(), name.into(), phone.map(|phone| phone.as_e164().to_owned()).into(), locale.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Replaces the password, provided that it is still the one that `old_hash` stands for; `false` when it is not.
///
/// # Errors
/// Whatever the database says.
pub async fn replace_password(tx: &Tx, id: i64, old_hash: &str, new_hash: &str) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2",
        [id.into(), old_hash.into(), new_hash.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Sets the password, whatever it was.
///
/// # Errors
/// Whatever the database says.
pub async fn set_password(tx: &Tx, id: i64, new_hash: &str) -> Result<()> {
    sql::execute(tx, "UPDATE account SET password_hash = $2 WHERE id = $1", [id.into(), new_hash.into()]).await?;
    Ok(())
}

/// Gives a role; `false` when the account has it already.
///
/// # Errors
/// Whatever the database says.
pub async fn grant(tx: &Tx, id: i64, role: Role, now: Timestamp) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, role) DO NOTHING",
        [id.into(), role.as_str().into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Takes a role away; `false` when the account does not have it.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke(tx: &Tx, id: i64, role: Role) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "DELETE FROM account_role WHERE account_id = $1 AND role = $2",
        [id.into(), role.as_str().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Whether any account has that role.
///
/// # Errors
/// Whatever the database says.
pub async fn any_with_role(db: &impl Db, role: Role) -> Result<bool> {
    let found =
        sql::integer(db, "SELECT account_id FROM account_role WHERE role = $1 LIMIT 1", [role.as_str().into()]).await?;
    Ok(found.is_some())
}

fn account(row: AccountRow) -> Result<Account> {
    let phone = row.phone.as_deref().map(str::parse).transpose();
    Ok(Account {
        id: row.id,
        public_id: row.public_id,
        email: row.email,
        name: row.name,
        phone: phone.map_err(|_| Error::Corrupt(format!("phone of account {}", row.id)))?,
        password_hash: row.password_hash,
        locale: row.locale.parse().map_err(|_| Error::Corrupt(format!("locale of account {}", row.id)))?,
        disabled_at: row.disabled_at.map(Timestamp::from_millis),
    })
}
