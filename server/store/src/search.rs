//! The search index of products: normalised words, matched as parts of words.

use domain::words::{normalised, words};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Engine, Result, Tx, sql, sql::Fragment};

/// Most words of a search that count.
const MAX_WORDS: usize = 8;
/// Shortest text that the trigram index finds.
const TRIGRAM: usize = 3;

/// A search as it is matched: every group must occur, by any of its alternatives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms(Vec<Vec<String>>);

#[derive(FromQueryResult)]
struct SynonymRow {
    term: String,
    canonical: String,
}

#[derive(FromQueryResult)]
struct SourceRow {
    id: i64,
    name_id: String,
    name_en: Option<String>,
    shop: String,
    category_id_name: String,
    category_en_name: String,
    sentra: String,
    craft_id: String,
    craft_en: String,
    attributes: String,
}

impl Terms {
    /// Reads what a person typed, with the synonyms of the table. One statement, or none without a word.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn read(db: &impl Db, text: &str) -> Result<Self> {
        let mut words = words(text);
        words.truncate(MAX_WORDS);
        if words.is_empty() {
            return Ok(Self::default());
        }
        let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
        let candidates: Vec<Value> = words.iter().chain(&pairs).map(|term| term.as_str().into()).collect();
        let text = format!(
            "SELECT term, canonical FROM synonym WHERE term IN ({}) ORDER BY term, canonical",
            sql::placeholders(1, candidates.len())
        );
        let synonyms: Vec<SynonymRow> = sql::all(db, &text, candidates).await?;
        let alternatives = |term: &str| -> Vec<String> {
            let canonical = synonyms.iter().filter(|row| row.term == term).map(|row| row.canonical.clone());
            std::iter::once(term.to_owned()).chain(canonical).collect()
        };
        let mut groups = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let pair = pairs.get(place).map(|pair| alternatives(pair)).filter(|found| found.len() > 1);
            place += if pair.is_some() { 2 } else { 1 };
            groups.push(pair.unwrap_or_else(|| alternatives(word)));
        }
        Ok(Self(groups))
    }

    /// Whether nothing was searched for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the condition on `product_search`.
    pub(crate) fn condition(&self, engine: Engine, into: &mut Fragment) {
        let (by_index, by_like): (Vec<_>, Vec<_>) = self
            .0
            .iter()
            .partition(|group| engine == Engine::Sqlite && group.iter().all(|term| term.chars().count() >= TRIGRAM));
        if !by_index.is_empty() {
            // Terms hold letters, digits and single spaces only, so that a quoted one cannot end early.
            let groups: Vec<String> = by_index
                .iter()
                .map(|group| {
                    let terms: Vec<String> = group.iter().map(|term| format!("\"{term}\"")).collect();
                    format!("({})", terms.join(" OR "))
                })
                .collect();
            let query = into.bind(groups.join(" AND "));
            into.push(&format!(" AND product_search MATCH {query}"));
        }
        for group in by_like {
            let any = like_any("product_search.body", group, into);
            into.push(&format!(" AND {any}"));
        }
    }

    /// An expression that is 1 where the name holds every group, else 0.
    pub(crate) fn rank(&self, into: &mut Fragment) -> String {
        let all: Vec<String> = self.0.iter().map(|group| like_any("product_search.name", group, into)).collect();
        format!("(CASE WHEN {} THEN 1 ELSE 0 END)", all.join(" AND "))
    }
}

fn like_any(column: &str, group: &[String], into: &mut Fragment) -> String {
    let any: Vec<String> =
        group.iter().map(|term| format!("{column} LIKE {}", into.bind(format!("%{term}%")))).collect();
    format!("({})", any.join(" OR "))
}

/// Brings the index entry of a product up to date with its published revision, in the transaction that publishes it.
///
/// # Errors
/// Whatever the database says.
pub async fn index_product(tx: &Tx, product_id: i64) -> Result<()> {
    index_products(tx, &[product_id]).await
}

/// The same for several products, at most a few hundred.
///
/// # Errors
/// Whatever the database says.
pub async fn index_products(tx: &Tx, product_ids: &[i64]) -> Result<()> {
    if product_ids.is_empty() {
        return Ok(());
    }
    let ids: Vec<Value> = product_ids.iter().map(|id| (*id).into()).collect();
    let list = sql::placeholders(1, ids.len());
    let rows: Vec<SourceRow> = sql::all(
        tx,
        &format!(
            "SELECT p.id, ti.name AS name_id, te.name AS name_en, s.name AS shop, c.name_id AS category_id_name,
                 c.name_en AS category_en_name, se.name AS sentra, se.craft_id, se.craft_en, r.attributes
             FROM product p
             JOIN product_revision r ON r.id = p.published_revision_id
             JOIN product_text ti ON ti.revision_id = r.id AND ti.locale = 'id'
             LEFT JOIN product_text te ON te.revision_id = r.id AND te.locale = 'en'
             JOIN shop s ON s.id = p.shop_id
             JOIN category c ON c.id = p.category_id
             JOIN sentra se ON se.id = c.sentra_id
             WHERE p.id IN ({list})"
        ),
        ids.clone(),
    )
    .await?;
    sql::execute(tx, &format!("DELETE FROM product_search WHERE rowid IN ({list})"), ids).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let values: Vec<Value> = rows.iter().flat_map(entry).collect();
    sql::insert_rows(tx, "product_search", &["rowid", "name", "body"], values, "").await
}

fn entry(row: &SourceRow) -> [Value; 3] {
    let name = normalised(&format!("{} {}", row.name_id, row.name_en.as_deref().unwrap_or_default()));
    let attributes = serde_json::from_str(&row.attributes).unwrap_or_default();
    let body = normalised(&format!(
        "{name} {} {} {} {} {} {} {}",
        row.shop,
        row.category_id_name,
        row.category_en_name,
        row.sentra,
        row.craft_id,
        row.craft_en,
        attribute_text(&attributes),
    ));
    [row.id.into(), name.into(), body.into()]
}

/// The words among the values of attributes.
fn attribute_text(attributes: &serde_json::Map<String, serde_json::Value>) -> String {
    attributes.values().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(" ")
}

/// Keys of products that have a published revision, ascending, above `after`.
///
/// # Errors
/// Whatever the database says.
pub async fn indexable(db: &impl Db, after: i64, limit: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let rows: Vec<IdRow> = sql::all(
        db,
        "SELECT id FROM product WHERE id > $1 AND published_revision_id IS NOT NULL ORDER BY id LIMIT $2",
        [after.into(), limit.into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Empties the index.
///
/// # Errors
/// Whatever the database says.
pub async fn clear(tx: &Tx) -> Result<()> {
    sql::execute(tx, "DELETE FROM product_search", []).await?;
    Ok(())
}
