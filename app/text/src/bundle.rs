//! The parsed messages of each language.

use std::sync::OnceLock;

use domain::locale::Locale;
use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::{LanguageIdentifier, langid};

use crate::number::grouped;

pub(crate) type Bundle = FluentBundle<FluentResource>;

struct Area {
    name: &'static str,
    id: &'static str,
    en: &'static str,
}

macro_rules! areas {
    ($($name:literal),* $(,)?) => {
        const AREAS: &[Area] = &[$(Area {
            name: $name,
            id: include_str!(concat!("../locales/id/", $name, ".ftl")),
            en: include_str!(concat!("../locales/en/", $name, ".ftl")),
        }),*];
    };
}

areas![
    "account",
    "api",
    "cart",
    "cases",
    "certificates",
    "checkout",
    "common",
    "curating",
    "errors",
    "gaya",
    "layout",
    "legal",
    "lots",
    "mail",
    "money",
    "order",
    "product",
    "reviews",
    "selling",
    "storefront",
    "vouchers",
];

/// Names of the areas, one `.ftl` file per area and language.
pub fn areas() -> impl Iterator<Item = &'static str> {
    AREAS.iter().map(|area| area.name)
}

pub(crate) fn bundle(locale: Locale) -> &'static Bundle {
    static ID: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    match locale {
        Locale::Id => ID.get_or_init(|| build(langid!("id"), |area| area.id, indonesian_number)),
        Locale::En => EN.get_or_init(|| build(langid!("en"), |area| area.en, english_number)),
    }
}

fn build(
    language: LanguageIdentifier,
    source: fn(&Area) -> &'static str,
    formatter: fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>,
) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    for area in AREAS {
        // A broken message is left out and shows as its key; the tests refuse both it and a key defined twice.
        let resource = FluentResource::try_new(source(area).to_owned()).unwrap_or_else(|(resource, _)| resource);
        if let Err(errors) = bundle.add_resource(resource) {
            debug_assert!(false, "{}: {errors:?}", area.name);
        }
    }
    bundle
}

fn indonesian_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number(value, Locale::Id)
}

fn english_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number(value, Locale::En)
}

fn number(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    match value {
        // Every number that goes in is an `i64`.
        FluentValue::Number(number) => Some(grouped(number.value as i64, locale)),
        _ => None,
    }
}
