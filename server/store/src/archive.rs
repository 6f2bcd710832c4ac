//! Reads and writes whole tables in a form that both engines share: one JSON object a row.

use sea_orm::{
    AccessMode, ConnectionTrait as _, DatabaseTransaction, FromQueryResult, IsolationLevel, TransactionOptions,
    TransactionTrait as _, Value,
};
use serde_json::Map;

use crate::{Db, Engine, Error, Result, Store, Tx, sql};

/// Every table of the schema that holds data, parents before children. What the search index holds is derived and
/// built anew; caches of pages begin empty.
pub const TABLES: &[(&str, Order)] = &[
    ("region", Order::By("code")),
    ("sentra", Order::Id),
    ("category", Order::Id),
    ("attribute_definition", Order::Id),
    ("shipping_zone", Order::Id),
    ("shipping_zone_region", Order::Within("zone_id", "region_prefix")),
    ("shipping_service", Order::Id),
    ("shipping_rate", Order::Within("zone_id", "service_id")),
    ("setting", Order::By("key")),
    ("holiday", Order::By("day")),
    ("synonym", Order::By("term, canonical")),
    ("cod_region", Order::By("region_prefix")),
    ("certificate_rule", Order::Id),
    // From here on: what people put in. Before it: what `sentra migrate` loads.
    ("account", Order::Id),
    ("account_role", Order::Within("account_id", "role")),
    ("session", Order::Id),
    ("api_token", Order::Id),
    ("password_reset", Order::Id),
    ("sign_up", Order::Id),
    ("media", Order::Id),
    ("shop", Order::Id),
    ("shop_member", Order::Within("shop_id", "account_id")),
    ("seller_delivery_area", Order::Within("shop_id", "region_prefix")),
    ("shop_qris", Order::Id),
    ("product", Order::Id),
    ("product_slug", Order::By("slug")),
    ("product_revision", Order::Id),
    ("product_text", Order::Within("revision_id", "locale")),
    ("product_photo", Order::Id),
    ("variant", Order::Id),
    ("price_change", Order::Id),
    ("lot", Order::Id),
    ("stock", Order::Id),
    ("certificate", Order::Id),
    ("certificate_product", Order::Within("certificate_id", "product_id")),
    ("certificate_event", Order::Id),
    ("voucher", Order::Id),
    ("cart", Order::Id),
    ("cart_line", Order::Within("cart_id", "variant_id")),
    ("cart_hold", Order::Id),
    ("cart_hold_line", Order::Within("hold_id", "stock_id")),
    ("checkout_group", Order::Id),
    ("seller_order", Order::Id),
    ("order_contact", Order::Within("order_id", "order_id")),
    ("voucher_use", Order::Within("order_id", "order_id")),
    ("order_line", Order::Id),
    ("stock_hold", Order::Id),
    ("payment", Order::Id),
    ("payment_share", Order::Within("payment_id", "order_id")),
    ("payment_proof", Order::Id),
    ("unmatched_payment", Order::Id),
    ("provider_event", Order::Id),
    ("unmatched_card", Order::Id),
    ("order_event", Order::Id),
    ("refund", Order::Id),
    ("refund_line", Order::Within("refund_id", "order_line_id")),
    ("refund_event", Order::Id),
    ("refund_account", Order::Within("order_id", "order_id")),
    ("complaint", Order::Id),
    ("complaint_line", Order::Within("complaint_id", "order_line_id")),
    ("complaint_photo", Order::Id),
    ("complaint_message", Order::Id),
    ("complaint_event", Order::Id),
    ("replacement", Order::Within("complaint_id", "complaint_id")),
    ("stock_movement", Order::Id),
    ("review", Order::Id),
    ("review_photo", Order::Id),
    ("review_event", Order::Id),
    ("review_report", Order::Id),
    ("review_invitation", Order::Within("order_id", "order_id")),
    ("commission_rule", Order::Id),
    ("ledger_account", Order::Id),
    ("payout", Order::Id),
    ("payout_event", Order::Id),
    ("ledger_transaction", Order::Id),
    ("ledger_entry", Order::Id),
    ("payout_entry", Order::Id),
    ("reconciliation", Order::Id),
    ("job", Order::Id),
    ("idempotency_record", Order::By("key")),
    ("rate_limit", Order::By("action, subject, window_start")),
    ("form_state", Order::By("token_hash, form")),
    ("audit_event", Order::Id),
];

/// Rows of one page of a table that is read by id.
const PAGE_ROWS: u64 = 5_000;

/// How a table is read from end to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By its `id`, page by page.
    Id,
    /// By the key of a parent and one more column, page by page; a parent has fewer rows than a page.
    Within(&'static str, &'static str),
    /// By other columns, all at once.
    By(&'static str),
}

/// A read-only view of one instant.
pub struct Snapshot {
    inner: DatabaseTransaction,
    engine: Engine,
}

impl Db for Snapshot {
    fn connection(&self) -> &impl sea_orm::ConnectionTrait {
        &self.inner
    }

    fn engine(&self) -> Engine {
        self.engine
    }
}

impl Store {
    /// Begins a view of this instant that later writes do not change.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let options = TransactionOptions {
            isolation_level: (self.engine == Engine::Postgres).then_some(IsolationLevel::RepeatableRead),
            access_mode: (self.engine == Engine::Postgres).then_some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        };
        let inner = self.read.begin_with_options(options).await?;
        Ok(Snapshot { inner, engine: self.engine })
    }
}

#[derive(FromQueryResult)]
struct JsonRow {
    id: i64,
    json: String,
}

#[derive(FromQueryResult)]
struct ColumnRow {
    name: String,
    kind: String,
}

/// One page of a table as JSON objects, and where the next begins; `None` at the end.
///
/// # Errors
/// Whatever the database says.
pub async fn read_page(
    snapshot: &Snapshot,
    table: &str,
    order: Order,
    after: i64,
) -> Result<(Vec<String>, Option<i64>)> {
    let columns = columns(snapshot, table).await?;
    let object = match snapshot.engine {
        Engine::Postgres => "row_to_json(t)::text".to_owned(),
        Engine::Sqlite => {
            let pairs: Vec<String> = columns.iter().map(|column| format!("'{0}', t.{0}", column.name)).collect();
            format!("json_object({})", pairs.join(", "))
        }
    };
    let paged = |key: &str, then: &str| {
        format!(
            "SELECT t.{key} AS id, {object} AS json FROM {table} t
             WHERE t.{key} > $1 ORDER BY t.{key}, t.{then} LIMIT {PAGE_ROWS}"
        )
    };
    let text = match order {
        Order::Id => paged("id", "id"),
        Order::Within(parent, then) => paged(parent, then),
        Order::By(columns) => {
            format!("SELECT CAST(0 AS BIGINT) AS id, {object} AS json FROM {table} t ORDER BY {columns}")
        }
    };
    let values: Option<Value> = (!matches!(order, Order::By(_))).then(|| after.into());
    let mut rows: Vec<JsonRow> = sql::all(snapshot, &text, values).await?;
    let is_full = rows.len() as u64 == PAGE_ROWS;
    let next = match order {
        Order::By(_) => None,
        Order::Id => rows.last().map(|row| row.id).filter(|_| is_full),
        Order::Within(..) if is_full => {
            // The last parent may have more rows: it goes to the next page.
            let last = rows.last().map(|row| row.id);
            rows.truncate(rows.iter().position(|row| Some(row.id) == last).unwrap_or(rows.len()));
            let before = rows.last().map(|row| row.id);
            before.ok_or_else(|| Error::Corrupt(format!("{table}: too many rows of one parent")))?.into()
        }
        Order::Within(..) => None,
    };
    Ok((rows.into_iter().map(|row| row.json).collect(), next))
}

/// Inserts rows that [`read_page`] gave, from either engine.
///
/// # Errors
/// [`Error::Corrupt`] when a row does not fit the table, else whatever the database says.
pub async fn write_rows(tx: &Tx, table: &str, rows: &[String]) -> Result<()> {
    let columns = columns(tx, table).await?;
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    for row in rows {
        let object: Map<String, serde_json::Value> =
            serde_json::from_str(row).map_err(|error| Error::Corrupt(format!("{table}: {error}")))?;
        for column in &columns {
            values.push(typed(table, column, object.get(&column.name))?);
        }
    }
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    sql::insert_rows(tx, table, &names, values, "").await
}

/// Lets generated ids go on after the highest one; SQLite does so by itself.
///
/// # Errors
/// Whatever the database says.
pub async fn continue_ids(tx: &Tx) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        return Ok(());
    }
    for (table, _) in TABLES.iter().filter(|(_, order)| *order == Order::Id) {
        let sql = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'id'), COALESCE(MAX(id), 1), MAX(id) IS NOT NULL) FROM {table}"
        );
        tx.connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// The first table that holds what people put in; `None` where there is nothing but a schema and reference data.
///
/// # Errors
/// Whatever the database says.
pub async fn first_filled(db: &impl Db) -> Result<Option<&'static str>> {
    let there = table_names(db).await?;
    for (table, _) in TABLES.iter().skip(reference_tables()) {
        let exists = there.iter().any(|name| name == table);
        if exists && count(db, &format!("(SELECT 1 AS one FROM {table} LIMIT 1) first")).await? > 0 {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

/// Removes the reference data, for that of an archive.
///
/// # Errors
/// Whatever the database says.
pub async fn clear_reference(tx: &Tx) -> Result<()> {
    for (table, _) in TABLES.iter().take(reference_tables()).rev() {
        sql::execute(tx, &format!("DELETE FROM {table}"), []).await?;
    }
    Ok(())
}

/// How many of [`TABLES`] hold reference data: all before the accounts.
fn reference_tables() -> usize {
    TABLES.iter().position(|(table, _)| *table == "account").unwrap_or(0)
}

/// Number of rows of a table.
///
/// # Errors
/// Whatever the database says.
pub async fn count(db: &impl Db, table: &str) -> Result<i64> {
    Ok(sql::integer(db, &format!("SELECT COUNT(*) FROM {table}"), []).await?.unwrap_or(0))
}

/// Names of all tables that hold data, for the test that none was forgotten.
///
/// # Errors
/// Whatever the database says.
pub async fn table_names(db: &impl Db) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct NameRow {
        name: String,
    }
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        }
        Engine::Postgres => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
        }
    };
    let rows: Vec<NameRow> = sql::all(db, sql, []).await?;
    let derived = |name: &str| {
        name.starts_with("product_search") || name.starts_with("region_search") || name == "catalogue_change"
    };
    Ok(rows.into_iter().map(|row| row.name).filter(|name| name != "seaql_migrations" && !derived(name)).collect())
}

async fn columns(db: &impl Db, table: &str) -> Result<Vec<ColumnRow>> {
    let sql = match db.engine() {
        Engine::Sqlite => "SELECT name, upper(type) AS kind FROM pragma_table_info($1) ORDER BY cid",
        Engine::Postgres => {
            "SELECT column_name::text AS name, upper(data_type) AS kind FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position"
        }
    };
    sql::all(db, sql, [table.into()]).await
}

fn typed(table: &str, column: &ColumnRow, value: Option<&serde_json::Value>) -> Result<Value> {
    use serde_json::Value as Json;
    let misfit = || Error::Corrupt(format!("{table}.{}: {value:?}", column.name));
    let value = value.unwrap_or(&Json::Null);
    Ok(match column.kind.as_str() {
        "TEXT" => match value {
            Json::Null => Value::String(None),
            Json::String(text) => text.clone().into(),
            _ => return Err(misfit()),
        },
        "BOOLEAN" => match value {
            Json::Null => Value::Bool(None),
            Json::Bool(flag) => (*flag).into(),
            Json::Number(number) => (number.as_i64() == Some(1)).into(),
            _ => return Err(misfit()),
        },
        "BIGINT" | "INTEGER" => match value {
            Json::Null => Value::BigInt(None),
            Json::Number(number) => number.as_i64().ok_or_else(misfit)?.into(),
            _ => return Err(misfit()),
        },
        _ => return Err(misfit()),
    })
}
