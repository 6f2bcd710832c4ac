//! Who collects money for us: one file (and its folder) a provider. Only `wiring` of the server names them.

mod minor_units;
mod stripe;

pub use stripe::{StripeProvider, StripeSettings};
