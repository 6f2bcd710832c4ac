//! The signature of an event: HMAC-SHA-256 over the time and the raw bytes. While a secret is being changed Stripe signs
//! with both, so the header may hold several signatures, and we may know two secrets.

use domain::time::Timestamp;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ports::payment::EventError;
use sha2::Sha256;

/// How old a signature may be, and how far ahead the other clock.
const TOLERANCE_MILLIS: i64 = 5 * 60_000;

/// Whether any signature is one by any of the secrets, and of these minutes.
pub(super) fn verify(header: &str, body: &[u8], secrets: &[String], now: Timestamp) -> Result<(), EventError> {
    let mut time = None;
    let mut signatures = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", value)) => time = Some(value),
            Some(("v1", value)) => signatures.extend(hex::decode(value)),
            _ => {}
        }
    }
    let time = time.ok_or(EventError::Signature)?;
    let seconds: i64 = time.parse().map_err(|_| EventError::Signature)?;
    let is_right = secrets.iter().any(|secret| signatures.iter().any(|given| is_by(secret, time, body, given)));
    if !is_right {
        return Err(EventError::Signature);
    }
    let age = now.millis().saturating_sub(seconds.saturating_mul(1_000));
    if age.unsigned_abs() > TOLERANCE_MILLIS.unsigned_abs() {
        return Err(EventError::Stale);
    }
    Ok(())
}

/// In constant time.
fn is_by(secret: &str, time: &str, body: &[u8], given: &[u8]) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(given).is_ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_795_485_600_000);
    const BODY: &[u8] = br#"{"id":"evt_1"}"#;

    fn sign(secret: &str, seconds: i64, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(format!("{seconds}.").as_bytes());
        mac.update(body);
        hex::encode(mac.finalize().into_bytes())
    }

    fn check(header: &str, secrets: &[&str]) -> Result<(), EventError> {
        let secrets: Vec<String> = secrets.iter().map(|secret| (*secret).to_owned()).collect();
        verify(header, BODY, &secrets, NOW)
    }

    #[test]
    fn any_signature_by_any_secret_is_right() {
        let at = NOW.millis() / 1_000;
        let (old, new) = (sign("whsec_old", at, BODY), sign("whsec_new", at, BODY));
        for header in [
            format!("t={at},v1={old}"),
            format!("t={at},v1={new},v1={old},v0=00"),
            format!("t={at}, v1=zz, v1={old}, v1={}", sign("other", at, BODY)),
        ] {
            assert_eq!(check(&header, &["whsec_new", "whsec_old"]), Ok(()), "{header}");
        }
        assert_eq!(check(&format!("t={at},v1={new}"), &["whsec_old"]), Err(EventError::Signature));
    }

    #[test]
    fn forged_old_and_empty_ones_are_not() {
        let at = NOW.millis() / 1_000;
        let right = sign("whsec", at, BODY);
        let other = sign("whsec", at, br#"{"id":"evt_2"}"#);
        for header in [
            String::new(),
            format!("v1={right}"),
            format!("t={at}"),
            format!("t={at},v1="),
            format!("t={at},v1={other}"),
            format!("t={at},v0={right}"),
            format!("t={},v1={right}", at + 1),
            format!("t=x,v1={right}"),
        ] {
            assert_eq!(check(&header, &["whsec"]), Err(EventError::Signature), "{header}");
        }
        assert_eq!(check(&format!("t={at},v1={right}"), &[]), Err(EventError::Signature));
        for (seconds, expected) in [
            (at - 300, Ok(())),
            (at + 300, Ok(())),
            (at - 301, Err(EventError::Stale)),
            (at + 301, Err(EventError::Stale)),
        ] {
            assert_eq!(check(&format!("t={seconds},v1={}", sign("whsec", seconds, BODY)), &["whsec"]), expected);
        }
    }
}
