//! Certificates of the demo: invented, and verified by the demo's curator.

use std::collections::HashMap;

use anyhow::Context as _;
use domain::{
    actor::Actor,
    certificate::{CertificateKind, CertificateStatus},
    id,
    time::{Date, Timestamp, Zone},
};
use services::secret;
use store::{
    Tx,
    certificates::{self, NewCertificate, NewEvent},
};

use super::files::{self, Certificate};

/// Days from handing in to the curator's answer.
const REVIEW_DAYS: i64 = 2;

/// Hands all of them in and verifies them; `products` are public ids by slug. What goods lack is then looked at anew.
pub(super) async fn create(
    tx: &Tx,
    shops: &HashMap<&str, i64>,
    products: &HashMap<&str, String>,
    curator: i64,
    now: Timestamp,
) -> anyhow::Result<()> {
    for certificate in files::certificates()? {
        let shop_id = *shops.get(certificate.shop.as_str()).with_context(|| certificate.shop.clone())?;
        insert(tx, &certificate, shop_id, products, curator, now).await?;
    }
    for shop_id in shops.values() {
        certificates::refresh_shop(tx, *shop_id, now).await?;
    }
    Ok(())
}

async fn insert(
    tx: &Tx,
    certificate: &Certificate,
    shop_id: i64,
    products: &HashMap<&str, String>,
    curator: i64,
    now: Timestamp,
) -> anyhow::Result<()> {
    let kind: CertificateKind = certificate.kind.parse()?;
    let number = kind.number(&certificate.number).with_context(|| certificate.number.clone())?;
    let today = Date::from_timestamp(now, Zone::Wib);
    let issued_on = today.plus_days(-certificate.issued_days_ago);
    let handed_in = issued_on.plus_days(REVIEW_DAYS).start_of_day(Zone::Wib).plus_hours(9);
    let verified = handed_in.plus_days(REVIEW_DAYS);
    let public_id = secret::public_id(id::CERTIFICATE)?;
    let new = NewCertificate {
        public_id: &public_id,
        shop_id,
        kind,
        number: &number,
        issuer: &certificate.issuer,
        issued_on,
        valid_until: certificate.days_left.map(|days| today.plus_days(days + 1).start_of_day(Zone::Wib)),
        covers_all: certificate.products.is_empty(),
    };
    let key = certificates::insert(tx, &new, handed_in).await?.with_context(|| format!("{number} is there twice"))?;
    let covered: Vec<String> = certificate
        .products
        .iter()
        .map(|slug| products.get(slug.as_str()).cloned().with_context(|| slug.clone()))
        .collect::<anyhow::Result<_>>()?;
    certificates::cover(tx, key, shop_id, &covered).await?;
    let submit =
        NewEvent { from: None, to: CertificateStatus::Submitted, actor: Actor::Seller, account_id: None, reason: None };
    certificates::event(tx, key, submit, handed_in).await?;
    let verify = NewEvent {
        from: Some(CertificateStatus::Submitted),
        to: CertificateStatus::Verified,
        actor: Actor::Curator,
        account_id: Some(curator),
        reason: None,
    };
    certificates::set_status(tx, key, verify, verified).await?;
    certificates::event(tx, key, verify, verified).await?;
    Ok(())
}
