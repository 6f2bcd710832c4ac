//! Who collects money by card.

use anyhow::ensure;

use super::Source;

/// `STRIPE_SECRET_KEY`, `STRIPE_WEBHOOK_SECRET`, `STRIPE_API_BASE`. Without a key, cards are not offered.
#[derive(Clone, Default)]
pub struct PaymentConfig {
    /// `sk_…`; none by default.
    pub secret_key: Option<String>,
    /// `whsec_…`: one, or two while the secret is being changed.
    pub webhook_secrets: Vec<String>,
    /// Another address than Stripe's own, for tests.
    pub api_base: Option<String>,
}

impl PaymentConfig {
    /// Reads the settings.
    ///
    /// # Errors
    /// When there are more secrets than two.
    pub fn read(source: &Source) -> anyhow::Result<Self> {
        let secrets = source.get("STRIPE_WEBHOOK_SECRET").unwrap_or_default();
        let webhook_secrets: Vec<String> =
            secrets.split(',').map(str::trim).filter(|secret| !secret.is_empty()).map(str::to_owned).collect();
        ensure!(webhook_secrets.len() <= 2, "STRIPE_WEBHOOK_SECRET must be one secret, or two with a comma between");
        Ok(Self {
            secret_key: source.get("STRIPE_SECRET_KEY"),
            webhook_secrets,
            api_base: source.get("STRIPE_API_BASE"),
        })
    }
}

/// Secrets are never printed.
impl std::fmt::Debug for PaymentConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("PaymentConfig").field("api_base", &self.api_base).finish_non_exhaustive()
    }
}
