//! Hands text messages to a gateway over HTTP.
//!
//! `POST` to the configured address with `Authorization: Bearer` and `Idempotency-Key`, and the body
//! `{"id":"…","to":"+6281234567890","text":"…"}`. Any 2xx means that the gateway has it.

use std::time::Duration;

use async_trait::async_trait;
use ports::{OutgoingText, TextError, TextMessenger};
use reqwest::{Client, StatusCode, redirect::Policy};
use url::{Host, Url};

use super::{TextUrlError, body, id};

/// Longest wait for a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Longest wait for the whole answer; well below the limit of a job.
const TIMEOUT: Duration = Duration::from_secs(20);
/// Answers that refuse this message for good; other refusals, like a wrong token or too many messages, pass or are ours
/// to mend.
const REFUSALS: [StatusCode; 4] =
    [StatusCode::BAD_REQUEST, StatusCode::GONE, StatusCode::PAYLOAD_TOO_LARGE, StatusCode::UNPROCESSABLE_ENTITY];

/// Sends by a gateway.
pub struct GatewayMessenger {
    client: Client,
    url: Url,
    token: Option<String>,
}

impl GatewayMessenger {
    /// A messenger for that address. Only a gateway on the same machine is spoken to without encryption.
    ///
    /// # Errors
    /// When the address is none of a gateway.
    pub fn new(url: &str, token: Option<&str>) -> Result<Self, TextUrlError> {
        let url = Url::parse(url).map_err(|_| TextUrlError::Kind)?;
        let is_here = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        if url.scheme() != "https" && !is_here {
            return Err(TextUrlError::Kind);
        }
        // The first to come sets it for the process; photos in S3 ask for the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // Who is sent elsewhere would take the token along.
        let client = Client::builder().connect_timeout(CONNECT_TIMEOUT).timeout(TIMEOUT).redirect(Policy::none());
        Ok(Self { client: client.build().map_err(TextUrlError::Client)?, url, token: token.map(str::to_owned) })
    }
}

#[async_trait]
impl TextMessenger for GatewayMessenger {
    async fn send(&self, message: &OutgoingText) -> Result<(), TextError> {
        let mut request =
            self.client.post(self.url.clone()).header("idempotency-key", id(message)).json(&body(message));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        // The address may hold a secret, and the answer the number of the reader.
        let answer = request.send().await.map_err(|error| TextError::Passing(error.without_url().to_string()))?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            status if REFUSALS.contains(&status) => Err(TextError::Final(format!("the gateway answered {status}"))),
            status => Err(TextError::Passing(format!("the gateway answered {status}"))),
        }
    }
}
