//! Every text that people read, in Indonesian and English, and the one handle that gets at them.
//!
//! Texts live in `locales/{id,en}/*.ftl` (Fluent), one file per area of the site. They are compiled into the program and
//! parsed once. [`Tr`] is one byte to copy: pages, mails, documents and API messages pass it by value.

mod arg;
mod bundle;
mod number;
mod tr;

pub use arg::Arg;
pub use bundle::areas;
pub use tr::Tr;
