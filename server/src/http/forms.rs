//! Handlers of submitted forms: post, then redirect. One file per area.

pub mod account;
mod cart;
mod cases;
mod checkout;
pub mod curating;
mod curating_cases;
mod curating_jobs;
pub mod fulfilment;
mod lots;
pub mod orders;
pub mod payments;
mod payouts;
pub mod products;
mod reviews;
mod selling_cases;
mod uploads;
mod vouchers;

use super::recorder::Recorder;

/// All forms.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .merge(account::routes())
        .merge(cart::routes())
        .merge(checkout::routes())
        .merge(orders::routes())
        .merge(fulfilment::routes())
        .merge(curating::routes())
        .merge(products::routes())
        .merge(payments::routes())
        .merge(cases::routes())
        .merge(selling_cases::routes())
        .merge(curating_cases::routes())
        .merge(payouts::routes())
        .merge(curating_jobs::routes())
        .merge(lots::routes())
        .merge(vouchers::routes())
        .merge(reviews::routes())
}
