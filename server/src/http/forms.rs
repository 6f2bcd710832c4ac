//! Handlers of submitted forms: post, then redirect. One file per area.

pub mod account;
pub mod products;

use super::recorder::Recorder;

/// All forms.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default().merge(account::routes()).merge(products::routes())
}
