//! The messages that an order causes. Buyers who left no address get text messages; sellers get one more of a new order,
//! which waits for their answer.

use domain::{fulfilment::FulfilmentStatus, locale::Locale, money::Rupiah, time::Timestamp};
use ports::{
    mail::{MailContent, MailMessage, OrderNews},
    texting::TextMessage,
};
use store::{
    Tx,
    orders::{MemberRow, OrderRow, members},
};

use super::command::Command;
use crate::{
    Result, Services,
    mails::{self, Outgoing},
};

/// A placed order, as far as messages tell of it.
pub(crate) struct Placed<'a> {
    pub shop_id: i64,
    pub shop_name: &'a str,
    pub number: &'a str,
    pub total: Rupiah,
}

/// The buyer of a checkout, as far as messages tell of it.
pub(crate) struct PlacedGroup<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub phone: &'a str,
    pub locale: Locale,
    pub public_id: &'a str,
    pub token: &'a str,
    pub total: Rupiah,
}

/// Tells buyer and sellers of a new checkout; two statements.
pub(crate) async fn placed(
    services: &Services,
    tx: &Tx,
    group: &PlacedGroup<'_>,
    orders: &[Placed<'_>],
    now: Timestamp,
) -> Result<()> {
    let mut messages = Vec::new();
    let content = MailContent::OrderPlaced {
        name: group.name.to_owned(),
        total: group.total,
        link: link(services, group.locale, &format!("/pesanan/{}", group.token)),
    };
    let message = Outgoing::to(group.email, group.phone, group.locale, content);
    messages.push((message, format!("placed:{}", group.public_id)));
    let shops: Vec<i64> = orders.iter().map(|order| order.shop_id).collect();
    for member in members(tx, &shops).await? {
        for order in orders.iter().filter(|order| order.shop_id == member.shop_id) {
            let locale = locale_of(&member);
            let content = MailContent::OrderReceived {
                number: order.number.to_owned(),
                shop: order.shop_name.to_owned(),
                total: order.total,
                link: link(services, locale, &format!("/jual/pesanan/{}", order.number)),
            };
            let occasion = format!("received:{}", order.number);
            if let Some(phone) = &member.phone {
                let text = TextMessage { to: phone.clone(), locale, content: content.clone() };
                messages.push((Outgoing::Text(text), occasion.clone()));
            }
            messages.push((Outgoing::Mail(MailMessage { to: member.email.clone(), locale, content }), occasion));
        }
    }
    mails::send_all(tx, &messages, now).await
}

/// Tells whoever needs to know of a change.
pub(super) async fn changed(
    services: &Services,
    tx: &Tx,
    row: &OrderRow,
    command: &Command,
    now: Timestamp,
) -> Result<()> {
    let buyer_locale = row.locale.parse().unwrap_or(Locale::Id);
    let news = |detail: String, locale, path: String| OrderNews {
        number: row.number.clone(),
        shop: row.shop_name.clone(),
        detail,
        link: link(services, locale, &path),
    };
    let to_buyer = |detail: String| news(detail, buyer_locale, format!("/pesanan/{}", row.token));
    let is_pickup = row.states().is_ok_and(|states| {
        states.fulfilment == FulfilmentStatus::Preparing
            && states.delivery_method == domain::fulfilment::DeliveryMethod::Pickup
    });
    let content = match command {
        Command::Confirm | Command::ConfirmPayment => Some(MailContent::OrderConfirmed(to_buyer(String::new()))),
        Command::RejectPayment(reason) => Some(MailContent::OrderPaymentRejected(to_buyer(reason.clone()))),
        Command::Reject(reason) | Command::CallOff(reason) => {
            Some(MailContent::OrderCancelledBySeller(to_buyer(reason.clone())))
        }
        Command::GiveUp => Some(MailContent::OrderCancelledBySeller(to_buyer(String::new()))),
        Command::ExpirePayment => Some(MailContent::OrderExpired(to_buyer(String::new()))),
        Command::Ready if is_pickup => Some(MailContent::OrderReadyForPickup(to_buyer(row.shop_street.clone()))),
        Command::Ship { courier, tracking } => {
            let parts: Vec<&str> = [courier.as_deref(), tracking.as_deref()].into_iter().flatten().collect();
            Some(MailContent::OrderShipped(to_buyer(parts.join(" "))))
        }
        _ => None,
    };
    let mut messages = Vec::new();
    if let Some(content) = content {
        let message = Outgoing::to(row.contact_email.as_deref(), &row.contact_phone, buyer_locale, content);
        let mut key = format!("{}:{}", command.event_kind(), row.number);
        // Money may be looked for in vain more than once, and each time is worth a mail; the rest happens once.
        if matches!(command, Command::RejectPayment(_)) {
            key = format!("{key}:{}", now.millis());
        }
        messages.push((message, key));
    }
    let amount = Rupiah::new(row.total).to_string();
    let (occasion, detail) = match command {
        Command::CancelByBuyer => ("cancelled", ""),
        Command::Paid => ("paid", amount.as_str()),
        Command::SubmitProof(proof) => (proof.public_id.as_str(), proof.note.as_deref().unwrap_or_default()),
        _ => return mails::send_all(tx, &messages, now).await,
    };
    for member in members(tx, &[row.shop_id]).await? {
        let locale = locale_of(&member);
        let news = news(detail.to_owned(), locale, format!("/jual/pesanan/{}", row.number));
        let content = match command {
            Command::SubmitProof(_) => MailContent::OrderProofSubmitted(news),
            Command::Paid => MailContent::OrderPaid(news),
            _ => MailContent::OrderCancelledByBuyer(news),
        };
        let message = Outgoing::Mail(MailMessage { to: member.email, locale, content });
        messages.push((message, format!("{occasion}:{}", row.number)));
    }
    mails::send_all(tx, &messages, now).await
}

fn locale_of(member: &MemberRow) -> Locale {
    member.locale.parse().unwrap_or(Locale::Id)
}

fn link(services: &Services, locale: Locale, path: &str) -> String {
    services.address(locale, path)
}
