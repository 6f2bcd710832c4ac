//! One-time links (password reset, sign-up) and API tokens; only hashes of them are stored.

use domain::{email::Email, locale::Locale, time::Timestamp};
use sea_orm::FromQueryResult;

use crate::{Db, Error, Result, Tx, sql};

/// An account that somebody asked for and whose link in the mail has not been followed yet.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// The address, not yet proven.
    pub email: String,
    /// Name as the person wrote it.
    pub name: String,
    /// PHC string (argon2id).
    pub password_hash: String,
    /// Language of mails.
    pub locale: Locale,
}

#[derive(FromQueryResult)]
struct SignUpRow {
    email: String,
    name: String,
    password_hash: String,
    locale: String,
}

impl SignUpRow {
    fn read(self) -> Result<SignUp> {
        let locale = self.locale.parse().map_err(|_| Error::Corrupt("locale of a sign-up".to_owned()))?;
        Ok(SignUp { email: self.email, name: self.name, password_hash: self.password_hash, locale })
    }
}

/// Stores a password reset and ends those before it, so that only the newest mail works.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_reset(
    tx: &Tx,
    account_id: i64,
    token_hash: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    end_resets(tx, account_id, now).await?;
    sql::execute(
        tx,
        "INSERT INTO password_reset (account_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        [account_id.into(), token_hash.into(), now.millis().into(), expires_at.millis().into()],
    )
    .await?;
    Ok(())
}

/// The account that a reset link may set the password of, if the link still works.
///
/// # Errors
/// Whatever the database says.
pub async fn find_reset(db: &impl Db, token_hash: &str, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        db,
        "SELECT r.account_id FROM password_reset r JOIN account a ON a.id = r.account_id
         WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.expires_at > $2 AND a.disabled_at IS NULL",
        [token_hash.into(), now.millis().into()],
    )
    .await
}

/// Uses a reset link up; the account it was for, or `None` when it does not work (any more). Of two parallel calls one
/// gets the account.
///
/// # Errors
/// Whatever the database says.
pub async fn use_reset(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "UPDATE password_reset SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
         RETURNING account_id",
        [token_hash.into(), now.millis().into()],
    )
    .await
}

/// Ends all reset links of an account.
///
/// # Errors
/// Whatever the database says.
pub async fn end_resets(tx: &Tx, account_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE password_reset SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL",
        [account_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Stores a sign-up until its link is followed.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_sign_up(
    tx: &Tx,
    email: &Email,
    sign_up: &SignUp,
    token_hash: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO sign_up (email, name, password_hash, locale, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            email.as_str().into(),
            sign_up.name.as_str().into(),
            sign_up.password_hash.as_str().into(),
            sign_up.locale.as_str().into(),
            token_hash.into(),
            now.millis().into(),
            expires_at.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The sign-up of a link, if it still works.
///
/// # Errors
/// Whatever the database says.
pub async fn find_sign_up(db: &impl Db, token_hash: &str, now: Timestamp) -> Result<Option<SignUp>> {
    let row: Option<SignUpRow> = sql::one(
        db,
        "SELECT email, name, password_hash, locale FROM sign_up WHERE token_hash = $1 AND expires_at > $2",
        [token_hash.into(), now.millis().into()],
    )
    .await?;
    row.map(SignUpRow::read).transpose()
}

/// Forgets all sign-ups of an address, once it has an account.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_sign_ups(tx: &Tx, email: &Email) -> Result<()> {
    sql::execute(tx, "DELETE FROM sign_up WHERE email = $1", [email.as_str().into()]).await?;
    Ok(())
}

/// Stores an API token.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_api_token(tx: &Tx, account_id: i64, token_hash: &str, name: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO api_token (account_id, token_hash, name, created_at) VALUES ($1, $2, $3, $4)",
        [account_id.into(), token_hash.into(), name.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Ends all API tokens of an account; how many there were.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke_api_tokens(tx: &Tx, account_id: i64, now: Timestamp) -> Result<u64> {
    sql::execute(
        tx,
        "UPDATE api_token SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL",
        [account_id.into(), now.millis().into()],
    )
    .await
}

/// Removes links that ended before that time.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_ended(tx: &Tx, before: Timestamp) -> Result<u64> {
    let values = || [before.millis().into()];
    let resets = sql::execute(tx, "DELETE FROM password_reset WHERE expires_at < $1", values()).await?;
    let sign_ups = sql::execute(tx, "DELETE FROM sign_up WHERE expires_at < $1", values()).await?;
    Ok(resets + sign_ups)
}
