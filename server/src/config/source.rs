//! Where settings come from: the environment, then `sentra.toml`, then the default.

use anyhow::Context as _;

/// The two places of settings.
#[derive(Debug, Clone)]
pub struct Source {
    file: toml::Table,
}

impl Source {
    /// Opens `sentra.toml` of the working folder, or the file that `SENTRA_CONFIG` names; a missing file is an empty one.
    ///
    /// # Errors
    /// When the file is there and not TOML, or was named and is not there.
    pub fn open() -> anyhow::Result<Self> {
        let named = std::env::var("SENTRA_CONFIG").ok();
        let path = named.clone().unwrap_or_else(|| "sentra.toml".to_owned());
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => text.parse().with_context(|| format!("{path} is not valid TOML"))?,
            Err(error) if named.is_some() => return Err(error).with_context(|| format!("cannot read {path}")),
            Err(_) => toml::Table::new(),
        };
        Ok(Self { file })
    }

    /// The setting `NAME` (environment) or `name` without its `SENTRA_` prefix, in lower case (file).
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        if let Some(value) = std::env::var(name).ok().filter(|value| !value.is_empty()) {
            return Some(value);
        }
        let key = name.strip_prefix("SENTRA_").unwrap_or(name).to_ascii_lowercase();
        match self.file.get(&key)? {
            toml::Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// The same with a default.
    #[must_use]
    pub fn get_or(&self, name: &str, default: &str) -> String {
        self.get(name).unwrap_or_else(|| default.to_owned())
    }
}
