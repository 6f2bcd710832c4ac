//! Mails to the two sides of an order.

use domain::{locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, OrderNews};
use store::{Tx, orders::OrderRow};

use crate::{Result, Services, mails};

/// What is told, and where to read on.
pub(crate) struct News<'a> {
    /// Makes the message.
    pub content: fn(OrderNews) -> MailContent,
    /// Names the occasion for good: the same occasion is told once.
    pub occasion: String,
    /// Reason, amount or what was written.
    pub detail: String,
    /// Path of the page for the reader.
    pub path: &'a str,
}

/// To the buyer, who may have left no address.
pub(crate) async fn to_buyer(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    news: News<'_>,
    now: Timestamp,
) -> Result<()> {
    let Some(email) = &order.contact_email else { return Ok(()) };
    let locale = order.locale.parse().unwrap_or(Locale::Id);
    let message = message(services, order, &news, locale, email);
    mails::enqueue_all(tx, &[(message, format!("{}:{email}", news.occasion))], now).await
}

/// To the people of the shop, each in their language.
pub(crate) async fn to_shop(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    news: News<'_>,
    now: Timestamp,
) -> Result<()> {
    let members = store::orders::members(tx, &[order.shop_id]).await?;
    let messages: Vec<(MailMessage, String)> = members
        .into_iter()
        .map(|member| {
            let locale = member.locale.parse().unwrap_or(Locale::Id);
            let key = format!("{}:{}", news.occasion, member.email);
            (message(services, order, &news, locale, &member.email), key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}

fn message(services: &Services, order: &OrderRow, news: &News<'_>, locale: Locale, to: &str) -> MailMessage {
    let content = (news.content)(OrderNews {
        number: order.number.clone(),
        shop: order.shop_name.clone(),
        detail: news.detail.clone(),
        link: services.address(locale, news.path),
    });
    MailMessage { to: to.to_owned(), locale, content }
}
