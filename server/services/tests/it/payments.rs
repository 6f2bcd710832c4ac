//! How shops are paid directly, on both databases.

mod cash;
mod payees;
mod proofs;
mod qris;
mod unmatched;

use domain::{locale::Locale, role::Role};
use services::{
    accounts::{self, Identity, NewAccount},
    payments,
};
use testkit::{TestShop, World};

use crate::shopping::scope;

/// Of merchants who do not exist; not payable.
pub(crate) const CERAMICS: &str = "00020101021126650016ID.CO.CONTOH.WWW01189360999900000000120212CTH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999910303UMI5204594753033605802ID5921KERAMIK CONTOH DINOYO6011KOTA MALANG61056514462070703A0163043768";
pub(crate) const TEMPE: &str = "00020101021126650016ID.CO.CONTOH.WWW01189360999900000000250212CTH0000000020303UMI51440014ID.CO.QRIS.WWW0215ID10999999999920303UMI5204549953033605802ID5918TEMPE CONTOH SANAN6011KOTA MALANG61056512262070703A01630409A2";
const PASSWORD: &str = "tungku menyala pagi";

/// Somebody with a password and that role.
async fn person(world: &World, email: &str, role: Role) -> Identity {
    let new = NewAccount { email, name: "Orang", phone: None, password: PASSWORD, locale: Locale::Id, roles: &[role] };
    accounts::create_account_with_roles(&world.services, new).await.unwrap();
    let token = accounts::create_api_token(&world.services, email).await.unwrap();
    accounts::identify_token(&world.services, &token).await.unwrap().unwrap()
}

/// Somebody who works for the shop.
async fn seller(world: &World, shop: &TestShop) -> Identity {
    let identity = person(world, &format!("pemilik-{}", shop.owner_email), Role::Seller).await;
    let insert = "INSERT INTO shop_member (shop_id, account_id, created_at) VALUES ($1, $2, 0) RETURNING shop_id";
    world.sql(insert, [shop.id.into(), identity.id.into()]).await;
    identity
}

/// Hands in a code and has it verified.
async fn verified(world: &World, shop: &TestShop, seller: &Identity, curator: &Identity, payload: &str) {
    let services = &world.services;
    payments::propose_qris(services, scope(shop), seller, &shop.slug, payload, PASSWORD).await.unwrap();
    let waiting = payments::queue(services).await.unwrap().qris;
    payments::verify_qris(services, curator, &waiting[0].id).await.unwrap();
}
