//! Certificates: handed in by shops, looked at by curators, shown to buyers, and ended when their day has come.

mod due;
mod notices;
mod steps;

use domain::{
    certificate::{self, CertificateKind, CertificateStatus, Validity},
    time::{Date, Timestamp, Zone},
};
pub use due::run_due;
pub use steps::{CertificateRequest, reject, revoke, submit, verify};
use store::certificates::CertificateRow;

use crate::{Error, Result, Services};

/// Key of the setting of how many days before its end a certificate counts as running out.
const EXPIRING: &str = "certificate_expiring_days";
/// Where nobody set another.
const EXPIRING_DAYS: i64 = 180;

/// A certificate as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateView {
    /// `crt_…`
    pub id: String,
    /// What it is about.
    pub kind: CertificateKind,
    /// As it is printed.
    pub number: String,
    /// Who gave it.
    pub issuer: String,
    /// When.
    pub issued_on: Date,
    /// Its last day; none where it has no end.
    pub last_day: Option<Date>,
    /// When a curator found it to be true.
    pub verified_on: Option<Date>,
    /// Whether it is for all goods of the shop.
    pub covers_all: bool,
    /// Where it stands.
    pub status: CertificateStatus,
    /// Whether it is to be renewed.
    pub is_expiring: bool,
}

/// The certificates of a shop that hold. One statement.
///
/// # Errors
/// When the database is not available.
pub async fn of_shop(services: &Services, shop: &str) -> Result<Vec<CertificateView>> {
    let now = services.now();
    let rows = store::certificates::of_shop(services.store(), shop, now).await?;
    // Buyers are not told how long it still holds, only that it does.
    rows.into_iter().map(|row| view(row, 0, now)).collect()
}

/// A certificate by its public id.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(services: &Services, id: &str) -> Result<CertificateView> {
    let row = store::certificates::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    view(row, expiring_days(services).await?, services.now())
}

async fn expiring_days(services: &Services) -> Result<i64> {
    Ok(store::settings::all(services.store()).await?.get(EXPIRING, EXPIRING_DAYS))
}

pub(crate) fn view(row: CertificateRow, expiring_days: i64, now: Timestamp) -> Result<CertificateView> {
    let corrupt = || Error::internal(format!("certificate {}", row.public_id));
    let zone: Zone = row.zone.parse().map_err(|_| corrupt())?;
    let status: CertificateStatus = row.status.parse().map_err(|_| corrupt())?;
    let until = row.valid_until.map(Timestamp::from_millis);
    let is_expiring =
        status == CertificateStatus::Verified && certificate::validity(until, now, expiring_days) == Validity::Expiring;
    Ok(CertificateView {
        kind: row.kind.parse().map_err(|_| corrupt())?,
        issued_on: row.issued_on.parse().map_err(|_| corrupt())?,
        last_day: until.map(|until| last_day(until, zone)),
        verified_on: row.verified_at.map(|at| Date::from_timestamp(Timestamp::from_millis(at), zone)),
        id: row.public_id,
        number: row.number,
        issuer: row.issuer,
        covers_all: row.covers_all,
        status,
        is_expiring,
    })
}

/// The last day of what holds before that instant.
fn last_day(until: Timestamp, zone: Zone) -> Date {
    Date::from_timestamp(Timestamp::from_millis(until.millis() - 1), zone)
}
