//! Photos: what makes our renditions of an upload, and where they are kept.

mod card;
mod decode;
mod jpeg;
mod letters;
mod pipeline;
mod render;
mod share;
mod storage;

pub use pipeline::ImagePipeline;
pub use share::CardPainter;
pub use storage::ObjectMediaStore;
