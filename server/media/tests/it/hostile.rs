use bytes::Bytes;
use image::ImageFormat;
use ports::{MediaStore as _, PhotoError, PhotoPipeline as _};

use crate::{
    pictures::{claiming, encoded, two_halves},
    studio,
};

/// Why an upload is refused; nothing of it is kept.
async fn refusal(bytes: impl Into<Bytes>) -> PhotoError {
    let studio = studio();
    let error = studio.pipeline.process(bytes.into()).await.unwrap_err();
    assert!(studio.store.list().await.unwrap().is_empty());
    error
}

#[tokio::test]
async fn what_is_no_picture_is_refused_whatever_its_name() {
    for bytes in [&b""[..], b"<html><script>", b"GIF89a\x01\0\x01\0\0\0\0;", b"%PDF-1.7", b"<svg xmlns='x'/>"] {
        assert!(matches!(refusal(bytes).await, PhotoError::NotAnImage), "{bytes:?}");
    }
}

#[tokio::test]
async fn a_heic_photo_has_its_own_answer() {
    let bytes = &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..];
    assert!(matches!(refusal(bytes).await, PhotoError::Heic));
}

#[tokio::test]
async fn a_cut_off_photo_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&two_halves(800, 600), format);
        let half = whole.slice(..whole.len() / 2);
        let error = refusal(half).await;
        assert!(matches!(error, PhotoError::Damaged(_)), "{format:?}: {error:?}");
    }
}

#[tokio::test]
async fn a_header_that_promises_too_many_pixels_is_refused_before_decoding() {
    let small = encoded(&two_halves(64, 64), ImageFormat::Jpeg);
    for (width, height) in [(20_000, 20_000), (65_000, 16), (8_000, 8_000)] {
        let error = refusal(claiming(&small, width, height)).await;
        assert!(matches!(error, PhotoError::TooManyPixels { .. }), "{width} × {height}: {error:?}");
    }
}

#[tokio::test]
async fn too_many_bytes_are_refused() {
    assert!(matches!(refusal(vec![0xff; 12 * 1024 * 1024 + 1]).await, PhotoError::TooLarge { .. }));
}

#[tokio::test]
async fn what_hides_behind_a_photo_does_not_come_along() {
    let studio = studio();
    let photo = encoded(&two_halves(400, 300), ImageFormat::Jpeg);
    let stowaway = b"PK\x03\x04<script>alert(1)</script>";
    studio.pipeline.process([&photo[..], stowaway].concat().into()).await.unwrap();
    for key in studio.store.list().await.unwrap() {
        let bytes = studio.store.get(&key).await.unwrap().unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"<script>"), "{key}");
    }
}
