//! A world: services over a database of their own, a clock that tests set, photos in a folder of their own.

use std::sync::Arc;

use domain::time::Timestamp;
use media::{CardPainter, ImagePipeline, ObjectMediaStore};
use payments::{StripeProvider, StripeSettings};
use ports::TestClock;
use services::{Ports, Services, SiteSettings};
use store::Store;

use crate::{FakeStripe, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, template};

/// Tuesday, 24 November 2026, 09.00 WIB.
const START_MILLIS: i64 = 1_795_485_600_000;

/// What a test works on.
pub struct World {
    /// The use cases.
    pub services: Services,
    /// The clock they read; it stands still until it is told to go on.
    pub clock: TestClock,
    /// URL of the database, for a second process or connection.
    pub database_url: String,
    /// URL of the folder of photos, for a second process.
    pub media_url: String,
    /// A folder that goes when the test ends.
    pub folder: std::path::PathBuf,
    _folder: tempfile::TempDir,
}

impl std::fmt::Debug for World {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("World").field("database_url", &self.database_url).finish_non_exhaustive()
    }
}

impl World {
    /// A SQLite world for a test that needs several.
    pub async fn sqlite() -> Self {
        let folder = folder();
        let url = template::sqlite(folder.path()).await;
        Self::new(url, folder).await
    }

    /// A PostgreSQL world for a test that needs several.
    pub async fn postgres() -> Self {
        Self::new(template::postgres().await, folder()).await
    }

    /// A SQLite world whose database has no table yet.
    pub async fn empty_sqlite() -> Self {
        let folder = folder();
        Self::new(template::empty_sqlite(folder.path()), folder).await
    }

    /// A PostgreSQL world whose database has no table yet.
    pub async fn empty_postgres() -> Self {
        Self::new(template::empty_postgres().await, folder()).await
    }

    async fn new(database_url: String, folder: tempfile::TempDir) -> Self {
        let store = Store::connect(&database_url).await.expect("the test's database");
        let clock = TestClock::at(Timestamp::from_millis(START_MILLIS));
        let media_url = format!("file://{}", folder.path().join("media").display());
        let media = Arc::new(ObjectMediaStore::from_url(&media_url).expect("a folder for photos"));
        let photos = Arc::new(ImagePipeline::new(media.clone()));
        let share = Arc::new(CardPainter::default());
        let ports = Ports { clock: Arc::new(clock.clone()), media, photos, share, payments: None };
        let site = SiteSettings { public_url: "http://127.0.0.1:3000".to_owned() };
        Self {
            services: Services::new(store, ports, site),
            clock,
            database_url,
            media_url,
            folder: folder.path().to_owned(),
            _folder: folder,
        }
    }

    /// From now on cards are taken, by a Stripe of our own.
    pub async fn take_cards(&mut self) -> FakeStripe {
        let stripe = FakeStripe::start(Arc::new(self.clock.clone())).await;
        let settings = StripeSettings {
            secret_key: STRIPE_SECRET_KEY.to_owned(),
            webhook_secrets: vec![STRIPE_WEBHOOK_SECRET.to_owned()],
            api_base: Some(stripe.url()),
        };
        let provider = StripeProvider::new(&settings).expect("a key and an address");
        let ports = Ports { payments: Some(Arc::new(provider)), ..self.services.ports().clone() };
        self.services = Services::new(self.store().clone(), ports, self.services.site().clone());
        stripe
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.services.store()
    }
}

/// Runs a test on SQLite, then on PostgreSQL.
pub async fn on_both(test: impl AsyncFn(World)) {
    on_sqlite(&test).await;
    on_postgres(&test).await;
}

/// Runs a test on SQLite only.
pub async fn on_sqlite(test: impl AsyncFn(World)) {
    test(World::sqlite().await).await;
}

/// Runs a test on PostgreSQL only.
pub async fn on_postgres(test: impl AsyncFn(World)) {
    test(World::postgres().await).await;
}

fn folder() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("sentra-test-").tempdir().expect("a temporary folder")
}
