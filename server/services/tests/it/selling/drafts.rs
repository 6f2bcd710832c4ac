//! From an empty page to the curator.

use domain::{
    locale::Locale,
    product::{ProductStatus, RevisionStatus},
};
use serde_json::json;
use services::{
    Error, RejectionCode,
    selling::{self, MoveTo, NewProduct, ProductChange, SellerTab, VariantChange},
    stock,
};
use testkit::on_both;

use super::{photograph, variant, vase};
use crate::shopping::{fields, rejection, scope};

#[tokio::test]
async fn a_product_is_written_photographed_and_proposed() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = selling::create(services, scope(&shop), &vase(&shop)).await.unwrap();
        assert_eq!((product.slug.as_str(), product.status), ("vas-silinder-20-cm", ProductStatus::Draft));
        assert_eq!((product.transport_class.as_str(), product.price_from), ("fragile", 65_000));
        photograph(&world, &shop, &product.id, 1).await;
        let second = photograph(&world, &shop, &product.id, 2).await;
        let moved = selling::move_photo(services, scope(&shop), &product.id, &second, MoveTo::Earlier).await.unwrap();
        assert_eq!(moved.photos[0].id, second);
        let proposed = selling::propose(services, scope(&shop), &product.id).await.unwrap();
        assert_eq!((proposed.status, proposed.revision.status), (ProductStatus::Proposed, RevisionStatus::Proposed));
        assert_eq!(world.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'product_proposed'", []).await, 1);
        let page = selling::list(services, scope(&shop), SellerTab::Waiting, None, 10).await.unwrap();
        assert_eq!((page.items.len(), page.items[0].available), (1, Some(0)));
        assert!(page.items[0].photo.is_some());
        let counts = selling::counts(services, scope(&shop)).await.unwrap();
        assert_eq!((counts.current, counts.waiting, counts.draft), (1, 1, 0));
    })
    .await;
}

#[tokio::test]
async fn all_that_is_missing_is_said_at_once() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let new = NewProduct {
            shop: shop.slug.clone(),
            category: "tempe-segar".to_owned(),
            name: "Tempe daun".to_owned(),
            ..NewProduct::default()
        };
        let product = selling::create(&world.services, scope(&shop), &new).await.unwrap();
        assert_eq!(product.shelf_life_days, Some(2), "what fresh tempe begins with");
        let refused = selling::propose(&world.services, scope(&shop), &product.id).await.unwrap_err();
        let refused = rejection(refused);
        assert_eq!(
            fields(&refused),
            [
                ("photos", "photo-missing"),
                ("description", "description-missing"),
                ("attributes.ingredients", "attribute-missing"),
                ("attributes.allergens", "attribute-missing"),
                ("attributes.storage", "attribute-missing"),
                ("variants", "variants-missing"),
            ]
        );
        let product = selling::find(&world.services, scope(&shop), &product.id, Locale::En).await.unwrap();
        assert_eq!((product.missing.len(), product.status), (6, ProductStatus::Draft));
    })
    .await;
}

#[tokio::test]
async fn wrong_values_are_said_at_once_and_nothing_is_written() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mut new = vase(&shop);
        new.name = "a".repeat(121);
        new.category = "peralatan-minum".to_owned();
        new.attributes = json!({ "food_contact": "maybe", "colour": "blue", "size": 20 }).as_object().unwrap().clone();
        new.variants = vec![variant("S", 0, 1_100), variant("s", 65_000, 0)];
        new.variants[0].height_mm = Some(9_000);
        let refused = rejection(selling::create(&world.services, scope(&shop), &new).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::Invalid);
        let mut found = fields(&refused);
        found.sort_unstable();
        assert_eq!(
            found,
            [
                ("attributes.colour", "attribute-unknown"),
                ("attributes.food_contact", "choice-unknown"),
                ("attributes.size", "text-invalid"),
                ("name", "too-long"),
                ("variants[0].height_mm", "side-invalid"),
                ("variants[0].price", "price-invalid"),
                ("variants[1].name", "variant-name-twice"),
                ("variants[1].weight_g", "weight-invalid"),
            ]
        );
        assert_eq!(world.sql("SELECT COUNT(*) FROM product", []).await, 0);
        let foreign = NewProduct { category: "keripik".to_owned(), ..vase(&shop) };
        let refused = rejection(selling::create(&world.services, scope(&shop), &foreign).await.unwrap_err());
        assert_eq!(fields(&refused), [("category", "choice-unknown")]);
    })
    .await;
}

#[tokio::test]
async fn food_asks_for_the_lot_of_today_until_it_is_there() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let new = NewProduct {
            shop: shop.slug.clone(),
            category: "keripik".to_owned(),
            name: "Keripik tempe".to_owned(),
            variants: vec![variant("", 12_000, 120)],
            ..NewProduct::default()
        };
        let product = selling::create(&world.services, scope(&shop), &new).await.unwrap();
        assert!(product.variants[0].takes_new_stock);
        stock::set_on_hand(&world.services, scope(&shop), &product.variants[0].id, 20, None).await.unwrap();
        let product = selling::find(&world.services, scope(&shop), &product.id, Locale::Id).await.unwrap();
        let shelf = &product.variants[0];
        assert_eq!((shelf.stock[0].on_hand, shelf.takes_new_stock), (20, false));
        assert_eq!(shelf.stock[0].best_before.as_deref(), Some("2027-01-23"), "sixty days");
        assert!(product.in_stock);
    })
    .await;
}

#[tokio::test]
async fn a_taken_name_gets_another_address() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let first = selling::create(&world.services, scope(&shop), &vase(&shop)).await.unwrap();
        let second = selling::create(&world.services, scope(&shop), &vase(&shop)).await.unwrap();
        assert_ne!(first.slug, second.slug);
        assert!(second.slug.starts_with("vas-silinder-20-cm-"), "{}", second.slug);
    })
    .await;
}

#[tokio::test]
async fn variants_are_added_changed_and_archived() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = selling::create(services, scope(&shop), &vase(&shop)).await.unwrap();
        let change = ProductChange {
            variants: vec![
                VariantChange {
                    id: Some(product.variants[0].id.clone()),
                    name: Some("Biru".to_owned()),
                    price: Some(70_000),
                    ..VariantChange::default()
                },
                variant("Hijau", 60_000, 1_000),
            ],
            ..ProductChange::default()
        };
        let changed = selling::update(services, scope(&shop), &product.id, &change).await.unwrap();
        assert_eq!((changed.variants.len(), changed.price_from), (2, 60_000));
        assert_eq!(world.sql("SELECT COUNT(*) FROM price_change", []).await, 3);
        let archive = |place: usize| ProductChange {
            variants: vec![VariantChange {
                id: Some(changed.variants[place].id.clone()),
                archived: true,
                ..VariantChange::default()
            }],
            ..ProductChange::default()
        };
        let left = selling::update(services, scope(&shop), &product.id, &archive(1)).await.unwrap();
        assert_eq!((left.variants.len(), left.price_from), (1, 70_000));
        let refused = selling::update(services, scope(&shop), &product.id, &archive(0)).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("variants", "last-variant")]);
    })
    .await;
}

#[tokio::test]
async fn products_of_others_are_not_there() {
    on_both(async |world| {
        let (shop, stranger) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let services = &world.services;
        let product = selling::create(services, scope(&shop), &vase(&shop)).await.unwrap();
        let photo = photograph(&world, &shop, &product.id, 1).await;
        let (id, theirs) = (product.id.as_str(), scope(&stranger));
        let change = ProductChange { name: Some("Milik saya".to_owned()), ..ProductChange::default() };
        let answers = [
            selling::find(services, theirs, id, Locale::Id).await,
            selling::update(services, theirs, id, &change).await,
            selling::remove_photo(services, theirs, id, &photo).await,
            selling::move_photo(services, theirs, id, &photo, MoveTo::First).await,
            selling::propose(services, theirs, id).await,
            selling::hide(services, theirs, id).await,
            selling::show(services, theirs, id).await,
            selling::archive(services, theirs, id).await,
            selling::create(services, theirs, &vase(&shop)).await,
        ];
        for (place, answer) in answers.iter().enumerate() {
            assert!(matches!(answer, Err(Error::NotFound)), "answer {place}");
        }
        let after = selling::find(services, scope(&shop), id, Locale::Id).await.unwrap();
        assert_eq!((after.name.as_str(), after.photos.len()), ("Vas Silinder 20 cm", 1));
    })
    .await;
}
