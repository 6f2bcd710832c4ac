//! What can be said about goods, kept for a while: it changes a few times a year and every product's page asks for it.

use std::{collections::HashMap, sync::Arc};

use domain::locale::Locale;
use store::catalogue::AttributeDefinition;

use crate::{Fresh, Result, Services};

/// Attributes in one language, by kind of goods.
pub(crate) type Definitions = HashMap<String, Vec<AttributeDefinition>>;

/// The attributes of each language, as last read.
#[derive(Debug, Default)]
pub(crate) struct KnownDefinitions {
    id: Fresh<Definitions>,
    en: Fresh<Definitions>,
}

/// The attributes of all kinds; read at most once a minute.
pub(super) async fn definitions(services: &Services, locale: Locale) -> Result<Arc<Definitions>> {
    let known = services.definitions();
    let known = match locale {
        Locale::Id => &known.id,
        Locale::En => &known.en,
    };
    let now = services.now();
    match known.known(now) {
        Some(definitions) => Ok(definitions),
        None => Ok(known.keep(now, store::catalogue::all_attribute_definitions(services.store(), locale).await?)),
    }
}
