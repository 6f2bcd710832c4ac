//! Text messages to a telephone (SMS, WhatsApp): typed messages that use cases enqueue, and the port that sends what is
//! made of them.

use async_trait::async_trait;
use domain::locale::Locale;
use serde::{Deserialize, Serialize};

use crate::mail::MailContent;

/// A message to a telephone; rendered in the reader's language when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextMessage {
    /// E.164: `+6281234567890`.
    pub to: String,
    /// Language of the reader.
    pub locale: Locale,
    /// What it says: the same as a mail, in one sentence.
    pub content: MailContent,
}

/// A text message ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingText {
    /// Names the message for good: the same key is the same message.
    pub key: String,
    /// E.164.
    pub to: String,
    /// What it says.
    pub text: String,
}

/// Sends text messages.
#[async_trait]
pub trait TextMessenger: Send + Sync {
    /// Hands a message over for delivery.
    async fn send(&self, message: &OutgoingText) -> Result<(), TextError>;
}

/// Why a text message did not go.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// It may go later.
    #[error("text message cannot be sent now: {0}")]
    Passing(String),
    /// It will never go: the number does not exist.
    #[error("text message cannot be sent: {0}")]
    Final(String),
}
