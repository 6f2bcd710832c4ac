//! What the people of a shop are told of a decision.

use domain::{curation::CurationAction, locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, ProductNews, ShopNews};
use store::{
    Tx,
    curation::{DecisionRow, ShopStateRow},
};

use crate::{Result, Services, mails};

/// Tells of a decision about a product.
pub(super) async fn of_product(
    services: &Services,
    tx: &Tx,
    row: &DecisionRow,
    action: CurationAction,
    detail: &str,
    now: Timestamp,
) -> Result<()> {
    let content = |locale: Locale| {
        let product = match locale {
            Locale::Id => &row.name_id,
            Locale::En => &row.name_en,
        };
        let news = ProductNews {
            product: product.clone(),
            detail: detail.to_owned(),
            link: services.address(locale, &format!("/jual/produk/{}", row.public_id)),
        };
        match action {
            CurationAction::Publish if row.published_revision_id.is_some() => MailContent::ProductChangePublished(news),
            CurationAction::Publish => MailContent::ProductPublished(news),
            CurationAction::RequestChanges => MailContent::ProductChangesRequested(news),
            CurationAction::Suspend
            | CurationAction::SuspendShop
            | CurationAction::RejectQris
            | CurationAction::RecallLot => MailContent::ProductSuspended(news),
            CurationAction::Restore | CurationAction::RestoreShop | CurationAction::VerifyQris => {
                MailContent::ProductRestored(news)
            }
            CurationAction::Reject => MailContent::ProductRejected(news),
        }
    };
    tell(tx, row.shop_id, &format!("{action}:{}", row.public_id), now, content).await
}

/// Tells of a decision about a shop.
pub(super) async fn of_shop(
    services: &Services,
    tx: &Tx,
    shop: &ShopStateRow,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let content = |locale: Locale| {
        let news = ShopNews {
            shop: shop.name.clone(),
            detail: reason.unwrap_or_default().to_owned(),
            link: services.address(locale, "/jual"),
        };
        match reason {
            Some(_) => MailContent::ShopSuspended(news),
            None => MailContent::ShopRestored(news),
        }
    };
    tell(tx, shop.id, &format!("shop:{}", shop.public_id), now, content).await
}

/// A mail to each person of a shop, in their language. The same decision may be made again later, hence the time in the
/// key.
async fn tell(tx: &Tx, shop_id: i64, key: &str, now: Timestamp, content: impl Fn(Locale) -> MailContent) -> Result<()> {
    let messages: Vec<(MailMessage, String)> = store::orders::members(tx, &[shop_id])
        .await?
        .into_iter()
        .map(|member| {
            let locale = member.locale.parse().unwrap_or(Locale::Id);
            let key = format!("{key}:{}:{}", now.millis(), member.email);
            (MailMessage { to: member.email, locale, content: content(locale) }, key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}
