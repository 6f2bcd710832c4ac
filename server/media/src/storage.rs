//! Keeps renditions in an object store: a folder, or a bucket of an S3-compatible service.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use futures::TryStreamExt as _;
use object_store::{
    Error as StoreError, ObjectStore, ObjectStoreExt as _, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem,
    path::Path, prefix::PrefixStore,
};
use ports::{MediaError, MediaStore};

/// Pictures in an object store.
#[derive(Debug, Clone)]
pub struct ObjectMediaStore {
    store: Arc<dyn ObjectStore>,
}

impl ObjectMediaStore {
    /// Opens `file://folder` (relative or absolute; it is made when missing), or `s3://bucket/prefix` with the usual
    /// `AWS_…` variables of the environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, and
    /// `AWS_ENDPOINT` for a service other than Amazon's (`AWS_ALLOW_HTTP` where it has no TLS).
    ///
    /// # Errors
    /// When the address is of another kind, the folder cannot be made, or a variable does not fit.
    pub fn from_url(url: &str) -> Result<Self, MediaError> {
        Self::from_url_with(url, std::env::vars())
    }

    /// The same with these variables instead of the environment's; those of other names are ignored.
    ///
    /// # Errors
    /// As [`Self::from_url`].
    pub fn from_url_with(url: &str, variables: impl IntoIterator<Item = (String, String)>) -> Result<Self, MediaError> {
        // Every HTTPS client of the process shares one choice; whoever comes second finds it made.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let store = match url.split_once("://") {
            Some(("file", folder)) => open_folder(folder)?,
            Some(("s3", place)) => open_bucket(place, variables)?,
            // An address may carry a password, so only its kind is repeated.
            _ => return Err(MediaError::Storage("the address must begin with file:// or s3://".to_owned())),
        };
        Ok(Self { store })
    }
}

fn open_folder(folder: &str) -> Result<Arc<dyn ObjectStore>, MediaError> {
    std::fs::create_dir_all(folder).map_err(|error| MediaError::Storage(format!("{folder}: {error}")))?;
    Ok(Arc::new(LocalFileSystem::new_with_prefix(folder).map_err(storage)?))
}

fn open_bucket(
    place: &str,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<Arc<dyn ObjectStore>, MediaError> {
    let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
    let mut builder = AmazonS3Builder::new().with_bucket_name(bucket);
    for (name, value) in variables {
        if let Some(Ok(key)) = name.starts_with("AWS_").then(|| name.to_ascii_lowercase().parse()) {
            builder = builder.with_config(key, value);
        }
    }
    let store = builder.build().map_err(storage)?;
    let prefix = Path::parse(prefix).map_err(|_| MediaError::Key(prefix.to_owned()))?;
    Ok(if prefix.as_ref().is_empty() { Arc::new(store) } else { Arc::new(PrefixStore::new(store, prefix)) })
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
