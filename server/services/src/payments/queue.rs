//! What of payments waits for a curator.

use domain::{money::Rupiah, time::Timestamp};
use store::payments::{proofs, qris, unmatched};

use super::{QrisView, UnmatchedView};
use crate::{Result, Services};

/// Most things of one kind that the queue shows; the oldest come first, so that the rest moves up.
const MOST: i64 = 50;

/// A proof that a shop has left without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueProof {
    /// `prf_…`
    pub id: String,
    /// Number of the order.
    pub number: String,
    /// Name of the shop.
    pub shop_name: String,
    /// E.164.
    pub shop_phone: String,
    /// What was to be paid.
    pub amount: Rupiah,
    /// Words of the buyer.
    pub note: Option<String>,
    /// When it was shown.
    pub submitted_at: Timestamp,
    /// Until when the shop should have answered.
    pub answer_by: Timestamp,
}

/// Everything that waits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaymentQueue {
    /// Codes to be compared with the papers of their shops.
    pub qris: Vec<QrisView>,
    /// Proofs without an answer.
    pub overdue: Vec<OverdueProof>,
    /// Money that nobody has dealt with.
    pub unmatched: Vec<UnmatchedView>,
}

/// What waits now.
///
/// # Errors
/// When the database is not available.
pub async fn queue(services: &Services) -> Result<PaymentQueue> {
    let db = services.store();
    let overdue = proofs::overdue(db, services.now(), MOST).await?.into_iter().map(|row| OverdueProof {
        id: row.public_id,
        number: row.number,
        shop_name: row.shop_name,
        shop_phone: row.shop_phone,
        amount: Rupiah::new(row.amount),
        note: row.note,
        submitted_at: Timestamp::from_millis(row.submitted_at),
        answer_by: Timestamp::from_millis(row.answer_by),
    });
    Ok(PaymentQueue {
        overdue: overdue.collect(),
        qris: qris::waiting(db, MOST).await?.into_iter().map(QrisView::of).collect::<Result<_>>()?,
        unmatched: unmatched::open(db, MOST).await?.into_iter().map(UnmatchedView::of).collect::<Result<_>>()?,
    })
}
