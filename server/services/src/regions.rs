//! Villages by the words that people type of their address.

use domain::words::words;
use store::regions::Region;

use crate::{Result, Services};

/// A village that was found.
pub type RegionHit = Region;

/// Most words of a search that count; "Dinoyo Lowokwaru Kota Malang Jawa Timur 65144" has seven.
const MAX_WORDS: usize = 8;
/// Shorter words would match half the country.
const MIN_WORD: usize = 2;
/// Words that say what a name is, not what it is called.
const KINDS: [&str; 9] = ["desa", "kel", "kelurahan", "kec", "kecamatan", "prov", "provinsi", "indonesia", "jl"];
/// Most villages of one answer.
const MAX_HITS: i64 = 50;

/// Villages in whose name, district, city, province or postcode every word begins a word.
///
/// # Errors
/// When the database is not available.
pub async fn search(services: &Services, text: &str, limit: i64) -> Result<Vec<RegionHit>> {
    let bounded: String = text.chars().take(*domain::limits::SEARCH.end()).collect();
    let words: Vec<String> = words(&bounded)
        .into_iter()
        .filter(|word| word.chars().count() >= MIN_WORD && !KINDS.contains(&word.as_str()))
        .take(MAX_WORDS)
        .collect();
    Ok(store::regions::search(services.store(), &words, limit.clamp(1, MAX_HITS)).await?)
}

/// The village with that code.
///
/// # Errors
/// When the database is not available.
pub async fn find(services: &Services, code: &str) -> Result<Option<RegionHit>> {
    Ok(store::regions::find_village(services.store(), code).await?)
}
