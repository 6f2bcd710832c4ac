//! What a product's state allows.

use domain::product::ProductStatus;
use services::{
    Error, RejectionCode,
    selling::{self, ProductChange},
};
use testkit::on_both;

use super::{published, vase};
use crate::shopping::{rejection, scope};

fn is_state_refusal(error: Error) -> bool {
    rejection(error).code == RejectionCode::InvalidState
}

#[tokio::test]
async fn a_product_is_hidden_shown_and_archived() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = published(&world, &shop).await;
        let id = product.id.as_str();
        assert!(is_state_refusal(selling::show(services, scope(&shop), id).await.unwrap_err()));
        let hidden = selling::hide(services, scope(&shop), id).await.unwrap();
        assert_eq!((hidden.status, hidden.actions.show), (ProductStatus::Hidden, true));
        assert!(is_state_refusal(selling::hide(services, scope(&shop), id).await.unwrap_err()));
        let shown = selling::show(services, scope(&shop), id).await.unwrap();
        assert_eq!(shown.status, ProductStatus::Published);
        let gone = selling::archive(services, scope(&shop), id).await.unwrap();
        assert_eq!((gone.status, gone.actions), (ProductStatus::Archived, selling::Actions::default()));
        let moves =
            "SELECT COUNT(*) FROM audit_event WHERE action IN ('product_hidden', 'product_shown', 'product_archived')";
        assert_eq!(world.sql(moves, []).await, 3);
    })
    .await;
}

#[tokio::test]
async fn drafts_cannot_be_hidden_and_archived_products_not_changed() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let services = &world.services;
        let product = selling::create(services, scope(&shop), &vase(&shop)).await.unwrap();
        assert!(is_state_refusal(selling::hide(services, scope(&shop), &product.id).await.unwrap_err()));
        selling::archive(services, scope(&shop), &product.id).await.unwrap();
        let change = ProductChange { lead_time_days: Some(3), ..ProductChange::default() };
        assert!(is_state_refusal(selling::update(services, scope(&shop), &product.id, &change).await.unwrap_err()));
        assert!(is_state_refusal(selling::propose(services, scope(&shop), &product.id).await.unwrap_err()));
    })
    .await;
}

#[tokio::test]
async fn what_is_proposed_is_not_proposed_again() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let product = published(&world, &shop).await;
        let refused = selling::propose(&world.services, scope(&shop), &product.id).await.unwrap_err();
        assert!(is_state_refusal(refused), "a published revision without a change");
    })
    .await;
}
