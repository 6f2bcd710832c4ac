use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgba, RgbaImage};
use ports::{MediaStore as _, PhotoPipeline as _, ProcessedPhoto};

use crate::{
    Studio,
    pictures::{encoded, two_halves, with_exif},
    studio,
};

async fn rendition(studio: &Studio, photo: &ProcessedPhoto, width: i64, ending: &str) -> bytes::Bytes {
    let name = format!("{}/{}-{width}.{ending}", &photo.key[..2], photo.key);
    studio.store.get(&name).await.unwrap().unwrap_or_else(|| panic!("{name} is not there"))
}

#[tokio::test]
async fn every_format_becomes_three_widths_in_two_formats() {
    let studio = studio();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let photo = studio.pipeline.process(encoded(&two_halves(1600, 1200), format)).await.unwrap();
        assert_eq!(photo.widths, [320, 640, 1280]);
        assert_eq!((photo.width, photo.height), (1280, 960));
        assert!(!photo.thumbhash.is_empty() && photo.thumbhash.len() <= 36);
        for width in photo.widths.clone() {
            for (ending, format) in [("webp", ImageFormat::WebP), ("jpg", ImageFormat::Jpeg)] {
                let bytes = rendition(&studio, &photo, width, ending).await;
                let image = image::load_from_memory_with_format(&bytes, format).unwrap();
                assert_eq!((i64::from(image.width()), i64::from(image.height())), (width, width * 3 / 4));
            }
        }
    }
    assert_eq!(studio.store.list().await.unwrap().len(), 18);
}

#[tokio::test]
async fn a_photo_taken_sideways_stands_upright_and_forgets_where_it_was() {
    let studio = studio();
    let sideways = with_exif(&encoded(&two_halves(800, 400), ImageFormat::Jpeg), 6);
    let photo = studio.pipeline.process(sideways).await.unwrap();
    assert_eq!((photo.width, photo.height), (320, 640));
    for ending in ["webp", "jpg"] {
        let bytes = rendition(&studio, &photo, 320, ending).await;
        for trace in [&b"Exif"[..], b"EXIF", b"GPSHERE"] {
            assert!(!bytes.windows(trace.len()).any(|window| window == trace));
        }
        // Turned clockwise, the left half is on top.
        let image = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert!(image.get_pixel(160, 60).0[0] > 150 && image.get_pixel(160, 580).0[2] > 150);
    }
}

#[tokio::test]
async fn a_small_photo_is_not_blown_up() {
    let studio = studio();
    let photo = studio.pipeline.process(encoded(&two_halves(1, 1), ImageFormat::Png)).await.unwrap();
    assert_eq!((photo.widths.as_slice(), photo.width, photo.height), (&[1][..], 1, 1));
    let photo = studio.pipeline.process(encoded(&two_halves(200, 100), ImageFormat::Png)).await.unwrap();
    assert_eq!((photo.widths.as_slice(), photo.height), (&[200][..], 100));
}

#[tokio::test]
async fn what_is_transparent_becomes_white() {
    let studio = studio();
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(400, 400, Rgba([0, 0, 0, 0])));
    let photo = studio.pipeline.process(encoded(&clear, ImageFormat::Png)).await.unwrap();
    let bytes = rendition(&studio, &photo, 320, "jpg").await;
    assert!(image::load_from_memory(&bytes).unwrap().into_rgb8().get_pixel(160, 160).0.iter().all(|&part| part > 250));
}

#[tokio::test]
async fn a_grey_photo_stays_grey() {
    let studio = studio();
    let grey = DynamicImage::ImageLuma8(GrayImage::from_pixel(400, 400, Luma([90])));
    let photo = studio.pipeline.process(encoded(&grey, ImageFormat::Jpeg)).await.unwrap();
    let bytes = rendition(&studio, &photo, 320, "webp").await;
    let pixel = *image::load_from_memory(&bytes).unwrap().into_rgb8().get_pixel(160, 160);
    assert!(pixel.0.iter().all(|part| part.abs_diff(90) < 4), "{pixel:?}");
}

#[tokio::test]
async fn the_same_bytes_are_the_same_photo() {
    let studio = studio();
    let bytes = encoded(&two_halves(640, 480), ImageFormat::Jpeg);
    let first = studio.pipeline.process(bytes.clone()).await.unwrap();
    assert_eq!(studio.pipeline.process(bytes).await.unwrap(), first);
    assert_eq!(studio.store.list().await.unwrap().len(), 4);
}
