//! The only place that names concrete adapters.

use std::sync::Arc;

use access::{AppState, Site};
use anyhow::Context as _;
use app::{page::SiteView, sentra_menu::SentraMenu, viewer::Operator};
use media::{CardPainter, ImagePipeline, ObjectMediaStore};
use payments::{StripeProvider, StripeSettings};
use ports::{Mailer, PaymentProvider, SystemClock, TextMessenger};
use services::{Ports, Services, SiteSettings};
use store::Store;

use crate::{config::Config, http::assets};

/// Opens the database and puts the use cases together.
///
/// # Errors
/// When the database or the photo folder cannot be opened.
pub async fn services(config: &Config) -> anyhow::Result<Services> {
    prepare_folder(&config.storage.database_url)?;
    let store = Store::connect(&config.storage.database_url).await.context("cannot open the database")?;
    let store = store.with_settings(config.timers.values.clone());
    let media = ObjectMediaStore::from_url(&config.storage.media_url).context("SENTRA_MEDIA_URL")?;
    let media = Arc::new(media);
    let ports = Ports {
        clock: Arc::new(SystemClock),
        media: media.clone(),
        photos: Arc::new(ImagePipeline::new(media)),
        share: Arc::new(CardPainter::default()),
        payments: payments(config)?,
    };
    let site = SiteSettings { public_url: config.site.public_url.clone() };
    Ok(Services::new(store, ports, site))
}

/// Who collects money by card, where there is a key.
fn payments(config: &Config) -> anyhow::Result<Option<Arc<dyn PaymentProvider>>> {
    let Some(secret_key) = config.payments.secret_key.clone() else { return Ok(None) };
    if config.payments.webhook_secrets.is_empty() {
        tracing::warn!("STRIPE_WEBHOOK_SECRET is not set: payments are noticed within minutes only");
    }
    let settings = StripeSettings {
        secret_key,
        webhook_secrets: config.payments.webhook_secrets.clone(),
        api_base: config.payments.api_base.clone(),
    };
    let provider = StripeProvider::new(&settings).context("STRIPE_SECRET_KEY, STRIPE_API_BASE")?;
    Ok(Some(Arc::new(provider)))
}

/// The mailer of the settings.
///
/// # Errors
/// When the address is not one.
pub fn mailer(config: &Config) -> anyhow::Result<Arc<dyn Mailer>> {
    mail::from_url(&config.mail.url, &config.mail.from).context("SENTRA_MAIL_URL")
}

/// The messenger of the settings.
///
/// # Errors
/// When the address is not one.
pub fn messenger(config: &Config) -> anyhow::Result<Arc<dyn TextMessenger>> {
    mail::messenger_from_url(&config.texting.url, config.texting.token.as_deref()).context("SENTRA_TEXT_URL")
}

/// State for the handlers.
#[must_use]
pub fn state(config: &Config, services: Services) -> AppState {
    let site = Site {
        public_url: config.site.public_url.clone(),
        secure_cookies: config.site.has_secure_cookies(),
        development: config.site.development,
    };
    AppState { services, site: Arc::new(site) }
}

/// What pages show of the site.
///
/// # Errors
/// When the site has not been built.
pub fn view(config: &Config) -> anyhow::Result<SiteView> {
    let operator = Operator {
        name: config.operator.name.clone(),
        contact_phone: config.operator.phone.clone(),
        email: config.operator.email.clone(),
        address: config.operator.address.clone(),
    };
    Ok(SiteView {
        assets: assets::load(&config.site.root)?,
        operator,
        public_url: config.site.public_url.clone(),
        sentra: SentraMenu::default(),
    })
}

/// SQLite makes its file, but not the folder of it.
fn prepare_folder(database_url: &str) -> anyhow::Result<()> {
    let Some(file) = database_url.strip_prefix("sqlite://") else { return Ok(()) };
    let file = std::path::Path::new(file.split('?').next().unwrap_or(file));
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
        }
        _ => Ok(()),
    }
}
