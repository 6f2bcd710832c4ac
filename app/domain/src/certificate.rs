//! Certificates: what a public body or a laboratory says of a shop or of its goods, and what goods cannot be sold without.

use crate::{state::InvalidTransition, text_enum::text_enum, time::Timestamp};

text_enum! {
    /// What a certificate is about.
    CertificateKind {
        /// Made of halal ingredients in a halal way.
        Halal = "halal",
        /// Permit for home-made packaged food that keeps for more than a week.
        Pirt = "pirt",
        /// Permit of the food authority, for what is frozen or chilled.
        BpomMd = "bpom_md",
        /// A laboratory found that a glaze gives off no more lead and cadmium than is allowed.
        FoodContact = "food_contact_test",
        /// National standard of glazed tableware.
        Sni = "sni",
        /// A registered trade mark.
        Trademark = "merek",
    }
}

text_enum! {
    /// Where a certificate stands.
    CertificateStatus {
        /// Handed in; nobody has looked at it.
        Submitted = "submitted",
        /// A curator found it to be true.
        Verified = "verified",
        /// A curator did not.
        Rejected = "rejected",
        /// Its last day has passed.
        Expired = "expired",
        /// Taken back before its time.
        Revoked = "revoked",
    }
}

/// What can happen to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CertificateEvent {
    /// A curator finds it to be true.
    Verify,
    /// A curator does not.
    Reject,
    /// Its last day has passed.
    Expire,
    /// It holds no longer: its issuer or a curator takes it back.
    Revoke,
}

impl CertificateEvent {
    /// Every event.
    pub const ALL: &'static [Self] = &[Self::Verify, Self::Reject, Self::Expire, Self::Revoke];
}

impl CertificateStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Rejected | Self::Expired | Self::Revoked)
    }

    /// The status after an event. What has run out does not come back: a renewal is a new certificate.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: CertificateEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Submitted, CertificateEvent::Verify) => Ok(Self::Verified),
            (Self::Submitted, CertificateEvent::Reject) => Ok(Self::Rejected),
            (Self::Verified, CertificateEvent::Expire) => Ok(Self::Expired),
            (Self::Verified, CertificateEvent::Revoke) => Ok(Self::Revoked),
            _ => Err(InvalidTransition),
        }
    }
}

impl CertificateKind {
    /// The number as it is kept and shown, when it can be one of this kind. Of halal certificates `ID` and 13 to 18
    /// digits; of P-IRT 15 digits, the first of which names the packing; the others have no shape that is the same
    /// everywhere, so only their length counts.
    #[must_use]
    pub fn number(self, text: &str) -> Option<String> {
        let compact: String =
            text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        match self {
            Self::Halal => {
                let digits = compact.strip_prefix("ID")?;
                let fits = (13..=18).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
                fits.then_some(compact)
            }
            Self::Pirt => {
                let digits: String = compact.chars().filter(char::is_ascii_digit).collect();
                let fits = digits.len() == 15 && (b'1'..=b'8').contains(digits.as_bytes().first()?);
                fits.then(|| format!("P-IRT {}-{}", &digits[..13], &digits[13..]))
            }
            Self::BpomMd | Self::FoodContact | Self::Sni | Self::Trademark => {
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                crate::limits::CERTIFICATE_NUMBER.contains(&words.chars().count()).then_some(words)
            }
        }
    }
}

/// How much of its time a verified certificate has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It holds, for long or without an end.
    Valid,
    /// It holds, and is to be renewed.
    Expiring,
    /// It holds no longer.
    Over,
}

/// How a certificate stands that holds until before that instant, or without an end; so many days before it counts as
/// running out.
#[must_use]
pub fn validity(valid_until: Option<Timestamp>, now: Timestamp, expiring_days: i64) -> Validity {
    match valid_until {
        Some(until) if until <= now => Validity::Over,
        Some(until) if until <= now.plus_days(expiring_days) => Validity::Expiring,
        _ => Validity::Valid,
    }
}
