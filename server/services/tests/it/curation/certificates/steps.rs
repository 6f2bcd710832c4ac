//! The life of a certificate, and what its shop is told.

use domain::{
    certificate::{CertificateKind as Kind, CertificateStatus as Status},
    locale::Locale,
    time::{Date, Zone},
};
use services::{Error, catalogue, certificates};
use testkit::{World, on_both};

use super::{bare_shop, cycle, kept, lacking, move_to, request, submit};
use crate::{
    curation::{curator, mails},
    shopping::{fields, rejection, scope},
};

fn today(world: &World) -> Date {
    Date::from_timestamp(world.services.now(), Zone::Wib)
}

async fn events(world: &World, id: &str) -> Vec<String> {
    let text = "SELECT COALESCE(e.from_status, '') || '>' || e.to_status || ' ' || e.actor FROM certificate_event e
        JOIN certificate x ON x.id = e.certificate_id WHERE x.public_id = $1 ORDER BY e.id";
    world.texts(text, [id.into()]).await
}

#[tokio::test]
async fn a_verified_certificate_shows_its_evidence_until_its_last_day() {
    on_both(async |world| {
        let shop = bare_shop(&world).await;
        let tempe = world.product(&shop).keeps(3).lot(5, "2026-12-24").create().await;
        let slug = world.publish(&shop, &tempe, "Tempe daun", 1).await;
        assert_eq!(lacking(&world, &shop, &tempe).await.as_deref(), Some("halal"));
        let last_day = today(&world).plus_days(10);
        let id = submit(&world, &shop, &request(Kind::Halal, 1, Some(last_day))).await;
        let page = catalogue::product(&world.services, &slug, Locale::Id).await.unwrap();
        assert!(page.certificates.is_empty(), "nobody has looked at it yet");
        assert_eq!((page.lacking, page.in_stock), (Some(Kind::Halal), false));

        let wulan = curator(&world, "Wulan").await;
        let before = store::catalogue::version(world.store()).await.unwrap();
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        assert_ne!(store::catalogue::version(world.store()).await.unwrap(), before, "kept pages are made anew");
        let page = catalogue::product(&world.services, &slug, Locale::Id).await.unwrap();
        let [shown] = page.certificates.as_slice() else { panic!("{:?}", page.certificates) };
        assert_eq!((shown.kind, shown.number.as_str()), (Kind::Halal, "ID350000000000001"));
        assert_eq!((shown.last_day, shown.verified_on), (Some(last_day), Some(today(&world))));
        assert!(page.in_stock && page.lacking.is_none());

        move_to(&world, last_day.plus_days(1).start_of_day(Zone::Wib).plus_minutes(-1));
        cycle(&world).await;
        assert_eq!(certificates::find(&world.services, &id).await.unwrap().status, Status::Verified);
        move_to(&world, last_day.plus_days(1).start_of_day(Zone::Wib));
        let page = catalogue::product(&world.services, &slug, Locale::Id).await.unwrap();
        assert!(page.certificates.is_empty(), "it is not shown a moment too long");
        let before = store::catalogue::version(world.store()).await.unwrap();
        cycle(&world).await;
        assert_ne!(store::catalogue::version(world.store()).await.unwrap(), before);
        assert_eq!(certificates::find(&world.services, &id).await.unwrap().status, Status::Expired);
        assert_eq!(kept(&world, &tempe).await.as_deref(), Some("halal"));
        assert_eq!(
            events(&world, &id).await,
            [">submitted seller", "submitted>verified curator", "verified>expired system"]
        );
        assert_eq!(mails(&world, &shop.owner_email, "certificate_expired").await, 1);
        assert_eq!(mails(&world, &shop.owner_email, "Tempe daun").await, 1, "the mail names what is held back");
        cycle(&world).await;
        assert_eq!(mails(&world, &shop.owner_email, "certificate_expired").await, 1);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_shop_is_told_before_the_end_and_not_twice() {
    on_both(async |world| {
        let shop = bare_shop(&world).await;
        let wulan = curator(&world, "Wulan").await;
        let last_day = today(&world).plus_days(200);
        let id = submit(&world, &shop, &request(Kind::Pirt, 2, Some(last_day))).await;
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        let mut told = Vec::new();
        for left in [181, 179, 178, 31, 29, 28, 8, 6, 5] {
            move_to(&world, last_day.plus_days(1 - left).start_of_day(Zone::Wib));
            cycle(&world).await;
            cycle(&world).await;
            told.push(mails(&world, &shop.owner_email, "certificate_ending").await);
        }
        assert_eq!(told, [0, 1, 1, 1, 2, 2, 2, 3, 3]);
        assert!(certificates::find(&world.services, &id).await.unwrap().is_expiring);

        let renewed = submit(&world, &shop, &request(Kind::Pirt, 3, Some(last_day.plus_days(900)))).await;
        certificates::verify(&world.services, &wulan, &renewed).await.unwrap();
        move_to(&world, last_day.start_of_day(Zone::Wib));
        cycle(&world).await;
        assert_eq!(mails(&world, &shop.owner_email, "certificate_ending").await, 3, "there is a new one");
    })
    .await;
}

#[tokio::test]
async fn decisions_are_made_once_and_say_why() {
    on_both(async |world| {
        let (shop, other) = (bare_shop(&world).await, world.shop("sanan").await);
        let wulan = curator(&world, "Wulan").await;
        let services = &world.services;
        let first = submit(&world, &shop, &request(Kind::Halal, 4, None)).await;
        let taken = certificates::submit(services, scope(&other), &other.slug, &request(Kind::Halal, 4, None)).await;
        assert_eq!(fields(&rejection(taken.unwrap_err())), [("number", "certificate-taken")]);
        let reason = certificates::reject(services, &wulan, &first, " ").await.unwrap_err();
        assert_eq!(fields(&rejection(reason)), [("reason", "reason-missing")]);
        certificates::reject(services, &wulan, &first, "Foto tidak terbaca").await.unwrap();
        assert!(certificates::verify(services, &wulan, &first).await.is_err());
        assert_eq!(mails(&world, &shop.owner_email, "Foto tidak terbaca").await, 1);

        let again = submit(&world, &shop, &request(Kind::Halal, 4, None)).await;
        assert!(certificates::revoke(services, &wulan, &again, "Dicabut").await.is_err(), "it is not verified yet");
        let (one, two) = tokio::join!(
            certificates::verify(services, &wulan, &again),
            certificates::verify(services, &wulan, &again)
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "{one:?} {two:?}");
        certificates::revoke(services, &wulan, &again, "Dicabut penerbit").await.unwrap();
        assert_eq!(
            events(&world, &again).await,
            [">submitted seller", "submitted>verified curator", "verified>revoked curator"]
        );
        let unknown = certificates::verify(services, &wulan, "crt_tidakada").await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_certificate_is_said_at_its_field() {
    on_both(async |world| {
        let (shop, other) = (bare_shop(&world).await, world.shop("sanan").await);
        let foreign = world.product(&other).stock(1).create().await;
        let services = &world.services;
        let mut wrong = request(Kind::Halal, 5, Some(today(&world).plus_days(-1)));
        wrong.number = "BUKAN".to_owned();
        wrong.issuer = "?".to_owned();
        wrong.issued_on = "2027-01-01".to_owned();
        let refused = rejection(certificates::submit(services, scope(&shop), &shop.slug, &wrong).await.unwrap_err());
        assert_eq!(
            fields(&refused),
            [
                ("number", "certificate-number"),
                ("issuer", "certificate-issuer"),
                ("issued_on", "certificate-issued"),
                ("last_day", "certificate-until"),
            ]
        );
        let mut others = request(Kind::Halal, 6, None);
        others.products = vec![foreign.public_id.clone()];
        let refused = rejection(certificates::submit(services, scope(&shop), &shop.slug, &others).await.unwrap_err());
        assert_eq!(fields(&refused), [("products", "certificate-products")]);
        let theirs = certificates::submit(services, scope(&shop), &other.slug, &request(Kind::Halal, 7, None)).await;
        assert!(matches!(theirs, Err(Error::NotFound)));
        assert_eq!(world.sql("SELECT COUNT(*) FROM certificate WHERE status = 'submitted'", []).await, 0);
    })
    .await;
}
