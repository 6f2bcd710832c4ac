//! Signed-in sessions: starting, listing, ending.

use domain::{limits, time::Timestamp};
use store::{Tx, sessions::NewSession};

use super::Identity;
use crate::{Error, Result, Services, secret};

/// Days that a session lasts at most, however much it is used.
pub const SESSION_DAYS: i64 = 180;
/// Days without use after which a session ends.
const IDLE_DAYS: i64 = 30;
const DAY_MILLIS: i64 = 86_400_000;
/// Days that ended sessions and links are kept, for a look into what happened.
const KEPT_DAYS: i64 = 30;

/// A session that has just begun.
#[derive(Debug)]
pub struct Started {
    /// For the cookie; not stored and never seen again.
    pub token: String,
    /// Who is signed in.
    pub identity: Identity,
}

/// A session in its owner's list.
#[derive(Debug, Clone)]
pub struct SessionView {
    /// `ses_…`
    pub public_id: String,
    /// What the browser said it was.
    pub user_agent: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to within the hour.
    pub last_seen_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

/// Sessions not used since then are over.
pub(super) fn idle_since(now: Timestamp) -> Timestamp {
    now.plus_millis(-IDLE_DAYS * DAY_MILLIS)
}

/// Starts a session inside a transaction; its token.
pub(super) async fn start(tx: &Tx, account_id: i64, user_agent: &str, now: Timestamp) -> Result<String> {
    let token = secret::token()?;
    let user_agent: String = user_agent.chars().take(limits::USER_AGENT_MAX).collect();
    let new = NewSession {
        public_id: &secret::public_id(domain::id::SESSION)?,
        account_id,
        token_hash: &secret::hash(&token),
        user_agent: &user_agent,
        expires_at: now.plus_millis(SESSION_DAYS * DAY_MILLIS),
    };
    store::sessions::insert(tx, &new, now).await?;
    Ok(token)
}

/// The session of a token that was just committed.
pub(super) async fn started(services: &Services, token: String) -> Result<Started> {
    let identity = super::identify_session(services, &token).await?.ok_or(Error::Unauthenticated)?;
    Ok(Started { token, identity })
}

/// Live sessions of the caller, the last used first, at most 50.
///
/// # Errors
/// When the database is not available.
pub async fn list_sessions(services: &Services, identity: &Identity) -> Result<Vec<SessionView>> {
    let now = services.now();
    let rows = store::sessions::list(services.store(), identity.id, now, idle_since(now)).await?;
    let views = rows.into_iter().map(|row| SessionView {
        is_current: identity.session.as_deref() == Some(row.public_id.as_str()),
        public_id: row.public_id,
        user_agent: row.user_agent,
        created_at: Timestamp::from_millis(row.created_at),
        last_seen_at: Timestamp::from_millis(row.last_seen_at),
    });
    Ok(views.collect())
}

/// Ends one of the caller's sessions.
///
/// # Errors
/// [`Error::NotFound`] when the caller has no such session, be it somebody else's or over already.
pub async fn revoke_session(services: &Services, identity: &Identity, public_id: &str) -> Result<()> {
    let tx = services.store().begin().await?;
    if !store::sessions::revoke_one(&tx, identity.id, public_id, services.now()).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// Ends all of the caller's sessions but the one that asks.
///
/// # Errors
/// When the database is not available.
pub async fn revoke_other_sessions(services: &Services, identity: &Identity) -> Result<()> {
    let tx = services.store().begin().await?;
    store::sessions::revoke_all(&tx, identity.id, identity.session.as_deref(), services.now()).await?;
    Ok(tx.commit().await?)
}

/// Removes sessions and links that ended long ago, and counters of tries that count no more; to be run now and then.
///
/// # Errors
/// When the database is not available.
pub async fn clean_up(services: &Services) -> Result<()> {
    let before = services.now().plus_millis(-KEPT_DAYS * DAY_MILLIS);
    let tx = services.store().begin().await?;
    store::sessions::remove_ended(&tx, before, idle_since(before)).await?;
    store::tokens::remove_ended(&tx, before).await?;
    store::rate_limits::remove_older(&tx, services.now().plus_millis(-DAY_MILLIS)).await?;
    Ok(tx.commit().await?)
}
