//! What the provider keeps of a payment. The shops whose orders go on bear it by their shares; where none does, we do.

use domain::{money::Rupiah, payment::PaymentStatus};
use store::{guard, payments::cards};

use super::{fault, provider};
use crate::{Error, Result, Services, ledger};

/// Asks for the fee of a payment and posts it, once.
pub(super) async fn learn(services: &Services, payment: &str) -> Result<()> {
    let row = cards::find(services.store(), payment).await?.ok_or(Error::NotFound)?;
    let (PaymentStatus::Captured, None, Some(money)) = (row.state()?, row.provider_fee, &row.provider_payment) else {
        return Ok(());
    };
    let provider = provider(services)?;
    let charge = provider.charge(money).await.map_err(fault)?;
    let fee = charge.fee.ok_or_else(|| Error::Unavailable("the fee is not known yet".to_owned()))?;
    let fee = provider.rupiah(&fee).unwrap_or_else(|| {
        tracing::warn!(payment, currency = fee.currency, "a fee in another currency is not posted");
        Rupiah::ZERO
    });
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_orders_of_payment(&tx, row.id).await?;
    if !cards::set_fee(&tx, row.id, fee.get()).await? {
        return Ok(());
    }
    let alive: Vec<_> = cards::shares(&tx, row.id).await?.into_iter().filter(|share| share.is_alive).collect();
    if alive.is_empty() {
        ledger::record_gateway_fee_of_site(&tx, payment, fee, now).await?;
    }
    let weights: Vec<i64> = alive.iter().map(|share| share.amount).collect();
    for (share, part) in alive.iter().zip(fee.split_by_largest_remainder(&weights)) {
        ledger::record_gateway_fee(&tx, share.order_id, "charge", part, now).await?;
    }
    Ok(tx.commit().await?)
}
