//! Random tokens, of which only the hash is stored.

use sha2::{Digest as _, Sha256};

use crate::{Error, Result};

/// A new token of 256 random bits, for a cookie or a link.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn token() -> Result<String> {
    Ok(domain::id::token(random()?))
}

/// A new public id with that prefix.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn public_id(prefix: &str) -> Result<String> {
    Ok(domain::id::public_id(prefix, random()?))
}

/// `N` random bytes.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

/// What of a token is stored: SHA-256, hex. A token is random enough to need no salt.
#[must_use]
pub fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
