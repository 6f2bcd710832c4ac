//! What happens to certificates by itself. Every step may run twice, on two machines, or late.

use domain::{actor::Actor, certificate::CertificateEvent};

use super::{
    expiring_days,
    notices::{self, News},
    steps::step,
};
use crate::{Result, Services};

/// Most certificates of one kind that one run looks at; the next run takes the rest.
const BATCH: i64 = 200;
/// Days before the end at which a shop is told again, after it was told when the certificate began to run out.
const REMINDERS: [i64; 2] = [30, 7];

/// Ends certificates whose last day has passed, so that what cannot be sold without them is not sold; tells shops of those
/// that end soon; and looks at all goods for rules that came into force.
///
/// # Errors
/// When the database is not available.
pub async fn run_due(services: &Services) -> Result<()> {
    expire(services).await?;
    remind(services).await?;
    apply_rules(services).await
}

async fn expire(services: &Services) -> Result<()> {
    for row in store::certificates::overdue(services.store(), services.now(), BATCH).await? {
        let tx = services.store().begin().await?;
        // Somebody else may have been faster.
        if step(services, &tx, &row, CertificateEvent::Expire, (Actor::System, None), None).await? {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// The nearest reminder comes first, so that a shop that is told late is told once.
async fn remind(services: &Services) -> Result<()> {
    let now = services.now();
    let first = expiring_days(services).await?;
    let mut steps: Vec<i64> = REMINDERS.into_iter().filter(|days| *days < first).chain([first]).collect();
    steps.sort_unstable();
    for days in steps {
        for row in store::certificates::ending(services.store(), days, now, BATCH).await? {
            let tx = services.store().begin().await?;
            if store::certificates::set_noticed(&tx, row.id, days).await? {
                notices::tell(services, &tx, &row, News::Ending(days), None, now).await?;
                tx.commit().await?;
            }
        }
    }
    Ok(())
}

async fn apply_rules(services: &Services) -> Result<()> {
    let now = services.now();
    for rule in store::certificates::waiting_rules(services.store(), now).await? {
        let mut after = Some(0);
        while let Some(last) = after {
            let tx = services.store().begin().await?;
            after = store::certificates::apply_rule(&tx, &rule, last, now).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
