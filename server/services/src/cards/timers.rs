//! What happens to card payments by itself when its time has come.

use domain::refund::{RefundMethod, RefundStatus};
use store::payments::cards::{self, CardDue};

use super::CardJob;
use crate::{Result, Services};

/// Whatever nobody told us is asked for within this time.
const PERIOD_MINUTES: i64 = 5;
/// Most payments of one kind that one run looks at; the next run takes the rest.
const BATCH: i64 = 200;

/// Puts into the queue what is due; what was put there a moment ago is not put there again.
pub(crate) async fn enqueue_due(services: &Services) -> Result<()> {
    let now = services.now();
    let before = now.plus_minutes(-PERIOD_MINUTES);
    let window = (now.millis() / (PERIOD_MINUTES * 60_000)).to_string();
    let mut jobs = Vec::new();
    for (due, job) in [
        (CardDue::Session, CardJob::Session),
        (CardDue::Asking, CardJob::Ask),
        (CardDue::Expiry, CardJob::Ask),
        (CardDue::Closing, CardJob::Ask),
        (CardDue::Fee, CardJob::Fee),
    ] {
        let payments = cards::due(services.store(), due, before, now, BATCH).await?;
        jobs.extend(payments.into_iter().map(|payment| (job, payment)));
    }
    for status in [RefundStatus::Approved, RefundStatus::Sent] {
        let refunds = store::refunds::by_way(services.store(), RefundMethod::Provider, status, BATCH).await?;
        let old = refunds.into_iter().filter(|refund| refund.approved_at.is_none_or(|at| at <= before.millis()));
        jobs.extend(old.map(|refund| (CardJob::Refund, refund.public_id)));
    }
    if jobs.is_empty() {
        return Ok(());
    }
    let tx = services.store().begin().await?;
    for (job, of) in jobs {
        job.enqueue(&tx, &of, &window, now).await?;
    }
    Ok(tx.commit().await?)
}
