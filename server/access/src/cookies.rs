//! Names and attributes of our cookies.

use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use crate::Site;

/// Cookie of a signed-in session.
pub const SESSION: &str = "session";
/// Cookie of a cart.
pub const CART: &str = "cart";
/// Cookie that ties a refused form to what was typed into it.
pub const FORM: &str = "form";
/// Number of pieces in the cart; read by the loader script, so not `HttpOnly`.
pub const CART_COUNT: &str = "cart_count";

/// Full name of a cookie: with the `__Host-` prefix where the site is secure.
#[must_use]
pub fn name(short: &str, site: &Site) -> String {
    if site.secure_cookies && short != CART_COUNT { format!("__Host-{short}") } else { short.to_owned() }
}

/// Value of one of our cookies.
#[must_use]
pub fn get(jar: &CookieJar, short: &str, site: &Site) -> Option<String> {
    jar.get(&name(short, site)).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

/// The session token, when the browser sent one.
#[must_use]
pub fn session(jar: &CookieJar, site: &Site) -> Option<String> {
    get(jar, SESSION, site)
}

/// A cookie that lasts `days`, for the whole site, not readable by scripts but for [`CART_COUNT`].
#[must_use]
pub fn build(short: &str, value: String, days: i64, site: &Site) -> Cookie<'static> {
    Cookie::build((name(short, site), value))
        .path("/")
        .http_only(short != CART_COUNT)
        .secure(site.secure_cookies)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(days))
        .build()
}

/// The same cookie, expired.
#[must_use]
pub fn removal(short: &str, site: &Site) -> Cookie<'static> {
    build(short, String::new(), 0, site)
}
