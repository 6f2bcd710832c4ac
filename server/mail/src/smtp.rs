//! Hands mails to a mail server.

use std::time::Duration;

use async_trait::async_trait;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, message::Mailbox, transport::smtp::Error as SmtpError,
};
use ports::{Mailer, MailerError, OutgoingMail};
use url::{Host, Url};

use crate::{MailUrlError, envelope};

/// A server that says nothing for so long is taken to be away.
const TIMEOUT: Duration = Duration::from_secs(20);
/// Answers that refuse this mail for good (RFC 5321, 4.2.3); other refusals, like a wrong password, are ours to mend.
const REFUSALS: [u16; 4] = [550, 551, 552, 553];

/// Sends by SMTP.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    /// A mailer for `smtp://user:password@host:port` or `smtps://…`. Only a server on the same machine is spoken to without
    /// encryption.
    ///
    /// # Errors
    /// When the address or the sender cannot be read.
    pub fn new(url: &str, from: &str) -> Result<Self, MailUrlError> {
        let mut url = Url::parse(url).map_err(|_| MailUrlError::Address)?;
        let is_here = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name == "127.0.0.1" || name == "[::1]",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => return Err(MailUrlError::Address),
        };
        let encryption = if url.scheme() == "smtp" && !is_here { Some("tls=required") } else { None };
        url.set_query(encryption);
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| MailUrlError::Address)?
            .timeout(Some(TIMEOUT))
            .build();
        Ok(Self { transport, from: envelope::sender(from)? })
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailerError> {
        let message = envelope::message(mail, &self.from)?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| sort(&error))
    }
}

fn sort(error: &SmtpError) -> MailerError {
    let is_refusal = error.status().is_some_and(|code| REFUSALS.contains(&u16::from(code)));
    if is_refusal { MailerError::Final(error.to_string()) } else { MailerError::Passing(error.to_string()) }
}
