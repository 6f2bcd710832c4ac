//! The sentra that every page links to, read from the database at most once a minute.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{locale::Locale, time::Timestamp};
use services::Services;

use crate::viewer::{SentraLink, SentraLinks};

/// How old the links may be; a sentra is added every few years.
const FRESH_MILLIS: i64 = 60_000;

/// Links that all pages share; clones are the same menu.
#[derive(Debug, Clone, Default)]
pub struct SentraMenu {
    seen: Arc<Mutex<Seen>>,
}

#[derive(Debug, Default)]
struct Seen {
    read_at: Option<Timestamp>,
    links: SentraLinks,
}

impl SentraMenu {
    /// The links. When they cannot be read, the last known ones stand in: no page fails for want of a menu.
    pub async fn links(&self, services: &Services) -> SentraLinks {
        let now = services.now();
        if let Some(links) = self.known(now) {
            return links;
        }
        match services::catalogue::sentra_list(services, Locale::Id).await {
            Ok(list) => {
                let links =
                    list.into_iter().map(|sentra| SentraLink { slug: sentra.slug, name: sentra.name }).collect();
                self.keep(now, SentraLinks(links))
            }
            Err(error) => {
                tracing::warn!(%error, "the sentra of the menu could not be read");
                self.lock().links.clone()
            }
        }
    }

    /// The links while they are fresh.
    fn known(&self, now: Timestamp) -> Option<SentraLinks> {
        let seen = self.lock();
        let is_fresh = seen.read_at.is_some_and(|read_at| now.millis() - read_at.millis() < FRESH_MILLIS);
        is_fresh.then(|| seen.links.clone())
    }

    fn keep(&self, now: Timestamp, links: SentraLinks) -> SentraLinks {
        let mut seen = self.lock();
        *seen = Seen { read_at: Some(now), links: links.clone() };
        links
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
