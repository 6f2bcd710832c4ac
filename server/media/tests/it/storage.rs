use bytes::Bytes;
use media::ObjectMediaStore;
use ports::{MediaError, MediaStore as _};

use crate::studio;

#[tokio::test]
async fn keeps_bytes_under_their_key() {
    let studio = studio();
    let store = &studio.store;
    let key = "ab/abcd-320.webp";
    assert_eq!(store.get(key).await.unwrap(), None);
    store.put(key, Bytes::from_static(b"photo")).await.unwrap();
    store.put(key, Bytes::from_static(b"photo")).await.unwrap();
    assert_eq!(store.get(key).await.unwrap().unwrap(), "photo");
    assert_eq!(store.list().await.unwrap(), [key]);
}

#[tokio::test]
async fn there_is_no_way_out_of_the_folder() {
    let studio = studio();
    for key in
        ["", "/etc/passwd", "../secret", "ab/../../secret", "ab//c", "./ab", "ab\\c", "ab/%2e%2e/c", "AB/c", "a b"]
    {
        assert!(matches!(studio.store.get(key).await, Err(MediaError::Key(_))), "{key:?}");
        let put = studio.store.put(key, Bytes::from_static(b"x")).await;
        assert!(matches!(put, Err(MediaError::Key(_))), "{key:?}");
    }
}

#[test]
fn other_addresses_are_refused() {
    let refused = ObjectMediaStore::from_url("ftp://kunci:rahasia@contoh.test/media").unwrap_err().to_string();
    assert!(refused.contains("file:// or s3://") && !refused.contains("rahasia"), "{refused}");
}
