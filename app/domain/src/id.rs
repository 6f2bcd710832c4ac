//! Public names of things: random, so that nobody can guess the next one.

use crate::time::Date;

/// Crockford's Base 32: no letter that is mistaken for a digit.
const CROCKFORD: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Prefix of a variant's public id.
pub const VARIANT: &str = "var_";
/// Prefix of a product's public id.
pub const PRODUCT: &str = "prd_";
/// Prefix of a product revision's public id.
pub const REVISION: &str = "rev_";
/// Prefix of a product photo's public id.
pub const PHOTO: &str = "pho_";
/// Prefix of a shop's public id.
pub const SHOP: &str = "shp_";
/// Prefix of an account's public id.
pub const ACCOUNT: &str = "acc_";
/// Prefix of a session's public id.
pub const SESSION: &str = "ses_";
/// Prefix of a checkout group's public id.
pub const GROUP: &str = "grp_";
/// Prefix of a seller order's public id.
pub const ORDER: &str = "ord_";
/// Prefix of a stored picture's public id.
pub const MEDIA: &str = "med_";
/// Prefix of a payment's public id.
pub const PAYMENT: &str = "pay_";
/// Prefix of the proof of a payment.
pub const PROOF: &str = "prf_";
/// Prefix of a QRIS code of a shop.
pub const QRIS: &str = "qri_";
/// Prefix of money without an order.
pub const UNMATCHED: &str = "unm_";
/// Prefix of a refund's public id.
pub const REFUND: &str = "rfd_";
/// Prefix of a case's public id.
pub const CASE: &str = "cas_";
/// Prefix of a review's public id.
pub const REVIEW: &str = "rvw_";
/// Prefix of a ledger transaction's public id.
pub const LEDGER: &str = "led_";
/// Prefix of a payout's public id.
pub const PAYOUT: &str = "out_";
/// Prefix of the public id of a file for the bank.
pub const BATCH: &str = "bat_";
/// Prefix of the public id of a certificate.
pub const CERTIFICATE: &str = "crt_";

/// `var_` and 16 characters that carry 80 random bits.
#[must_use]
pub fn public_id(prefix: &str, random: [u8; 10]) -> String {
    format!("{prefix}{}", encode(&random, CROCKFORD, 5))
}

/// Whether a text has the form of a public id with that prefix.
#[must_use]
pub fn is_public_id(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|byte| CROCKFORD.contains(&byte)))
}

/// 43 characters that carry 256 random bits, safe in an address.
#[must_use]
pub fn token(random: [u8; 32]) -> String {
    encode(&random, BASE64URL, 6)
}

/// Whether a text has the form of a token.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|byte| BASE64URL.contains(&byte))
}

/// Number of an order that people read out: `S-261124-7K3QF`; the date and 25 random bits.
#[must_use]
pub fn order_number(date: Date, random: [u8; 4]) -> String {
    let digits: String = date.to_string().chars().filter(char::is_ascii_digit).skip(2).collect();
    let code = encode(&random, CROCKFORD, 5)[..5].to_ascii_uppercase();
    format!("S-{digits}-{code}")
}

/// Code of a lot, printed on the pack: `L-261124-7K3QF`.
#[must_use]
pub fn lot_code(date: Date, random: [u8; 4]) -> String {
    order_number(date, random).replacen('S', "L", 1)
}

/// Encodes bytes in groups of `bits`, the last one filled with zeros.
fn encode(bytes: &[u8], alphabet: &[u8], bits: u32) -> String {
    let mut text = String::new();
    let (mut buffer, mut held) = (0_u32, 0);
    let mask = (1_u32 << bits) - 1;
    for &byte in bytes {
        buffer = (buffer << 8) | u32::from(byte);
        held += 8;
        while held >= bits {
            held -= bits;
            text.push(char::from(alphabet[((buffer >> held) & mask) as usize]));
        }
    }
    if held > 0 {
        text.push(char::from(alphabet[((buffer << (bits - held)) & mask) as usize]));
    }
    text
}
