//! Messages to the two sides of an order.

use domain::{locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, OrderNews};
use store::{
    Tx,
    orders::{MemberRow, OrderRow},
};

use crate::{
    Result, Services,
    mails::{self, Outgoing},
};

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

/// To the buyer: a mail, or a text message where no address was left.
pub(crate) async fn to_buyer(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    news: News<'_>,
    now: Timestamp,
) -> Result<()> {
    let locale = order.locale.parse().unwrap_or(Locale::Id);
    let content = content(services, order, &news, locale);
    let message = Outgoing::to(order.contact_email.as_deref(), &order.contact_phone, locale, content);
    mails::send_all(tx, &[(message, news.occasion)], now).await
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
    to_people(services, tx, order, (members, news), now).await
}

/// To every curator, each in their language.
pub(crate) async fn to_curators(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    news: News<'_>,
    now: Timestamp,
) -> Result<()> {
    to_people(services, tx, order, (store::orders::curators(tx).await?, news), now).await
}

async fn to_people(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    (people, news): (Vec<MemberRow>, News<'_>),
    now: Timestamp,
) -> Result<()> {
    let messages: Vec<(MailMessage, String)> = people
        .into_iter()
        .map(|person| {
            let locale = person.locale.parse().unwrap_or(Locale::Id);
            let key = format!("{}:{}", news.occasion, person.email);
            (MailMessage { to: person.email, locale, content: content(services, order, &news, locale) }, key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}

fn content(services: &Services, order: &OrderRow, news: &News<'_>, locale: Locale) -> MailContent {
    (news.content)(OrderNews {
        number: order.number.clone(),
        shop: order.shop_name.clone(),
        detail: news.detail.clone(),
        link: services.address(locale, news.path),
    })
}
