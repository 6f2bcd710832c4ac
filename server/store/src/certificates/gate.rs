//! What goods lack of the certificates that they cannot be sold without, kept on the product, as what is in stock is.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use super::{covers_sql, holds_sql};
use crate::{Db, Engine, Result, Tx, catalogue, guard, sql};

/// Products that are looked at in one statement.
const CHUNK: usize = 500;

/// A rule that all goods are to be looked at for.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct RuleRow {
    /// Key.
    pub id: i64,
    /// Which kind of goods.
    pub product_kind: String,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: i64,
}

/// The first kind that a row of `product` lacks at the instant `$1`.
fn lacking_sql(engine: Engine) -> String {
    let said = match engine {
        Engine::Sqlite => "json_extract(v.attributes, '$.' || r.attribute)",
        Engine::Postgres => "CAST(v.attributes AS JSONB) ->> r.attribute",
    };
    format!(
        "(SELECT r.kind FROM certificate_rule r JOIN category c ON c.kind = r.product_kind
          WHERE c.id = product.category_id AND r.in_force_from <= $1
              AND (r.transport_class IS NULL OR r.transport_class = product.transport_class)
              AND (r.longer_than_days IS NULL OR product.shelf_life_days > r.longer_than_days)
              AND (r.attribute IS NULL OR r.attribute_value =
                  (SELECT {said} FROM product_revision v WHERE v.id = product.published_revision_id))
              AND NOT EXISTS (SELECT 1 FROM certificate x WHERE x.kind = r.kind AND {} AND {})
          ORDER BY r.id LIMIT 1)",
        holds_sql("$1"),
        covers_sql("product")
    )
}

/// Looks at these products anew, after they or certificates of their shop changed; whether they can be bought follows,
/// and their epoch rises where that changes what a page says.
///
/// # Errors
/// Whatever the database says.
pub async fn refresh_products(tx: &Tx, product_ids: &[i64], now: Timestamp) -> Result<()> {
    let lacking = lacking_sql(tx.engine());
    for ids in product_ids.chunks(CHUNK) {
        guard::lock_products(tx, ids).await?;
        let text = format!(
            "UPDATE product SET lacking_certificate = {lacking}, epoch = epoch + 1
             WHERE id IN ({}) AND lacking_certificate IS DISTINCT FROM {lacking} RETURNING id",
            sql::placeholders(2, ids.len())
        );
        let values = std::iter::once(now.millis().into()).chain(ids.iter().map(|id| (*id).into()));
        let changed: Vec<IdRow> = sql::all(tx, &text, values).await?;
        let changed: Vec<i64> = changed.into_iter().map(|row| row.id).collect();
        catalogue::refresh_availability(tx, &changed, now).await?;
    }
    Ok(())
}

/// Looks at all goods of a shop anew; its pages are made anew too.
///
/// # Errors
/// Whatever the database says.
pub async fn refresh_shop(tx: &Tx, shop_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(tx, "UPDATE shop SET epoch = epoch + 1 WHERE id = $1", [shop_id.into()]).await?;
    let rows: Vec<IdRow> =
        sql::all(tx, "SELECT id FROM product WHERE shop_id = $1 ORDER BY id", [shop_id.into()]).await?;
    refresh_products(tx, &rows.into_iter().map(|row| row.id).collect::<Vec<_>>(), now).await
}

/// Rules that are in force and that goods have not been looked at for.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting_rules(db: &impl Db, now: Timestamp) -> Result<Vec<RuleRow>> {
    let text = "SELECT id, product_kind FROM certificate_rule WHERE applied_at IS NULL AND in_force_from <= $1
         ORDER BY id LIMIT 100";
    sql::all(db, text, [now.millis().into()]).await
}

/// Looks at the next goods of a rule's kind, those with higher keys than `after`; the last of them. With none left the rule
/// counts as applied.
///
/// # Errors
/// Whatever the database says.
pub async fn apply_rule(tx: &Tx, rule: &RuleRow, after: i64, now: Timestamp) -> Result<Option<i64>> {
    let text = "SELECT p.id FROM product p JOIN category c ON c.id = p.category_id
         WHERE c.kind = $1 AND p.id > $2 ORDER BY p.id LIMIT 500";
    let rows: Vec<IdRow> = sql::all(tx, text, [rule.product_kind.as_str().into(), after.into()]).await?;
    let ids: Vec<i64> = rows.into_iter().map(|row| row.id).collect();
    refresh_products(tx, &ids, now).await?;
    if ids.is_empty() {
        let text = "UPDATE certificate_rule SET applied_at = $1 WHERE id = $2";
        sql::execute(tx, text, [now.millis().into(), rule.id.into()]).await?;
    }
    Ok(ids.last().copied())
}
