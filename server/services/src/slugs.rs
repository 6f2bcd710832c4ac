//! What products are called in addresses.

use domain::slug::{MAX_SLUG_CHARACTERS, Slug};
use store::{Tx, products};

use crate::{Error, Result, Services, secret};

/// How often a taken slug gets another ending.
pub(crate) const TRIES: usize = 5;

/// What a name may be called in an address: first as it is, then with a random ending.
pub(crate) fn candidate(base: &Slug, attempt: usize) -> Result<String> {
    if attempt == 0 {
        return Ok(base.as_str().to_owned());
    }
    let ending = hex::encode(secret::random::<3>()?);
    let stem: String = base.as_str().chars().take(MAX_SLUG_CHARACTERS - ending.len() - 1).collect();
    Ok(format!("{}-{ending}", stem.trim_end_matches('-')))
}

/// Lets the address of a product follow its name when a revision with another one is put on sale. `before` is the
/// revision that was on sale until now.
pub(crate) async fn follow(tx: &Tx, services: &Services, product_id: i64, before: i64, revision: i64) -> Result<()> {
    let name = |revision| async move { products::name_of(tx, revision).await };
    let (Some(old), Some(new)) = (name(before).await?, name(revision).await?) else { return Ok(()) };
    let base = Slug::from_title(&new);
    if Slug::from_title(&old) == base {
        return Ok(());
    }
    for attempt in 0..TRIES {
        if products::rename(tx, product_id, &candidate(&base, attempt)?, services.now()).await? {
            return Ok(());
        }
    }
    Err(Error::internal("no free slug"))
}
