//! From what the use cases give to what the components take.

use services::{
    catalogue::{Photo, ProductItem},
    share::SharePicture,
};

use crate::{
    ui::{PhotoSource, PhotoView, ProductCardView, ShareImage, to},
    viewer::tr,
};

pub(in crate::pages) fn photo(photo: Photo) -> PhotoView {
    PhotoView {
        alt: photo.alt,
        thumbhash: Some(photo.thumbhash),
        sources: photo
            .sources
            .into_iter()
            .map(|source| PhotoSource { width: pixels(source.width), webp: source.webp, jpeg: source.jpeg })
            .collect(),
        width: pixels(photo.width),
        height: pixels(photo.height),
    }
}

/// A picture that we draw ourselves, of what `alt` says.
pub(super) fn share_image(picture: &SharePicture, alt: String) -> ShareImage {
    ShareImage { path: to(&picture.path()), width: SharePicture::WIDTH, height: SharePicture::HEIGHT, alt }
}

pub(in crate::pages) fn cards(items: Vec<ProductItem>) -> Vec<ProductCardView> {
    items.into_iter().map(card).collect()
}

pub(in crate::pages) fn card(item: ProductItem) -> ProductCardView {
    ProductCardView {
        slug: item.slug,
        name: item.name,
        maker: item.shop.name,
        sentra: item.sentra,
        place: item.sentra_name,
        price: item.price_from,
        price_varies: item.price_to > item.price_from,
        photo: item.photo.map(photo),
        second_photo: item.second_photo.map(photo),
        in_stock: item.in_stock,
        rating: item.rating.map(|rating| (rating.tenths, rating.count)),
        lead_days: item.made_to_order.then_some(item.lead_time_days),
        badge: item.badge.map(|kind| tr().t(&format!("certificate-{kind}"))),
        ..ProductCardView::default()
    }
}

/// A path with a query; parts without a value are left out.
pub(in crate::pages) fn path_with(path: &str, query: &[(&str, Option<&str>)]) -> String {
    let parts: Vec<String> = query
        .iter()
        .filter_map(|(key, value)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(format!("{key}={}", encode(value)))
        })
        .collect();
    if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
}

fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

fn pixels(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::path_with;

    #[test]
    fn queries_are_encoded_and_empty_parts_left_out() {
        let query = [("q", Some("vas & bunga")), ("sentra", None), ("urut", Some("")), ("k", Some("a=b"))];
        assert_eq!(path_with("/produk", &query), "/produk?q=vas+%26+bunga&k=a%3Db");
        assert_eq!(path_with("/produk", &[("q", None)]), "/produk");
    }
}
