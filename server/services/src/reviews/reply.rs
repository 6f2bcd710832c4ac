//! What a shop says to a review: once, and changed as often as it likes.

use domain::{
    actor::Actor,
    limits,
    locale::Locale,
    review::{ReviewStatus, Spread},
};
use store::history::{self, History};

use super::{
    notices,
    view::{self, ReviewView},
    write::lock,
};
use crate::{Error, FieldError, RejectionCode, Result, Services, fulfilment::SellerScope};

/// Replies to a review of the caller's shops, or changes the reply.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs; [`RejectionCode::InvalidState`] when it is not shown; `text`
/// (`review-reply-missing`, `too-long`).
pub async fn reply(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    text: &str,
    locale: Locale,
) -> Result<ReviewView> {
    let found = store::reviews::find(services.store(), id, locale).await?.ok_or(Error::NotFound)?;
    if !scope.shop_ids.contains(&found.row.shop_id) {
        return Err(Error::NotFound);
    }
    let text = checked(text)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, found) = lock(&tx, id).await?;
    let row = found.row;
    if view::status_of(&row)? != ReviewStatus::Shown {
        return Err(Error::invalid_state());
    }
    store::reviews::set_reply(&tx, row.id, &text, scope.account_id, now).await?;
    store::reviews::rate(&tx, row.product_id, row.shop_id, Spread::default()).await?;
    let kind = if row.reply.is_some() { "reply_changed" } else { "replied" };
    let by = (Actor::Seller, Some(scope.account_id));
    history::record(&tx, History::Review, row.id, kind, by, None, now).await?;
    if row.reply.is_none() {
        notices::replied(services, &tx, &order, &row, &text, now).await?;
    }
    tx.commit().await?;
    view::view(&store::reviews::find(services.store(), id, locale).await?.ok_or(Error::NotFound)?, locale)
}

fn checked(text: &str) -> Result<String> {
    let text = text.trim();
    if limits::fits(text, &limits::REVIEW_REPLY) {
        return Ok(text.to_owned());
    }
    let max = *limits::REVIEW_REPLY.end();
    let error = if text.chars().count() > max {
        FieldError::new("text", "too-long").with("max", max)
    } else {
        FieldError::new("text", "review-reply-missing")
    };
    Err(Error::rejected(RejectionCode::Invalid, vec![error]))
}
