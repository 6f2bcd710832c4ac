//! What shop and buyer are told of a review.

use domain::{locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, ProductNews};
use store::{Tx, orders::OrderRow, reviews::ReviewRow};

use crate::{Result, Services, mails};

/// What a curator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Hide,
    Restore,
}

/// Tells the people of the shop of a new review.
pub(super) async fn written(services: &Services, tx: &Tx, row: &ReviewRow, now: Timestamp) -> Result<()> {
    let detail = format!("{}/5 {}", row.stars, row.text);
    let messages: Vec<(MailMessage, String)> = store::orders::members(tx, &[row.shop_id])
        .await?
        .into_iter()
        .map(|member| {
            let locale = member.locale.parse().unwrap_or(Locale::Id);
            let news = ProductNews {
                product: row.product_name.clone(),
                detail: detail.trim().to_owned(),
                link: services.address(locale, "/jual/ulasan?tab=belum"),
            };
            let key = format!("review:{}:{}", row.public_id, member.email);
            (MailMessage { to: member.email, locale, content: MailContent::ReviewWritten(news) }, key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}

/// Tells the buyer of the shop's reply.
pub(super) async fn replied(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: &ReviewRow,
    reply: &str,
    now: Timestamp,
) -> Result<()> {
    to_buyer(services, tx, order, row, ("replied", MailContent::ReviewReplied, reply), now).await
}

/// Tells the buyer what a curator decided.
pub(super) async fn decided(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: &ReviewRow,
    verdict: Verdict,
    reason: &str,
    now: Timestamp,
) -> Result<()> {
    let (what, content): (_, fn(ProductNews) -> MailContent) = match verdict {
        Verdict::Hide => ("hidden", MailContent::ReviewHidden),
        Verdict::Restore => ("restored", MailContent::ReviewRestored),
    };
    to_buyer(services, tx, order, row, (what, content, reason), now).await
}

/// By mail only: nothing here is worth a text message, and the order's page says it too.
async fn to_buyer(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    row: &ReviewRow,
    (what, content, detail): (&str, fn(ProductNews) -> MailContent, &str),
    now: Timestamp,
) -> Result<()> {
    let Some(to) = order.contact_email.clone() else { return Ok(()) };
    let locale = order.locale.parse().unwrap_or(Locale::Id);
    let news = ProductNews {
        product: row.product_name.clone(),
        detail: detail.to_owned(),
        link: services.address(locale, &format!("/pesanan/{}#ulasan", order.token)),
    };
    // A curator may decide more than once.
    let key = format!("review:{}:{what}:{}:{to}", row.public_id, now.millis());
    mails::enqueue(tx, &MailMessage { to, locale, content: content(news) }, &key, now).await
}
