//! The words of names, by how they sound.

use std::collections::{BTreeMap, BTreeSet};

use domain::spelling;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, sql, sql::Fragment};

/// Most words that are looked at because they sound nearly like those of a search.
const MAX_NEAR: i64 = 400;
/// Most words that begin with one of a search.
const MAX_BEGINNING: i64 = 8;
/// Words that one statement asks for.
const CHUNK: usize = 500;

/// What the database knows of the words of a search; of each term, the words that stand for it.
#[derive(Debug, Default)]
pub(super) struct Known {
    synonyms: BTreeMap<String, Vec<String>>,
    spellings: BTreeMap<String, Vec<String>>,
    beginning: BTreeMap<String, Vec<String>>,
    near: BTreeMap<String, Vec<String>>,
}

impl Known {
    /// Canonical words for a term.
    pub(super) fn synonyms(&self, term: &str) -> &[String] {
        of(&self.synonyms, term)
    }

    /// Words of that sound.
    pub(super) fn spellings(&self, sound: &str) -> &[String] {
        of(&self.spellings, sound)
    }

    /// Longer words that begin with a word, or sound so.
    pub(super) fn beginning(&self, word: &str) -> &[String] {
        of(&self.beginning, word)
    }

    /// Words of whose sound that is a key.
    pub(super) fn near(&self, key: &str) -> &[String] {
        of(&self.near, key)
    }
}

fn of<'a>(words: &'a BTreeMap<String, Vec<String>>, term: &str) -> &'a [String] {
    words.get(term).map(Vec::as_slice).unwrap_or_default()
}

#[derive(FromQueryResult)]
struct Row {
    sort: String,
    term: String,
    word: String,
}

/// All that is known of these words and pairs of words, in one statement.
pub(super) async fn look_up(db: &impl Db, words: &[String], pairs: &[String]) -> Result<Known> {
    let sounding: BTreeMap<&str, String> =
        words.iter().filter_map(|word| Some((word.as_str(), spelling::sound(word)?))).collect();
    let sounds: BTreeSet<String> = sounding.values().cloned().collect();
    let mut sql = Fragment::default();
    let terms = list(words.iter().chain(pairs), &mut sql);
    sql.push(&format!("SELECT 'synonym' AS sort, term, canonical AS word FROM synonym WHERE term IN ({terms})"));
    if !sounds.is_empty() {
        let own = list(&sounds, &mut sql);
        let keys: BTreeSet<String> = sounds.iter().flat_map(|sound| spelling::keys(sound)).collect();
        let (keys, most) = (list(&keys, &mut sql), sql.bind(MAX_NEAR));
        sql.push(&format!(
            " UNION ALL SELECT 'spelling', sound, word FROM product_search_word WHERE sound IN ({own})
             UNION ALL SELECT 'near', key, word FROM (
                 SELECT key, word FROM product_search_key WHERE key IN ({keys}) LIMIT {most}) AS near"
        ));
    }
    let most = sql.bind(MAX_BEGINNING);
    for (number, (word, sound)) in sounding.iter().enumerate() {
        // The last letter of words and sounds is z.
        let [word, word_end, sound, sound_end] =
            [(*word).to_owned(), format!("{word}{{"), sound.clone(), format!("{sound}{{")].map(|text| sql.bind(text));
        sql.push(&format!(
            " UNION ALL SELECT 'beginning', {word}, word FROM (SELECT word FROM product_search_word
                 WHERE (word > {word} AND word < {word_end}) OR (sound > {sound} AND sound < {sound_end})
                 ORDER BY LENGTH(word), word LIMIT {most}) AS beginning_{number}"
        ));
    }
    let mut known = Known::default();
    let rows: Vec<Row> = sql::all(db, &sql.text, sql.values).await?;
    for row in rows {
        let into = match row.sort.as_str() {
            "synonym" => &mut known.synonyms,
            "spelling" => &mut known.spellings,
            "beginning" => &mut known.beginning,
            _ => &mut known.near,
        };
        into.entry(row.term).or_default().push(row.word);
    }
    for words in known.synonyms.values_mut().chain(known.spellings.values_mut()) {
        words.sort();
    }
    Ok(known)
}

fn list<'a>(values: impl IntoIterator<Item = &'a String>, sql: &mut Fragment) -> String {
    values.into_iter().map(|value| sql.bind(value.as_str())).collect::<Vec<_>>().join(", ")
}

/// Adds words that are not known yet; those without a sound are left out.
pub(super) async fn learn(tx: &Tx, words: BTreeSet<&str>) -> Result<()> {
    #[derive(FromQueryResult)]
    struct WordRow {
        word: String,
    }
    let mut sounds: BTreeMap<&str, String> =
        words.into_iter().filter_map(|word| Some((word, spelling::sound(word)?))).collect();
    let all: Vec<Value> = sounds.keys().map(|word| (*word).into()).collect();
    for chunk in all.chunks(CHUNK) {
        let places = sql::placeholders(1, chunk.len());
        let text = format!("SELECT word FROM product_search_word WHERE word IN ({places})");
        let known: Vec<WordRow> = sql::all(tx, &text, chunk.to_vec()).await?;
        for row in known {
            sounds.remove(row.word.as_str());
        }
    }
    let words = sounds.iter().flat_map(|(word, sound)| [(*word).into(), sound.as_str().into()]).collect();
    sql::insert_rows(tx, "product_search_word", &["word", "sound"], words, "ON CONFLICT DO NOTHING").await?;
    let keys = sounds
        .iter()
        .flat_map(|(word, sound)| spelling::keys(sound).into_iter().flat_map(|key| [key.into(), (*word).into()]))
        .collect();
    sql::insert_rows(tx, "product_search_key", &["key", "word"], keys, "ON CONFLICT DO NOTHING").await
}
