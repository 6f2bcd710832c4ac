//! HTTP: one router, its middleware, and the handlers that are not pages.

pub mod api;
pub mod assets;
pub mod errors;
pub mod feeds;
pub mod form;
pub mod forms;
pub mod health;
pub mod icon;
pub mod media;
pub mod metrics;
pub mod middleware;
pub mod page_cache;
pub mod recorder;
pub mod robots;
pub mod router;
pub mod serve;
pub mod share;
pub mod sitemap;
mod webhooks;
mod xml;
