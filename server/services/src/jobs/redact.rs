//! Takes out of a technical text what names a person or opens a door.

/// What stands for something taken out.
const GONE: &str = "•••";
/// Texts of letters and digits that are as long as this are taken for secrets; our longest public ids have 20.
const SECRET_LENGTH: usize = 24;
/// As many digits in a row are a telephone or account number.
const NUMBER_LENGTH: usize = 9;

/// The text without addresses, telephone numbers and secrets.
pub(super) fn redacted(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for part in text.split_inclusive(is_gap) {
        let word = part.trim_end_matches(is_gap);
        clean.push_str(if is_private(word) { GONE } else { word });
        clean.push_str(&part[word.len()..]);
    }
    clean
}

/// What a job's key says beside its kind: `received:S-261124-7K3QF` of `mail:received:S-261124-7K3QF:ratna@contoh.test`.
pub(super) fn key(key: &str, kind: &str) -> Option<String> {
    let rest = key.strip_prefix(kind).unwrap_or(key);
    let parts: Vec<&str> = rest.split(':').filter(|part| !part.is_empty() && !is_private(part)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn is_gap(character: char) -> bool {
    character.is_whitespace() || "<>()[]{}\"'`,;:=/?&|".contains(character)
}

fn is_private(word: &str) -> bool {
    let is_long = word.len() >= SECRET_LENGTH
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.+%".contains(&byte))
        && word.bytes().any(|byte| byte.is_ascii_digit());
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits >= NUMBER_LENGTH && word.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    word.contains('@') || is_long || is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_secrets_are_taken_out() {
        let cases = [
            ("550 <ratna@contoh.test>: no such user", "550 <•••>: no such user"),
            ("gateway says no to +6281234567890", "gateway says no to •••"),
            (
                "cannot reach https://sms.test/send?token=Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg",
                "cannot reach https://sms.test/send?token=•••",
            ),
            (
                "order S-261124-7K3QF: connection refused (os error 111)",
                "order S-261124-7K3QF: connection refused (os error 111)",
            ),
            ("the handler panicked", "the handler panicked"),
        ];
        for (said, shown) in cases {
            assert_eq!(redacted(said), shown);
        }
    }

    #[test]
    fn a_key_keeps_its_occasion() {
        assert_eq!(
            key("mail:received:S-261124-7K3QF:ratna@contoh.test", "mail").as_deref(),
            Some("received S-261124-7K3QF")
        );
        assert_eq!(key("payout_sweep:2026-11-24", "payout_sweep").as_deref(), Some("2026-11-24"));
        assert_eq!(key("mail:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "mail"), None);
    }
}
