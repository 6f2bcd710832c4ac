//! Payments through a provider that collects the money: one session for a whole checkout, refunds, and what the provider
//! tells by itself. An adapter speaks with one provider; nothing here belongs to one.

use async_trait::async_trait;
use domain::{locale::Locale, money::Rupiah, time::Timestamp};

/// An amount as the provider counts it. It is compared with what we asked for before any money moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderMoney {
    /// In the smallest unit of the currency *at that provider*.
    pub minor: i64,
    /// Lower-case ISO code.
    pub currency: String,
}

/// A page of the provider on which a buyer pays a whole checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Idempotency key, saved before the call: the same key never makes a second session.
    pub key: String,
    /// `pay_…`; comes back with everything that the provider tells of it.
    pub reference: String,
    /// What is paid for: name and rupiah.
    pub lines: Vec<(String, Rupiah)>,
    /// Address of the buyer.
    pub email: Option<String>,
    /// Language of the buyer.
    pub locale: Locale,
    /// Where the buyer comes back to.
    pub return_url: String,
    /// Until when it can be paid.
    pub expires_at: Timestamp,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    /// The buyer can pay.
    Open,
    /// The buyer has paid, or the money is on its way.
    Complete,
    /// Nobody can pay any more.
    Expired,
}

/// A session as the provider sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The provider's id.
    pub id: String,
    /// Where the buyer pays, while it is open.
    pub url: Option<String>,
    /// Where it stands.
    pub status: SessionStatus,
    /// Whether the money is there.
    pub is_paid: bool,
    /// Our [`NewSession::reference`].
    pub reference: Option<String>,
    /// What is paid.
    pub money: ProviderMoney,
    /// The provider's id of the payment, once there is one.
    pub payment: Option<String>,
}

/// A payment as the provider sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The provider's id.
    pub id: String,
    /// Whether the money is there.
    pub is_paid: bool,
    /// Our [`NewSession::reference`].
    pub reference: Option<String>,
    /// What has come in.
    pub money: ProviderMoney,
    /// What the provider keeps, once it is known.
    pub fee: Option<ProviderMoney>,
}

/// Money that goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProviderRefund {
    /// Idempotency key, saved before the call.
    pub key: String,
    /// Our name of it.
    pub reference: String,
    /// The provider's id of the payment.
    pub payment: String,
    /// How much.
    pub amount: Rupiah,
}

/// Where a refund stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProviderRefundStatus {
    /// On its way.
    Pending,
    /// With the buyer's bank.
    Succeeded,
    /// It did not go, or came back.
    Failed,
}

/// A refund as the provider sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderRefund {
    /// The provider's id.
    pub id: String,
    /// Where it stands.
    pub status: ProviderRefundStatus,
    /// How much.
    pub money: ProviderMoney,
}

/// What something is about that the provider told. The object itself is asked for: what was sent may be old, and comes
/// twice and in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventSubject {
    /// A session, by the provider's id.
    Session(String),
    /// A payment, by the provider's id.
    Payment(String),
    /// A refund, by the provider's id.
    Refund(String),
    /// Nothing that we act on.
    Other,
}

/// Something that the provider told, with a signature that was found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderEvent {
    /// The provider's id of it.
    pub id: String,
    /// What the provider calls it.
    pub kind: String,
    /// What it is about.
    pub subject: EventSubject,
}

/// Why the provider did not do something.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// It may do it later; whether it has done it is not known.
    #[error("the payment provider cannot be reached now: {0}")]
    Passing(String),
    /// It will never do it.
    #[error("the payment provider refuses: {0}")]
    Refused(String),
    /// It knows no such thing.
    #[error("the payment provider does not know it")]
    NotFound,
}

/// Why a told event is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// Not signed with one of our secrets.
    #[error("the signature is not right")]
    Signature,
    /// Signed too long ago, or in the future.
    #[error("the signature is not of these minutes")]
    Stale,
    /// Signed, but not what an event looks like.
    #[error("not an event")]
    Malformed,
}

/// Collects money from buyers.
#[async_trait]
pub trait PaymentProvider: Send + Sync {
    /// Its name in our rows.
    fn name(&self) -> &'static str;

    /// The amount as this provider counts it; `None` when it is too large.
    fn money(&self, amount: Rupiah) -> Option<ProviderMoney>;

    /// The amount in rupiah, parts of one rounded half up; `None` for another currency.
    fn rupiah(&self, money: &ProviderMoney) -> Option<Rupiah>;

    /// The least that this provider takes.
    fn least(&self) -> Rupiah;

    /// Makes a session, or gives the one that was made with the same key.
    async fn create_session(&self, new: &NewSession) -> Result<Session, ProviderError>;

    /// A session by the provider's id.
    async fn session(&self, id: &str) -> Result<Session, ProviderError>;

    /// Sees to it that a session cannot be paid any more; its state after that, which may be paid.
    async fn close_session(&self, id: &str) -> Result<Session, ProviderError>;

    /// A payment by the provider's id.
    async fn charge(&self, id: &str) -> Result<Charge, ProviderError>;

    /// Gives money back, or tells of the refund that was made with the same key.
    async fn refund(&self, new: &NewProviderRefund) -> Result<ProviderRefund, ProviderError>;

    /// The refund of a payment with our name of it.
    async fn find_refund(&self, payment: &str, reference: &str) -> Result<Option<ProviderRefund>, ProviderError>;

    /// Reads what the provider told, when the signature of the raw bytes is right.
    fn read_event(&self, signature: &str, body: &[u8], now: Timestamp) -> Result<ProviderEvent, EventError>;
}
