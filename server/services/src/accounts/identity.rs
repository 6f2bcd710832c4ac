//! Who stands behind a token.

use domain::{locale::Locale, role::Role, time::Timestamp};
use store::sessions::Bearer;

use super::sessions::idle_since;
use crate::{Result, Services, secret};

/// `last_seen_at` is exact to this, so that a request rarely writes.
const SEEN_EVERY_MILLIS: i64 = 3_600_000;
/// Longest token that is looked up; ours have 43 characters, API tokens a prefix more.
const MAX_TOKEN_LENGTH: usize = 100;

/// A signed-in account and what it may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Key inside the database.
    pub id: i64,
    /// `acc_…`
    pub public_id: String,
    /// Name as the person wrote it.
    pub name: String,
    /// Where mails go.
    pub email: String,
    /// Language of mails.
    pub locale: Locale,
    /// What the account may do.
    pub roles: Vec<Role>,
    /// Shops that the account works for, ascending.
    pub shop_ids: Vec<i64>,
    /// `ses_…`; `None` when the caller came with an API token.
    pub session: Option<String>,
}

impl Identity {
    /// Whether the account has that role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

impl From<Bearer> for Identity {
    fn from(bearer: Bearer) -> Self {
        Self {
            id: bearer.account_id,
            public_id: bearer.public_id,
            name: bearer.name,
            email: bearer.email,
            locale: bearer.locale,
            roles: bearer.roles,
            shop_ids: bearer.shop_ids,
            session: bearer.session,
        }
    }
}

/// Kind of token that was seen in use.
#[derive(Debug, Clone, Copy)]
enum Seen {
    Session,
    ApiToken,
}

/// The account of a session cookie; `None` when the session ended, expired or never was. One statement.
///
/// # Errors
/// When the database is not available.
pub async fn identify_session(services: &Services, token: &str) -> Result<Option<Identity>> {
    if token.len() > MAX_TOKEN_LENGTH {
        return Ok(None);
    }
    let now = services.now();
    let hash = secret::hash(token);
    let found = store::sessions::find_by_session(services.store(), &hash, now, idle_since(now)).await?;
    Ok(found.map(|bearer| note_use(services, Seen::Session, hash, bearer, now)))
}

/// The account of an API token; `None` when it was revoked or never was. One statement.
///
/// # Errors
/// When the database is not available.
pub async fn identify_token(services: &Services, token: &str) -> Result<Option<Identity>> {
    if token.is_empty() || token.len() > MAX_TOKEN_LENGTH {
        return Ok(None);
    }
    let hash = secret::hash(token);
    let found = store::sessions::find_by_api_token(services.store(), &hash).await?;
    Ok(found.map(|bearer| note_use(services, Seen::ApiToken, hash, bearer, services.now())))
}

/// Notes at most once an hour, and beside the request, that the token is in use: a page must not wait for the writer,
/// nor fail because of a full disk.
fn note_use(services: &Services, kind: Seen, hash: String, bearer: Bearer, now: Timestamp) -> Identity {
    let is_due = bearer.last_seen_at.is_none_or(|seen| now.millis() - seen.millis() >= SEEN_EVERY_MILLIS);
    if is_due {
        let services = services.clone();
        tokio::spawn(async move {
            if let Err(error) = write_use(&services, kind, &hash, now).await {
                tracing::warn!(%error, "the use of a token could not be noted");
            }
        });
    }
    bearer.into()
}

async fn write_use(services: &Services, kind: Seen, hash: &str, now: Timestamp) -> Result<()> {
    let tx = services.store().begin().await?;
    match kind {
        Seen::Session => store::sessions::touch(&tx, hash, now).await?,
        Seen::ApiToken => store::sessions::touch_api_token(&tx, hash, now).await?,
    }
    Ok(tx.commit().await?)
}
