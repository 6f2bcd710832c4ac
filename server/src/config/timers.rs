//! How long things take that happen by themselves.

use std::collections::HashMap;

use domain::timer::TIMERS;

use super::Source;

/// One variable for each timer: `SENTRA_TRANSFER_PAYMENT_HOURS` …; where it is not set, the row of the database holds.
#[derive(Debug, Clone, Default)]
pub struct TimerConfig {
    /// Those that are set, by key.
    pub values: HashMap<String, i64>,
}

impl TimerConfig {
    /// Reads the settings.
    ///
    /// # Errors
    /// When one is not a number that is allowed.
    pub fn read(source: &Source) -> anyhow::Result<Self> {
        let mut values = HashMap::new();
        for timer in &TIMERS {
            let name = timer.variable();
            let Some(text) = source.get(&name) else { continue };
            let (least, most) = (timer.range.start(), timer.range.end());
            let value = timer.read(&text);
            let value = value.ok_or_else(|| anyhow::anyhow!("{name} must be from {least} to {most}, not {text}"))?;
            values.insert(timer.key.to_owned(), value);
        }
        Ok(Self { values })
    }
}
