//! Files for the bank.

use domain::payout::{PayoutEvent, PayoutStatus};

use serde::Serialize;
use utoipa::ToSchema;

use super::steps::{Step, take};
use crate::{
    Error, Result, Services,
    accounts::Identity,
    csv::{Cell, line},
    secret,
};

/// Most payouts of one file.
const MOST: usize = 500;

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Batch {
    /// `bat_…`: names its file.
    pub id: String,
    /// How many payouts are in it.
    pub count: usize,
}

/// Puts payouts that were agreed to into a file for the bank, all or none; they count as sent then.
///
/// # Errors
/// [`Error::NotFound`]; `payouts`: `payouts-missing`; [`crate::RejectionCode::InvalidState`], at `form` (`payout-own`)
/// when the nightly run made one of them and the same person has agreed to it.
pub async fn send(services: &Services, person: &Identity, ids: &[String]) -> Result<Batch> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() || ids.len() > MOST {
        return Err(Error::invalid("payouts", "payouts-missing"));
    }
    let batch = secret::public_id(domain::id::BATCH)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    // In the order of the shops' keys, so that two files at a time never wait for each other in a circle.
    let mut rows = Vec::new();
    for id in &ids {
        rows.push(store::payouts::find(&tx, id).await?.ok_or(Error::NotFound)?);
    }
    rows.sort_unstable_by_key(|row| (row.shop_id, row.id));
    for row in rows {
        let step = Step {
            sent_by: Some(person.id),
            batch: Some(batch.clone()),
            ..Step::new(PayoutEvent::Send, PayoutStatus::Sent.as_str())
        };
        take(&tx, person, &row.public_id, step, now).await?;
    }
    tx.commit().await?;
    Ok(Batch { id: batch, count: ids.len() })
}

/// A file for the bank: one line a payout, names as text that no spreadsheet takes for a formula.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn batch_file(services: &Services, batch: &str) -> Result<String> {
    let rows = store::payouts::of_batch(services.store(), batch).await?;
    if rows.is_empty() {
        return Err(Error::NotFound);
    }
    let mut out = String::new();
    line(&mut out, &["payout", "bank", "account", "holder", "shop", "amount"].map(Cell::text));
    for row in rows {
        line(
            &mut out,
            &[
                Cell::Text(row.public_id),
                Cell::Text(row.bank_name),
                Cell::Text(row.bank_account),
                Cell::Text(row.bank_holder),
                Cell::Text(row.shop_name),
                Cell::Number(row.amount),
            ],
        );
    }
    Ok(out)
}
