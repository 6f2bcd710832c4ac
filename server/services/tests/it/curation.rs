//! Curation: decisions, their effects, and who may make them twice (nobody).

mod certificates;
mod goods;
mod trail;

use domain::{locale::Locale, product::ProductStatus, role::Role};
use services::{
    Error, RejectionCode,
    accounts::Identity,
    catalogue::{self, ListQuery},
    curation::{self, QueueFilter},
};
use testkit::{TestProduct, World, on_both};

use crate::shopping::rejection;

/// A curator with that name.
pub(super) async fn curator(world: &World, name: &str) -> Identity {
    let email = format!("{}@contoh.test", name.to_lowercase());
    let id = world
        .sql(
            "INSERT INTO account (public_id, email, name, password_hash, locale, created_at)
             VALUES ($1, $2, $3, '', 'id', 0) RETURNING id",
            [format!("acc_{name}").into(), email.as_str().into(), name.into()],
        )
        .await;
    Identity {
        id,
        public_id: format!("acc_{name}"),
        name: name.to_owned(),
        email,
        locale: Locale::Id,
        roles: vec![Role::Curator],
        shop_ids: Vec::new(),
        session: None,
    }
}

/// Slugs that a search by buyers finds.
pub(super) async fn found(world: &World, text: &str) -> Vec<String> {
    let query = ListQuery { q: Some(text.to_owned()), ..ListQuery::default() };
    let page = catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
    page.items.into_iter().map(|item| item.slug).collect()
}

/// Number of mails to an address whose content holds a text.
pub(super) async fn mails(world: &World, to: &str, text: &str) -> i64 {
    let pattern = |text: &str| format!("%{text}%");
    world
        .sql(
            "SELECT COUNT(*) FROM job WHERE kind = 'mail' AND payload LIKE $1 AND payload LIKE $2",
            [pattern(to).into(), pattern(text).into()],
        )
        .await
}

async fn status(world: &World, product: &TestProduct) -> ProductStatus {
    curation::find(&world.services, &product.public_id, Locale::Id).await.unwrap().status
}

pub(super) fn is_invalid_state(result: &Result<(), Error>) -> bool {
    matches!(result, Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::InvalidState)
}

#[tokio::test]
async fn publishing_puts_on_sale_and_into_search() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).stock(3).status("proposed").create().await;
        assert!(found(&world, "barang").await.is_empty());
        let queue = curation::queue(&world.services, &QueueFilter::default(), None, None, Locale::Id).await.unwrap();
        let item = queue.items.first().unwrap();
        assert_eq!((item.id.as_str(), item.is_new), (product.public_id.as_str(), true));

        curation::publish(&world.services, &wulan, &product.public_id, None).await.unwrap();
        assert_eq!(found(&world, "barang").await, [product.slug.as_str()]);
        let page = catalogue::product(&world.services, &product.slug, Locale::Id).await.unwrap();
        assert!(page.in_stock);
        assert_eq!(mails(&world, &shop.owner_email, "product_published").await, 1);
        let queue = curation::queue(&world.services, &QueueFilter::default(), None, None, Locale::Id).await.unwrap();
        assert!(queue.items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn notes_and_reasons_reach_the_shop() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("sanan").await;
        let unclear = world.product(&shop).status("proposed").create().await;
        let foreign = world.product(&shop).status("proposed").create().await;
        let note = "Foto pertama gelap";
        curation::request_changes(&world.services, &wulan, &unclear.public_id, None, note).await.unwrap();
        curation::reject(&world.services, &wulan, &foreign.public_id, None, " Bukan buatan sendiri ").await.unwrap();
        assert_eq!(status(&world, &unclear).await, ProductStatus::ChangesRequested);
        assert_eq!(status(&world, &foreign).await, ProductStatus::Rejected);
        assert_eq!(mails(&world, &shop.owner_email, note).await, 1);
        assert_eq!(mails(&world, &shop.owner_email, "\"Bukan buatan sendiri\"").await, 1);
        let review = curation::find(&world.services, &unclear.public_id, Locale::Id).await.unwrap();
        assert_eq!(review.version.note.as_deref(), Some(note));
    })
    .await;
}

#[tokio::test]
async fn notes_and_reasons_are_asked_for_and_bounded() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).status("proposed").create().await;
        let id = product.public_id.as_str();
        let long = "a".repeat(501);
        for (text, note_code, reason_code) in [
            ("", "note-missing", "reason-missing"),
            (" ab ", "note-missing", "reason-missing"),
            (&long, "too-long", "too-long"),
        ] {
            let note = rejection(curation::request_changes(&world.services, &wulan, id, None, text).await.unwrap_err());
            assert_eq!((note.fields[0].field.as_str(), note.fields[0].code.as_str()), ("note", note_code));
            let reason = rejection(curation::reject(&world.services, &wulan, id, None, text).await.unwrap_err());
            assert_eq!((reason.fields[0].field.as_str(), reason.fields[0].code.as_str()), ("reason", reason_code));
        }
        assert_eq!(status(&world, &product).await, ProductStatus::Proposed);
    })
    .await;
}

#[tokio::test]
async fn of_two_curators_one_decides() {
    on_both(async |world| {
        let (wulan, bayu) = (curator(&world, "Wulan").await, curator(&world, "Bayu").await);
        let shop = world.shop("dinoyo").await;
        for _ in 0..5 {
            let product = world.product(&shop).status("proposed").create().await;
            let id = product.public_id.as_str();
            let (first, second) = tokio::join!(
                curation::publish(&world.services, &wulan, id, None),
                curation::reject(&world.services, &bayu, id, None, "Tidak jelas"),
            );
            assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
            assert!(is_invalid_state(&first) || is_invalid_state(&second));
            let review = curation::find(&world.services, id, Locale::Id).await.unwrap();
            let expected = if first.is_ok() { ProductStatus::Published } else { ProductStatus::Rejected };
            assert_eq!(review.status, expected);
            assert_eq!(review.history.len(), 2, "proposed and decided once");
        }
    })
    .await;
}

#[tokio::test]
async fn what_does_not_wait_cannot_be_decided() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        for status in ["draft", "published", "changes_requested", "rejected"] {
            let product = world.product(&shop).status(status).create().await;
            let id = product.public_id.as_str();
            assert!(is_invalid_state(&curation::publish(&world.services, &wulan, id, None).await), "{status}");
            let asked = curation::request_changes(&world.services, &wulan, id, None, "Foto gelap").await;
            assert!(is_invalid_state(&asked), "{status}");
            assert!(is_invalid_state(&curation::restore(&world.services, &wulan, id).await), "{status}");
        }
        let unknown = curation::publish(&world.services, &wulan, "prd_tidakada", None).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_published_unseen() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).status("proposed").create().await;
        let id = product.public_id.as_str();
        let seen = curation::find(&world.services, id, Locale::Id).await.unwrap().version.id;
        curation::request_changes(&world.services, &wulan, id, Some(&seen), "Foto gelap").await.unwrap();
        world.sql("UPDATE product SET status = 'proposed' WHERE id = $1 RETURNING id", [product.id.into()]).await;
        world.revision(&product, &shop, "proposed", "Nama lain").await;
        assert!(is_invalid_state(&curation::publish(&world.services, &wulan, id, Some(&seen)).await));
        let seen = curation::find(&world.services, id, Locale::Id).await.unwrap().version.id;
        curation::publish(&world.services, &wulan, id, Some(&seen)).await.unwrap();
        assert_eq!(found(&world, "nama lain").await, [product.slug.as_str()]);
    })
    .await;
}

#[tokio::test]
async fn a_change_replaces_what_is_on_sale_only_when_it_is_published() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).stock(1).status("proposed").create().await;
        let id = product.public_id.as_str();
        curation::publish(&world.services, &wulan, id, None).await.unwrap();
        let published = "SELECT published_at FROM product WHERE id = $1";
        let first = world.sql(published, [product.id.into()]).await;

        world.revision(&product, &shop, "proposed", "Teko seladon").await;
        assert!(found(&world, "seladon").await.is_empty());
        assert_eq!(found(&world, "barang").await.len(), 1);
        let review = curation::find(&world.services, id, Locale::Id).await.unwrap();
        let changes = review.changes.unwrap();
        assert_eq!((changes.fields.len(), review.is_new), (2, false), "the name in both languages");
        assert_eq!(changes.fields[0].after, "Teko seladon");
        curation::request_changes(&world.services, &wulan, id, None, "Foto gelap").await.unwrap();
        assert_eq!(found(&world, "barang").await.len(), 1, "a refused change leaves the product on sale");

        world.clock.advance_millis(60_000);
        world.revision(&product, &shop, "proposed", "Teko seladon").await;
        curation::publish(&world.services, &wulan, id, None).await.unwrap();
        assert_eq!(found(&world, "seladon").await, ["teko-seladon"], "its address follows its name");
        assert!(found(&world, "barang").await.is_empty());
        assert_eq!(world.sql(published, [product.id.into()]).await, first, "a change is no new product");
        assert_eq!(mails(&world, &shop.owner_email, "product_change_published").await, 1);
        let live = "SELECT COUNT(*) FROM product_revision WHERE product_id = $1 AND status = 'published'";
        assert_eq!(world.sql(live, [product.id.into()]).await, 1);
    })
    .await;
}
