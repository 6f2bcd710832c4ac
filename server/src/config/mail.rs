//! Where mail goes.

use super::Source;

/// `SENTRA_MAIL_URL`, `SENTRA_MAIL_FROM`.
#[derive(Clone)]
pub struct MailConfig {
    /// `file://folder` or `smtp://user:password@host:port`; default `file://data/outbox`.
    pub url: String,
    /// Sender of all mail; default `Sentra <noreply@localhost>`.
    pub from: String,
}

impl MailConfig {
    /// Reads the settings.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self {
            url: source.get_or("SENTRA_MAIL_URL", "file://data/outbox"),
            from: source.get_or("SENTRA_MAIL_FROM", "Sentra <noreply@localhost>"),
        }
    }
}

/// A mail URL may carry a password, so it is never printed.
impl std::fmt::Debug for MailConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("MailConfig").field("from", &self.from).finish_non_exhaustive()
    }
}
