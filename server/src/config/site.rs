//! Where the site listens and what it calls itself.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::Context as _;

use super::Source;

/// `SENTRA_ADDR`, `SENTRA_PUBLIC_URL`, `SENTRA_SITE_ROOT`, `SENTRA_DEV`.
#[derive(Debug, Clone)]
pub struct SiteConfig {
    /// Address and port to listen on; default `127.0.0.1:3000`.
    pub address: SocketAddr,
    /// How people reach the site; default `http://<address>`. Without a slash at the end.
    pub public_url: String,
    /// Folder of the built site; default `target/site`.
    pub root: PathBuf,
    /// Whether development pages (`/gaya`) are served; default no.
    pub development: bool,
}

impl SiteConfig {
    /// Reads the settings.
    ///
    /// # Errors
    /// When the address is not one.
    pub fn read(source: &Source) -> anyhow::Result<Self> {
        let address = source.get_or("SENTRA_ADDR", "127.0.0.1:3000");
        let address: SocketAddr =
            address.parse().with_context(|| format!("SENTRA_ADDR must be like 127.0.0.1:3000, not {address}"))?;
        let public_url = source.get_or("SENTRA_PUBLIC_URL", &format!("http://{address}"));
        anyhow::ensure!(
            public_url.starts_with("http://") || public_url.starts_with("https://"),
            "SENTRA_PUBLIC_URL must begin with http:// or https://, not {public_url}"
        );
        Ok(Self {
            address,
            public_url: public_url.trim_end_matches('/').to_owned(),
            root: source.get_or("SENTRA_SITE_ROOT", "target/site").into(),
            development: source.get("SENTRA_DEV").is_some_and(|value| value != "0" && value != "false"),
        })
    }

    /// Whether cookies can be `Secure`: over https, or on loopback, which browsers trust.
    #[must_use]
    pub fn has_secure_cookies(&self) -> bool {
        let host = self.public_url.strip_prefix("http://").unwrap_or_default();
        self.public_url.starts_with("https://")
            || ["127.0.0.1", "localhost", "[::1]"].iter().any(|loopback| host.starts_with(loopback))
    }
}
