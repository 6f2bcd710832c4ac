//! Has the provider pay refunds. Which there are, and what becomes of them, is the refunds' to say.

use domain::{
    money::Rupiah,
    refund::{RefundMethod, RefundStatus},
};
use ports::payment::{NewProviderRefund, ProviderError, ProviderRefundStatus};
use store::payments::cards;

use super::{fault, provider};
use crate::{Error, Result, Services, refunds};

/// Sends a refund, or asks what became of it. The provider may have paid without our knowing: it is asked first, so that
/// nothing goes out twice, however old the key is.
pub(super) async fn send(services: &Services, id: &str) -> Result<()> {
    let row = store::refunds::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    let is_due = row.status == RefundStatus::Approved.as_str() || row.status == RefundStatus::Sent.as_str();
    if row.method != RefundMethod::Provider.as_str() || !is_due {
        return Ok(());
    }
    let provider = provider(services)?;
    let money = cards::find(services.store(), &row.payment).await?.and_then(|payment| payment.provider_payment);
    let Some(payment) = money else {
        return refunds::provider_result(services, id, false, None).await;
    };
    let known = match provider.find_refund(&payment, id).await {
        Ok(known) => known,
        Err(ProviderError::NotFound) => None,
        Err(error) => return Err(fault(error)),
    };
    let refund = match known {
        Some(refund) => refund,
        None => {
            let new = NewProviderRefund {
                key: format!("{id}/refund"),
                reference: id.to_owned(),
                payment,
                amount: Rupiah::new(row.amount),
            };
            match provider.refund(&new).await {
                Ok(refund) => refund,
                Err(ProviderError::Passing(message)) => return Err(Error::Unavailable(message)),
                Err(error) => {
                    tracing::warn!(refund = id, %error, "the provider refuses a refund");
                    return refunds::provider_result(services, id, false, None).await;
                }
            }
        }
    };
    if provider.money(Rupiah::new(row.amount)).as_ref() != Some(&refund.money) {
        return Err(Error::internal(format!("the provider gives another amount back than that of {id}")));
    }
    match refund.status {
        ProviderRefundStatus::Pending => refunds::provider_sent(services, id, &refund.id).await,
        ProviderRefundStatus::Succeeded => refunds::provider_result(services, id, true, Some(&refund.id)).await,
        ProviderRefundStatus::Failed => refunds::provider_result(services, id, false, Some(&refund.id)).await,
    }
}

/// The provider told something of a refund, by its own name of it.
pub(super) async fn told(services: &Services, reference: &str) -> Result<&'static str> {
    match store::refunds::of_provider(services.store(), reference).await? {
        Some(id) => {
            send(services, &id).await?;
            Ok("asked")
        }
        // Not ours, or ours and the answer to our own call is still under way: that one says the same.
        None => Ok("unknown"),
    }
}
