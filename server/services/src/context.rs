//! What every use case needs: the store, the ports, a few settings.

use std::sync::Arc;

use domain::{locale::Locale, time::Timestamp};
use ports::{Clock, MediaStore, PaymentProvider, PhotoPipeline, SharePainter};
use store::Store;

use crate::{
    Fresh,
    catalogue::{KnownDefinitions, Postage},
};

/// The outside systems, chosen once at start.
#[derive(Clone)]
pub struct Ports {
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where photos are kept.
    pub media: Arc<dyn MediaStore>,
    /// What turns an upload into the pictures we serve.
    pub photos: Arc<dyn PhotoPipeline>,
    /// What draws pictures for chat apps.
    pub share: Arc<dyn SharePainter>,
    /// Who collects money by card, where one is set.
    pub payments: Option<Arc<dyn PaymentProvider>>,
}

/// Settings of the site that use cases put into mails and documents.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// `https://sentra.example`, without a slash at the end.
    pub public_url: String,
}

/// The context of all use cases; cheap to clone.
#[derive(Clone)]
pub struct Services(Arc<Inner>);

struct Inner {
    store: Store,
    ports: Ports,
    site: SiteSettings,
    postage: Fresh<Postage>,
    definitions: KnownDefinitions,
}

impl Services {
    /// Puts the parts together.
    #[must_use]
    pub fn new(store: Store, ports: Ports, site: SiteSettings) -> Self {
        Self(Arc::new(Inner {
            store,
            ports,
            site,
            postage: Fresh::default(),
            definitions: KnownDefinitions::default(),
        }))
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The outside systems.
    #[must_use]
    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// Settings of the site.
    #[must_use]
    pub fn site(&self) -> &SiteSettings {
        &self.0.site
    }

    /// Full address of one of our pages in a language, for mails.
    #[must_use]
    pub fn address(&self, locale: Locale, path: &str) -> String {
        format!("{}{}{path}", self.site().public_url, locale.prefix())
    }

    /// The rates of couriers, as last read.
    pub(crate) fn postage(&self) -> &Fresh<Postage> {
        &self.0.postage
    }

    /// What can be said about goods, as last read.
    pub(crate) fn definitions(&self) -> &KnownDefinitions {
        &self.0.definitions
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.ports.clock.now()
    }
}
