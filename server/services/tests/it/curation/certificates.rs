//! Certificates: handed in, decided, run out; and invariant 21, what cannot be bought without them. On both databases.

mod gate;
mod steps;

use domain::{
    certificate::CertificateKind,
    time::{Date, Timestamp},
};
use services::{
    certificates::{self, CertificateRequest},
    timers,
};
use testkit::{TestProduct, TestShop, World};

use crate::shopping::scope;

/// A shop of Sanan that has handed nothing in.
async fn bare_shop(world: &World) -> TestShop {
    let shop = world.shop("sanan").await;
    world.change("DELETE FROM certificate WHERE shop_id = $1", [shop.id.into()]).await;
    shop
}

/// A certificate with a number of its own, for all goods.
fn request(kind: CertificateKind, number: i64, last_day: Option<Date>) -> CertificateRequest {
    CertificateRequest {
        kind,
        number: match kind {
            CertificateKind::Halal => format!("ID35{number:013}"),
            CertificateKind::Pirt => format!("2153573{number:06}30"),
            _ => format!("Nomor {number}"),
        },
        issuer: "Lembaga Contoh".to_owned(),
        issued_on: "2026-01-05".to_owned(),
        last_day: last_day.map(|day| day.to_string()),
        products: Vec::new(),
    }
}

async fn submit(world: &World, shop: &TestShop, request: &CertificateRequest) -> String {
    certificates::submit(&world.services, scope(shop), &shop.slug, request).await.unwrap()
}

/// What a product lacks, after its shop was looked at.
async fn lacking(world: &World, shop: &TestShop, product: &TestProduct) -> Option<String> {
    let tx = world.store().begin().await.unwrap();
    store::certificates::refresh_shop(&tx, shop.id, world.services.now()).await.unwrap();
    tx.commit().await.unwrap();
    kept(world, product).await
}

/// What a product lacks, as it is kept.
async fn kept(world: &World, product: &TestProduct) -> Option<String> {
    let text = "SELECT COALESCE(lacking_certificate, '') FROM product WHERE id = $1";
    world.texts(text, [product.id.into()]).await.pop().filter(|kind| !kind.is_empty())
}

/// Lets the clock go on until then.
fn move_to(world: &World, then: Timestamp) {
    world.clock.advance_millis(then.millis() - world.services.now().millis());
}

/// One cycle of the timers.
async fn cycle(world: &World) {
    timers::run_due(&world.services).await.unwrap();
}
