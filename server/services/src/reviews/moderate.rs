//! What curators do: hide and show again, each with a reason that the author gets to read.

use domain::{
    actor::Actor,
    locale::Locale,
    review::{ReviewStatus, Spread},
};
use store::history::{self, History};

use super::{
    notices::{self, Verdict},
    view::{self, ModeratedReview},
    write::lock,
};
use crate::{Error, Result, Services, reason};

/// Hides a review; its stars count no more, and its reports are upheld.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is not shown; `reason` (`reason-missing`,
/// `too-long`).
pub async fn hide(services: &Services, curator_id: i64, id: &str, reason: &str) -> Result<ModeratedReview> {
    decide(services, curator_id, id, reason, Verdict::Hide).await
}

/// Shows a hidden review again.
///
/// # Errors
/// As [`hide`].
pub async fn restore(services: &Services, curator_id: i64, id: &str, reason: &str) -> Result<ModeratedReview> {
    decide(services, curator_id, id, reason, Verdict::Restore).await
}

async fn decide(
    services: &Services,
    curator_id: i64,
    id: &str,
    reason: &str,
    verdict: Verdict,
) -> Result<ModeratedReview> {
    store::reviews::find(services.store(), id, Locale::Id).await?.ok_or(Error::NotFound)?;
    let reason = reason::required("reason", "reason-missing", reason)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, found) = lock(&tx, id).await?;
    let row = found.row;
    let (from, kind, stars) = match verdict {
        Verdict::Hide => (ReviewStatus::Shown, "hidden", Spread::default().minus(Spread::one(row.stars))),
        Verdict::Restore => (ReviewStatus::Hidden, "restored", Spread::one(row.stars)),
    };
    if view::status_of(&row)? != from {
        return Err(Error::invalid_state());
    }
    let hidden = (verdict == Verdict::Hide).then_some(reason.as_str());
    store::reviews::set_hidden(&tx, row.id, hidden).await?;
    store::reviews::rate(&tx, row.product_id, row.shop_id, stars).await?;
    if verdict == Verdict::Hide {
        store::reviews::close_reports(&tx, row.id, "upheld", Some(curator_id), now).await?;
    }
    let by = (Actor::Curator, Some(curator_id));
    history::record(&tx, History::Review, row.id, kind, by, Some(&reason), now).await?;
    notices::decided(services, &tx, &order, &row, verdict, &reason, now).await?;
    tx.commit().await?;
    one(services, id).await
}

/// Lets a review stand: its reports are closed.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when none waits.
pub async fn dismiss_reports(services: &Services, curator_id: i64, id: &str) -> Result<ModeratedReview> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let row = lock(&tx, id).await?.1.row;
    if store::reviews::close_reports(&tx, row.id, "dismissed", Some(curator_id), now).await? == 0 {
        return Err(Error::invalid_state());
    }
    let by = (Actor::Curator, Some(curator_id));
    history::record(&tx, History::Review, row.id, "reports_dismissed", by, None, now).await?;
    tx.commit().await?;
    one(services, id).await
}

async fn one(services: &Services, id: &str) -> Result<ModeratedReview> {
    let found = store::reviews::find(services.store(), id, Locale::Id).await?.ok_or(Error::NotFound)?;
    let reports = store::reviews::open_reports(services.store(), &[found.row.id]).await?;
    view::moderated(&found, &reports, Locale::Id)
}
