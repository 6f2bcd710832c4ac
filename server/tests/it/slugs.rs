//! Addresses of products that got another name.

use axum::http::{StatusCode, header};
use domain::role::Role;
use services::{accounts::Identity, curation};
use testkit::{TestProduct, TestShop, on_both};

use crate::app::App;

async fn curator(app: &App) -> Identity {
    app.account("kurator@contoh.test", Role::Curator).await;
    let cookie = app.cookie("kurator@contoh.test").await;
    let (_, token) = cookie.split_once('=').unwrap();
    services::accounts::identify_session(&app.world.services, token).await.unwrap().unwrap()
}

/// Puts a revision with that name on sale.
async fn rename(app: &App, who: &Identity, (shop, product): (&TestShop, &TestProduct), name: &str) {
    app.world.revision(product, shop, "proposed", name).await;
    app.world.change("UPDATE product SET status = 'published' WHERE id = $1", [product.id.into()]).await;
    curation::publish(&app.world.services, who, &product.public_id, None).await.unwrap();
}

async fn answer(app: &App, path: &str) -> (StatusCode, Option<String>) {
    let answer = app.get(path).await;
    let to = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status, to)
}

fn moved(to: &str) -> (StatusCode, Option<String>) {
    (StatusCode::MOVED_PERMANENTLY, Some(to.to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn old_addresses_lead_to_the_one_of_today_for_ever() {
    on_both(async |world| {
        let app = App::new(world);
        let who = curator(&app).await;
        let shop = app.world.shop("dinoyo").await;
        let product = app.world.product(&shop).stock(5).create().await;
        let first = app.world.publish(&shop, &product, "Cangkir biru", 1).await;
        assert_eq!(first, "cangkir-biru");
        rename(&app, &who, (&shop, &product), "Cangkir kobalt").await;
        rename(&app, &who, (&shop, &product), "Cangkir kobalt tua").await;
        assert_eq!(answer(&app, "/produk/cangkir-kobalt-tua").await, (StatusCode::OK, None));
        for old in ["cangkir-biru", "cangkir-kobalt"] {
            assert_eq!(answer(&app, &format!("/produk/{old}")).await, moved("/produk/cangkir-kobalt-tua"));
            assert_eq!(
                answer(&app, &format!("/en/produk/{old}?varian=x")).await,
                moved("/en/produk/cangkir-kobalt-tua?varian=x")
            );
        }
        // Back to a name that it had.
        rename(&app, &who, (&shop, &product), "Cangkir biru").await;
        assert_eq!(answer(&app, "/produk/cangkir-biru").await, (StatusCode::OK, None));
        assert_eq!(answer(&app, "/produk/cangkir-kobalt-tua").await, moved("/produk/cangkir-biru"));
        assert_eq!(answer(&app, "/produk/tidak-ada").await.0, StatusCode::NOT_FOUND);
        app.world.change("UPDATE product SET status = 'hidden', epoch = epoch + 1", []).await;
        assert_eq!(
            answer(&app, "/produk/cangkir-kobalt").await.0,
            StatusCode::NOT_FOUND,
            "what is hidden is not there"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_gets_an_address_that_a_product_had() {
    on_both(async |world| {
        let app = App::new(world);
        let who = curator(&app).await;
        let shop = app.world.shop("dinoyo").await;
        let (one, other) = (app.world.product(&shop).create().await, app.world.product(&shop).create().await);
        app.world.publish(&shop, &one, "Vas tinggi", 1).await;
        app.world.publish(&shop, &other, "Vas rendah", 2).await;
        rename(&app, &who, (&shop, &one), "Vas ramping").await;
        rename(&app, &who, (&shop, &other), "Vas tinggi").await;
        assert_eq!(answer(&app, "/produk/vas-tinggi").await, moved("/produk/vas-ramping"));
        let (status, to) = answer(&app, "/produk/vas-rendah").await;
        assert_eq!(status, StatusCode::MOVED_PERMANENTLY);
        assert!(to.unwrap().starts_with("/produk/vas-tinggi-"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_stays_while_the_name_does() {
    on_both(async |world| {
        let app = App::new(world);
        let who = curator(&app).await;
        let shop = app.world.shop("dinoyo").await;
        let product = app.world.product(&shop).create().await;
        app.world.publish(&shop, &product, "Piring", 1).await;
        app.world.change("UPDATE product SET slug = 'piring-lama' WHERE id = $1", [product.id.into()]).await;
        rename(&app, &who, (&shop, &product), "Piring").await;
        assert_eq!(answer(&app, "/produk/piring-lama").await, (StatusCode::OK, None));
    })
    .await;
}
