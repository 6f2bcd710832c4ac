//! The handle to the texts of one language.

use domain::{
    locale::Locale,
    money::Rupiah,
    time::{Date, Timestamp, Zone},
};
use fluent_bundle::FluentArgs;

use crate::{Arg, bundle::bundle, number::grouped};

/// Texts in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tr {
    locale: Locale,
}

impl Tr {
    /// Texts in that language.
    #[must_use]
    pub const fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// The language.
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The text of a key. A missing key shows itself, and fails in debug builds.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.t_args(key, &[])
    }

    /// The text of a key with its variables filled in: `tr.t_args("stock-left", &[("n", 2.into())])`.
    #[must_use]
    pub fn t_args(self, key: &str, args: &[(&str, Arg)]) -> String {
        let text = self.lookup(key, args);
        debug_assert!(text.is_some(), "no text for {key:?} in {:?}", self.locale);
        text.unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key made of data (a code in an address), when there is one.
    #[must_use]
    pub fn try_t(self, key: &str) -> Option<String> {
        self.lookup(key, &[])
    }

    /// The text of a key whose only variable is the number `n`.
    #[must_use]
    pub fn count(self, key: &str, n: impl Into<Arg>) -> String {
        self.t_args(key, &[("n", n.into())])
    }

    /// `Rp1.234.567`, the same in both languages.
    #[must_use]
    pub fn money(self, amount: Rupiah) -> String {
        amount.to_string()
    }

    /// `2.000` or `2,000`.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        grouped(number, self.locale)
    }

    /// Tenths as `4,8` or `4.8`.
    #[must_use]
    pub fn decimal(self, tenths: i64) -> String {
        let point = match self.locale {
            Locale::Id => ',',
            Locale::En => '.',
        };
        format!("{}{point}{}", tenths / 10, tenths % 10)
    }

    /// `17 Oktober 2026` or `17 October 2026`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        date.display(self.locale)
    }

    /// `27–28 November 2026`.
    #[must_use]
    pub fn range(self, from: Date, to: Date) -> String {
        domain::time::date_range(from, to, self.locale)
    }

    /// `17 Oktober 2026 pukul 14.30 WIB` or `17 October 2026, 14:30 WIB`.
    #[must_use]
    pub fn moment(self, at: Timestamp, zone: Zone) -> String {
        at.display(self.locale, zone)
    }

    fn lookup(self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let bundle = bundle(self.locale);
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.value());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text)
    }
}
