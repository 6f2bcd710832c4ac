//! Corrections by a person.

use domain::{actor::Actor, ledger, limits, money::Rupiah};
use store::audit::NewAuditEvent;

use super::posting::{Source, post};
use crate::{Error, FieldError, Result, Services, accounts::Identity, check, reason, secret};

/// Corrects a shop's account by an amount, above zero for the shop, below zero from it; the other side is the site's.
///
/// # Errors
/// [`Error::NotFound`] for an unknown shop; `amount`: `amount-wrong`; `reason`: `reason-missing`, `too-long`.
pub async fn adjust(services: &Services, admin: &Identity, shop: &str, amount: Option<i64>, why: &str) -> Result<()> {
    let why = reason::required("reason", "reason-missing", why);
    let amount = amount.filter(|amount| limits::ADJUSTMENT.contains(&amount.saturating_abs()));
    let mut errors = Vec::new();
    if amount.is_none() {
        errors.push(FieldError::new("amount", "amount-wrong"));
    }
    if let Err(Error::Rejected(rejection)) = &why {
        errors.extend(rejection.fields.clone());
    }
    check(errors)?;
    let (why, amount) = (why?, amount.unwrap_or_default());
    let now = services.now();
    let tx = services.store().begin().await?;
    let shop = store::curation::find_shop(&tx, shop).await?.ok_or(Error::NotFound)?;
    let key = secret::public_id("adj_")?;
    let source = Source {
        reason: Some(&why),
        actor: Actor::Admin,
        account_id: Some(admin.id),
        ..Source::system(format!("adjustment:{key}"))
    };
    post(&tx, &source, ledger::adjustment(shop.id, Rupiah::new(amount)), now).await?;
    let event = NewAuditEvent {
        account_id: Some(admin.id),
        actor: Actor::Admin,
        action: "ledger_adjusted",
        object_kind: "shop",
        object_id: &shop.public_id,
        reason: Some(&why),
    };
    store::audit::record(&tx, &event, now).await?;
    Ok(tx.commit().await?)
}
