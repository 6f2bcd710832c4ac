//! A mail as it goes over the wire: headers, text and HTML.

use lettre::{
    Message,
    message::{Mailbox, MultiPart, header},
};
use ports::{MailerError, OutgoingMail};
use sha2::{Digest as _, Sha256};

use crate::MailUrlError;

/// Hexadecimal digits of the key's hash in a Message-ID.
const ID_DIGITS: usize = 32;

/// Reads the sender of all mails.
pub(crate) fn sender(from: &str) -> Result<Mailbox, MailUrlError> {
    from.parse().map_err(|_| MailUrlError::Sender(from.to_owned()))
}

/// Names a mail for good without telling its key, which may hold an address.
pub(crate) fn id(mail: &OutgoingMail) -> String {
    let mut id = hex::encode(Sha256::digest(mail.key.as_bytes()));
    id.truncate(ID_DIGITS);
    id
}

/// The complete message. A second try has the same Message-ID, so that mail servers can drop it.
pub(crate) fn message(mail: &OutgoingMail, from: &Mailbox) -> Result<Message, MailerError> {
    let to: Mailbox = mail.to.parse().map_err(|_| MailerError::Final("not an address".to_owned()))?;
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(mail.subject.clone())
        .message_id(Some(format!("<{}@{}>", id(mail), from.email.domain())))
        .raw_header(header::HeaderValue::new(
            header::HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
        .map_err(|error| MailerError::Final(error.to_string()))
}
