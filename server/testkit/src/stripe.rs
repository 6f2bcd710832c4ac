//! A Stripe of our own over real HTTP: Checkout Sessions, PaymentIntents, Refunds, and Events with signatures. It keeps
//! what it is told in memory, and is as strict as the real one where we could get it wrong: keys, amounts, times.

mod api;
mod book;
mod page;
mod telling;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
};

use ports::Clock;
use tokio::{net::TcpListener, task::JoinHandle};

pub use self::book::{Fault, RefundMode, SessionState};
use self::{book::Book, telling::Told};

/// The key that it lets in.
pub const STRIPE_SECRET_KEY: &str = "sk_test_contoh";
/// What it signs events with.
pub const STRIPE_WEBHOOK_SECRET: &str = "whsec_contoh";

/// The running fake; it ends when dropped.
pub struct FakeStripe {
    shared: Shared,
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// What its handlers share.
#[derive(Clone)]
struct Shared {
    book: Arc<Mutex<Book>>,
    clock: Arc<dyn Clock>,
    /// Where it tells its events.
    webhook: Option<SocketAddr>,
    /// How people reach it.
    url: String,
}

impl Shared {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().expect("no panic while the book is open")
    }

    fn now(&self) -> i64 {
        self.clock.now().millis() / 1_000
    }
}

impl std::fmt::Debug for FakeStripe {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FakeStripe").field("address", &self.address).finish_non_exhaustive()
    }
}

impl FakeStripe {
    /// Listens on a free port and tells nobody anything: tests hand the events over themselves.
    pub async fn start(clock: Arc<dyn Clock>) -> Self {
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        Self::start_at(free, clock, None).await
    }

    /// Listens at that address and tells its events to the server at another.
    pub async fn start_at(address: SocketAddr, clock: Arc<dyn Clock>, webhook: Option<SocketAddr>) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("the address of a socket");
        let book = Arc::new(Mutex::new(Book::new(address.port())));
        let shared = Shared { book, clock, webhook, url: format!("http://{address}") };
        let router = api::router(shared.clone()).merge(page::router(shared.clone()));
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("the fake Stripe");
        });
        Self { shared, address, task }
    }

    /// `http://127.0.0.1:<port>`: what `STRIPE_API_BASE` is set to.
    #[must_use]
    pub fn url(&self) -> String {
        self.shared.url.clone()
    }

    /// Runs until the process ends.
    pub async fn run(mut self) {
        // It is never told to stop.
        let _ = (&mut self.task).await;
    }

    /// The sessions of a payment of ours (`pay_…`), the oldest first.
    #[must_use]
    pub fn sessions_of(&self, reference: &str) -> Vec<String> {
        self.shared.book().sessions_of(reference)
    }

    /// Where a session stands now.
    ///
    /// # Panics
    /// When it is not one of this fake.
    #[must_use]
    pub fn session_state(&self, id: &str) -> SessionState {
        let now = self.shared.now();
        self.shared.book().find_session(id, now).expect("a session of this fake").state
    }

    /// Somebody pays a session, as on its page; the id of the payment.
    #[must_use]
    pub fn pay(&self, session: &str) -> String {
        let now = self.shared.now();
        let payment = self.shared.book().pay(session, now).expect("a session that is open");
        self.tell_later();
        payment
    }

    /// Money for a session of which nobody here knows: another amount, another currency, after its end.
    #[must_use]
    pub fn force_payment(&self, session: &str, minor: i64, currency: &str) -> String {
        let now = self.shared.now();
        let payment = self.shared.book().force_payment(session, minor, currency, now);
        self.tell_later();
        payment
    }

    /// The time of a session ends.
    pub fn expire(&self, session: &str) {
        let now = self.shared.now();
        self.shared.book().expire(session, now);
        self.tell_later();
    }

    /// How refunds go from now on.
    pub fn set_refunds(&self, mode: RefundMode) {
        self.shared.book().refund_mode = mode;
    }

    /// A refund that was pending ends so.
    pub fn end_refund(&self, id: &str, succeeds: bool) {
        let now = self.shared.now();
        self.shared.book().end_refund(id, succeeds, now);
        self.tell_later();
    }

    /// What goes wrong with the next calls that change something.
    pub fn fail(&self, fault: Fault, times: u32) {
        self.shared.book().faults = (fault, times);
    }

    /// What was given back of a payment, in minor units.
    #[must_use]
    pub fn refunded(&self, payment: &str) -> i64 {
        self.shared.book().refunded(payment)
    }

    /// The bodies of all events, in the order in which they happened.
    #[must_use]
    pub fn events(&self) -> Vec<String> {
        self.shared.book().events.iter().map(ToString::to_string).collect()
    }

    /// The bodies of the events that happened after the first so many.
    #[must_use]
    pub fn events_after(&self, heard: usize) -> Vec<String> {
        self.shared.book().events.iter().skip(heard).map(ToString::to_string).collect()
    }

    /// The header that goes with a body now.
    #[must_use]
    pub fn sign(&self, body: &str) -> String {
        sign(STRIPE_WEBHOOK_SECRET, self.shared.now(), body)
    }

    /// Tells what was not told yet, where there is somebody to tell.
    fn tell_later(&self) {
        Told::spawn(self.shared.clone());
    }
}

impl Drop for FakeStripe {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// `t=…,v1=…`, as Stripe signs.
#[must_use]
pub fn sign(secret: &str, seconds: i64, body: &str) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};

    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length");
    mac.update(format!("{seconds}.{body}").as_bytes());
    format!("t={seconds},v1={}", hex::encode(mac.finalize().into_bytes()))
}
