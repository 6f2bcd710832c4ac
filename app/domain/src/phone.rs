//! Indonesian mobile numbers.

use std::{fmt, fmt::Write as _, str::FromStr};

use serde::{Deserialize, Serialize};

/// A mobile number, kept as `+62…`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// A text that is not an Indonesian mobile number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an Indonesian mobile number")]
pub struct ParsePhoneError;

impl Phone {
    /// `+6281234567890`.
    #[must_use]
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// Opens a chat with that number and a text to send.
    #[must_use]
    pub fn whatsapp_link(&self, text: &str) -> String {
        let mut link = format!("https://wa.me/{}?text=", &self.0[1..]);
        for byte in text.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    link.push(char::from(byte));
                }
                _ => {
                    let _ = write!(link, "%{byte:02X}");
                }
            }
        }
        link
    }

    /// `0812-••••-7890`, for people who need to recognise it but not to call.
    #[must_use]
    pub fn masked(&self) -> String {
        let local = self.local();
        format!("{}-••••-{}", &local[..4], &local[local.len() - 3..])
    }

    fn local(&self) -> String {
        format!("0{}", &self.0[3..])
    }
}

/// `0812-3456-7890`.
impl fmt::Display for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local();
        let (first, rest) = local.split_at(4);
        let (second, third) = rest.split_at(4.min(rest.len()));
        if third.is_empty() {
            write!(formatter, "{first}-{second}")
        } else {
            write!(formatter, "{first}-{second}-{third}")
        }
    }
}

/// Reads `0812…`, `62812…`, `+62812…` and `812…`, with spaces, dashes, dots and brackets; 10 to 13 digits with the 0.
impl FromStr for Phone {
    type Err = ParsePhoneError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > 40 {
            return Err(ParsePhoneError);
        }
        let mut digits = String::new();
        for (index, character) in text.trim().chars().enumerate() {
            match character {
                '0'..='9' => digits.push(character),
                ' ' | '-' | '.' | '(' | ')' | '\u{a0}' => {}
                '+' if index == 0 => {}
                _ => return Err(ParsePhoneError),
            }
        }
        if text.trim().starts_with('+') && !digits.starts_with("62") {
            return Err(ParsePhoneError);
        }
        let national = digits.strip_prefix("62").or_else(|| digits.strip_prefix('0')).unwrap_or(&digits);
        if !national.starts_with('8') || !(9..=12).contains(&national.len()) {
            return Err(ParsePhoneError);
        }
        Ok(Self(format!("+62{national}")))
    }
}

impl TryFrom<String> for Phone {
    type Error = ParsePhoneError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}
