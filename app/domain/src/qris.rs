//! QRIS, the Indonesian payment code: an EMVCo merchant-presented payload, read, checked and given an amount.
//!
//! Source: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode; Bank Indonesia PADG 24/1/2022.

mod status;
mod tlv;

use std::{fmt, str::FromStr};

pub use status::{QrisEvent, QrisStatus};

use crate::money::Rupiah;

/// The most that one QRIS payment may be (PADG 24/1/2022).
pub const MAX_AMOUNT: Rupiah = Rupiah::new(10_000_000);
/// Longest reference that fits its field (tag 62.05).
pub const MAX_REFERENCE_CHARS: usize = 25;
/// Longest payload that we take; real ones have 150 to 350 characters.
pub const MAX_PAYLOAD_CHARS: usize = 512;

const FORMAT: u8 = 0;
const INITIATION: u8 = 1;
const NATIONAL_ACCOUNT: u8 = 51;
const CURRENCY: u8 = 53;
const AMOUNT: u8 = 54;
const TIP_AND_FEES: std::ops::RangeInclusive<u8> = 55..=57;
const COUNTRY: u8 = 58;
const PAYEE: u8 = 59;
const CITY: u8 = 60;
const ADDITIONAL: u8 = 62;
const REFERENCE: u8 = 5;
const NMID: u8 = 2;

/// A payload that was read and whose check sum is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qris {
    fields: Vec<tlv::Field>,
}

/// Why a text is not a QRIS payload that we can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrisError {
    /// Not made of tags, lengths and values, or in the wrong order.
    #[error("not a QRIS payload")]
    Malformed,
    /// The check sum does not fit: a character was read or typed wrong.
    #[error("the check sum does not fit")]
    WrongChecksum,
    /// Not in rupiah, or not Indonesian.
    #[error("not a QRIS payload in rupiah")]
    Foreign,
    /// It carries no national merchant id (NMID).
    #[error("without a national merchant id")]
    NoMerchantId,
    /// It already carries an amount, so it is not the code of a shop.
    #[error("made for one payment, not for a shop")]
    NotStatic,
    /// More than QRIS allows, or nothing.
    #[error("an amount that QRIS does not allow")]
    Amount,
    /// A reference that does not fit its field.
    #[error("a reference that does not fit")]
    Reference,
}

impl Qris {
    /// Who is paid, as the payer's app shows it.
    #[must_use]
    pub fn payee(&self) -> &str {
        self.value(PAYEE).unwrap_or_default()
    }

    /// City of the payee.
    #[must_use]
    pub fn city(&self) -> &str {
        self.value(CITY).unwrap_or_default()
    }

    /// National merchant id: `ID` and 13 digits.
    #[must_use]
    pub fn merchant_id(&self) -> &str {
        self.value(NATIONAL_ACCOUNT).and_then(|account| tlv::find(account, NMID)).unwrap_or_default()
    }

    /// Whether it is made for one payment.
    #[must_use]
    pub fn is_dynamic(&self) -> bool {
        self.value(INITIATION) == Some("12")
    }

    /// The amount it asks for, in whole rupiah.
    #[must_use]
    pub fn amount(&self) -> Option<Rupiah> {
        self.value(AMOUNT)?.parse().ok().map(Rupiah::new)
    }

    /// The payee's reference of the payment.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        tlv::find(self.value(ADDITIONAL)?, REFERENCE)
    }

    /// A static code of a merchant who does not exist, for demos and tests: the acquirer is `ID.CO.CONTOH.WWW`, so that
    /// no app can pay to it. `number` tells merchants apart.
    ///
    /// # Errors
    /// When the name is empty or does not fit, or the number is negative or has more than nine digits.
    pub fn fictional(payee: &str, number: i64) -> Result<Self, QrisError> {
        if !(1..=25).contains(&payee.len()) || !payee.is_ascii() || !(0..1_000_000_000).contains(&number) {
            return Err(QrisError::Malformed);
        }
        let field = |tag, value: String| tlv::Field { tag, value };
        let account = [
            field(0, "ID.CO.CONTOH.WWW".to_owned()),
            field(1, format!("936099990{number:09}")),
            field(2, format!("CTH{number:09}")),
            field(3, "UMI".to_owned()),
        ];
        let national = [
            field(0, "ID.CO.QRIS.WWW".to_owned()),
            field(NMID, format!("ID1099{number:09}")),
            field(3, "UMI".to_owned()),
        ];
        let qris = Self {
            fields: vec![
                field(FORMAT, "01".to_owned()),
                field(INITIATION, "11".to_owned()),
                field(26, tlv::write(&account)),
                field(NATIONAL_ACCOUNT, tlv::write(&national)),
                field(52, "5947".to_owned()),
                field(CURRENCY, "360".to_owned()),
                field(COUNTRY, "ID".to_owned()),
                field(PAYEE, payee.to_owned()),
                field(CITY, "KOTA MALANG".to_owned()),
                field(61, "65144".to_owned()),
                field(ADDITIONAL, "0703A01".to_owned()),
            ],
        };
        qris.check()?;
        Ok(qris)
    }

    /// The same payee asking for one amount under one reference.
    ///
    /// # Errors
    /// When this code is itself made for one payment, the amount is zero, negative or above [`MAX_AMOUNT`], or the
    /// reference is empty, longer than [`MAX_REFERENCE_CHARS`] or not of letters, digits and hyphens.
    pub fn with_amount(&self, amount: Rupiah, reference: &str) -> Result<Self, QrisError> {
        if self.is_dynamic() || self.value(AMOUNT).is_some() {
            return Err(QrisError::NotStatic);
        }
        if amount <= Rupiah::ZERO || amount > MAX_AMOUNT {
            return Err(QrisError::Amount);
        }
        let fits = (1..=MAX_REFERENCE_CHARS).contains(&reference.len())
            && reference.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !fits {
            return Err(QrisError::Reference);
        }
        let mut fields: Vec<tlv::Field> =
            self.fields.iter().filter(|field| !TIP_AND_FEES.contains(&field.tag)).cloned().collect();
        tlv::set(&mut fields, INITIATION, "12".to_owned());
        tlv::set(&mut fields, AMOUNT, amount.get().to_string());
        let mut additional = match self.value(ADDITIONAL) {
            Some(value) => tlv::parse(value).ok_or(QrisError::Malformed)?,
            None => Vec::new(),
        };
        tlv::set(&mut additional, REFERENCE, reference.to_owned());
        let additional = tlv::write(&additional);
        if additional.len() > tlv::MAX_VALUE_CHARS {
            return Err(QrisError::Reference);
        }
        tlv::set(&mut fields, ADDITIONAL, additional);
        Ok(Self { fields })
    }

    fn value(&self, tag: u8) -> Option<&str> {
        self.fields.iter().find(|field| field.tag == tag).map(|field| field.value.as_str())
    }

    fn check(&self) -> Result<(), QrisError> {
        let ascending = self.fields.is_sorted_by(|before, after| before.tag < after.tag);
        let known_start =
            self.value(FORMAT) == Some("01") && matches!(self.value(INITIATION), None | Some("11" | "12"));
        if !ascending || !known_start || self.payee().is_empty() {
            return Err(QrisError::Malformed);
        }
        if self.value(CURRENCY) != Some("360") || self.value(COUNTRY) != Some("ID") {
            return Err(QrisError::Foreign);
        }
        let digits = self.merchant_id().strip_prefix("ID").unwrap_or_default();
        if digits.len() != 13 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(QrisError::NoMerchantId);
        }
        Ok(())
    }
}

impl FromStr for Qris {
    type Err = QrisError;

    /// Reads a payload as a scanner gives it; spaces at its ends do not count.
    fn from_str(text: &str) -> Result<Self, QrisError> {
        let text = text.trim();
        if text.len() > MAX_PAYLOAD_CHARS || !text.is_ascii() {
            return Err(QrisError::Malformed);
        }
        let split = text.len().checked_sub(4).ok_or(QrisError::Malformed)?;
        let (body, checksum) = text.split_at(split);
        let fields = body.strip_suffix("6304").and_then(tlv::parse).ok_or(QrisError::Malformed)?;
        if !checksum.eq_ignore_ascii_case(&checksum_of(body)) {
            return Err(QrisError::WrongChecksum);
        }
        let qris = Self { fields };
        qris.check()?;
        Ok(qris)
    }
}

/// The payload with its check sum.
impl fmt::Display for Qris {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = format!("{}6304", tlv::write(&self.fields));
        write!(formatter, "{body}{}", checksum_of(&body))
    }
}

/// CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) in four upper-case hexadecimal digits.
fn checksum_of(text: &str) -> String {
    let sum = text.bytes().fold(0xFFFF_u16, |sum, byte| {
        (0..8).fold(
            sum ^ (u16::from(byte) << 8),
            |sum, _| {
                if sum & 0x8000 == 0 { sum << 1 } else { (sum << 1) ^ 0x1021 }
            },
        )
    });
    format!("{sum:04X}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_one_of_its_definition() {
        assert_eq!(super::checksum_of("123456789"), "29B1");
    }
}
