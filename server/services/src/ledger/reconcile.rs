//! The daily look for money that nobody can explain.

use domain::{money::Rupiah, time::Timestamp};
use serde::{Deserialize, Serialize};
use store::ledger::Check;
use utoipa::ToSchema;

use super::daily::{DailyJob, beat};
use crate::{Error, Result, Services};

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Money was captured, and the ledger does not know.
    CaptureMissing,
    /// The ledger has another amount than was captured.
    CaptureDiffers,
    /// A payment and its shares differ.
    SharesDiffer,
    /// A transaction does not sum to zero.
    Unbalanced,
    /// A payout and its entries differ.
    PayoutDiffers,
    /// Money came in, and its order is not alive and got nothing back.
    MoneyWithoutOrder,
    /// A shop has money for a payout, and we do not know where to pay to.
    BankMissing,
}

impl FindingKind {
    /// Part of the key of its sentence.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CaptureMissing => "capture-missing",
            Self::CaptureDiffers => "capture-differs",
            Self::SharesDiffer => "shares-differ",
            Self::Unbalanced => "unbalanced",
            Self::PayoutDiffers => "payout-differs",
            Self::MoneyWithoutOrder => "money-without-order",
            Self::BankMissing => "bank-missing",
        }
    }
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Number of an order, name of a shop, public id of anything else.
    pub subject: String,
    /// What should be there.
    pub expected: Rupiah,
    /// What is there.
    pub found: Rupiah,
}

/// What a run found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Report {
    /// When.
    #[serde(serialize_with = "domain::time::as_rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Nothing when all is well.
    pub findings: Vec<Finding>,
}

const CHECKS: [(Check, FindingKind); 6] = [
    (Check::CaptureMissing, FindingKind::CaptureMissing),
    (Check::CaptureDiffers, FindingKind::CaptureDiffers),
    (Check::SharesDiffer, FindingKind::SharesDiffer),
    (Check::Unbalanced, FindingKind::Unbalanced),
    (Check::PayoutDiffers, FindingKind::PayoutDiffers),
    (Check::MoneyWithoutOrder, FindingKind::MoneyWithoutOrder),
];
/// Most shops without a bank account that a report names.
const MOST_SHOPS: i64 = 500;

/// Looks for money that nobody can explain and keeps the report. Money that has just moved is left to settle for
/// `unmatched_payment_minutes`.
///
/// # Errors
/// When the database is not available.
pub async fn reconcile(services: &Services) -> Result<Report> {
    let now = services.now();
    let store = services.store();
    let minutes = store::settings::all(store).await?.get("unmatched_payment_minutes", 5);
    let before = now.plus_minutes(-minutes);
    let mut findings = Vec::new();
    for (check, kind) in CHECKS {
        for row in store::ledger::find(store, check, before).await? {
            let (expected, found) = (Rupiah::new(row.expected), Rupiah::new(row.found));
            findings.push(Finding { kind, subject: row.subject, expected, found });
        }
    }
    let shops = store::payouts::releasable_shops(store, 0, MOST_SHOPS, now).await?;
    findings.extend(shops.into_iter().filter(|shop| !shop.has_bank).map(|shop| Finding {
        kind: FindingKind::BankMissing,
        subject: shop.name,
        expected: Rupiah::new(shop.releasable),
        found: Rupiah::ZERO,
    }));
    let tx = services.store().begin().await?;
    let json = serde_json::to_string(&findings).map_err(Error::internal)?;
    store::ledger::record_reconciliation(&tx, &json, now).await?;
    beat(&tx, DailyJob::Reconciliation, now).await?;
    tx.commit().await?;
    Ok(Report { at: now, findings })
}

/// What the last run found; `None` before the first.
///
/// # Errors
/// When the database is not available.
pub async fn last_report(services: &Services) -> Result<Option<Report>> {
    let Some(row) = store::ledger::last_reconciliation(services.store()).await? else { return Ok(None) };
    let findings = serde_json::from_str(&row.findings).map_err(Error::internal)?;
    Ok(Some(Report { at: Timestamp::from_millis(row.at), findings }))
}
