//! The page of the provider on which a checkout is paid.

use domain::{locale::Locale, money::Rupiah, payment::PaymentStatus, time::Timestamp};
use ports::payment::{NewSession, SessionStatus};
use store::payments::cards::{self, CardRow};

use super::{fault, provider};
use crate::{Error, Result, Services};

/// The provider makes no session for less.
const LEAST_MINUTES: i64 = 30;
/// How often a session is tried with a new key; each try keeps the pieces a while longer.
const MOST_ATTEMPTS: i64 = 3;

/// Makes the session of a payment that has none; where it is paid, or `None` when it is too late for that. Done twice it
/// makes one session, also when the first answer was lost.
pub(crate) async fn offer(services: &Services, payment: &str) -> Result<Option<String>> {
    let provider = provider(services)?;
    let Some(row) = cards::find(services.store(), payment).await? else { return Ok(None) };
    if row.state()? != PaymentStatus::Pending || row.session_id.is_some() {
        return Ok(row.checkout_url);
    }
    let Some(row) = with_time(services, row).await? else { return Ok(None) };
    let made = provider.create_session(&session(services, &row).await?).await.map_err(fault)?;
    let is_ours = made.reference.as_deref() == Some(row.public_id.as_str())
        && provider.money(Rupiah::new(row.amount)).as_ref() == Some(&made.money);
    let (true, SessionStatus::Open, Some(url)) = (is_ours, made.status, made.url) else {
        return Err(Error::internal(format!("the provider made another session than that of {payment}")));
    };
    let tx = services.store().begin().await?;
    let is_kept = cards::keep_session(&tx, &row, &made.id, &url).await?;
    tx.commit().await?;
    if is_kept {
        return Ok(Some(url));
    }
    // A twin was faster, or the order is over by now.
    Ok(cards::find(services.store(), payment).await?.and_then(|row| row.checkout_url))
}

/// A payment whose attempt leaves the buyer enough time; a new attempt where it does not any more.
async fn with_time(services: &Services, row: CardRow) -> Result<Option<CardRow>> {
    let now = services.now();
    let least = now.plus_minutes(LEAST_MINUTES);
    if row.session_expires_at.is_some_and(|until| until >= least.millis()) {
        return Ok(Some(row));
    }
    let is_over = row.expires_at.is_some_and(|until| until <= now.millis());
    if is_over || row.session_attempt >= MOST_ATTEMPTS {
        return Ok(None);
    }
    let times = Times::load(services, now).await?;
    let tx = services.store().begin().await?;
    let is_begun = cards::begin_attempt(&tx, &row, times.session, times.hold).await?;
    tx.commit().await?;
    if !is_begun {
        return Err(Error::Unavailable(format!("{} is being offered", row.public_id)));
    }
    Ok(cards::find(services.store(), &row.public_id).await?)
}

struct Times {
    session: Timestamp,
    hold: Timestamp,
}

impl Times {
    async fn load(services: &Services, now: Timestamp) -> Result<Self> {
        let settings = store::settings::all(services.store()).await?;
        Ok(Self {
            session: now.plus_minutes(settings.get("card_session_minutes", 35)),
            hold: now.plus_minutes(settings.get("card_hold_minutes", 45)),
        })
    }
}

/// What is asked for; the same for every try of an attempt.
async fn session(services: &Services, row: &CardRow) -> Result<NewSession> {
    let shares = cards::shares(services.store(), row.id).await?;
    let locale = row.locale.parse().unwrap_or(Locale::Id);
    let until = row.session_expires_at.ok_or_else(|| Error::internal(format!("{} has no time", row.public_id)))?;
    Ok(NewSession {
        key: format!("{}/session/{}", row.public_id, row.session_attempt),
        reference: row.public_id.clone(),
        lines: shares
            .into_iter()
            .map(|share| (format!("{} · {}", share.shop_name, share.number), Rupiah::new(share.amount)))
            .collect(),
        email: row.email.clone(),
        locale,
        return_url: services.address(locale, &format!("/pesanan/{}/kembali", row.group_token)),
        expires_at: Timestamp::from_millis(until),
    })
}
