//! Whole numbers as people write them.

use domain::locale::Locale;

/// Groups by thousands: `2.000` in Indonesian, `2,000` in English.
pub(crate) fn grouped(number: i64, locale: Locale) -> String {
    let separator = match locale {
        Locale::Id => '.',
        Locale::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_thousands() {
        assert_eq!(grouped(0, Locale::Id), "0");
        assert_eq!(grouped(999, Locale::Id), "999");
        assert_eq!(grouped(2_000, Locale::Id), "2.000");
        assert_eq!(grouped(-1_234_567, Locale::En), "-1,234,567");
        assert_eq!(grouped(i64::MIN, Locale::En), "-9,223,372,036,854,775,808");
    }
}
