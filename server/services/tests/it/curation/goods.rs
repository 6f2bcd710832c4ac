//! Taking products and shops off the shelf, and putting them back.

use domain::{locale::Locale, product::ProductStatus, shop::ShopStatus};
use services::{
    Error, catalogue,
    curation::{self, GoodsQuery, ShopQuery},
};
use testkit::on_both;

use super::{curator, found, is_invalid_state, mails};
use crate::shopping::{OWN_DELIVERY, place, rejection, request};

#[tokio::test]
async fn a_suspended_product_leaves_the_shop_window_until_it_is_restored() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).price(45_000).stock(5).status("proposed").create().await;
        let id = product.public_id.as_str();
        curation::publish(&world.services, &wulan, id, None).await.unwrap();

        let refused = rejection(curation::suspend(&world.services, &wulan, id, "x").await.unwrap_err());
        assert_eq!(refused.fields[0].code, "reason-missing");
        curation::suspend(&world.services, &wulan, id, "Foto milik toko lain").await.unwrap();
        assert!(found(&world, "barang").await.is_empty());
        assert!(matches!(catalogue::product(&world.services, &product.slug, Locale::Id).await, Err(Error::NotFound)));
        let order = request(&[(&product, 1)], &[&shop], 45_000 + OWN_DELIVERY);
        assert!(place(&world, &order).await.is_err());
        assert!(is_invalid_state(&curation::suspend(&world.services, &wulan, id, "Sekali lagi").await));
        let query = GoodsQuery { status: Some(ProductStatus::Suspended), ..GoodsQuery::default() };
        let list = curation::list_products(&world.services, &query, None, None, Locale::Id).await.unwrap();
        assert_eq!(list.items[0].reason.as_deref(), Some("Foto milik toko lain"));
        assert_eq!(mails(&world, &shop.owner_email, "Foto milik toko lain").await, 1);

        curation::restore(&world.services, &wulan, id).await.unwrap();
        assert_eq!(found(&world, "barang").await, [product.slug.as_str()]);
        place(&world, &order).await.unwrap();
        assert_eq!(mails(&world, &shop.owner_email, "product_restored").await, 1);
    })
    .await;
}

#[tokio::test]
async fn goods_of_a_suspended_shop_cannot_be_bought() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("sanan").await;
        let product = world.product(&shop).price(45_000).stock(5).status("proposed").create().await;
        curation::publish(&world.services, &wulan, &product.public_id, None).await.unwrap();
        let order = request(&[(&product, 1)], &[&shop], 45_000 + OWN_DELIVERY);

        curation::suspend_shop(&world.services, &wulan, &shop.slug, "Dapur ditutup dinas").await.unwrap();
        assert!(found(&world, "barang").await.is_empty());
        assert!(place(&world, &order).await.is_err());
        assert!(is_invalid_state(&curation::suspend_shop(&world.services, &wulan, &shop.slug, "Lagi saja").await));
        let query = ShopQuery { status: Some(ShopStatus::Suspended), name: Some(shop.slug.to_uppercase()) };
        let list = curation::list_shops(&world.services, &query, None, None).await.unwrap();
        assert_eq!(list.items[0].reason.as_deref(), Some("Dapur ditutup dinas"));
        assert_eq!(mails(&world, &shop.owner_email, "shop_suspended").await, 1);

        curation::restore_shop(&world.services, &wulan, &shop.slug).await.unwrap();
        assert_eq!(found(&world, "barang").await, [product.slug.as_str()]);
        place(&world, &order).await.unwrap();
        assert!(is_invalid_state(&curation::restore_shop(&world.services, &wulan, &shop.slug).await));
    })
    .await;
}

#[tokio::test]
async fn products_are_found_by_words_state_and_shop() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let (one, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        for shop in [&one, &one, &other] {
            let product = world.product(shop).status("proposed").create().await;
            curation::publish(&world.services, &wulan, &product.public_id, None).await.unwrap();
        }
        let list = async |query: &GoodsQuery, cursor: Option<&str>, limit| {
            curation::list_products(&world.services, query, cursor, Some(limit), Locale::Id).await.unwrap()
        };
        let of_one = GoodsQuery { shop: Some(one.slug.clone()), ..GoodsQuery::default() };
        let first = list(&of_one, None, 1).await;
        let second = list(&of_one, first.next.as_deref(), 1).await;
        assert!(first.items[0].id != second.items[0].id && second.next.is_none());
        let words = GoodsQuery { text: Some("BARANG".to_owned()), ..GoodsQuery::default() };
        assert_eq!(list(&words, None, 24).await.items.len(), 3);
        let hidden = GoodsQuery { status: Some(ProductStatus::Hidden), ..GoodsQuery::default() };
        assert!(list(&hidden, None, 24).await.items.is_empty());
    })
    .await;
}
