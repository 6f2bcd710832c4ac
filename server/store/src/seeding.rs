//! Writes shops and products as they are in a seed file: for a demo, in one transaction, without curation.

use domain::time::{Date, Timestamp};
use sea_orm::FromQueryResult;
pub use sea_orm::Value;

use crate::{Error, Result, Tx, sql};

/// A shop as a seed file has it.
#[derive(Debug)]
pub struct NewShop<'a> {
    /// `shp_…`
    pub public_id: &'a str,
    /// Slug of its sentra.
    pub sentra: &'a str,
    /// Columns by name; all of `shop` but ids, status and times.
    pub columns: Vec<(&'static str, Value)>,
    /// Account that runs it.
    pub owner_account: i64,
}

/// Inserts an approved shop with its owner; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_shop(tx: &Tx, shop: NewShop<'_>, now: Timestamp) -> Result<i64> {
    let sentra = key(tx, "sentra", "slug", shop.sentra).await?;
    let mut columns: Vec<(&str, Value)> = vec![
        ("public_id", shop.public_id.into()),
        ("sentra_id", sentra.into()),
        ("status", "approved".into()),
        ("created_at", now.millis().into()),
        ("updated_at", now.millis().into()),
    ];
    columns.extend(shop.columns);
    let id = insert(tx, "shop", columns).await?;
    sql::execute(
        tx,
        "INSERT INTO shop_member (shop_id, account_id, created_at) VALUES ($1, $2, $3)",
        [id.into(), shop.owner_account.into(), now.millis().into()],
    )
    .await?;
    Ok(id)
}

/// Inserts a row and gives its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, table: &str, columns: Vec<(&str, Value)>) -> Result<i64> {
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let places = sql::placeholders(1, columns.len());
    let values: Vec<Value> = columns.into_iter().map(|(_, value)| value).collect();
    let id = sql::integer(tx, &format!("INSERT INTO {table} ({names}) VALUES ({places}) RETURNING id"), values).await?;
    id.ok_or_else(|| Error::Corrupt(format!("{table} gave no id")))
}

/// Inserts rows of a table without a key of its own.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_plain(tx: &Tx, table: &str, columns: Vec<(&str, Value)>) -> Result<()> {
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let places = sql::placeholders(1, columns.len());
    let values: Vec<Value> = columns.into_iter().map(|(_, value)| value).collect();
    sql::execute(tx, &format!("INSERT INTO {table} ({names}) VALUES ({places})"), values).await?;
    Ok(())
}

/// Inserts many rows of one table, ids of their own included; `values` holds them one after the other.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_rows(tx: &Tx, table: &str, columns: &[&str], values: Vec<Value>) -> Result<()> {
    sql::insert_rows(tx, table, columns, values, "").await
}

/// The highest id of a table, 0 when it is empty.
///
/// # Errors
/// Whatever the database says.
pub async fn last_id(tx: &Tx, table: &str) -> Result<i64> {
    Ok(sql::integer(tx, &format!("SELECT MAX(id) FROM {table}"), []).await?.unwrap_or(0))
}

/// A category that goods can be put into.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CategoryRow {
    /// Key.
    pub id: i64,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Key of its sentra.
    pub sentra_id: i64,
    /// Name.
    pub name_id: String,
    /// Name in English.
    pub name_en: String,
}

/// Categories of goods that lie on a shelf, by key.
///
/// # Errors
/// Whatever the database says.
pub async fn goods_categories(tx: &Tx) -> Result<Vec<CategoryRow>> {
    let text =
        "SELECT id, kind, sentra_id, name_id, name_en FROM category WHERE kind <> 'experience' ORDER BY id LIMIT 1000";
    sql::all(tx, text, []).await
}

/// A sentra that shops can be put into.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SentraPlace {
    /// Key.
    pub id: i64,
    /// Where it lies.
    pub origin_region: String,
}

/// All sentra, by key.
///
/// # Errors
/// Whatever the database says.
pub async fn sentra_places(tx: &Tx) -> Result<Vec<SentraPlace>> {
    sql::all(tx, "SELECT id, origin_region FROM sentra ORDER BY id LIMIT 100", []).await
}

/// Keys of the first photos of products there are, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub async fn product_media(tx: &Tx, limit: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let text = "SELECT DISTINCT media_id AS id FROM product_photo ORDER BY media_id LIMIT $1";
    let rows: Vec<IdRow> = sql::all(tx, text, [limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Key of a row by a unique column.
///
/// # Errors
/// [`Error::Corrupt`] when there is none.
pub async fn key(tx: &Tx, table: &str, column: &str, value: &str) -> Result<i64> {
    let id = sql::integer(tx, &format!("SELECT id FROM {table} WHERE {column} = $1"), [value.into()]).await?;
    id.ok_or_else(|| Error::Corrupt(format!("no {table} with {column} {value}")))
}

/// Puts pieces on the shelf: into a lot made on that day where the product perishes.
///
/// # Errors
/// Whatever the database says.
pub async fn stock(
    tx: &Tx,
    variant_id: i64,
    on_hand: i64,
    lot: Option<(&str, Date, Date)>,
    now: Timestamp,
) -> Result<()> {
    let lot_id = match lot {
        Some((code, produced_on, best_before)) => {
            let columns = vec![
                ("code", code.into()),
                ("variant_id", variant_id.into()),
                ("produced_on", produced_on.to_string().into()),
                ("best_before", best_before.to_string().into()),
                ("created_at", now.millis().into()),
            ];
            Some(insert(tx, "lot", columns).await?)
        }
        None => None,
    };
    let columns = vec![("variant_id", variant_id.into()), ("lot_id", lot_id.into()), ("on_hand", on_hand.into())];
    let stock_id = insert(tx, "stock", columns).await?;
    let columns = vec![
        ("stock_id", stock_id.into()),
        ("kind", "received".into()),
        ("quantity", on_hand.into()),
        ("actor", "system".into()),
        ("at", now.millis().into()),
    ];
    insert(tx, "stock_movement", columns).await?;
    Ok(())
}

/// Makes a revision the one that buyers see.
///
/// # Errors
/// Whatever the database says.
pub async fn publish(tx: &Tx, product_id: i64, revision_id: i64) -> Result<()> {
    let sql = "UPDATE product SET published_revision_id = $1 WHERE id = $2";
    sql::execute(tx, sql, [revision_id.into(), product_id.into()]).await?;
    Ok(())
}

/// Takes back the messages that wait to be sent.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_messages(tx: &Tx) -> Result<()> {
    sql::execute(tx, "DELETE FROM job WHERE kind IN ('mail', 'text') AND state = 'ready'", []).await?;
    Ok(())
}
