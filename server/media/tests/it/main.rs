//! Photos as people upload them, good and hostile.
#![expect(clippy::unwrap_used, reason = "tests")]

mod hostile;
mod photos;
mod pictures;
mod s3;
mod share;
mod storage;

use std::sync::Arc;

use media::{ImagePipeline, ObjectMediaStore};

/// A pipeline over a folder of its own.
struct Studio {
    pipeline: ImagePipeline,
    store: Arc<ObjectMediaStore>,
    _folder: tempfile::TempDir,
}

fn studio() -> Studio {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(ObjectMediaStore::from_url(&format!("file://{}", folder.path().display())).unwrap());
    Studio { pipeline: ImagePipeline::new(store.clone()), store, _folder: folder }
}
