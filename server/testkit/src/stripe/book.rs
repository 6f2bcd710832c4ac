//! What the fake knows: sessions, payments, refunds, events, and the answers to keys.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

/// Fields of a form, with names like `line_items[0][quantity]`.
pub(super) type Form = BTreeMap<String, String>;

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    /// Can be paid.
    Open,
    /// Is paid.
    Complete,
    /// Cannot be paid any more.
    Expired,
}

/// What goes wrong with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// Nothing is done.
    #[default]
    Before,
    /// It is done, and the answer is lost.
    After,
}

/// How refunds go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RefundMode {
    /// At once.
    #[default]
    Succeed,
    /// Later.
    Wait,
    /// The bank refuses.
    Fail,
}

/// A session.
#[derive(Debug, Clone)]
pub(super) struct Session {
    pub reference: String,
    pub minor: i64,
    pub currency: String,
    pub expires_at: i64,
    pub return_url: String,
    pub names: Vec<String>,
    pub state: SessionState,
    pub payment: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Payment {
    pub reference: String,
    pub minor: i64,
    pub currency: String,
}

#[derive(Debug, Clone)]
pub(super) struct Refund {
    pub reference: String,
    pub payment: String,
    pub minor: i64,
    pub currency: String,
    pub status: &'static str,
}

/// An answer: status and body.
pub(super) type Answer = (u16, Value);

#[derive(Debug)]
pub(super) struct Book {
    mark: u16,
    counter: u32,
    sessions: BTreeMap<String, Session>,
    payments: BTreeMap<String, Payment>,
    refunds: BTreeMap<String, Refund>,
    /// Answers by key, with the form that they were given to.
    pub keys: HashMap<String, (Form, Answer)>,
    pub events: Vec<Value>,
    pub told: usize,
    pub is_silent: bool,
    pub refund_mode: RefundMode,
    pub faults: (Fault, u32),
}

impl Book {
    pub fn new(mark: u16) -> Self {
        Self {
            mark,
            counter: 0,
            sessions: BTreeMap::new(),
            payments: BTreeMap::new(),
            refunds: BTreeMap::new(),
            keys: HashMap::new(),
            events: Vec::new(),
            told: 0,
            is_silent: false,
            refund_mode: RefundMode::default(),
            faults: (Fault::default(), 0),
        }
    }

    fn id(&mut self, prefix: &str) -> String {
        self.counter += 1;
        format!("{prefix}_test_{:04x}{:06}", self.mark, self.counter)
    }

    fn event(&mut self, kind: &str, object: Value, now: i64) {
        let id = self.id("evt");
        let data = json!({"object": object});
        self.events.push(json!({"id": id, "object": "event", "type": kind, "created": now, "data": data}));
    }

    pub fn add_session(&mut self, session: Session) -> String {
        let id = self.id("cs");
        self.sessions.insert(id.clone(), session);
        id
    }

    pub fn session(&self, id: &str) -> &Session {
        self.sessions.get(id).expect("a session of this fake")
    }

    /// A session whose time may have come.
    pub fn find_session(&mut self, id: &str, now: i64) -> Option<Session> {
        if self.sessions.get(id).is_some_and(|it| it.state == SessionState::Open && it.expires_at <= now) {
            self.expire(id, now);
        }
        self.sessions.get(id).cloned()
    }

    pub fn sessions_of(&self, reference: &str) -> Vec<String> {
        self.sessions.iter().filter(|(_, it)| it.reference == reference).map(|(id, _)| id.clone()).collect()
    }

    pub fn expire(&mut self, id: &str, now: i64) {
        let Some(session) = self.sessions.get_mut(id).filter(|it| it.state == SessionState::Open) else { return };
        session.state = SessionState::Expired;
        let object = self.show_session(id, "");
        self.event("checkout.session.expired", object, now);
    }

    pub fn pay(&mut self, id: &str, now: i64) -> Option<String> {
        let session = self.find_session(id, now).filter(|it| it.state == SessionState::Open)?;
        Some(self.force_payment(id, session.minor, &session.currency, now))
    }

    pub fn force_payment(&mut self, id: &str, minor: i64, currency: &str, now: i64) -> String {
        let payment = self.id("pi");
        let reference = self.session(id).reference.clone();
        self.payments.insert(payment.clone(), Payment { reference, minor, currency: currency.to_owned() });
        if let Some(session) = self.sessions.get_mut(id) {
            session.state = SessionState::Complete;
            session.payment = Some(payment.clone());
            (session.minor, session.currency) = (minor, currency.to_owned());
        }
        let object = self.show_payment(&payment, false);
        self.event("payment_intent.created", object.clone(), now);
        let charge = json!({"id": format!("ch_{payment}"), "object": "charge", "payment_intent": payment});
        self.event("charge.succeeded", charge, now);
        self.event("payment_intent.succeeded", object, now);
        let object = self.show_session(id, "");
        self.event("checkout.session.completed", object, now);
        payment
    }

    pub fn payment(&self, id: &str) -> Option<&Payment> {
        self.payments.get(id)
    }

    pub fn refunded(&self, payment: &str) -> i64 {
        self.refunds.values().filter(|it| it.payment == payment && it.status != "failed").map(|it| it.minor).sum()
    }

    pub fn add_refund(&mut self, reference: &str, payment: &str, minor: i64, now: i64) -> String {
        let id = self.id("re");
        let status = match self.refund_mode {
            RefundMode::Succeed => "succeeded",
            RefundMode::Wait => "pending",
            RefundMode::Fail => "failed",
        };
        let currency = self.payments.get(payment).map(|it| it.currency.clone()).unwrap_or_default();
        let refund = Refund { reference: reference.to_owned(), payment: payment.to_owned(), minor, currency, status };
        self.refunds.insert(id.clone(), refund);
        let object = self.show_refund(&id);
        self.event("refund.created", object, now);
        id
    }

    pub fn end_refund(&mut self, id: &str, succeeds: bool, now: i64) {
        let refund = self.refunds.get_mut(id).expect("a refund of this fake");
        refund.status = if succeeds { "succeeded" } else { "failed" };
        let object = self.show_refund(id);
        self.event("refund.updated", object, now);
    }

    pub fn refunds_of(&self, payment: &str) -> Vec<Value> {
        let mine = self.refunds.iter().filter(|(_, it)| it.payment == payment);
        mine.map(|(id, _)| self.show_refund(id)).rev().collect()
    }

    pub fn show_session(&self, id: &str, url: &str) -> Value {
        let it = self.session(id);
        let (status, paid) = match it.state {
            SessionState::Open => ("open", "unpaid"),
            SessionState::Complete => ("complete", "paid"),
            SessionState::Expired => ("expired", "unpaid"),
        };
        let page = (it.state == SessionState::Open).then(|| format!("{url}/c/pay/{id}"));
        json!({
            "id": id, "object": "checkout.session", "url": page, "status": status, "payment_status": paid,
            "client_reference_id": it.reference, "amount_total": it.minor, "currency": it.currency,
            "payment_intent": it.payment, "expires_at": it.expires_at, "metadata": {"reference": it.reference},
        })
    }

    /// With what the provider keeps: 2.9 % and 2,000 rupiah.
    pub fn show_payment(&self, id: &str, with_fee: bool) -> Value {
        let it = self.payments.get(id).expect("a payment of this fake");
        let fee = it.minor * 29 / 1_000 + 200_000;
        let balance = with_fee.then(|| json!({"id": format!("txn_{id}"), "fee": fee, "currency": it.currency}));
        json!({
            "id": id, "object": "payment_intent", "status": "succeeded", "amount": it.minor,
            "amount_received": it.minor, "currency": it.currency, "metadata": {"reference": it.reference},
            "latest_charge": if with_fee { json!({"id": format!("ch_{id}"), "balance_transaction": balance}) } else { Value::Null },
        })
    }

    pub fn show_refund(&self, id: &str) -> Value {
        let it = self.refunds.get(id).expect("a refund of this fake");
        json!({
            "id": id, "object": "refund", "amount": it.minor, "currency": it.currency, "status": it.status,
            "payment_intent": it.payment, "metadata": {"reference": it.reference},
        })
    }
}
