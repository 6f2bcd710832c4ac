//! Payment by card, with a Stripe of our own over HTTP.

mod endings;
mod hostile;
mod paying;
mod refunds;
mod sessions;
mod storm;

use std::sync::Arc;

use async_trait::async_trait;
use domain::{order::OrderStatus, payment::PaymentMethod};
use queue::{Handler, Job, JobError, Worker};
use services::{
    Error, Services,
    cards::{self, CardJob, Told},
    checkout::{CheckoutRequest, PlacedGroup},
    orders::{self, OrderView},
};
use testkit::{FakeStripe, TestProduct, TestShop, World, on_both};

use crate::shopping::{OWN_DELIVERY, place, request};

pub(crate) const CUP: i64 = 45_000;
pub(crate) const CHIPS: i64 = 20_000;
pub(crate) const TOTAL: i64 = 2 * CUP + 3 * CHIPS + 2 * OWN_DELIVERY;

/// Two shops that take cards.
pub(crate) struct Scene {
    pub world: World,
    pub stripe: FakeStripe,
    pub shops: [TestShop; 2],
    pub goods: [TestProduct; 2],
}

pub(crate) async fn on_both_with_cards(test: impl AsyncFn(Scene)) {
    on_both(async |world| test(Scene::new(world).await).await).await;
}

/// Somebody pays a checkout on the provider's page and comes back.
pub(crate) async fn pay(world: &World, stripe: &FakeStripe, placed: &PlacedGroup) {
    let text = "SELECT y.public_id FROM payment y JOIN checkout_group g ON g.id = y.group_id WHERE g.token = $1";
    let payment = world.texts(text, [placed.token.as_str().into()]).await.remove(0);
    let session = stripe.sessions_of(&payment).pop().unwrap();
    assert!(!stripe.pay(&session).is_empty());
    cards::come_back(&world.services, &placed.token).await.unwrap();
}

/// Does all jobs that are due.
pub(crate) async fn work(world: &World) {
    let ignored = ["mail", "text", "payout_sweep", "reconciliation"];
    let handlers = CardJob::ALL
        .map(|job| Arc::new(Card { services: world.services.clone(), job }) as Arc<dyn Handler>)
        .into_iter()
        .chain(ignored.map(|kind| Arc::new(Ignored(kind)) as Arc<dyn Handler>))
        .collect();
    let services = world.services.clone();
    let now = Arc::new(move || services.now());
    let worker = Worker::new(world.store().queue_connection(), now, handlers, "test".to_owned());
    while worker.run_next().await.unwrap() {}
}

impl Scene {
    pub async fn new(mut world: World) -> Self {
        let stripe = world.take_cards().await;
        let shops = [world.shop("dinoyo").await, world.shop("sanan").await];
        let cup = world.product(&shops[0]).price(CUP).stock(10_000).create().await;
        let chips = world.product(&shops[1]).price(CHIPS).stock(10_000).create().await;
        Self { world, stripe, shops, goods: [cup, chips] }
    }

    pub fn services(&self) -> &Services {
        &self.world.services
    }

    /// Two cups and three bags of chips, by card.
    pub fn request(&self) -> CheckoutRequest {
        let [cup, chips] = &self.goods;
        let [kiln, kitchen] = &self.shops;
        let mut body = request(&[(cup, 2), (chips, 3)], &[kiln, kitchen], TOTAL);
        body.payment = PaymentMethod::Stripe;
        body
    }

    pub async fn place(&self) -> PlacedGroup {
        place(&self.world, &self.request()).await.unwrap()
    }

    /// `pay_…` of the checkout.
    pub async fn payment(&self, placed: &PlacedGroup) -> String {
        let text = "SELECT y.public_id FROM payment y JOIN checkout_group g ON g.id = y.group_id
            WHERE g.token = $1 AND y.late_of IS NULL";
        self.world.texts(text, [placed.token.as_str().into()]).await.remove(0)
    }

    /// The session of the checkout.
    pub async fn session(&self, placed: &PlacedGroup) -> String {
        let payment = self.payment(placed).await;
        self.stripe.sessions_of(&payment).pop().unwrap()
    }

    /// Hands all that happened over, as it happened, and does the work.
    pub async fn tell(&self) {
        for body in self.stripe.events() {
            let told = cards::receive(self.services(), &self.stripe.sign(&body), body.as_bytes()).await.unwrap();
            assert!(matches!(told, Told::New | Told::Again), "{told:?}");
        }
        self.work().await;
    }

    pub async fn work(&self) {
        work(&self.world).await;
    }

    pub async fn orders(&self, placed: &PlacedGroup) -> Vec<OrderView> {
        orders::group_by_token(self.services(), &placed.token).await.unwrap().orders
    }

    pub async fn statuses(&self, placed: &PlacedGroup) -> Vec<OrderStatus> {
        self.orders(placed).await.into_iter().map(|order| order.summary.status).collect()
    }

    /// What the ledger says of an account.
    pub async fn balance(&self, kind: &str) -> i64 {
        let text = "SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM ledger_entry e
            JOIN ledger_account a ON a.id = e.account_id WHERE a.kind = $1";
        self.world.sql(text, [kind.into()]).await
    }

    pub async fn count(&self, from: &str) -> i64 {
        self.world.sql(&format!("SELECT COUNT(*) FROM {from}"), []).await
    }
}

struct Card {
    services: Services,
    job: CardJob,
}

#[async_trait]
impl Handler for Card {
    fn kind(&self) -> &'static str {
        self.job.kind()
    }

    async fn run(&self, job: &Job) -> Result<(), JobError> {
        cards::run(&self.services, self.job, &job.payload).await.map_err(|error| match error {
            Error::Unavailable(message) => JobError::Retry(message),
            other => JobError::GiveUp(other.to_string()),
        })
    }
}

struct Ignored(&'static str);

#[async_trait]
impl Handler for Ignored {
    fn kind(&self) -> &'static str {
        self.0
    }

    async fn run(&self, _: &Job) -> Result<(), JobError> {
        Ok(())
    }
}
