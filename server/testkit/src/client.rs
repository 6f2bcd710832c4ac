//! A plain HTTP client: one connection a request, so that a server which dies is seen at once.

use std::{net::SocketAddr, time::Duration};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{NEAR_VILLAGE, TestProduct, TestShop};

/// No answer takes longer than this; the server breaks requests off before.
const PATIENCE: Duration = Duration::from_secs(90);

/// Talks to one server.
#[derive(Debug, Clone, Copy)]
pub struct Client {
    address: SocketAddr,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// The body as it came.
    pub text: String,
}

impl Reply {
    /// The body as JSON; null where it is not.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The code of a problem document.
    #[must_use]
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// A text of the first order of a checkout.
    #[must_use]
    pub fn order(&self, field: &str) -> String {
        self.json()["orders"][0][field].as_str().unwrap_or_default().to_owned()
    }
}

impl Client {
    /// For the server at that address.
    #[must_use]
    pub const fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Places a checkout; `None` when the connection breaks before the whole answer is there.
    pub async fn place(&self, key: &str, body: &Value) -> Option<Reply> {
        self.send("POST", "/api/v1/checkouts", &format!("Idempotency-Key: {key}\r\n"), Some(body)).await
    }

    /// A GET, with a bearer token where one is given.
    pub async fn get(&self, path: &str, token: Option<&str>) -> Option<Reply> {
        self.send("GET", path, &bearer(token), None).await
    }

    /// A POST of JSON, null for none.
    pub async fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Option<Reply> {
        self.send("POST", path, &bearer(token), Some(body)).await
    }

    /// A PUT of JSON.
    pub async fn put(&self, path: &str, token: Option<&str>, body: &Value) -> Option<Reply> {
        self.send("PUT", path, &bearer(token), Some(body)).await
    }

    /// A step of a seller: `confirm`, `ship` …
    pub async fn seller(&self, token: &str, number: &str, step: &str, body: &Value) -> Option<Reply> {
        self.post(&format!("/api/v1/seller/orders/{number}/{step}"), Some(token), body).await
    }

    /// A step of a buyer: `cancel`, `received`.
    pub async fn buyer(&self, order_token: &str, step: &str) -> Option<Reply> {
        self.post(&format!("/api/v1/orders/{order_token}/{step}"), None, &Value::Null).await
    }

    /// What Stripe tells: a body with its signature.
    pub async fn tell(&self, signature: &str, body: &str) -> Option<Reply> {
        let headers = format!("Stripe-Signature: {signature}\r\nContent-Type: application/json\r\n");
        self.send_text("POST", "/webhooks/stripe", &headers, body).await
    }

    async fn send(&self, method: &str, path: &str, headers: &str, body: Option<&Value>) -> Option<Reply> {
        let body = body.filter(|body| !body.is_null()).map(Value::to_string);
        let kind = body.as_ref().map_or("", |_| "Content-Type: application/json\r\n");
        self.send_text(method, path, &format!("{headers}{kind}"), &body.unwrap_or_default()).await
    }

    async fn send_text(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<Reply> {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let exchange = async {
            let mut stream = TcpStream::connect(self.address).await.ok()?;
            stream.write_all(request.as_bytes()).await.ok()?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.ok()?;
            read(&String::from_utf8(answer).ok()?)
        };
        tokio::time::timeout(PATIENCE, exchange).await.ok().flatten()
    }
}

/// A whole answer, or nothing.
fn read(answer: &str) -> Option<Reply> {
    let (head, text) = answer.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
    });
    if length.is_some_and(|length| length != text.len()) {
        return None;
    }
    Some(Reply { status, text: text.to_owned() })
}

fn bearer(token: Option<&str>) -> String {
    token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default()
}

/// The body of a checkout that each shop delivers itself: goods with their shop and quantity.
#[must_use]
pub fn checkout(items: &[(&TestShop, &TestProduct, i64)], payment: &str, expected_total: i64) -> Value {
    let mut shops: Vec<&str> = items.iter().map(|(shop, ..)| shop.slug.as_str()).collect();
    shops.dedup();
    let delivery = |shop: &&str| json!({"shop": shop, "method": "seller_delivery", "service": null, "payment": null});
    json!({
        "items": items.iter().map(|(_, product, quantity)| json!({"variant": product.variant, "quantity": quantity}))
            .collect::<Vec<_>>(),
        "buyer": {"name": "Bu Ratna", "phone": "081234567890", "email": "ratna@contoh.test"},
        "address": {"region": NEAR_VILLAGE, "street": "Jalan Contoh 12", "landmark": null, "postal_code": null},
        "deliveries": shops.iter().map(delivery).collect::<Vec<_>>(),
        "payment": payment, "expected_total": expected_total, "locale": "id",
    })
}
