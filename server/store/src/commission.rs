//! Rules that say what share of a sale is the site's.

use domain::time::Timestamp;

use crate::{Result, Tx, sql};

/// What a rule is about; exactly one of the keys of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommissionScope {
    /// Every sale of a sentra.
    Sentra(i64),
    /// Every sale of a category.
    Category(i64),
    /// Every sale of a shop.
    Shop(i64),
}

/// Adds a rule; older ones of the same scope end where it begins.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(
    tx: &Tx,
    scope: CommissionScope,
    basis_points: i64,
    valid_from: Timestamp,
    created_by: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    let (name, sentra, category, shop) = match scope {
        CommissionScope::Sentra(id) => ("sentra", Some(id), None, None),
        CommissionScope::Category(id) => ("category", None, Some(id), None),
        CommissionScope::Shop(id) => ("shop", None, None, Some(id)),
    };
    sql::execute(
        tx,
        "INSERT INTO commission_rule (scope, sentra_id, category_id, shop_id, basis_points, valid_from, created_by,
            created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            name.into(),
            sentra.into(),
            category.into(),
            shop.into(),
            basis_points.into(),
            valid_from.millis().into(),
            created_by.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The rate of a variant's sale at an instant, in basis points: the rule of its shop, else of its category, else of its
/// sentra; nothing where there is none. Takes the placeholders of both.
pub(crate) fn rate_sql(variant: &str, at: &str) -> String {
    let newest = |column: &str, of: &str| {
        format!(
            "(SELECT r.basis_points FROM commission_rule r WHERE r.{column} = {of} AND r.valid_from <= {at}
              ORDER BY r.valid_from DESC, r.id DESC LIMIT 1)"
        )
    };
    format!(
        "(SELECT COALESCE({}, {}, {}, 0) FROM variant v JOIN product p ON p.id = v.product_id
          JOIN shop s ON s.id = p.shop_id WHERE v.id = {variant})",
        newest("shop_id", "s.id"),
        newest("category_id", "p.category_id"),
        newest("sentra_id", "s.sentra_id")
    )
}
