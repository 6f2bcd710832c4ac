//! Room of weeks for what is made to order. The counters of the weeks are changed in `guard` only.

use domain::time::Date;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// A week of a variant.
#[derive(Debug, Clone, FromQueryResult)]
pub struct WeekRow {
    /// ISO date of its Monday.
    pub week: String,
    /// Pieces that can still be made.
    pub free: i64,
    /// Pieces that are ordered.
    pub taken: i64,
}

/// Writes down how many pieces a week can be made of a variant.
///
/// # Errors
/// Whatever the database says.
pub async fn set(tx: &Tx, variant_id: i64, per_week: Option<i64>) -> Result<()> {
    let text = "UPDATE variant SET weekly_capacity = $2 WHERE id = $1";
    sql::execute(tx, text, [variant_id.into(), per_week.into()]).await?;
    Ok(())
}

/// The weeks of a variant from one on.
///
/// # Errors
/// Whatever the database says.
pub async fn weeks(db: &impl Db, variant_id: i64, from: Date) -> Result<Vec<WeekRow>> {
    sql::all(
        db,
        "SELECT week, on_hand - allocated - held AS free, allocated + held AS taken FROM stock
         WHERE variant_id = $1 AND week >= $2 ORDER BY week LIMIT 100",
        [variant_id.into(), from.to_string().into()],
    )
    .await
}

/// Products of variants with a limit that have no row for that week yet.
///
/// # Errors
/// Whatever the database says.
pub async fn short_of(db: &impl Db, week: Date) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    let rows: Vec<IdRow> = sql::all(
        db,
        "SELECT DISTINCT v.product_id AS id FROM variant v WHERE v.weekly_capacity IS NOT NULL AND v.archived_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM stock k WHERE k.variant_id = v.id AND k.week = $1) ORDER BY v.product_id LIMIT 5000",
        [week.to_string().into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
