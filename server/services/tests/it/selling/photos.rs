//! Photos that are not taken, each with its reason.

use domain::locale::Locale;
use services::{
    catalogue,
    selling::{self, NewPhoto, ProductChange, VariantChange},
};
use testkit::on_both;

use super::{photograph, pictures, published, variant, vase};
use crate::shopping::{fields, rejection, scope};

#[tokio::test]
async fn hostile_pictures_are_refused_and_leave_nothing() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let product = selling::create(&world.services, scope(&shop), &vase(&shop)).await.unwrap();
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        let hostile = [
            (pictures::cut_off(), "photo-damaged"),
            (pictures::bomb(), "photo-too-many-pixels"),
            (bytes::Bytes::from_static(b"hello, I am no picture"), "photo-not-image"),
            (bytes::Bytes::from_static(svg), "photo-not-image"),
            (bytes::Bytes::new(), "photo-not-image"),
            (vec![0xff; 13 * 1024 * 1024].into(), "photo-too-large"),
        ];
        for (bytes, code) in hostile {
            let photo = NewPhoto { bytes, alt: "", alt_en: "" };
            let refused = selling::add_photo(&world.services, scope(&shop), &product.id, photo).await.unwrap_err();
            assert_eq!(fields(&rejection(refused)), [("photo", code)]);
        }
        assert_eq!(world.sql("SELECT COUNT(*) FROM product_photo", []).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_product_has_so_many_photos_and_each_only_once() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let product = selling::create(&world.services, scope(&shop), &vase(&shop)).await.unwrap();
        let mut last = String::new();
        for shade in 0..7 {
            last = photograph(&world, &shop, &product.id, shade * 10).await;
        }
        let add = async |shade: u8| {
            let photo = NewPhoto { bytes: pictures::plain(shade), alt: "", alt_en: "" };
            selling::add_photo(&world.services, scope(&shop), &product.id, photo).await
        };
        assert_eq!(fields(&rejection(add(0).await.unwrap_err())), [("photo", "photo-twice")]);
        let named = add(200).await.unwrap();
        assert_eq!(named.photo.alt, "Vas Silinder 20 cm", "whoever cannot see it hears the name");
        assert_eq!(fields(&rejection(add(250).await.unwrap_err())), [("photo", "photos-full")]);
        let left = selling::remove_photo(&world.services, scope(&shop), &product.id, &last).await.unwrap();
        assert_eq!(left.photos.len(), 7);
        add(250).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_variant_is_shown_by_a_photo_of_its_product() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let services = &world.services;
        let product = published(&world, &shop).await;
        let foreign = published(&world, &other).await;
        let blue = |photo: &str| ProductChange {
            variants: vec![VariantChange {
                id: Some(product.variants[0].id.clone()),
                name: Some("Biru".to_owned()),
                photo: Some(photo.to_owned()),
                ..VariantChange::default()
            }],
            ..ProductChange::default()
        };
        let theirs =
            selling::find(services, scope(&other), &foreign.id, Locale::Id).await.unwrap().photos[0].id.clone();
        let refused = selling::update(services, scope(&shop), &product.id, &blue(&theirs)).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("variants[0].photo", "choice-unknown")]);
        let own = selling::find(services, scope(&shop), &product.id, Locale::Id).await.unwrap().photos[0].id.clone();
        let changed = selling::update(services, scope(&shop), &product.id, &blue(&own)).await.unwrap();
        assert_eq!(changed.variants[0].photo.as_deref(), Some(own.as_str()));
        let green = ProductChange { variants: vec![variant("Hijau", 60_000, 900)], ..ProductChange::default() };
        selling::update(services, scope(&shop), &product.id, &green).await.unwrap();
        let shown = catalogue::product(services, &product.slug, Locale::Id).await.unwrap();
        let keys: Vec<Option<&str>> = shown.variants.iter().map(|variant| variant.photo.as_deref()).collect();
        assert_eq!(keys, [Some(shown.photos[0].key.as_str()), None]);
        let changed = selling::update(services, scope(&shop), &product.id, &blue("")).await.unwrap();
        assert_eq!(changed.variants[0].photo, None);
    })
    .await;
}
