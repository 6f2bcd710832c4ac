//! Stripe Checkout, through `async-stripe`. Of its answers only what we compare is read, so that neither a new version of
//! the API nor a value that did not exist before is in the way.

mod asked;
mod replies;
mod signature;

use std::{fmt, time::Duration};

use async_trait::async_trait;
use domain::{money::Rupiah, time::Timestamp};
use miniserde::Deserialize;
use ports::{
    PaymentProvider,
    payment::{
        Charge, EventError, NewProviderRefund, NewSession, ProviderError, ProviderEvent, ProviderMoney, ProviderRefund,
        Session, SessionStatus,
    },
};
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeError};
use stripe_client_core::{RequestBuilder, StripeMethod};

use self::{
    asked::{RefundForm, RefundQuery, SessionForm, WithFee},
    replies::{ChargeReply, RefundList, RefundReply, SessionReply},
};
use crate::minor_units;

/// How long one call may take; a buyer may be waiting for it.
const PATIENCE: Duration = Duration::from_secs(8);
/// Stripe takes nothing below half a dollar.
const LEAST: Rupiah = Rupiah::new(10_000);

/// What a shop at Stripe is reached by.
#[derive(Clone)]
pub struct StripeSettings {
    /// `sk_…` or `rk_…`
    pub secret_key: String,
    /// `whsec_…`: one, or two while the secret is being changed.
    pub webhook_secrets: Vec<String>,
    /// Another address than Stripe's own, for tests.
    pub api_base: Option<String>,
}

/// Secrets are never printed.
impl fmt::Debug for StripeSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("StripeSettings").field("api_base", &self.api_base).finish_non_exhaustive()
    }
}

/// Collects through Stripe Checkout.
#[derive(Clone)]
pub struct StripeProvider {
    client: Client,
    webhook_secrets: Vec<String>,
}

impl fmt::Debug for StripeProvider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("StripeProvider").finish_non_exhaustive()
    }
}

impl StripeProvider {
    /// Speaks with Stripe by these settings; nothing is sent yet.
    ///
    /// # Errors
    /// When the key or the address cannot be used; the message holds neither.
    pub fn new(settings: &StripeSettings) -> Result<Self, ProviderError> {
        let mut builder = ClientBuilder::new(settings.secret_key.as_str())
            .request_strategy(RequestStrategy::Once)
            .timeout(PATIENCE)
            .app_info("Sentra", None, None);
        if let Some(base) = &settings.api_base {
            builder = builder.url(base.as_str());
        }
        let client = builder.build().map_err(|_| ProviderError::Refused("key or address".to_owned()))?;
        Ok(Self { client, webhook_secrets: settings.webhook_secrets.clone() })
    }

    async fn send<T: Deserialize>(&self, request: RequestBuilder, key: Option<&str>) -> Result<T, ProviderError> {
        let mut request = request.customize::<T>();
        if let Some(key) = key {
            let key = IdempotencyKey::new(key).map_err(|error| ProviderError::Refused(error.to_string()))?;
            request = request.request_strategy(RequestStrategy::Idempotent(key));
        }
        request.send(&self.client).await.map_err(refusal)
    }
}

/// What a failed call means. Only the sentence is kept: the rest of an error may hold a person's data.
fn refusal(error: StripeError) -> ProviderError {
    match error {
        StripeError::Stripe(_, 404) => ProviderError::NotFound,
        StripeError::Stripe(error, status) => {
            let sentence = format!("{status}: {}", error.message.unwrap_or_default());
            // Not let in: a person has to set the key right, and then it will do.
            if matches!(status, 401 | 403 | 409 | 424 | 429 | 500..) {
                ProviderError::Passing(sentence)
            } else {
                ProviderError::Refused(sentence)
            }
        }
        StripeError::JSONDeserialize(_) => ProviderError::Passing("an answer that is none".to_owned()),
        StripeError::ClientError(error) => ProviderError::Passing(error),
        StripeError::ConfigError(error) => ProviderError::Refused(error),
        StripeError::Timeout => ProviderError::Passing("no answer in time".to_owned()),
    }
}

fn get(path: String) -> RequestBuilder {
    RequestBuilder::new(StripeMethod::Get, path)
}

fn post(path: impl Into<String>) -> RequestBuilder {
    RequestBuilder::new(StripeMethod::Post, path)
}

/// An id goes into an address, and may have come from outside.
fn checked(id: &str) -> Result<&str, ProviderError> {
    let is_id =
        !id.is_empty() && id.len() <= 255 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_id { Ok(id) } else { Err(ProviderError::NotFound) }
}

#[async_trait]
impl PaymentProvider for StripeProvider {
    fn name(&self) -> &'static str {
        "stripe"
    }

    fn money(&self, amount: Rupiah) -> Option<ProviderMoney> {
        minor_units::of_rupiah(amount)
    }

    fn rupiah(&self, money: &ProviderMoney) -> Option<Rupiah> {
        minor_units::to_rupiah(money)
    }

    fn least(&self) -> Rupiah {
        LEAST
    }

    async fn create_session(&self, new: &NewSession) -> Result<Session, ProviderError> {
        let form =
            SessionForm::of(new).ok_or_else(|| ProviderError::Refused("an amount is out of range".to_owned()))?;
        let reply: SessionReply = self.send(post("/checkout/sessions").form(&form), Some(&new.key)).await?;
        reply.try_into()
    }

    async fn session(&self, id: &str) -> Result<Session, ProviderError> {
        let reply: SessionReply = self.send(get(format!("/checkout/sessions/{}", checked(id)?)), None).await?;
        reply.try_into()
    }

    async fn close_session(&self, id: &str) -> Result<Session, ProviderError> {
        let open = self.session(id).await?;
        if open.status != SessionStatus::Open {
            return Ok(open);
        }
        let closed: Result<SessionReply, ProviderError> =
            self.send(post(format!("/checkout/sessions/{}/expire", checked(id)?)), None).await;
        match closed {
            Ok(reply) => reply.try_into(),
            // Paid or closed in the moment between.
            Err(ProviderError::Refused(_)) => self.session(id).await,
            Err(error) => Err(error),
        }
    }

    async fn charge(&self, id: &str) -> Result<Charge, ProviderError> {
        let request = get(format!("/payment_intents/{}", checked(id)?)).query(&WithFee::default());
        let reply: ChargeReply = self.send(request, None).await?;
        Ok(reply.into())
    }

    async fn refund(&self, new: &NewProviderRefund) -> Result<ProviderRefund, ProviderError> {
        let form = RefundForm::of(new).ok_or_else(|| ProviderError::Refused("an amount is out of range".to_owned()))?;
        let reply: RefundReply = self.send(post("/refunds").form(&form), Some(&new.key)).await?;
        Ok(reply.into())
    }

    async fn find_refund(&self, payment: &str, reference: &str) -> Result<Option<ProviderRefund>, ProviderError> {
        let mut query = RefundQuery::of(checked(payment)?);
        loop {
            let list: RefundList = self.send(get("/refunds".to_owned()).query(&query), None).await?;
            let last = list.data.last().map(|refund| refund.id.clone());
            if let Some(found) = list.data.into_iter().find(|refund| refund.reference() == Some(reference)) {
                return Ok(Some(found.into()));
            }
            match last.filter(|_| list.has_more) {
                Some(last) => query.starting_after = Some(last),
                None => return Ok(None),
            }
        }
    }

    fn read_event(&self, signature: &str, body: &[u8], now: Timestamp) -> Result<ProviderEvent, EventError> {
        signature::verify(signature, body, &self.webhook_secrets, now)?;
        replies::event(body)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_printed_and_foreign_ids_reach_no_address() {
        let settings = StripeSettings {
            secret_key: "sk_test_secret".to_owned(),
            webhook_secrets: vec!["whsec_secret".to_owned()],
            api_base: None,
        };
        let printed = format!("{settings:?} {:?}", StripeProvider::new(&settings).unwrap());
        assert!(!printed.contains("secret"), "{printed}");
        for id in ["", "../balance", "cs_1?expand=x", "cs_1/expire"] {
            assert_eq!(checked(id), Err(ProviderError::NotFound));
        }
        assert_eq!(checked("cs_test_a1B2"), Ok("cs_test_a1B2"));
    }
}
