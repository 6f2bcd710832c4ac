//! `/robots.txt`

use access::AppState;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse,
};
use domain::locale::Locale;

use super::xml::HOURLY;

/// What is nobody's to find: offices, accounts, carts and orders, forms, and the API. Their pages say so themselves too.
const PRIVATE: [&str; 12] = [
    "/akun",
    "/atur-sandi/",
    "/bina",
    "/checkout",
    "/daftar",
    "/jual",
    "/keranjang",
    "/kurasi",
    "/lupa-sandi",
    "/lot/",
    "/masuk",
    "/pesanan",
];

/// `GET /robots.txt`
pub async fn show(State(state): State<AppState>) -> impl IntoResponse {
    let mut text = "User-agent: *\nDisallow: /api/\n".to_owned();
    for path in PRIVATE {
        for locale in Locale::ALL {
            text.push_str(&format!("Disallow: {}{path}\n", locale.prefix()));
        }
    }
    text.push_str(&format!("\nSitemap: {}/sitemap.xml\n", state.site.public_url));
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HOURLY)], text)
}
