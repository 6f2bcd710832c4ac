//! Where text messages go.

use super::Source;

/// `SENTRA_TEXT_URL`, `SENTRA_TEXT_TOKEN`.
#[derive(Clone)]
pub struct TextConfig {
    /// `file://folder`, or the `https://` address of a gateway; default `file://data/texts`.
    pub url: String,
    /// What the gateway knows us by; none by default.
    pub token: Option<String>,
}

impl TextConfig {
    /// Reads the settings.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self { url: source.get_or("SENTRA_TEXT_URL", "file://data/texts"), token: source.get("SENTRA_TEXT_TOKEN") }
    }
}

/// An address may carry a secret and a token is one, so neither is ever printed.
impl std::fmt::Debug for TextConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TextConfig").finish_non_exhaustive()
    }
}
