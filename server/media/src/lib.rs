//! Photos: what makes our renditions of an upload, and where they are kept.

mod decode;
mod jpeg;
mod pipeline;
mod render;
mod storage;

pub use pipeline::ImagePipeline;
pub use storage::ObjectMediaStore;
