//! The trail, the queue and the numbers of the overview.

use domain::{actor::Actor, locale::Locale};
use services::curation::{self, CurationAction, QueueFilter, TrailObject, TrailQuery};
use testkit::on_both;

use super::curator;

#[tokio::test]
async fn every_decision_leaves_a_line() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).status("proposed").create().await;
        let id = product.public_id.as_str();
        curation::publish(&world.services, &wulan, id, None).await.unwrap();
        curation::suspend(&world.services, &wulan, id, "Foto milik toko lain").await.unwrap();
        curation::suspend_shop(&world.services, &wulan, &shop.slug, "Dapur ditutup").await.unwrap();

        let all = TrailQuery::default();
        let page = curation::audit_trail(&world.services, &all, None, Some(2)).await.unwrap();
        let line = &page.items[0];
        assert_eq!(
            (line.action, line.actor, line.who.as_str()),
            (CurationAction::SuspendShop, Actor::Curator, "Wulan")
        );
        assert_eq!((line.at, line.reason.as_deref()), (world.services.now(), Some("Dapur ditutup")));
        assert_eq!(line.object, TrailObject::Shop(shop.slug.clone()));
        let rest = curation::audit_trail(&world.services, &all, page.next.as_deref(), Some(2)).await.unwrap();
        assert_eq!(rest.items.len(), 1);
        assert_eq!(rest.items[0].object, TrailObject::Product(id.to_owned()));
        let suspended = TrailQuery { action: Some(CurationAction::Suspend), object: Some(id.to_owned()) };
        let page = curation::audit_trail(&world.services, &suspended, None, None).await.unwrap();
        assert_eq!(page.items.len(), 1);
        assert!(curation::audit_trail(&world.services, &all, Some("?"), None).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn the_queue_begins_with_the_oldest() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let (dinoyo, sanan) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let mut ids = Vec::new();
        for shop in [&dinoyo, &sanan, &dinoyo] {
            ids.push(world.product(shop).status("proposed").create().await.public_id);
        }
        let all = QueueFilter::default();
        let list = async |filter: &QueueFilter, cursor: Option<&str>, limit| {
            let page = curation::queue(&world.services, filter, cursor, Some(limit), Locale::Id).await.unwrap();
            (page.items.into_iter().map(|item| item.id).collect::<Vec<_>>(), page.next)
        };
        let (first, next) = list(&all, None, 2).await;
        assert_eq!(first, ids[..2]);
        assert_eq!(list(&all, next.as_deref(), 2).await, (vec![ids[2].clone()], None));
        let of_sanan = QueueFilter { sentra: Some("sanan".to_owned()), category: None };
        assert_eq!(list(&of_sanan, None, 24).await.0, [ids[1].clone()]);

        assert_eq!(curation::before(&world.services, &ids[1]).await.unwrap().as_ref(), Some(&ids[0]));
        let next = async |id: &str| curation::next(&world.services, id, Locale::Id).await.unwrap();
        assert_eq!(next(&ids[1]).await.as_ref(), Some(&ids[2]));
        assert_eq!(next(&ids[2]).await.as_ref(), Some(&ids[0]));
        curation::publish(&world.services, &wulan, &ids[0], None).await.unwrap();
        assert_eq!(next(&ids[0]).await.as_ref(), Some(&ids[1]));

        let counts = curation::counts(&world.services).await.unwrap();
        assert_eq!((counts.waiting, counts.published, counts.decided, counts.shops_open), (2, 1, 1, 2));
        let waiting = curation::categories(&world.services, Locale::Id).await.unwrap();
        assert_eq!(waiting.iter().map(|category| category.count).sum::<i64>(), 2);
    })
    .await;
}
