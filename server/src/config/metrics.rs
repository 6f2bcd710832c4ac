//! Who may read figures.

use super::Source;

/// `SENTRA_METRICS_TOKEN`.
#[derive(Clone)]
pub struct MetricsConfig {
    /// Lets others than this machine read `/metrics`; nobody else may by default.
    pub token: Option<String>,
}

impl MetricsConfig {
    /// Reads the settings.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self { token: source.get("SENTRA_METRICS_TOKEN") }
    }
}

/// A token is never printed.
impl std::fmt::Debug for MetricsConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("MetricsConfig").finish_non_exhaustive()
    }
}
