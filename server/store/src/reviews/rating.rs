//! The ratings of products and shops: counters that go up and down with the reviews that are shown.

use domain::review::{PRIOR_COUNT, PRIOR_STARS, Spread};
use sea_orm::Value;

use crate::{Result, Tx, sql};

/// Adds a change to the ratings of a product and its shop, and lets pages that show them be made anew. Additions meet
/// without losing one another; the review's order is locked, so that each is made once. The shop is written first, as
/// everybody does who needs both.
///
/// # Errors
/// Whatever the database says; a counter never falls below nothing.
pub async fn rate(tx: &Tx, product_id: i64, shop_id: i64, change: Spread) -> Result<()> {
    let after = |stars: i64| format!("(stars_{stars} + ${})", stars + 1);
    let sets: Vec<String> = (1..=5).map(|stars| format!("stars_{stars} = {}", after(stars))).collect();
    let count = (1..=5).map(after).collect::<Vec<_>>().join(" + ");
    let sum = (1..=5).map(|stars| format!("{stars} * {}", after(stars))).collect::<Vec<_>>().join(" + ");
    let score = format!(
        "CASE WHEN {count} = 0 THEN 0 ELSE ({sum} + {}) * 1000 / ({count} + {PRIOR_COUNT}) END",
        PRIOR_STARS * PRIOR_COUNT
    );
    let sets = sets.join(", ");
    let values = |id: i64| std::iter::once(Value::from(id)).chain(change.0.map(Value::from));
    sql::execute(tx, &format!("UPDATE shop SET {sets}, epoch = epoch + 1 WHERE id = $1"), values(shop_id)).await?;
    let text = format!("UPDATE product SET {sets}, rating_score = {score}, epoch = epoch + 1 WHERE id = $1");
    sql::execute(tx, &text, values(product_id)).await?;
    Ok(())
}
