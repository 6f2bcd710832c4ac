//! What was searched for, as it is matched and ranked.

use domain::{
    spelling,
    words::{is_filler, words},
};

use super::vocabulary::{self, Known};
use crate::{Db, Engine, Result, sql::Fragment};

/// Most words of a search that count.
const MAX_WORDS: usize = 8;
/// Shortest text that the trigram index finds.
const TRIGRAM: usize = 3;
/// Most words that stand for one that was typed, of each sort.
const MAX_ALTERNATIVES: usize = 6;
/// Most words that may have been meant by one.
const MAX_CLOSE: usize = 3;
/// Worth of a word that was found at all; above what any place of it is worth.
const FOUND: usize = 20;

/// A word or a pair of words that was typed, with all that stands for it. Terms hold letters, digits and single spaces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Group {
    /// As typed, then other spellings.
    same: Vec<String>,
    /// Synonyms, and words that it is a part of.
    related: Vec<String>,
    /// Words that may have been meant, the likeliest first.
    close: Vec<String>,
    /// Words that it may be the beginning of.
    longer: Vec<String>,
}

/// A search as it is matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    groups: Vec<Group>,
    /// Whether one group is enough, and nearly the same words will do.
    is_loose: bool,
}

impl Terms {
    /// Reads what a person typed, with synonyms and other spellings. One statement, or none without a word.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn read(db: &impl Db, text: &str) -> Result<Self> {
        let mut words = words(text);
        if words.iter().any(|word| !is_filler(word)) {
            words.retain(|word| !is_filler(word));
        }
        words.truncate(MAX_WORDS);
        if words.is_empty() {
            return Ok(Self::default());
        }
        let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
        let known = vocabulary::look_up(db, &words, &pairs).await?;
        let mut groups = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let pair = pairs.get(place).filter(|pair| !known.synonyms(pair).is_empty());
            place += if pair.is_some() { 2 } else { 1 };
            groups.push(match pair {
                Some(pair) => {
                    Group { same: vec![pair.clone()], related: known.synonyms(pair).to_vec(), ..Group::default() }
                }
                None => group(word, &known),
            });
        }
        Ok(Self { groups, is_loose: false })
    }

    /// Whether nothing was searched for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The same search for where this one finds nothing: any of its words, and those that may have been meant.
    /// `None` where it could find no more.
    #[must_use]
    pub fn nearest(&self) -> Option<Self> {
        let has_more = self.groups.len() > 1 || self.groups.iter().any(|group| !group.close.is_empty());
        // Short words stand in too many names to find anything by them alone.
        let groups: Vec<Group> = self.groups.iter().filter(|group| group.is_indexed(true)).cloned().collect();
        (has_more && !self.is_loose && !groups.is_empty()).then_some(Self { groups, is_loose: true })
    }

    /// What was probably meant, where words were typed that no name has.
    #[must_use]
    pub fn meant(&self) -> Option<String> {
        if self.groups.iter().all(|group| group.close.is_empty()) {
            return None;
        }
        let words = self.groups.iter().filter_map(|group| group.close.first().or_else(|| group.same.first()));
        Some(words.map(String::as_str).collect::<Vec<_>>().join(" "))
    }

    /// The search with its last word completed, in each way that is known.
    #[must_use]
    pub fn completions(&self) -> Vec<String> {
        let Some((last, first)) = self.groups.split_last() else { return Vec::new() };
        let before: String =
            first.iter().filter_map(|group| group.same.first()).map(|word| format!("{word} ")).collect();
        last.longer.iter().map(|word| format!("{before}{word}")).collect()
    }

    /// Adds the condition on `product_search`.
    pub(crate) fn condition(&self, engine: Engine, into: &mut Fragment) {
        let (by_index, by_like): (Vec<_>, Vec<_>) =
            self.groups.iter().partition(|group| engine == Engine::Sqlite && group.is_indexed(self.is_loose));
        if !by_index.is_empty() {
            // Without a quotation mark in it, a quoted term cannot end early.
            let any = |group: &&Group| {
                let terms: Vec<String> = group.terms(self.is_loose).map(|term| format!("\"{term}\"")).collect();
                format!("({})", terms.join(" OR "))
            };
            let joint = if self.is_loose { " OR " } else { " AND " };
            let query = into.bind(by_index.iter().map(any).collect::<Vec<_>>().join(joint));
            into.push(&format!(" AND product_search MATCH {query}"));
        }
        let conditions: Vec<String> = by_like
            .iter()
            .map(|group| like_any("product_search.body", "%", group.terms(self.is_loose), "%", into))
            .collect();
        if !conditions.is_empty() {
            let joint = if self.is_loose { " OR " } else { " AND " };
            into.push(&format!(" AND ({})", conditions.join(joint)));
        }
    }

    /// An expression for how well a product fits: more where more words were found, then where they stand in its name,
    /// whole, and as they were typed.
    pub(crate) fn rank(&self, into: &mut Fragment) -> String {
        let scores: Vec<String> = self.groups.iter().map(|group| group.score(self.is_loose, into)).collect();
        scores.join(" + ")
    }
}

impl Group {
    fn terms(&self, is_loose: bool) -> impl Iterator<Item = &String> {
        self.same.iter().chain(&self.related).chain(self.close.iter().filter(move |_| is_loose))
    }

    fn is_indexed(&self, is_loose: bool) -> bool {
        self.terms(is_loose).all(|term| term.chars().count() >= TRIGRAM)
    }

    fn score(&self, is_loose: bool, into: &mut Fragment) -> String {
        const NAME: &str = "(' ' || product_search.name || ' ')";
        const BODY: &str = "(' ' || product_search.body || ' ')";
        // From the beginning of the name to a part of any word.
        let places = [
            (NAME, " ", " %"),
            (NAME, "% ", " %"),
            (NAME, "% ", "%"),
            (NAME, "%", "%"),
            (BODY, "% ", " %"),
            (BODY, "%", "%"),
        ];
        let mut text = "(CASE".to_owned();
        for (place, (column, before, after)) in places.into_iter().enumerate() {
            let worth = FOUND + 2 * (places.len() - place);
            let others = self.related.iter().chain(self.close.iter().filter(|_| is_loose));
            let same = like_any(column, before, self.same.iter(), after, into);
            text.push_str(&format!(" WHEN {same} THEN {}", worth + 1));
            let other = like_any(column, before, others, after, into);
            if !other.is_empty() {
                text.push_str(&format!(" WHEN {other} THEN {worth}"));
            }
        }
        text.push_str(" ELSE 0 END)");
        text
    }
}

fn group(word: &str, known: &Known) -> Group {
    let own_sound = spelling::sound(word);
    let spelled = own_sound.as_deref().map(|sound| known.spellings(sound)).unwrap_or_default();
    let synonyms = known.synonyms(word);
    let mut same = vec![word.to_owned()];
    same.extend(spelled.iter().filter(|other| *other != word).take(MAX_ALTERNATIVES).cloned());
    let mut related = synonyms.to_vec();
    let mut close = Vec::new();
    if let Some(sound) = own_sound.as_deref().filter(|_| spelled.is_empty()) {
        // What holds the word as it was typed is found by it already.
        related.extend(known.beginning(word).iter().filter(|other| !other.contains(word)).cloned());
        if synonyms.is_empty() {
            close = likeliest(word, sound, known);
        }
    }
    related.truncate(MAX_ALTERNATIVES);
    let longer = known.beginning(word).to_vec();
    Group { same, related, close, longer }
}

/// The words that are fewest edits away.
fn likeliest(word: &str, sound: &str, known: &Known) -> Vec<String> {
    let mut found: Vec<(usize, usize, bool, &String)> = spelling::keys(sound)
        .iter()
        .flat_map(|key| known.near(key))
        .filter_map(|other| {
            let other_sound = spelling::sound(other)?;
            let edits = spelling::distance(sound, &other_sound);
            let is_other_start = word.chars().next() != other.chars().next();
            spelling::is_close(sound, &other_sound)
                .then(|| (edits, spelling::distance(word, other), is_other_start, other))
        })
        .collect();
    found.sort();
    found.dedup();
    let least = found.first().map_or(0, |(edits, ..)| *edits);
    found.into_iter().filter(|(edits, ..)| *edits == least).take(MAX_CLOSE).map(|(.., other)| other.clone()).collect()
}

/// `(column LIKE … OR column LIKE …)`, or nothing without a term.
fn like_any<'a>(
    column: &str,
    before: &str,
    terms: impl Iterator<Item = &'a String>,
    after: &str,
    into: &mut Fragment,
) -> String {
    let any: Vec<String> =
        terms.map(|term| format!("{column} LIKE {}", into.bind(format!("{before}{term}{after}")))).collect();
    if any.is_empty() { String::new() } else { format!("({})", any.join(" OR ")) }
}
