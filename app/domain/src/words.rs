//! What of a text a search compares: lower-case words without accents.

use crate::slug::fold;

/// Words that say nothing of what is looked for.
const FILLERS: [&str; 16] = [
    "dan", "yang", "untuk", "buat", "dengan", "dari", "di", "ke", "atau", "the", "and", "for", "of", "with", "a", "in",
];

/// The words of a text, lower-cased, accents removed, punctuation dropped: `Témpe, 250 g` gives `tempe`, `250`, `g`.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text.chars().flat_map(char::to_lowercase).map(fold).collect();
    folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The same words with single spaces between them.
#[must_use]
pub fn normalised(text: &str) -> String {
    words(text).join(" ")
}

/// Whether a search goes by its other words.
#[must_use]
pub fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_and_punctuation() {
        assert_eq!(normalised("  Témpe-Daun, 250 g! "), "tempe daun 250 g");
        assert_eq!(normalised("Oleh-oleh"), "oleh oleh");
        assert!(words("\"*()%_'").is_empty());
    }
}
