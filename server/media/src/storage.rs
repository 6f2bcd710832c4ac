//! Keeps renditions in an object store; a folder, for now.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use futures::TryStreamExt as _;
use object_store::{
    Error as StoreError, ObjectStore, ObjectStoreExt as _, PutPayload, local::LocalFileSystem, path::Path,
};
use ports::{MediaError, MediaStore};

/// Pictures in an object store.
#[derive(Debug, Clone)]
pub struct ObjectMediaStore {
    store: Arc<dyn ObjectStore>,
}

impl ObjectMediaStore {
    /// Opens `file://folder` (relative or absolute), and makes the folder.
    ///
    /// # Errors
    /// When the address is of another kind or the folder cannot be made.
    pub fn from_url(url: &str) -> Result<Self, MediaError> {
        let folder = url
            .strip_prefix("file://")
            .ok_or_else(|| MediaError::Storage(format!("the address must begin with file://, not {url}")))?;
        std::fs::create_dir_all(folder).map_err(|error| MediaError::Storage(format!("{folder}: {error}")))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(storage)?;
        Ok(Self { store: Arc::new(store) })
    }
}

#[async_trait]
impl MediaStore for ObjectMediaStore {
    async fn put(&self, key: &str, bytes: Bytes) -> Result<(), MediaError> {
        self.store.put(&location(key)?, PutPayload::from_bytes(bytes)).await.map_err(storage)?;
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<Bytes>, MediaError> {
        match self.store.get(&location(key)?).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(storage)?)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(storage(error)),
        }
    }

    async fn list(&self) -> Result<Vec<String>, MediaError> {
        let mut keys: Vec<String> =
            self.store.list(None).map_ok(|meta| meta.location.to_string()).try_collect().await.map_err(storage)?;
        keys.sort();
        Ok(keys)
    }
}

/// Only names that we give ourselves, `ab/abcd…-640.webp`, are looked up: no way out of the folder.
fn location(key: &str) -> Result<Path, MediaError> {
    let fits = (1..=120).contains(&key.len())
        && !key.contains("..")
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/-.".contains(&byte));
    if !fits || key.starts_with('/') {
        return Err(MediaError::Key(key.to_owned()));
    }
    Path::parse(key).map_err(|_| MediaError::Key(key.to_owned()))
}

fn storage(error: StoreError) -> MediaError {
    MediaError::Storage(error.to_string())
}
