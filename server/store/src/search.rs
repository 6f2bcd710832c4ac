//! The search index of products: normalised words, matched as parts of words, and the vocabulary of their names.

mod facets;
mod terms;
mod vocabulary;

use std::collections::BTreeSet;

use domain::words::normalised;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, sql};

pub use terms::Terms;

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
    kind: String,
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
                 c.name_en AS category_en_name, se.name AS sentra, se.craft_id, se.craft_en, r.attributes, c.kind
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
    sql::execute(tx, &format!("DELETE FROM product_search WHERE rowid IN ({list})"), ids.clone()).await?;
    facets::forget(tx, &list, ids).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let entries: Vec<Entry> = rows.iter().map(Entry::of).collect();
    let values = rows
        .iter()
        .zip(&entries)
        .flat_map(|(row, entry)| [row.id.into(), entry.name.as_str().into(), entry.body.as_str().into()]);
    sql::insert_rows(tx, "product_search", &["rowid", "name", "body"], values.collect(), "").await?;
    let words: BTreeSet<&str> = entries.iter().flat_map(|entry| entry.known.split(' ')).collect();
    vocabulary::learn(tx, words).await?;
    facets::index(tx, rows.iter().map(|row| (row.id, row.kind.as_str(), row.attributes.as_str()))).await
}

/// What is kept of a product.
struct Entry {
    name: String,
    body: String,
    /// The words that are corrected to: names, not the prose of attributes.
    known: String,
}

impl Entry {
    fn of(row: &SourceRow) -> Self {
        let name = normalised(&format!("{} {}", row.name_id, row.name_en.as_deref().unwrap_or_default()));
        let known = normalised(&format!(
            "{name} {} {} {} {} {} {}",
            row.shop, row.category_id_name, row.category_en_name, row.sentra, row.craft_id, row.craft_en
        ));
        let attributes = serde_json::from_str(&row.attributes).unwrap_or_default();
        let body = normalised(&format!("{known} {}", attribute_text(&attributes)));
        Self { name, body, known }
    }
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

/// How many products are in the index, and how many should be.
///
/// # Errors
/// Whatever the database says.
pub async fn coverage(db: &impl Db) -> Result<(i64, i64)> {
    let published = "SELECT COUNT(*) FROM product WHERE published_revision_id IS NOT NULL";
    let count = async |text: &str| Ok::<_, crate::Error>(sql::integer(db, text, []).await?.unwrap_or(0));
    // An index from before there was a vocabulary has to be built anew.
    let indexed = "SELECT COUNT(*) FROM product_search WHERE EXISTS (SELECT 1 FROM product_search_word)";
    Ok((count(indexed).await?, count(published).await?))
}

/// Empties the index.
///
/// # Errors
/// Whatever the database says.
pub async fn clear(tx: &Tx) -> Result<()> {
    for table in ["product_search", "product_search_word", "product_search_key", "product_search_facet"] {
        sql::execute(tx, &format!("DELETE FROM {table}"), []).await?;
    }
    Ok(())
}
