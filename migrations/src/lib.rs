//! The schema of Sentra, one migration per file of `sql/`, and the reference data that every installation starts with.
//!
//! A migration is one SQL text for both engines; `{{ID}}` stands for the engine's own auto-incremented primary key.
//! Where the engines differ (full-text search) there are two files. A migration that has been released is never edited.

mod schema;

pub use schema::Migrator;
pub use sea_orm_migration::MigratorTrait;

/// Reference files as they are shipped inside the binary; `store::reference` loads them.
pub mod data;
