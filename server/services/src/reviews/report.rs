//! How anybody tells curators of a review that should not be seen.

use domain::{
    actor::Actor,
    limits,
    locale::Locale,
    review::{ReportReason, ReviewStatus},
};
use serde::Deserialize;
use store::{
    history::{self, History},
    reviews::NewReport,
};
use utoipa::ToSchema;

use super::{
    view::{self, ReviewView},
    write::lock,
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services,
    rate_limits::{self, RateLimit},
};

/// Reports of one account.
const OF_ACCOUNT: RateLimit = RateLimit { action: "review_report", most: 20, window_minutes: 60 };
/// Reports of one review by people that we do not know: more tell a curator nothing new.
const OF_REVIEW: RateLimit = RateLimit { action: "review_report_open", most: 5, window_minutes: 60 };
/// Reports by people that we do not know, of all reviews.
const OF_STRANGERS: RateLimit = RateLimit { action: "review_report_all", most: 200, window_minutes: 60 };

/// Why a review should not be seen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct ReportRequest {
    /// Why.
    pub reason: ReportReason,
    /// More about it; needed for `other`.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

/// A review that everybody sees.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_shown(services: &Services, id: &str, locale: Locale) -> Result<ReviewView> {
    let found = store::reviews::find(services.store(), id, locale).await?.ok_or(Error::NotFound)?;
    if view::status_of(&found.row)? != ReviewStatus::Shown {
        return Err(Error::NotFound);
    }
    view::view(&found, locale)
}

/// Puts a review into the curators' queue. A second report of the same account says nothing new and is taken as well.
///
/// # Errors
/// [`Error::NotFound`] when it is not seen; `note` (`report-note-missing`, `too-long`); [`Error::TooManyRequests`].
pub async fn report(services: &Services, id: &str, request: &ReportRequest, account_id: Option<i64>) -> Result<()> {
    find_shown(services, id, Locale::Id).await?;
    let note = checked(request)?;
    match account_id {
        Some(account) => rate_limits::count(services, OF_ACCOUNT, &format!("account {account}")).await?,
        None => {
            rate_limits::count(services, OF_REVIEW, id).await?;
            rate_limits::count(services, OF_STRANGERS, "all").await?;
        }
    }
    let now = services.now();
    let tx = services.store().begin().await?;
    // Whoever hides or removes it meanwhile closes the reports that there are.
    let row = lock(&tx, id).await?.1.row;
    if view::status_of(&row)? != ReviewStatus::Shown {
        return Err(Error::NotFound);
    }
    if let Some(account) = account_id
        && store::reviews::was_reported_by(&tx, row.id, account).await?
    {
        return Ok(());
    }
    let report = NewReport { review_id: row.id, reason: request.reason, note: note.as_deref(), account_id };
    store::reviews::insert_report(&tx, report, now).await?;
    let reason = Some(request.reason.as_str());
    history::record(&tx, History::Review, row.id, "reported", (Actor::Buyer, account_id), reason, now).await?;
    Ok(tx.commit().await?)
}

fn checked(request: &ReportRequest) -> Result<Option<String>> {
    let note = request.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let invalid = |error: FieldError| Err(Error::rejected(RejectionCode::Invalid, vec![error]));
    match note {
        None if request.reason == ReportReason::Other => invalid(FieldError::new("note", "report-note-missing")),
        Some(note) if note.chars().count() > *limits::REPORT_NOTE.end() => {
            invalid(FieldError::new("note", "too-long").with("max", limits::REPORT_NOTE.end()))
        }
        Some(note) if !limits::fits(note, &limits::REPORT_NOTE) => invalid(FieldError::new("note", "unreadable")),
        other => Ok(other.map(str::to_owned)),
    }
}
