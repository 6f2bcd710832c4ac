//! Reviews, on both databases.

mod acts;
mod notices;

use domain::{
    listing::Sort,
    locale::Locale,
    review::{AuthorName, ReportReason, ReviewStatus},
};
use services::{
    Error,
    catalogue::{self, ListQuery},
    checkout::PlacedGroup,
    fulfilment,
    reviews::{self, ModerationFilter, OwnReview, ReportRequest, ReviewQuery, ReviewRequest},
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::{
    curation::curator,
    refunds::{is_refused, paid, paid_at},
    selling::pictures,
    shopping::{fields, rejection, scope},
};

pub(crate) fn says(stars: i64, text: &str) -> ReviewRequest {
    ReviewRequest { stars, text: text.to_owned(), name: AuthorName::FirstName }
}

/// A delivered order of a mug that has a page, `cangkir`.
pub(crate) async fn delivered(world: &World) -> (TestShop, TestProduct, PlacedGroup) {
    let (shop, mug, placed) = paid(world, 1).await;
    world.publish(&shop, &mug, "Cangkir", 1).await;
    hand_over(world, &shop, &placed).await;
    (shop, mug, placed)
}

async fn hand_over(world: &World, shop: &TestShop, placed: &PlacedGroup) {
    let (services, number) = (&world.services, &placed.orders[0].number);
    fulfilment::ship(services, scope(shop), number, Some("JNE"), Some("CTH0001")).await.unwrap();
    fulfilment::deliver(services, scope(shop), number).await.unwrap();
}

/// One more delivered order of it.
pub(crate) async fn another(world: &World, shop: &TestShop, mug: &TestProduct) -> PlacedGroup {
    let placed = paid_at(world, shop, mug, 1).await;
    hand_over(world, shop, &placed).await;
    placed
}

pub(crate) async fn write(
    world: &World,
    placed: &PlacedGroup,
    mug: &TestProduct,
    request: &ReviewRequest,
) -> Result<OwnReview, Error> {
    reviews::write(&world.services, &placed.orders[0].token, &mug.variant, request, Vec::new(), None).await
}

/// Ratings of the mug as its page shows them, and the texts of its reviews.
async fn seen(world: &World) -> ([i64; 5], Vec<String>) {
    let product = catalogue::product(&world.services, "cangkir", Locale::Id).await.unwrap();
    let query = ReviewQuery::default();
    let shown = reviews::shown_of_product(&world.services, &product, query, 10, Locale::Id).await.unwrap();
    (shown.spread.0, shown.list.items.into_iter().map(|review| review.text).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_reviewed_once_and_only_when_it_was_delivered() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 1).await;
        world.publish(&shop, &mug, "Cangkir", 1).await;
        assert!(is_refused(write(&world, &placed, &mug, &says(5, "Bagus")).await), "it is not there yet");
        hand_over(&world, &shop, &placed).await;
        let token = &placed.orders[0].token;
        for stars in [0, 6] {
            let refused = rejection(write(&world, &placed, &mug, &says(stars, "")).await.unwrap_err());
            assert_eq!(fields(&refused), [("stars", "review-stars")]);
        }
        let refused = rejection(write(&world, &placed, &mug, &says(5, &"a".repeat(1_501))).await.unwrap_err());
        assert_eq!(fields(&refused), [("text", "too-long")]);
        let own = write(&world, &placed, &mug, &says(5, " Bagus ")).await.unwrap();
        assert_eq!((own.review.text.as_str(), own.review.author.as_str()), ("Bagus", "Ratna"), "not Bu Ratna");
        assert!(is_refused(write(&world, &placed, &mug, &says(1, "Lagi")).await), "once");
        assert_eq!(seen(&world).await, ([0, 0, 0, 0, 1], vec!["Bagus".to_owned()]));
        let stranger =
            reviews::edit(&world.services, &"a".repeat(43), &own.review.id, &says(1, ""), vec![], None).await;
        assert!(matches!(stranger, Err(Error::NotFound)));
        let other = another(&world, &shop, &mug).await;
        let other = &other.orders[0].token;
        let foreign = reviews::remove(&world.services, other, &own.review.id, None).await;
        assert!(matches!(foreign, Err(Error::NotFound)), "of another order");
        assert_eq!(reviews::of_order(&world.services, token, Locale::Id).await.unwrap(), [own]);
        let unknown = reviews::write(&world.services, token, "var_0", &says(5, ""), vec![], None).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        let (services, owner) = (&world.services, Some(shop.owner_id));
        let own_goods = reviews::write(services, other, &mug.variant, &says(5, ""), vec![], owner).await.unwrap_err();
        assert_eq!(fields(&rejection(own_goods)), [("form", "review-own-shop")]);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_changes_a_review_for_a_while_and_takes_it_back_for_good() {
    on_both(async |world| {
        let (_, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let picture = |shade| (format!("foto-{shade}.jpg"), pictures::plain(shade));
        let five = (0..6).map(|shade| picture(shade * 20)).collect();
        let full = reviews::write(services, token, &mug.variant, &says(4, "Rapi"), five, None).await.unwrap_err();
        assert_eq!(fields(&rejection(full)), [("photo", "photos-full")]);
        let broken = vec![picture(1), ("rusak.jpg".to_owned(), pictures::cut_off())];
        let broken = reviews::write(services, token, &mug.variant, &says(4, "Rapi"), broken, None).await.unwrap_err();
        assert_eq!(fields(&rejection(broken)), [("photo", "photo-damaged")]);
        let two = vec![picture(10), picture(20)];
        let own = reviews::write(services, token, &mug.variant, &says(4, "Rapi"), two, None).await.unwrap();
        assert_eq!(own.review.photos.len(), 2);
        let id = own.review.id.as_str();
        let named = ReviewRequest { name: AuthorName::Initial, ..says(2, "Retak") };
        let edited = reviews::edit(services, token, id, &named, vec![picture(30)], None).await.unwrap();
        assert_eq!((edited.review.photos.len(), edited.review.author.as_str()), (3, "R."));
        assert!(edited.review.edited_at.is_some());
        assert_eq!(seen(&world).await.0, [0, 1, 0, 0, 0]);
        let photo = &edited.review.photos[0].id;
        let left = reviews::remove_photo(services, token, id, photo, None).await.unwrap();
        assert_eq!(left.review.photos.len(), 2);
        assert!(matches!(reviews::remove_photo(services, token, id, photo, None).await, Err(Error::NotFound)));
        let added = reviews::add_photo(services, token, id, pictures::plain(90), None).await.unwrap();
        assert_eq!(added.review.photos.len(), 3);
        let photos = ReviewQuery { with_photos: true, ..ReviewQuery::default() };
        let listed = reviews::of_product(services, "cangkir", &photos, 10, Locale::Id).await.unwrap();
        assert_eq!(listed.items.len(), 1);

        world.clock.advance_hours(30 * 24 + 1);
        assert!(is_refused(reviews::edit(services, token, id, &says(5, ""), vec![], None).await), "too late");
        let gone = reviews::remove(services, token, id, None).await.unwrap();
        assert_eq!((gone.status, gone.review.text.as_str()), (ReviewStatus::Removed, ""));
        assert!(gone.review.photos.is_empty());
        assert_eq!(seen(&world).await, ([0; 5], vec![]));
        assert!(is_refused(reviews::remove(services, token, id, None).await));
        assert!(is_refused(write(&world, &placed, &mug, &says(5, "Lagi")).await), "it is gone for good");
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_wait_for_a_curator_who_hides_or_lets_stand() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let services = &world.services;
        let own = write(&world, &placed, &mug, &says(1, "Telepon saya 0812")).await.unwrap();
        let id = own.review.id.as_str();
        let curator = curator(&world, "Kurator").await;
        let other = ReportRequest { reason: ReportReason::Other, note: None };
        let refused = rejection(reviews::report(services, id, &other, None).await.unwrap_err());
        assert_eq!(fields(&refused), [("note", "report-note-missing")]);
        let why = ReportRequest { reason: ReportReason::PersonalData, note: None };
        // The same account twice is one report; strangers count, until there are enough of them.
        for _ in 0..2 {
            reviews::report(services, id, &why, Some(shop.owner_id)).await.unwrap();
        }
        for _ in 0..5 {
            reviews::report(services, id, &why, None).await.unwrap();
        }
        assert!(matches!(reviews::report(services, id, &why, None).await, Err(Error::TooManyRequests { .. })));
        let waiting =
            async || reviews::for_curators(services, ModerationFilter::Reported, None, 10, Locale::Id).await.unwrap();
        assert_eq!(waiting().await.items[0].reports.len(), 6);
        assert_eq!(reviews::counts(services).await.unwrap().reported, 1);
        reviews::dismiss_reports(services, curator.id, id).await.unwrap();
        assert!(waiting().await.items.is_empty());
        assert!(is_refused(reviews::dismiss_reports(services, curator.id, id).await));

        let missing = rejection(reviews::hide(services, curator.id, id, " ").await.unwrap_err());
        assert_eq!(fields(&missing), [("reason", "reason-missing")]);
        world.clock.advance_hours(2);
        reviews::report(services, id, &why, None).await.unwrap();
        let hidden = reviews::hide(services, curator.id, id, "Memuat nomor HP").await.unwrap();
        assert_eq!((hidden.status, hidden.reports.len()), (ReviewStatus::Hidden, 0));
        assert_eq!(seen(&world).await, ([0; 5], vec![]));
        assert!(is_refused(reviews::hide(services, curator.id, id, "Lagi").await));
        assert!(matches!(reviews::report(services, id, &why, None).await, Err(Error::NotFound)), "nobody sees it");
        let reply = reviews::reply(services, scope(&shop), id, "Maaf", Locale::Id).await;
        assert!(is_refused(reply));
        // What is hidden may be put right by its author, and still does not count.
        reviews::edit(services, &placed.orders[0].token, id, &says(3, "Biasa"), vec![], None).await.unwrap();
        assert_eq!(seen(&world).await.0, [0; 5]);
        reviews::restore(services, curator.id, id, "Nomornya sudah dihapus").await.unwrap();
        assert_eq!(seen(&world).await, ([0, 0, 1, 0, 0], vec!["Biasa".to_owned()]));
        let events = "SELECT COUNT(*) FROM review_event WHERE kind IN ('hidden', 'restored') AND reason <> $1";
        assert_eq!(world.sql(events, ["".into()]).await, 2);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_narrowed_paged_and_sorted_by_ratings() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let services = &world.services;
        write(&world, &placed, &mug, &says(5, "satu")).await.unwrap();
        for (stars, text) in [(4, "dua"), (5, "tiga"), (1, "")] {
            let placed = another(&world, &shop, &mug).await;
            write(&world, &placed, &mug, &says(stars, text)).await.unwrap();
        }
        for (name, published_at) in [("Vas baru", 9), ("Vas lama", 1)] {
            let vase = world.product(&shop).price(30_000).stock(9).create().await;
            world.publish(&shop, &vase, name, published_at).await;
        }
        let page = async |query: ReviewQuery, limit| {
            reviews::of_product(services, "cangkir", &query, limit, Locale::Id).await.unwrap()
        };
        let first = page(ReviewQuery::default(), 3).await;
        let texts = |list: &reviews::ReviewList| list.items.iter().map(|item| item.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&first), ["", "tiga", "dua"]);
        let second = page(ReviewQuery { cursor: first.next, ..ReviewQuery::default() }, 3).await;
        assert_eq!((texts(&second), second.next), (vec!["satu".to_owned()], None));
        assert_eq!(texts(&page(ReviewQuery { stars: Some(5), ..ReviewQuery::default() }, 9).await), ["tiga", "satu"]);
        let bad = ReviewQuery { stars: Some(6), ..ReviewQuery::default() };
        assert!(reviews::of_product(services, "cangkir", &bad, 3, Locale::Id).await.is_err());
        assert_eq!(
            reviews::of_shop(services, &shop.slug, &ReviewQuery::default(), 9, Locale::Id).await.unwrap().items.len(),
            4
        );

        let query = ListQuery { sort: Some(Sort::Rating), limit: Some(2), ..ListQuery::default() };
        let best = catalogue::list(services, &query, Locale::Id).await.unwrap();
        let slugs = |page: &catalogue::ProductPage| page.items.iter().map(|item| item.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(&best), ["cangkir", "vas-baru"], "the newest among those without ratings");
        assert_eq!(best.items[0].rating.map(|rating| (rating.count, rating.tenths)), Some((4, 38)));
        let rest = catalogue::list(services, &ListQuery { cursor: best.next, ..query }, Locale::Id).await.unwrap();
        assert_eq!(slugs(&rest), ["vas-lama"]);

        let desk = reviews::of_shops(services, scope(&shop), true, None, 10, Locale::Id).await.unwrap();
        assert_eq!((desk.unanswered, desk.list.items.len(), desk.spread.count()), (4, 4, 4));
        let id = &desk.list.items[0].id;
        let stranger = world.shop("sanan").await;
        let foreign = reviews::reply(services, scope(&stranger), id, "Terima kasih", Locale::Id).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        let answered = reviews::reply(services, scope(&shop), id, "Terima kasih", Locale::Id).await.unwrap();
        assert_eq!(answered.reply.map(|reply| reply.text).as_deref(), Some("Terima kasih"));
        assert_eq!(reviews::waiting_of_shops(services, scope(&shop)).await.unwrap(), 3);
        assert_eq!(reviews::waiting_of_shops(services, scope(&stranger)).await.unwrap(), 0);

        // What can be said about goods is read once a minute.
        catalogue::product(services, "cangkir", Locale::Id).await.unwrap();
        let before = world.store().statement_count();
        let product = catalogue::product(services, "cangkir", Locale::Id).await.unwrap();
        reviews::shown_of_product(services, &product, ReviewQuery::default(), 6, Locale::Id).await.unwrap();
        assert!(world.store().statement_count() - before <= 6, "of the page of a product with its reviews");
    })
    .await;
}
