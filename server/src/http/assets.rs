//! The built site: hashed files, their manifest, and the policy for scripts.

use std::{collections::HashMap, path::Path};

use anyhow::Context as _;
use app::shell::Assets;
use axum::Router;
use http::{HeaderValue, header};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Content-Security-Policy of every page. The hashes are of the two constant inline scripts that `leptos_axum` appends;
/// a test reads them off a real page.
pub const CSP: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; style-src-attr 'unsafe-inline'; \
    script-src 'self' 'wasm-unsafe-eval' 'sha256-2e+rGxtst+bbxdLf6Dp32aL0uyPdikvr0awq53hVU58=' \
    'sha256-PEoA+SZ6ZbFCusLsUEMftpXvTp6Abhw9kvgQnCC8l3U='; object-src 'none'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";

/// A hashed name never changes its content.
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Reads `manifest.json` of the built site: logical name → address.
///
/// # Errors
/// When the site has not been built.
pub fn load(site_root: &Path) -> anyhow::Result<Assets> {
    let path = site_root.join("manifest.json");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: build the site first (make build)", path.display()))?;
    let manifest: HashMap<String, String> = serde_json::from_str(&text).context("manifest.json is not readable")?;
    let get = |name: &str| manifest.get(name).cloned().with_context(|| format!("manifest.json lacks {name}"));
    Ok(Assets {
        css: get("sentra.css")?,
        loader: get("loader.js")?,
        suggest: get("suggest.js")?,
        shop_js: get("shop.js")?,
        shop_wasm: get("shop.wasm")?,
        desk_js: get("desk.js")?,
        desk_wasm: get("desk.wasm")?,
        font: get("sentra-serif.woff2")?,
    })
}

/// Serves `/pkg`, precompressed and for ever.
pub fn router<S: Clone + Send + Sync + 'static>(site_root: &Path) -> Router<S> {
    let files = ServeDir::new(site_root.join("pkg")).precompressed_br().precompressed_gzip();
    Router::new()
        .nest_service("/pkg", files)
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, IMMUTABLE))
}
