//! The two languages.

use crate::text_enum::text_enum;

text_enum! {
    /// A language of the interface.
    Locale {
        /// Indonesian, the default.
        Id = "id",
        /// English.
        En = "en",
    }
}

impl Locale {
    /// What stands before a path in that language: nothing, or `/en`.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Id => "",
            Self::En => "/en",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }
}
