//! The craft villages.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use crate::{Db, Result, sql};

/// A sentra with what its page and tile say.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SentraRow {
    /// Part of its address.
    pub slug: String,
    /// Name of the place.
    pub name: String,
    /// What is made there.
    pub craft: String,
    /// Where it lies.
    pub place: String,
    /// One sentence.
    pub tagline: String,
    /// Paragraphs, parted by empty lines.
    pub story: String,
    /// Shops that sell here.
    pub shop_count: i64,
}

/// All of them, in their order; with the counts of approved shops.
///
/// # Errors
/// Whatever the database says.
pub async fn sentra(db: &impl Db, locale: Locale) -> Result<Vec<SentraRow>> {
    let suffix = locale.as_str();
    let text = format!(
        "SELECT se.slug, se.name, se.craft_{suffix} AS craft, se.place, se.tagline_{suffix} AS tagline,
             se.story_{suffix} AS story,
             (SELECT COUNT(*) FROM shop s WHERE s.sentra_id = se.id AND s.status = 'approved') AS shop_count
         FROM sentra se ORDER BY se.position, se.id LIMIT 50"
    );
    sql::all(db, &text, []).await
}
