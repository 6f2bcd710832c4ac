//! Who asks, and what they may touch: axum extractors that load *and* authorize.
//!
//! A handler that takes `SellerOrder` gets an order of the caller's own shop or does not run. Pages, forms and the API
//! use the same extractors, so that a forgotten check does not compile.

mod caller;
pub mod cookies;
mod denied;
mod locale;
mod own_path;
mod roles;
mod state;

pub use caller::{Caller, SignedIn, load_caller};
pub use denied::{Denied, Fault, status_of};
pub use locale::{RequestLocale, RequestPath, split_locale};
pub use own_path::own_path;
pub use roles::{Admin, Curator, Mentor, Seller};
pub use state::{AppState, Site};
