//! Which words are the same word spelled in another way, and which are nearly so.

/// Shortest word that is compared by its spelling; shorter ones are compared as they are.
pub const MIN_CHARACTERS: usize = 3;
/// Longest word that is compared by its spelling.
pub const MAX_CHARACTERS: usize = 24;
/// Words of more letters may differ by two edits, shorter ones by one.
const ONE_EDIT_UP_TO: usize = 5;

/// Letters that stand for one sound, older and foreign spellings first.
const SOUNDS: [(&str, &str); 20] = [
    ("oe", "u"),
    ("ie", "i"),
    ("ae", "e"),
    ("dj", "j"),
    ("tj", "c"),
    ("nj", "ny"),
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("ph", "p"),
    ("sy", "s"),
    ("sh", "s"),
    ("f", "p"),
    ("v", "p"),
    ("z", "s"),
    ("q", "k"),
    ("x", "ks"),
];

/// What a normalised word sounds like: words that Indonesians write in several ways have one such form. `kripik` and
/// `keripik` give `kripik`; `vas` and `pas` give `pas`; `mendhol` gives `mendul`. `None` for what is no word: too short,
/// too long, or with a digit.
#[must_use]
pub fn sound(word: &str) -> Option<String> {
    let fits = (MIN_CHARACTERS..=MAX_CHARACTERS).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    if !fits {
        return None;
    }
    let mut text = word.to_owned();
    for (letters, plain) in SOUNDS {
        text = text.replace(letters, plain);
    }
    let mut letters: Vec<u8> = text.into_bytes();
    letters.dedup();
    if letters.len() > MIN_CHARACTERS && letters.last() == Some(&b'h') {
        letters.pop();
    }
    drop_silent_e(&mut letters);
    close_last_syllable(&mut letters);
    String::from_utf8(letters).ok()
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The short e before l and r is often left out: `keramik` and `kramik`, `cokelat` and `coklat`.
fn drop_silent_e(letters: &mut Vec<u8>) {
    let mut place = 0;
    while let Some(four) = letters.get(place..place + 4) {
        let is_silent = matches!(four, [before, b'e', b'l' | b'r', after] if !is_vowel(*before) && is_vowel(*after));
        place += 1;
        if is_silent {
            letters.remove(place);
        }
    }
}

/// In a closed last syllable o and u, e and i, g and k are easily taken for one another: `mangkok` and `mangkuk`.
fn close_last_syllable(letters: &mut [u8]) {
    let is_long = letters.len() > 4;
    if let [.., vowel, last] = letters
        && is_vowel(*vowel)
        && !is_vowel(*last)
    {
        match (*vowel, is_long) {
            (b'o', true) => *vowel = b'u',
            (b'e', true) => *vowel = b'i',
            _ => {}
        }
        if *last == b'g' {
            *last = b'k';
        }
    }
}

/// The sound itself and all that is left of it without one letter. Two sounds that share one of these differ by two
/// edits at most, and every two that differ by one edit share one.
#[must_use]
pub fn keys(sound: &str) -> Vec<String> {
    let mut keys = vec![sound.to_owned()];
    for (place, letter) in sound.char_indices() {
        let mut key = sound.to_owned();
        key.replace_range(place..place + letter.len_utf8(), "");
        if key.len() + 1 >= MIN_CHARACTERS && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Edits from one word to another: a letter more, less or other, or two neighbours swapped.
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, facing) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != facing);
            let mut least = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let swapped = row > 0 && column > 0 && one[row - 1] == *facing && other[column - 1] == *letter;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            current.push(least);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[other.len()]
}

/// Whether somebody who typed one of two sounds may have meant the other.
#[must_use]
pub fn is_close(typed: &str, other: &str) -> bool {
    let allowed = if typed.len() > ONE_EDIT_UP_TO { 2 } else { 1 };
    typed.len().abs_diff(other.len()) <= allowed && distance(typed, other) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_spelled_in_several_ways_sounds_the_same() {
        for spellings in [
            &["keripik", "kripik", "keripek", "kripick"][..],
            &["keramik", "kramik", "keramiek"],
            &["vas", "pas", "vaas", "fas"],
            &["mendol", "mendhol"],
            &["tempe", "tempeh", "tempeeh"],
            &["gelas", "gelaas", "glas"],
            &["mangkuk", "mangkok", "mangkoek"],
            &["cokelat", "coklat"],
            &["guci", "goeci"],
        ] {
            let sounds: Vec<_> = spellings.iter().map(|word| sound(word)).collect();
            assert!(sounds.windows(2).all(|pair| pair[0] == pair[1]), "{spellings:?} {sounds:?}");
        }
        assert_ne!(sound("pot"), sound("put"));
        for no_word in ["", "ab", "20cm", "témpe", &"a".repeat(25)] {
            assert_eq!(sound(no_word), None, "{no_word}");
        }
    }

    #[test]
    fn edits_are_counted() {
        for (one, other, edits) in
            [("", "abc", 3), ("guci", "gcui", 1), ("tempe", "tmpe", 1), ("kripik", "kerpik", 2), ("mug", "mug", 0)]
        {
            assert_eq!(distance(one, other), edits, "{one} {other}");
        }
        assert!(is_close("clngan", "clengan") && !is_close("teko", "toko2x"));
    }

    #[test]
    fn words_one_edit_apart_share_a_key() {
        for (one, other) in [("tempe", "tmpe"), ("guci", "gcui"), ("teko", "tiko"), ("clengan", "clengana")] {
            let keys_of_other = keys(other);
            assert!(keys(one).iter().any(|key| keys_of_other.contains(key)), "{one} {other}");
        }
        assert_eq!(keys("aab").len(), 3, "each once");
    }
}
