//! One polite question to the buyer, some days after the goods arrived.

use domain::locale::Locale;
use ports::mail::{MailContent, MailMessage, OrderNews};

use crate::{Result, Services, mails};

/// Days after the delivery.
const INVITE_DAYS: i64 = 3;
/// Days after which nobody is asked any more, for instance after a long standstill.
const TOO_LATE_DAYS: i64 = 14;
/// Most orders of one run; the next run takes the rest.
const BATCH: i64 = 200;

/// Asks buyers who left an address for a review of what was delivered some days ago; how many. Each order is asked for
/// once, and not at all where something was reviewed or complained of.
///
/// # Errors
/// When the database is not available.
pub async fn invite_due(services: &Services) -> Result<usize> {
    let store = services.store();
    let now = services.now();
    let days = store::settings::all(store).await?.get("review_invite_days", INVITE_DAYS);
    let to = now.plus_days(-days);
    let mut asked = 0;
    for order_id in store::reviews::due_invitations(store, to.plus_days(-TOO_LATE_DAYS), to, BATCH).await? {
        let tx = store.begin().await?;
        if !store::reviews::mark_invited(&tx, order_id, now).await? {
            continue;
        }
        let Some(order) = store::orders::find(&tx, order_id).await? else { continue };
        let Some(email) = order.contact_email.clone() else { continue };
        let locale = order.locale.parse().unwrap_or(Locale::Id);
        let news = OrderNews {
            number: order.number.clone(),
            shop: order.shop_name.clone(),
            detail: String::new(),
            link: services.address(locale, &format!("/pesanan/{}#ulasan", order.token)),
        };
        let message = MailMessage { to: email, locale, content: MailContent::ReviewInvited(news) };
        mails::enqueue(&tx, &message, &format!("review-invite:{}", order.number), now).await?;
        tx.commit().await?;
        asked += 1;
    }
    Ok(asked)
}
