//! Signed-in sessions and API tokens, and who stands behind one.

use domain::{locale::Locale, role::Role, time::Timestamp};
use sea_orm::FromQueryResult;

use crate::{Db, Error, Result, Tx, sql};

/// Most sessions of one account that a page lists.
const LIST_LIMIT: i64 = 50;

/// The account behind a token, with what it may do.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// Key of the account.
    pub account_id: i64,
    /// `acc_…`
    pub public_id: String,
    /// Name as the person wrote it.
    pub name: String,
    /// Where mails go.
    pub email: String,
    /// Language of mails.
    pub locale: Locale,
    /// In the order of [`Role::ALL`].
    pub roles: Vec<Role>,
    /// Shops that the account works for, ascending.
    pub shop_ids: Vec<i64>,
    /// `ses_…`; `None` for an API token.
    pub session: Option<String>,
    /// When the token was last seen, to within the hour.
    pub last_seen_at: Option<Timestamp>,
}

/// A session as its owner sees it in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SessionRow {
    /// `ses_…`
    pub public_id: String,
    /// What the browser said it was.
    pub user_agent: String,
    /// UTC ms.
    pub created_at: i64,
    /// UTC ms, to within the hour.
    pub last_seen_at: i64,
}

/// What a new session is made of.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// `ses_…`
    pub public_id: &'a str,
    /// Whose it is.
    pub account_id: i64,
    /// Hash of the cookie's token.
    pub token_hash: &'a str,
    /// What the browser said it was.
    pub user_agent: &'a str,
    /// When it ends even if used all the time.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct BearerRow {
    account_id: i64,
    public_id: String,
    name: String,
    email: String,
    locale: String,
    roles: Option<String>,
    shop_ids: Option<String>,
    session: Option<String>,
    last_seen_at: Option<i64>,
}

/// Columns of [`BearerRow`] that come from the account `a`.
const ACCOUNT: &str = "a.id AS account_id, a.public_id, a.name, a.email, a.locale,
    (SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id) AS roles,
    (SELECT string_agg(CAST(m.shop_id AS TEXT), ',') FROM shop_member m WHERE m.account_id = a.id) AS shop_ids";

/// Who holds a session that is neither revoked nor expired and was seen after `idle_since`.
///
/// # Errors
/// Whatever the database says.
pub async fn find_by_session(
    db: &impl Db,
    token_hash: &str,
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Option<Bearer>> {
    let text = format!(
        "SELECT {ACCOUNT}, s.public_id AS session, s.last_seen_at
         FROM session s JOIN account a ON a.id = s.account_id
         WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.last_seen_at > $3
           AND a.disabled_at IS NULL"
    );
    let values = [token_hash.into(), now.millis().into(), idle_since.millis().into()];
    sql::one(db, &text, values).await?.map(bearer).transpose()
}

/// Who holds an API token that is not revoked.
///
/// # Errors
/// Whatever the database says.
pub async fn find_by_api_token(db: &impl Db, token_hash: &str) -> Result<Option<Bearer>> {
    let text = format!(
        "SELECT {ACCOUNT}, NULL AS session, t.last_used_at AS last_seen_at
         FROM api_token t JOIN account a ON a.id = t.account_id
         WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND a.disabled_at IS NULL"
    );
    sql::one(db, &text, [token_hash.into()]).await?.map(bearer).transpose()
}

/// Starts a session.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewSession<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO session (public_id, account_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $5, $6)",
        [
            new.public_id.into(),
            new.account_id.into(),
            new.token_hash.into(),
            new.user_agent.into(),
            now.millis().into(),
            new.expires_at.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that a session is in use.
///
/// # Errors
/// Whatever the database says.
pub async fn touch(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE session SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2 AND revoked_at IS NULL",
        [token_hash.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Notes that an API token is in use.
///
/// # Errors
/// Whatever the database says.
pub async fn touch_api_token(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE api_token SET last_used_at = $2 WHERE token_hash = $1",
        [token_hash.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Live sessions of an account, the last used first, at most 50.
///
/// # Errors
/// Whatever the database says.
pub async fn list(db: &impl Db, account_id: i64, now: Timestamp, idle_since: Timestamp) -> Result<Vec<SessionRow>> {
    sql::all(
        db,
        "SELECT public_id, user_agent, created_at, last_seen_at FROM session
         WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_seen_at > $3
         ORDER BY last_seen_at DESC, id DESC LIMIT $4",
        [account_id.into(), now.millis().into(), idle_since.millis().into(), LIST_LIMIT.into()],
    )
    .await
}

/// Ends the session with that token.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke_by_token(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL",
        [token_hash.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Ends one session of an account; `false` when the account has no such live session.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke_one(tx: &Tx, account_id: i64, public_id: &str, now: Timestamp) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE session SET revoked_at = $3 WHERE account_id = $1 AND public_id = $2 AND revoked_at IS NULL",
        [account_id.into(), public_id.into(), now.millis().into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Ends all sessions of an account but the one with the public id `except`, if there is one.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke_all(tx: &Tx, account_id: i64, except: Option<&str>, now: Timestamp) -> Result<u64> {
    sql::execute(
        tx,
        "UPDATE session SET revoked_at = $3 WHERE account_id = $1 AND public_id <> $2 AND revoked_at IS NULL",
        [account_id.into(), except.unwrap_or_default().into(), now.millis().into()],
    )
    .await
}

/// Removes sessions that ended, by revocation, expiry or disuse, before the given times.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_ended(tx: &Tx, before: Timestamp, idle_since: Timestamp) -> Result<u64> {
    sql::execute(
        tx,
        "DELETE FROM session WHERE expires_at < $1 OR revoked_at < $1 OR last_seen_at < $2",
        [before.millis().into(), idle_since.millis().into()],
    )
    .await
}

fn bearer(row: BearerRow) -> Result<Bearer> {
    let corrupt = |what: &str| Error::Corrupt(format!("{what} of account {}", row.account_id));
    let mut roles: Vec<Role> =
        split(row.roles.as_deref()).map(|role| role.parse().map_err(|_| corrupt("a role"))).collect::<Result<_>>()?;
    roles.sort_by_key(|role| Role::ALL.iter().position(|known| known == role));
    let mut shop_ids: Vec<i64> =
        split(row.shop_ids.as_deref()).map(|id| id.parse().map_err(|_| corrupt("a shop"))).collect::<Result<_>>()?;
    shop_ids.sort_unstable();
    Ok(Bearer {
        account_id: row.account_id,
        locale: row.locale.parse().map_err(|_| corrupt("the locale"))?,
        public_id: row.public_id,
        name: row.name,
        email: row.email,
        roles,
        shop_ids,
        session: row.session,
        last_seen_at: row.last_seen_at.map(Timestamp::from_millis),
    })
}

fn split(list: Option<&str>) -> impl Iterator<Item = &str> {
    list.unwrap_or_default().split(',').filter(|item| !item.is_empty())
}
