//! What buyers see while a seller edits.

use domain::{
    locale::Locale,
    product::{ProductStatus, RevisionStatus},
};
use services::{
    catalogue,
    selling::{self, ProductChange, VariantChange},
};
use testkit::on_both;

use super::{decide, photograph, published};
use crate::shopping::{fields, rejection, scope};

fn renamed(name: &str) -> ProductChange {
    ProductChange { name: Some(name.to_owned()), ..ProductChange::default() }
}

#[tokio::test]
async fn the_published_revision_stays_on_sale_while_another_is_written() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = published(&world, &shop).await;
        let change = ProductChange {
            variants: vec![VariantChange {
                id: Some(product.variants[0].id.clone()),
                price: Some(80_000),
                ..VariantChange::default()
            }],
            ..renamed("Vas Tabung 20 cm")
        };
        let edited = selling::update(services, scope(&shop), &product.id, &change).await.unwrap();
        assert_eq!((edited.status, edited.revision.number), (ProductStatus::Published, 2));
        assert_eq!((edited.photos.len(), edited.is_published_elsewhere), (1, true));
        photograph(&world, &shop, &product.id, 99).await;
        let seen = catalogue::product(services, &product.slug, Locale::Id).await.unwrap();
        assert_eq!((seen.name.as_str(), seen.photos.len()), ("Vas Silinder 20 cm", 1));
        assert_eq!(seen.variants[0].price.get(), 80_000, "a price needs no curator");
        let proposed = selling::propose(services, scope(&shop), &product.id).await.unwrap();
        assert_eq!((proposed.status, proposed.revision.status), (ProductStatus::Published, RevisionStatus::Proposed));
        let refused = selling::update(services, scope(&shop), &product.id, &renamed("Lain")).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("form", "under-review")]);
    })
    .await;
}

#[tokio::test]
async fn a_price_alone_begins_no_revision() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let product = published(&world, &shop).await;
        let change = ProductChange {
            variants: vec![VariantChange {
                id: Some(product.variants[0].id.clone()),
                price: Some(70_000),
                ..VariantChange::default()
            }],
            ..renamed(&product.name)
        };
        let edited = selling::update(&world.services, scope(&shop), &product.id, &change).await.unwrap();
        assert_eq!((edited.revision.number, edited.price_from), (1, 70_000));
    })
    .await;
}

#[tokio::test]
async fn a_photo_of_the_published_revision_is_removed_from_the_next_one_only() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = published(&world, &shop).await;
        let shown = selling::find(services, scope(&shop), &product.id, Locale::Id).await.unwrap();
        let left = selling::remove_photo(services, scope(&shop), &product.id, &shown.photos[0].id).await.unwrap();
        assert_eq!((left.photos.len(), left.revision.number), (0, 2));
        let seen = catalogue::product(services, &product.slug, Locale::Id).await.unwrap();
        assert_eq!(seen.photos.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_the_curator_sends_back_is_edited_in_place_and_what_is_refused_anew() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = published(&world, &shop).await;
        selling::update(services, scope(&shop), &product.id, &renamed("Vas Tabung")).await.unwrap();
        selling::propose(services, scope(&shop), &product.id).await.unwrap();
        decide(&world, &product.id, "changes_requested").await;
        let back = selling::find(services, scope(&shop), &product.id, Locale::Id).await.unwrap();
        assert_eq!(back.revision.note.as_deref(), Some("Tambahkan foto skala."));
        let edited = selling::update(services, scope(&shop), &product.id, &renamed("Vas Tabung 20")).await.unwrap();
        assert_eq!(edited.revision.number, 2);
        selling::propose(services, scope(&shop), &product.id).await.unwrap();
        decide(&world, &product.id, "rejected").await;
        let edited = selling::update(services, scope(&shop), &product.id, &renamed("Vas Baru")).await.unwrap();
        assert_eq!((edited.revision.number, edited.revision.status), (3, RevisionStatus::Draft));
    })
    .await;
}
