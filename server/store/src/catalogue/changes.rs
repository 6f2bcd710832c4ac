//! Whether anything changed that a page of the catalogue may show.

use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// The state of the catalogue: equal as long as nothing changed. Rows become visible when they are committed, and not in
/// the order of their ids, so the newest id alone would miss some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct CatalogueVersion {
    kept: i64,
    oldest: i64,
    newest: i64,
}

/// The state as it is now.
///
/// # Errors
/// Whatever the database says.
pub async fn version(db: &impl Db) -> Result<CatalogueVersion> {
    let text = "SELECT COUNT(*) AS kept, COALESCE(MIN(id), 0) AS oldest, COALESCE(MAX(id), 0) AS newest
        FROM catalogue_change";
    let none = CatalogueVersion { kept: 0, oldest: 0, newest: 0 };
    Ok(sql::one(db, text, []).await?.unwrap_or(none))
}

/// Forgets all but the newest changes, so that counting them stays cheap.
///
/// # Errors
/// Whatever the database says.
pub async fn trim_changes(tx: &Tx, keep: i64) -> Result<u64> {
    let text = "DELETE FROM catalogue_change WHERE id <= (SELECT COALESCE(MAX(id), 0) FROM catalogue_change) - $1";
    sql::execute(tx, text, [keep.into()]).await
}
