//! What we read of Stripe's answers and events.

use miniserde::Deserialize;
use ports::payment::{
    Charge, EventError, EventSubject, ProviderError, ProviderEvent, ProviderMoney, ProviderRefund,
    ProviderRefundStatus, Session, SessionStatus,
};

#[derive(Debug, Deserialize)]
pub(super) struct SessionReply {
    id: String,
    url: Option<String>,
    status: Option<String>,
    payment_status: Option<String>,
    client_reference_id: Option<String>,
    amount_total: Option<i64>,
    currency: Option<String>,
    payment_intent: Option<String>,
}

impl TryFrom<SessionReply> for Session {
    type Error = ProviderError;

    fn try_from(reply: SessionReply) -> Result<Self, ProviderError> {
        let status = match reply.status.as_deref() {
            Some("open") => SessionStatus::Open,
            Some("complete") => SessionStatus::Complete,
            Some("expired") => SessionStatus::Expired,
            _ => return Err(ProviderError::Refused("a session in an unknown state".to_owned())),
        };
        Ok(Self {
            id: reply.id,
            url: reply.url.filter(|_| status == SessionStatus::Open),
            status,
            is_paid: reply.payment_status.as_deref() == Some("paid"),
            reference: reply.client_reference_id,
            money: money(reply.amount_total, reply.currency),
            payment: reply.payment_intent,
        })
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct ChargeReply {
    id: String,
    status: String,
    amount_received: Option<i64>,
    currency: Option<String>,
    metadata: Option<Metadata>,
    latest_charge: Option<LatestCharge>,
}

#[derive(Debug, Deserialize)]
struct LatestCharge {
    balance_transaction: Option<Balance>,
}

#[derive(Debug, Deserialize)]
struct Balance {
    fee: i64,
    currency: String,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    reference: Option<String>,
}

impl From<ChargeReply> for Charge {
    fn from(reply: ChargeReply) -> Self {
        let balance = reply.latest_charge.and_then(|charge| charge.balance_transaction);
        Self {
            is_paid: reply.status == "succeeded",
            id: reply.id,
            reference: reply.metadata.and_then(|metadata| metadata.reference),
            money: money(reply.amount_received, reply.currency),
            fee: balance.map(|balance| ProviderMoney { minor: balance.fee, currency: balance.currency }),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct RefundReply {
    pub(super) id: String,
    amount: i64,
    currency: String,
    status: Option<String>,
    metadata: Option<Metadata>,
}

impl RefundReply {
    /// Our name of it.
    pub(super) fn reference(&self) -> Option<&str> {
        self.metadata.as_ref()?.reference.as_deref()
    }
}

impl From<RefundReply> for ProviderRefund {
    fn from(reply: RefundReply) -> Self {
        let status = match reply.status.as_deref() {
            Some("succeeded") => ProviderRefundStatus::Succeeded,
            Some("failed" | "canceled") => ProviderRefundStatus::Failed,
            _ => ProviderRefundStatus::Pending,
        };
        Self { id: reply.id, status, money: ProviderMoney { minor: reply.amount, currency: reply.currency } }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct RefundList {
    pub(super) data: Vec<RefundReply>,
    pub(super) has_more: bool,
}

/// What is not told is no money of any currency.
fn money(minor: Option<i64>, currency: Option<String>) -> ProviderMoney {
    ProviderMoney { minor: minor.unwrap_or_default(), currency: currency.unwrap_or_default() }
}

#[derive(serde::Deserialize)]
struct EventBody {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    data: EventData,
}

#[derive(serde::Deserialize)]
struct EventData {
    object: EventObject,
}

#[derive(serde::Deserialize)]
struct EventObject {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    object: Option<String>,
    #[serde(default)]
    payment_intent: Option<String>,
}

/// Reads an event whose signature is right.
pub(super) fn event(body: &[u8]) -> Result<ProviderEvent, EventError> {
    let event: EventBody = serde_json::from_slice(body).map_err(|_| EventError::Malformed)?;
    let object = event.data.object;
    let subject = match (object.object.as_deref(), object.id, object.payment_intent) {
        (Some("checkout.session"), Some(id), _) => EventSubject::Session(id),
        (Some("payment_intent"), Some(id), _) | (Some("charge"), _, Some(id)) => EventSubject::Payment(id),
        (Some("refund"), Some(id), _) => EventSubject::Refund(id),
        _ => EventSubject::Other,
    };
    Ok(ProviderEvent { id: event.id, kind: event.kind, subject })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_names_what_to_ask_for() {
        let read = |text: &str| event(text.as_bytes());
        let subject = |object: &str| {
            read(&format!(r#"{{"id":"evt_1","type":"any","data":{{"object":{object}}},"new":{{"field":1}}}}"#))
                .map(|event| event.subject)
        };
        let session = subject(r#"{"id":"cs_1","object":"checkout.session","payment_intent":"pi_1"}"#);
        assert_eq!(session, Ok(EventSubject::Session("cs_1".to_owned())));
        let intent = subject(r#"{"id":"pi_1","object":"payment_intent"}"#);
        assert_eq!(intent, Ok(EventSubject::Payment("pi_1".to_owned())));
        let charge = subject(r#"{"id":"ch_1","object":"charge","payment_intent":"pi_1"}"#);
        assert_eq!(charge, Ok(EventSubject::Payment("pi_1".to_owned())));
        assert_eq!(subject(r#"{"id":"re_1","object":"refund"}"#), Ok(EventSubject::Refund("re_1".to_owned())));
        assert_eq!(subject(r#"{"id":"cus_1","object":"customer"}"#), Ok(EventSubject::Other));
        assert_eq!(read("{}"), Err(EventError::Malformed));
    }
}
