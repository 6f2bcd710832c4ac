//! Where data lives.

use super::Source;

/// `SENTRA_DATABASE_URL`, `SENTRA_MEDIA_URL`.
#[derive(Clone)]
pub struct StorageConfig {
    /// `sqlite://…` or `postgres://…`; default `sqlite://data/sentra.db`.
    pub database_url: String,
    /// `file://folder`; default `file://data/media`.
    pub media_url: String,
}

impl StorageConfig {
    /// Reads the settings.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self {
            database_url: source.get_or("SENTRA_DATABASE_URL", "sqlite://data/sentra.db"),
            media_url: source.get_or("SENTRA_MEDIA_URL", "file://data/media"),
        }
    }
}

/// A database URL may carry a password, so it is never printed.
impl std::fmt::Debug for StorageConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("StorageConfig").finish_non_exhaustive()
    }
}
