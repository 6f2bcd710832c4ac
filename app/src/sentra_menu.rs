//! The sentra that every page links to, read from the database at most once a minute.

use std::sync::Arc;

use domain::locale::Locale;
use services::{Fresh, Services};

use crate::viewer::{SentraLink, SentraLinks};

/// Links that all pages share; clones are the same menu.
#[derive(Debug, Clone, Default)]
pub struct SentraMenu(Arc<Fresh<SentraLinks>>);

impl SentraMenu {
    /// The links. When they cannot be read, the last known ones stand in: no page fails for want of a menu.
    pub async fn links(&self, services: &Services) -> SentraLinks {
        let now = services.now();
        if let Some(links) = self.0.known(now) {
            return SentraLinks::clone(&links);
        }
        match services::catalogue::sentra_list(services, Locale::Id).await {
            Ok(list) => {
                let links = list.into_iter().map(|sentra| SentraLink { slug: sentra.slug, name: sentra.name });
                SentraLinks::clone(&self.0.keep(now, SentraLinks(links.collect())))
            }
            Err(error) => {
                tracing::warn!(%error, "the sentra of the menu could not be read");
                self.0.last().map(|links| SentraLinks::clone(&links)).unwrap_or_default()
            }
        }
    }
}
