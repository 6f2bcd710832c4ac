//! Codes of Indonesian administrative regions.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::text_enum::text_enum;

text_enum! {
    /// How deep a region is.
    RegionLevel {
        /// Provinsi.
        Province = "province",
        /// Kabupaten or kota.
        City = "city",
        /// Kecamatan.
        District = "district",
        /// Kelurahan or desa.
        Village = "village",
    }
}

/// A code like `35`, `35.73`, `35.73.05` or `35.73.05.1004` (Kepmendagri 300.2.2-2138/2025).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(String);

/// A text that is not a region code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a region code")]
pub struct ParseRegionError;

impl RegionCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How deep the region is.
    #[must_use]
    pub fn level(&self) -> RegionLevel {
        match self.0.len() {
            2 => RegionLevel::Province,
            5 => RegionLevel::City,
            8 => RegionLevel::District,
            _ => RegionLevel::Village,
        }
    }

    /// The region that this one is part of; `None` for a province.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(parent, _)| Self(parent.to_owned()))
    }

    /// Whether this region is `other` or part of it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.0 == other.0 || (self.0.starts_with(&other.0) && self.0.as_bytes().get(other.0.len()) == Some(&b'.'))
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for RegionCode {
    type Err = ParseRegionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const LENGTHS: [usize; 4] = [2, 2, 2, 4];
        let groups: Vec<&str> = text.split('.').collect();
        let fits = groups.len() <= LENGTHS.len()
            && groups
                .iter()
                .zip(LENGTHS)
                .all(|(group, length)| group.len() == length && group.bytes().all(|byte| byte.is_ascii_digit()));
        if fits { Ok(Self(text.to_owned())) } else { Err(ParseRegionError) }
    }
}

impl TryFrom<String> for RegionCode {
    type Error = ParseRegionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<RegionCode> for String {
    fn from(code: RegionCode) -> Self {
        code.0
    }
}
