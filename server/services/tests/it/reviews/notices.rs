//! What is told of reviews, and who is asked for one.

use services::{
    complaints::{self, CaseLineRequest, CaseRequest},
    reviews,
};
use testkit::on_both;

use super::{another, delivered, says, write};
use crate::{curation::curator, outbox::mails, shopping::scope};

#[tokio::test(flavor = "multi_thread")]
async fn each_side_is_told_what_concerns_it() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let services = &world.services;
        mails(&world).await;
        let own = write(&world, &placed, &mug, &says(5, "Bagus")).await.unwrap();
        let curator = curator(&world, "Kurator").await;
        let id = own.review.id.as_str();
        let told = async || {
            let found = mails(&world).await;
            found.into_iter().map(|mail| (mail.to, mail.content)).collect::<Vec<_>>()
        };
        let text = |told: &[(String, ports::mail::MailContent)]| format!("{told:?}");
        let written = told().await;
        assert_eq!((written.len(), written[0].0.as_str()), (1, shop.owner_email.as_str()));
        assert!(text(&written).contains("ReviewWritten") && text(&written).contains("5/5 Bagus"), "{written:?}");
        reviews::reply(services, scope(&shop), id, "Terima kasih", domain::locale::Locale::Id).await.unwrap();
        let replied = told().await;
        assert_eq!((replied.len(), replied[0].0.as_str()), (1, "ratna@contoh.test"));
        reviews::reply(services, scope(&shop), id, "Terima kasih banyak", domain::locale::Locale::Id).await.unwrap();
        assert!(told().await.is_empty(), "a reply is told once");
        reviews::hide(services, curator.id, id, "Iklan").await.unwrap();
        assert!(text(&told().await).contains("ReviewHidden"));
        reviews::restore(services, curator.id, id, "Bukan iklan").await.unwrap();
        assert!(text(&told().await).contains("ReviewRestored"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_buyer_is_asked_once_some_days_after_the_delivery() {
    on_both(async |world| {
        let (shop, mug, reviewed) = delivered(&world).await;
        let services = &world.services;
        write(&world, &reviewed, &mug, &says(5, "")).await.unwrap();
        let complained = another(&world, &shop, &mug).await;
        let case = CaseRequest {
            lines: vec![CaseLineRequest { variant: mug.variant.clone(), pieces: 1 }],
            reason: domain::complaint::CaseReason::Damaged,
            text: "Retak".to_owned(),
        };
        complaints::open(services, &complained.orders[0].token, &case, None).await.unwrap();
        let asked = another(&world, &shop, &mug).await;
        mails(&world).await;
        world.clock.advance_hours(3 * 24 - 1);
        assert_eq!(reviews::invite_due(services).await.unwrap(), 0, "too early");
        world.clock.advance_hours(1);
        assert_eq!(reviews::invite_due(services).await.unwrap(), 1);
        let invitations: Vec<_> =
            mails(&world).await.into_iter().filter(|mail| format!("{mail:?}").contains("ReviewInvited")).collect();
        assert_eq!(invitations.len(), 1, "neither who reviewed nor who complained");
        assert!(format!("{:?}", invitations[0]).contains(&asked.orders[0].token));
        // Also long after its job was forgotten.
        world.sql("DELETE FROM job RETURNING id", []).await;
        world.clock.advance_hours(24);
        assert_eq!(reviews::invite_due(services).await.unwrap(), 0, "once");
        let late = another(&world, &shop, &mug).await;
        world.clock.advance_hours(40 * 24);
        assert_eq!(reviews::invite_due(services).await.unwrap(), 0, "after so long nobody is asked");
        write(&world, &late, &mug, &says(4, "")).await.unwrap();
    })
    .await;
}
