//! Text messages: what they say, and the adapters that send them.

mod folder;
mod gateway;

use std::sync::Arc;

use ports::{OutgoingText, SystemClock, TextMessenger, texting::TextMessage};
use sha2::{Digest as _, Sha256};
use text::Tr;

use crate::render::{letter, one_line};

pub use folder::FolderMessenger;
pub use gateway::GatewayMessenger;

/// Why a messenger cannot be made of its address.
#[derive(Debug, thiserror::Error)]
pub enum TextUrlError {
    /// Neither a folder nor a gateway. The address may hold a secret, so it is not shown.
    #[error("the text address must begin with file://, https:// or, on the same machine, http://")]
    Kind,
    /// The gateway's client cannot be made.
    #[error("the client of the text gateway cannot be made")]
    Client(#[source] reqwest::Error),
    /// The folder cannot be made.
    #[error("cannot make the folder for text messages")]
    Folder(#[source] std::io::Error),
}

/// The messenger of an address: `file://folder`, or the `https://` address of a gateway, which gets `token`.
///
/// # Errors
/// When the address cannot be read, or the folder cannot be made.
pub fn messenger_from_url(url: &str, token: Option<&str>) -> Result<Arc<dyn TextMessenger>, TextUrlError> {
    match url.split_once("://") {
        Some(("file", folder)) => Ok(Arc::new(FolderMessenger::new(folder, Arc::new(SystemClock))?)),
        Some(("http" | "https", _)) => Ok(Arc::new(GatewayMessenger::new(url, token)?)),
        _ => Err(TextUrlError::Kind),
    }
}

/// Makes a text of a message, in the language of its reader: who writes, what happened, where to read on; `key` names it
/// for good.
#[must_use]
pub fn render_text(message: &TextMessage, key: String) -> OutgoingText {
    let letter = letter(&message.content, Tr::new(message.locale));
    let link = letter.action.map(|(_, link)| format!(": {link}")).unwrap_or_default();
    OutgoingText { key, to: message.to.clone(), text: format!("Sentra: {}{link}", one_line(&letter.subject)) }
}

/// What the outside world sees of a key, which holds the number of the reader.
fn id(message: &OutgoingText) -> String {
    hex::encode(&Sha256::digest(message.key.as_bytes())[..16])
}

/// What both adapters write of a message.
fn body(message: &OutgoingText) -> serde_json::Value {
    serde_json::json!({ "id": id(message), "to": message.to, "text": message.text })
}
