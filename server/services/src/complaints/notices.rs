//! What the two sides are told of a case.

use domain::{complaint::CaseResolution, money::Rupiah, time::Timestamp};
use ports::mail::{MailContent, OrderNews};
use store::{Tx, orders::OrderRow};

use crate::{
    Result, Services,
    order_news::{News, to_buyer, to_shop},
};

/// What happened.
pub(super) enum Told<'a> {
    Opened {
        text: &'a str,
    },
    Answered {
        text: &'a str,
    },
    BuyerWrote {
        text: &'a str,
    },
    CuratorWrote {
        text: &'a str,
    },
    Escalated,
    Settled {
        resolution: CaseResolution,
        amount: Rupiah,
        why: &'a str,
    },
    Withdrawn,
    /// The goods that were promised again do not come.
    ReplacementFailed {
        why: &'a str,
    },
}

/// Who is told, by which message, with which words.
struct Telling {
    buyer: Option<fn(OrderNews) -> MailContent>,
    shop: Option<fn(OrderNews) -> MailContent>,
    detail: String,
}

impl Told<'_> {
    fn telling(&self) -> Telling {
        let to = |buyer, shop, detail: &str| Telling { buyer, shop, detail: detail.to_owned() };
        let both = |content: fn(OrderNews) -> MailContent, detail: &str| to(Some(content), Some(content), detail);
        match self {
            Self::Opened { text } => to(None, Some(MailContent::CaseOpened), text),
            Self::Answered { text } => to(Some(MailContent::CaseAnswered), None, text),
            Self::BuyerWrote { text } => to(None, Some(MailContent::CaseMessage), text),
            Self::CuratorWrote { text } => both(MailContent::CaseMessage, text),
            Self::Escalated => both(MailContent::CaseEscalated, ""),
            Self::Settled { resolution: CaseResolution::Refund, amount, why } => {
                both(MailContent::CaseRefunded, &format!("{amount}. {why}"))
            }
            Self::Settled { resolution: CaseResolution::Replacement, why, .. } => both(MailContent::CaseReplaced, why),
            Self::Settled { resolution: CaseResolution::Rejected, why, .. } => both(MailContent::CaseRejected, why),
            Self::ReplacementFailed { why } => both(MailContent::CaseEscalated, why),
            Self::Withdrawn => to(None, Some(MailContent::CaseWithdrawn), ""),
        }
    }
}

/// Tells whoever needs to know.
pub(super) async fn tell(
    services: &Services,
    tx: &Tx,
    order: &OrderRow,
    id: &str,
    told: &Told<'_>,
    now: Timestamp,
) -> Result<()> {
    let Telling { buyer, shop, detail } = told.telling();
    // Things are written more than once, and each time is worth a mail.
    let occasion = format!("case:{id}:{}", now.millis());
    if let Some(content) = buyer {
        let path = format!("/pesanan/{}/keluhan", order.token);
        let news = News { content, occasion: occasion.clone(), detail: detail.clone(), path: &path };
        to_buyer(services, tx, order, news, now).await?;
    }
    if let Some(content) = shop {
        let path = format!("/jual/keluhan/{id}");
        to_shop(services, tx, order, News { content, occasion, detail, path: &path }, now).await?;
    }
    Ok(())
}
