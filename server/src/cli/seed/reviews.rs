//! Orders of invented buyers that were delivered some weeks ago, and what they say of the goods: all of it through the
//! use cases, as on a clock of those days.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context as _;
use bytes::Bytes;
use domain::{fulfilment::DeliveryMethod, locale::Locale, payment::PaymentMethod, review::AuthorName, time::Timestamp};
use ports::TestClock;
use serde::Deserialize;
use services::{
    Ports, Services, SiteSettings,
    catalogue::{self, ListQuery},
    checkout::{self, BuyerRequest, CheckoutRequest, DeliveryRequest, ItemRequest},
    fulfilment::{self, SellerScope},
    reviews::{self, ReviewRequest},
    timers,
};
use store::seeding;

use super::files::Product;

const TEXTS: &str = include_str!("../../../data/demo/reviews.toml");
/// Of the newest products, every second one is reviewed, by one buyer up to so many.
const MOST: usize = 5;
/// A sort with so few pieces or fewer is not sold.
const KEPT: i64 = 12;
/// How many of the newest products are looked at.
const LOOKED_AT: i64 = 48;
/// The latest delivery was so many days ago, each further one a few more.
const LATEST_DAYS: i64 = 20;
const STEP_DAYS: i64 = 9;
/// Hours from the delivery to the review.
const LATER_HOURS: i64 = 40;

#[derive(Debug, Deserialize)]
struct File {
    buyers: Vec<String>,
    review: Vec<Said>,
}

#[derive(Debug, Clone, Deserialize)]
struct Said {
    kind: String,
    stars: i64,
    text: String,
    reply: Option<String>,
    #[serde(default)]
    photo: bool,
}

/// What a buyer bought, where and when.
struct Bought<'a> {
    variant: String,
    price: i64,
    shop: &'a str,
    shop_id: i64,
    owner_id: i64,
    buyer: &'a str,
    phone: String,
    at: Timestamp,
}

/// Makes them; owners of shops by the shop's path.
pub(super) async fn create(
    services: &Services,
    owners: &HashMap<String, i64>,
    products: &[Product],
    photos: &Path,
) -> anyhow::Result<()> {
    let file: File = toml::from_str(TEXTS).context("reviews.toml")?;
    let query = ListQuery { limit: Some(LOOKED_AT), in_stock: true, ..ListQuery::default() };
    let newest = catalogue::list(services, &query, Locale::Id).await?.items;
    let (mut turn, mut buyer) = (HashMap::from([("craft", 0_usize), ("food", 0)]), 0_usize);
    for (place, item) in newest.iter().filter(|item| !item.made_to_order).step_by(2).enumerate() {
        let product = catalogue::product(services, &item.slug, Locale::Id).await?;
        let kind = if product.kind == "food" { "food" } else { "craft" };
        let texts: Vec<&Said> = file.review.iter().filter(|said| said.kind == kind).collect();
        let shop_id = shop_key(services, &product.shop.slug).await?;
        let owner_id = *owners.get(&product.shop.slug).context("the owner of a shop")?;
        let picture = products.iter().find(|own| own.slug == item.slug).and_then(|own| own.photos.last());
        // What was sold must not make the shelf look empty.
        let variant = product.variants.iter().find(|variant| variant.available.is_some_and(|left| left > KEPT));
        let Some(variant) = variant else { continue };
        for number in 0..=(place * 3) % MOST {
            let place_in = turn.entry(kind).or_default();
            let said = texts[*place_in % texts.len()];
            *place_in += 1;
            let days = LATEST_DAYS + STEP_DAYS * i64::try_from(MOST - number)? + i64::try_from(place % 7)?;
            let bought = Bought {
                variant: variant.id.clone(),
                price: variant.price.get(),
                shop: &product.shop.slug,
                shop_id,
                owner_id,
                buyer: &file.buyers[buyer % file.buyers.len()],
                phone: format!("0812000{buyer:05}"),
                at: services.now().plus_days(-days),
            };
            buyer += 1;
            let picture = picture.filter(|_| said.photo).map(|name| photos.join(name));
            review(services, &bought, said, picture).await.with_context(|| format!("a review of {}", item.slug))?;
        }
    }
    timers::auto_complete(services).await?;
    // Nobody is told of what never happened.
    let tx = services.store().begin().await?;
    seeding::forget_messages(&tx).await?;
    Ok(tx.commit().await?)
}

async fn review(services: &Services, bought: &Bought<'_>, said: &Said, picture: Option<PathBuf>) -> anyhow::Result<()> {
    let clock = TestClock::at(bought.at);
    let ports = Ports { clock: Arc::new(clock.clone()), ..services.ports().clone() };
    let site = SiteSettings { public_url: services.site().public_url.clone() };
    let then = Services::new(services.store().clone(), ports, site);
    let scope = SellerScope { account_id: bought.owner_id, shop_ids: std::slice::from_ref(&bought.shop_id) };
    let placed = checkout::place(&then, &order(bought), None, None, None).await?;
    let order = placed.orders.first().context("an order")?;
    fulfilment::confirm(&then, scope, &order.number).await?;
    fulfilment::ready(&then, scope, &order.number).await?;
    clock.advance_hours(LATER_HOURS / 2);
    fulfilment::deliver(&then, scope, &order.number).await?;
    clock.advance_hours(LATER_HOURS);
    let request = ReviewRequest { stars: said.stars, text: said.text.clone(), name: AuthorName::FirstName };
    let pictures = match picture {
        Some(path) => {
            let bytes = Bytes::from(std::fs::read(&path).with_context(|| path.display().to_string())?);
            vec![(String::new(), bytes)]
        }
        None => Vec::new(),
    };
    let own = reviews::write(&then, &order.token, &bought.variant, &request, pictures, None).await?;
    if let Some(reply) = &said.reply {
        clock.advance_hours(LATER_HOURS / 4);
        reviews::reply(&then, scope, &own.review.id, reply, Locale::Id).await?;
    }
    Ok(())
}

/// One piece, collected at the sentra and paid there.
fn order(bought: &Bought<'_>) -> CheckoutRequest {
    CheckoutRequest {
        items: vec![ItemRequest { variant: bought.variant.clone(), quantity: 1 }],
        buyer: BuyerRequest { name: bought.buyer.to_owned(), phone: bought.phone.clone(), email: None },
        address: None,
        deliveries: vec![DeliveryRequest {
            shop: bought.shop.to_owned(),
            method: DeliveryMethod::Pickup,
            service: None,
            payment: None,
            note: None,
        }],
        payment: PaymentMethod::Cod,
        voucher: None,
        expected_total: bought.price,
        locale: Locale::Id,
    }
}

async fn shop_key(services: &Services, slug: &str) -> anyhow::Result<i64> {
    let tx = services.store().begin().await?;
    Ok(seeding::key(&tx, "shop", "slug", slug).await?)
}
