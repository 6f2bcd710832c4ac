//! Captured money whose order is not alive is never silent: what no refund gives back is put where shops and curators
//! see it, as money that no order waits for.

use domain::{
    actor::Actor,
    id,
    time::{Date, Timestamp, Zone},
};
use sha2::{Digest as _, Sha256};
use store::{
    audit::NewAuditEvent,
    ledger::{StrayRow, record_stray, stray},
};

use crate::{Error, Result, Services};

/// Captures of so many days are looked at each time; the daily reconciliation looks at all.
const RECENT_DAYS: i64 = 30;

/// Writes down what is stray for longer than `unmatched_payment_minutes`; how many. Runs at the same time write it once.
///
/// # Errors
/// When the database is not available.
pub async fn collect_stray(services: &Services) -> Result<usize> {
    let now = services.now();
    let minutes = store::settings::all(services.store()).await?.get("unmatched_payment_minutes", 5);
    let between = (now.plus_days(-RECENT_DAYS), now.plus_minutes(-minutes));
    let mut found = 0;
    for row in stray(services.store(), between).await? {
        let zone: Zone = row.zone.parse().map_err(|_| Error::internal(format!("zone of shop {}", row.shop)))?;
        let day = Date::from_timestamp(Timestamp::from_millis(row.captured_at), zone);
        let public_id = name(&row);
        let tx = services.store().begin().await?;
        if record_stray(&tx, &row, &public_id, day, now).await? {
            let line = NewAuditEvent {
                account_id: None,
                actor: Actor::System,
                action: "unmatched_found",
                object_kind: "shop",
                object_id: &row.shop,
                reason: Some(&public_id),
            };
            store::audit::record(&tx, &line, now).await?;
            found += 1;
        }
        tx.commit().await?;
    }
    Ok(found)
}

/// The same share is the same name, so that it is written down once.
fn name(row: &StrayRow) -> String {
    let hash = Sha256::digest(format!("{}:{}", row.payment, row.order_id));
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&hash[..10]);
    id::public_id(id::UNMATCHED, bytes)
}
