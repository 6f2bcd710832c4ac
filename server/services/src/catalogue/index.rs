//! Builds the search index anew.

use crate::{Result, Services};

/// Products of one transaction.
const BATCH: i64 = 1_000;

/// Indexes every product that has a published revision, and all regions; gives the number of products. What is not yet
/// done when it is cut short is found again by running it once more.
///
/// # Errors
/// When the database is not available.
pub async fn reindex(services: &Services) -> Result<u64> {
    let tx = services.store().begin().await?;
    store::regions::index(&tx).await?;
    store::search::clear(&tx).await?;
    tx.commit().await?;
    let (mut after, mut count) = (0, 0);
    loop {
        let ids = store::search::indexable(services.store(), after, BATCH).await?;
        let Some(last) = ids.last() else { return Ok(count) };
        let tx = services.store().begin().await?;
        store::search::index_products(&tx, &ids).await?;
        tx.commit().await?;
        after = *last;
        count += ids.len() as u64;
    }
}
