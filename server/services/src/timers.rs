//! What happens by itself when its time has come. Every step may run twice, on two machines, or late.

use std::time::Duration;

use domain::{actor::Actor, time::Timestamp};
use store::orders::Due;

use crate::{
    Error, RejectionCode, Result, Services, capacity, cards,
    cart::CART_DAYS,
    certificates, complaints, holds, ledger,
    orders::{Command, apply},
    refunds, reviews,
};

/// Most orders of one kind that one run looks at; the next run takes the rest.
const BATCH: i64 = 200;
/// Changes of the catalogue that caches of its pages count at every look.
const CHANGES_KEPT: i64 = 500;
/// When everything was last run longer ago than this, nobody does it.
pub const LATE_MILLIS: i64 = 5 * 60_000;
/// Key of `setting` that remembers when everything was last run; a row, for the worker may be another process.
const LAST_RUN: &str = "timers_last_run_at";

/// Runs everything that is due; to be called every [`period`].
///
/// # Errors
/// When the database is not available.
pub async fn run_due(services: &Services) -> Result<()> {
    holds::expire_due(services, BATCH).await?;
    expire_payments(services).await?;
    cards::enqueue_due(services).await?;
    expire_unconfirmed(services).await?;
    complaints::escalate_due(services).await?;
    refunds::settle_due(services).await?;
    reviews::invite_due(services).await?;
    auto_complete(services).await?;
    certificates::run_due(services).await?;
    capacity::extend(services).await?;
    refresh_perished(services).await?;
    clean_up(services).await?;
    ledger::collect_stray(services).await?;
    ledger::enqueue_due(services).await?;
    let tx = services.store().begin().await?;
    store::settings::put(&tx, LAST_RUN, services.now().millis()).await?;
    Ok(tx.commit().await?)
}

/// How long to wait between two runs; what it is when the database does not say.
pub async fn period(services: &Services) -> Duration {
    let settings = store::settings::all(services.store()).await.unwrap_or_default();
    Duration::from_secs(settings.get("timer_seconds", 60).unsigned_abs())
}

/// When everything that is due was last run without a fault, by whichever process.
///
/// # Errors
/// When the database is not available.
pub async fn last_run(services: &Services) -> Result<Option<Timestamp>> {
    Ok(store::settings::find(services.store(), LAST_RUN).await?.map(Timestamp::from_millis))
}

/// Ends orders that were not paid in time; how many.
///
/// # Errors
/// When the database is not available.
pub async fn expire_payments(services: &Services) -> Result<usize> {
    run(services, Due::Payment, &Command::ExpirePayment).await
}

/// Calls off orders whose seller did not answer; how many.
///
/// # Errors
/// When the database is not available.
pub async fn expire_unconfirmed(services: &Services) -> Result<usize> {
    run(services, Due::Confirmation, &Command::GiveUp).await
}

/// Completes orders whose time to complain has passed; how many.
///
/// # Errors
/// When the database is not available.
pub async fn auto_complete(services: &Services) -> Result<usize> {
    run(services, Due::Completion, &Command::Complete).await
}

/// Takes products off the "in stock" lists whose last lot has passed its day; how many.
///
/// # Errors
/// When the database is not available.
pub async fn refresh_perished(services: &Services) -> Result<usize> {
    let now = services.now();
    let products = store::catalogue::perished(services.store(), now, BATCH).await?;
    if products.is_empty() {
        return Ok(0);
    }
    let tx = services.store().begin().await?;
    store::catalogue::refresh_availability(&tx, &products, now).await?;
    tx.commit().await?;
    Ok(products.len())
}

/// Removes what nobody needs any more.
///
/// # Errors
/// When the database is not available.
pub async fn clean_up(services: &Services) -> Result<()> {
    let now = services.now();
    let settings = store::settings::all(services.store()).await?;
    let idempotency_days = settings.get("idempotency_days", 7);
    // By then nobody asks any more whether a mail went out.
    let job_days = settings.get("job_days", 14);
    let tx = services.store().begin().await?;
    store::form_states::remove_older(&tx, now.plus_hours(-settings.get("form_hours", 24))).await?;
    store::idempotency::remove_older(&tx, now.plus_days(-idempotency_days)).await?;
    store::jobs::remove_done(&tx, now.plus_days(-job_days)).await?;
    store::catalogue::trim_changes(&tx, CHANGES_KEPT).await?;
    store::cart_holds::remove_older(&tx, now.plus_days(-job_days)).await?;
    store::cart::remove_older(&tx, now.plus_days(-settings.get("cart_days", CART_DAYS))).await?;
    tx.commit().await?;
    crate::accounts::clean_up(services).await
}

async fn run(services: &Services, due: Due, command: &Command) -> Result<usize> {
    let mut done = 0;
    for order_id in store::orders::due(services.store(), due, services.now(), BATCH).await? {
        match apply(services, order_id, command, Actor::System, None).await {
            Ok(()) => done += 1,
            // Somebody was faster.
            Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::InvalidState => {}
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}
