//! Settings: one struct per concern, read once at start from the environment over `sentra.toml`.

mod mail;
mod metrics;
mod operator;
mod payments;
mod site;
mod source;
mod storage;
mod texting;
mod timers;

pub use mail::MailConfig;
pub use metrics::MetricsConfig;
pub use operator::OperatorConfig;
pub use payments::PaymentConfig;
pub use site::SiteConfig;
pub use source::Source;
pub use storage::StorageConfig;
pub use texting::TextConfig;
pub use timers::TimerConfig;

/// All settings of a process.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address, public URL, site files.
    pub site: SiteConfig,
    /// Database and photos.
    pub storage: StorageConfig,
    /// Where mail goes.
    pub mail: MailConfig,
    /// Who collects money by card.
    pub payments: PaymentConfig,
    /// Where text messages go.
    pub texting: TextConfig,
    /// How long things take.
    pub timers: TimerConfig,
    /// Who may read figures.
    pub metrics: MetricsConfig,
    /// Who runs this installation.
    pub operator: OperatorConfig,
}

impl Config {
    /// Reads every setting.
    ///
    /// # Errors
    /// When one is not of its form; the message names it and says what it should be.
    pub fn read() -> anyhow::Result<Self> {
        let source = Source::open()?;
        Ok(Self {
            site: SiteConfig::read(&source)?,
            storage: StorageConfig::read(&source),
            mail: MailConfig::read(&source),
            payments: PaymentConfig::read(&source)?,
            texting: TextConfig::read(&source),
            timers: TimerConfig::read(&source)?,
            metrics: MetricsConfig::read(&source),
            operator: OperatorConfig::read(&source),
        })
    }
}
