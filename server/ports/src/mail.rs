//! Mail: typed messages that use cases enqueue, and the port that sends what is made of them.

use async_trait::async_trait;
use domain::{locale::Locale, money::Rupiah};
use serde::{Deserialize, Serialize};

/// A message to a person; rendered in the reader's language when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailMessage {
    /// Address of the reader.
    pub to: String,
    /// Language of the reader.
    pub locale: Locale,
    /// What it says.
    pub content: MailContent,
}

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum MailContent {
    /// To the buyer, with one link to all orders of the checkout.
    OrderPlaced {
        /// Name of the buyer.
        name: String,
        /// Amount of all orders.
        total: Rupiah,
        /// Page of the orders.
        link: String,
    },
    /// To the people of a shop.
    OrderReceived {
        /// Number of the order.
        number: String,
        /// Name of the shop.
        shop: String,
        /// Amount of the order.
        total: Rupiah,
        /// Page of the order.
        link: String,
    },
    /// To the buyer: the seller accepted.
    OrderConfirmed(OrderNews),
    /// To the buyer: the seller did not find the money; `detail` is the reason.
    OrderPaymentRejected(OrderNews),
    /// To the people of a shop: the buyer shows a proof of payment; `detail` is the buyer's note.
    OrderProofSubmitted(OrderNews),
    /// To the people of a shop: the card was charged, and the order waits for their answer; `detail` is the amount.
    OrderPaid(OrderNews),
    /// To the buyer: the seller refused, or nobody answered in time.
    OrderCancelledBySeller(OrderNews),
    /// To the people of a shop: the buyer called it off.
    OrderCancelledByBuyer(OrderNews),
    /// To the buyer: not paid in time.
    OrderExpired(OrderNews),
    /// To the buyer: it waits at the sentra.
    OrderReadyForPickup(OrderNews),
    /// To the buyer: on its way; `detail` names courier and tracking number.
    OrderShipped(OrderNews),
    /// To the buyer: money goes back; `detail` is the amount and why.
    RefundPromised(OrderNews),
    /// To the people of a shop: they have to send money back; `detail` is the amount and why.
    RefundToSend(OrderNews),
    /// To the buyer: the money went out; `detail` is the amount and the number at the bank.
    RefundSent(OrderNews),
    /// To the buyer, and to the shop where the provider refused: it did not arrive; `detail` is the amount and why.
    RefundFailed(OrderNews),
    /// To the people of a shop: the second person said no; `detail` is the amount and why.
    RefundDeclined(OrderNews),
    /// To the people of a shop: a buyer complains; `detail` is what was written.
    CaseOpened(OrderNews),
    /// To the buyer: the seller answered; `detail` is what was written.
    CaseAnswered(OrderNews),
    /// To the other side: somebody wrote again; `detail` is what was written.
    CaseMessage(OrderNews),
    /// To both sides: the curator looks at it now; `detail` may be empty.
    CaseEscalated(OrderNews),
    /// To both sides: money goes back; `detail` is the amount and why.
    CaseRefunded(OrderNews),
    /// To both sides: the goods are sent again; `detail` is why.
    CaseReplaced(OrderNews),
    /// To both sides: not upheld; `detail` is why.
    CaseRejected(OrderNews),
    /// To the people of a shop: the buyer took it back.
    CaseWithdrawn(OrderNews),
    /// To the buyer: a lot that the order has pieces of is called back; `detail` names goods and lot, and why.
    LotRecalled(OrderNews),
    /// To the people of a shop: a curator called a lot of theirs back; `detail` is its code and why.
    LotRecalledByCurator(ProductNews),
    /// To the people of a shop: a buyer reviewed goods; `detail` is the stars and what was written.
    ReviewWritten(ProductNews),
    /// To the buyer: the shop replied to the review; `detail` is the reply.
    ReviewReplied(ProductNews),
    /// To the buyer: a curator hid the review; `detail` is the reason.
    ReviewHidden(ProductNews),
    /// To the buyer: a curator shows the review again; `detail` is the reason.
    ReviewRestored(ProductNews),
    /// To the buyer, some days after the delivery: what was bought can be reviewed.
    ReviewInvited(OrderNews),
    /// Somebody signed up: the link makes the account.
    SignUp {
        /// Name as the person wrote it.
        name: String,
        /// One-time link.
        link: String,
    },
    /// Somebody asked to set a new password.
    PasswordReset {
        /// One-time link.
        link: String,
    },
    /// The password was changed.
    PasswordChanged,
    /// Somebody tried to sign up with an address that has an account.
    AccountExists {
        /// Page to sign in or to reset the password.
        link: String,
    },
    /// To the people of a shop: the curator published a product.
    ProductPublished(ProductNews),
    /// To the people of a shop: the curator published a change of a product.
    ProductChangePublished(ProductNews),
    /// To the people of a shop: the curator asks for changes; `detail` is the note.
    ProductChangesRequested(ProductNews),
    /// To the people of a shop: the curator refused it; `detail` is the reason.
    ProductRejected(ProductNews),
    /// To the people of a shop: the curator took it off the shelf; `detail` is the reason.
    ProductSuspended(ProductNews),
    /// To the people of a shop: the curator put it back.
    ProductRestored(ProductNews),
    /// To the people of a shop: the curator stopped the shop; `detail` is the reason.
    ShopSuspended(ShopNews),
    /// To the people of a shop: the shop may sell again.
    ShopRestored(ShopNews),
    /// To the people of a shop: somebody handed in a QRIS code; `detail` names its payee.
    ShopQrisProposed(ShopNews),
    /// To the people of a shop: the curator found the QRIS code to be theirs.
    ShopQrisVerified(ShopNews),
    /// To the people of a shop: the curator refused the QRIS code; `detail` is the reason.
    ShopQrisRejected(ShopNews),
    /// To the people of a shop: somebody changed the bank account; `detail` is the new one.
    ShopBankChanged(ShopNews),
    /// To the people of a shop: a curator found a certificate to be true; `detail` names it.
    CertificateVerified(ShopNews),
    /// To the people of a shop: a curator did not; `detail` names it and says why.
    CertificateRejected(ShopNews),
    /// To the people of a shop: a certificate holds no longer; `detail` names it and says why.
    CertificateRevoked(ShopNews),
    /// To the people of a shop: a certificate ends soon; `detail` names it and its last day.
    CertificateEnding(ShopNews),
    /// To the people of a shop: the last day of a certificate has passed; `detail` names it.
    CertificateExpired(ShopNews),
}

/// News of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderNews {
    /// Number of the order.
    pub number: String,
    /// Name of the shop.
    pub shop: String,
    /// Reason, tracking number or place; may be empty.
    pub detail: String,
    /// Page of the order.
    pub link: String,
}

/// News of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductNews {
    /// Name of the product.
    pub product: String,
    /// Note or reason; may be empty.
    pub detail: String,
    /// Page of the product in the seller's desk.
    pub link: String,
}

/// News of a shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopNews {
    /// Name of the shop.
    pub shop: String,
    /// Reason; may be empty.
    pub detail: String,
    /// The seller's desk.
    pub link: String,
}

/// A mail ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// Names the message for good: the same key is the same mail.
    pub key: String,
    /// Address of the reader.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Body as plain text.
    pub text: String,
    /// The same body as HTML.
    pub html: String,
}

/// Sends mail.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Hands a mail over for delivery.
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailerError>;
}

/// Why a mail did not go.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// It may go later.
    #[error("mail cannot be sent now: {0}")]
    Passing(String),
    /// It will never go: the address does not exist.
    #[error("mail cannot be sent: {0}")]
    Final(String),
}
