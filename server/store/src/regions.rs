//! Regions: by code, and by the words that people type.

use sea_orm::FromQueryResult;

use crate::{Db, Engine, Result, Tx, sql};

/// A village that an address can lie in.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Region {
    /// Dotted code.
    pub code: String,
    /// Name of the village alone.
    pub name: String,
    /// Name with district, city and province.
    pub full_name: String,
    /// Five digits, where known.
    pub postal_code: Option<String>,
    /// Whether cash on delivery is taken there: no region is named for it, or one around this.
    pub takes_cash: bool,
}

/// [`Region::takes_cash`] of the region `r`.
const TAKES_CASH: &str = "(NOT EXISTS (SELECT 1 FROM cod_region) OR EXISTS (SELECT 1 FROM cod_region c
    WHERE r.code = c.region_prefix OR r.code LIKE c.region_prefix || '.%')) AS takes_cash";

/// Matches that are ranked; what lies beyond them needs another word.
const CANDIDATES: i64 = 400;

/// The village with that code.
///
/// # Errors
/// Whatever the database says.
pub async fn find_village(db: &impl Db, code: &str) -> Result<Option<Region>> {
    sql::one(
        db,
        &format!(
            "SELECT r.code, r.name, r.full_name, r.postal_code, {TAKES_CASH} FROM region r
             WHERE r.code = $1 AND r.level = 'village'"
        ),
        [code.into()],
    )
    .await
}

/// Villages in whose full name or postcode every word begins a word; those named so come first. The words are
/// alphanumeric.
///
/// # Errors
/// Whatever the database says.
pub async fn search(db: &impl Db, words: &[String], limit: i64) -> Result<Vec<Region>> {
    let Some(first) = words.first() else { return Ok(Vec::new()) };
    let (condition, query) = match db.engine() {
        Engine::Sqlite => {
            let terms: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
            ("region_search MATCH $1", terms.join(" "))
        }
        Engine::Postgres => {
            let terms: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
            ("to_tsvector('simple', body) @@ to_tsquery('simple', $1)", terms.join(" & "))
        }
    };
    let text = format!(
        "SELECT r.code, r.name, r.full_name, r.postal_code, {TAKES_CASH}
         FROM (SELECT code FROM region_search WHERE {condition} LIMIT $2) found
         JOIN region r ON r.code = found.code
         ORDER BY CASE WHEN LOWER(r.name) = $3 THEN 0 WHEN LOWER(r.name) LIKE $4 THEN 1 ELSE 2 END, r.code
         LIMIT $5"
    );
    let values = [query.into(), CANDIDATES.into(), first.as_str().into(), format!("{first}%").into(), limit.into()];
    sql::all(db, &text, values).await
}

/// Builds the search index of regions anew. Addresses are villages, so only they are found.
///
/// # Errors
/// Whatever the database says.
pub async fn index(tx: &Tx) -> Result<()> {
    sql::execute(tx, "DELETE FROM region_search", []).await?;
    sql::execute(
        tx,
        "INSERT INTO region_search (body, code)
         SELECT full_name || ' ' || COALESCE(postal_code, ''), code FROM region WHERE level = 'village' ORDER BY code",
        [],
    )
    .await?;
    Ok(())
}
