//! Share pictures.

use bytes::Bytes;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use media::CardPainter;
use ports::{SHARE_HEIGHT, SHARE_WIDTH, ShareCard, SharePainter as _};

fn photo(colour: [u8; 3]) -> Bytes {
    crate::pictures::encoded(&DynamicImage::ImageRgb8(RgbImage::from_pixel(300, 500, Rgb(colour))), ImageFormat::Jpeg)
}

async fn painted(title: &str, photos: Vec<Bytes>) -> RgbImage {
    let card = ShareCard { title: title.to_owned(), above: "Dinoyo".to_owned(), below: "Bu Sri".to_owned(), photos };
    let jpeg = CardPainter::default().paint(card).await.unwrap();
    let picture = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (SHARE_WIDTH, SHARE_HEIGHT));
    picture
}

/// Pixels of the part between these columns that are as dark as letters.
fn ink(picture: &RgbImage, from: u32, to: u32) -> usize {
    let is_dark = |x, y| picture.get_pixel(x, y).0.iter().all(|&part| part < 90);
    (from..to).flat_map(|x| (140..520).map(move |y| (x, y))).filter(|&(x, y)| is_dark(x, y)).count()
}

#[tokio::test]
async fn the_title_stands_beside_the_photo() {
    let picture = painted("Vas ukir tinggi", vec![photo([20, 150, 20])]).await;
    assert!(ink(&picture, 64, 600) > 1_000);
    let [red, green, blue] = picture.get_pixel(900, 300).0;
    assert!(green > 120 && red < 60 && blue < 60, "{red} {green} {blue}");
    assert_eq!(ink(&picture, 600, 630), 0, "nothing reaches into the photo");
}

#[tokio::test]
async fn three_photos_share_their_half() {
    let photos = [[200, 30, 30], [30, 200, 30], [30, 30, 200]].map(photo).to_vec();
    let picture = painted("Toko", photos).await;
    let strongest = |x, y| {
        let parts = picture.get_pixel(x, y).0;
        parts.iter().enumerate().max_by_key(|(_, part)| **part).map(|(index, _)| index)
    };
    assert_eq!([strongest(900, 200), strongest(700, 520), strongest(1100, 520)], [Some(0), Some(1), Some(2)]);
}

#[tokio::test]
async fn titles_of_every_length_stay_inside() {
    let words = "Tempe gembus goreng kriuk ".repeat(8);
    for title in ["", "Cangkir", words.as_str(), "x".repeat(200).as_str(), "漢字 é \u{1F3FA}", "  "] {
        let picture = painted(title, vec![photo([250, 250, 250])]).await;
        assert_eq!(ink(&picture, 610, 1200), 0, "{title:?}");
    }
}

#[tokio::test]
async fn a_photo_that_is_none_is_refused() {
    let card = ShareCard { photos: vec![Bytes::from_static(b"nothing")], ..ShareCard::default() };
    assert!(CardPainter::default().paint(card).await.is_err());
}
