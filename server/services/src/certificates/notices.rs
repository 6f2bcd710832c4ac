//! What the people of a shop are told of their certificates.

use domain::{
    locale::Locale,
    time::{Timestamp, Zone},
};
use ports::mail::{MailContent, MailMessage, ShopNews};
use store::{Tx, certificates::CertificateRow};
use text::Tr;

use super::last_day;
use crate::{Result, Services, mails};

/// Goods that a mail names.
const NAMED: i64 = 10;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    Verified,
    Rejected,
    Revoked,
    /// It ends within so many days.
    Ending(i64),
    Expired,
}

impl News {
    /// Names the occasion: each happens to a certificate once.
    fn key(self) -> String {
        match self {
            Self::Verified => "verified".to_owned(),
            Self::Rejected => "rejected".to_owned(),
            Self::Revoked => "revoked".to_owned(),
            Self::Ending(days) => format!("ending-{days}"),
            Self::Expired => "expired".to_owned(),
        }
    }

    fn content(self, news: ShopNews) -> MailContent {
        match self {
            Self::Verified => MailContent::CertificateVerified(news),
            Self::Rejected => MailContent::CertificateRejected(news),
            Self::Revoked => MailContent::CertificateRevoked(news),
            Self::Ending(_) => MailContent::CertificateEnding(news),
            Self::Expired => MailContent::CertificateExpired(news),
        }
    }
}

/// A mail to each person of the shop, in their language.
pub(super) async fn tell(
    services: &Services,
    tx: &Tx,
    row: &CertificateRow,
    news: News,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let mut messages = Vec::new();
    for member in store::orders::members(tx, &[row.shop_id]).await? {
        let locale = member.locale.parse().unwrap_or(Locale::Id);
        let held_back = match news {
            News::Revoked | News::Expired => {
                store::certificates::held_back(tx, row.shop_id, &row.kind, locale, NAMED).await?
            }
            News::Verified | News::Rejected | News::Ending(_) => Vec::new(),
        };
        let names: Vec<String> = held_back.into_iter().map(|product| product.name).collect();
        let content = news.content(ShopNews {
            shop: row.shop_name.clone(),
            detail: detail(row, reason, &names, locale),
            link: services.address(locale, "/jual/produk"),
        });
        let key = format!("certificate:{}:{}:{}", row.public_id, news.key(), member.email);
        messages.push((MailMessage { to: member.email, locale, content }, key));
    }
    mails::enqueue_all(tx, &messages, now).await
}

/// "P-IRT 2153573010123-30, 20 Desember 2026: reason (Keripik tempe, Stik tempe)"
fn detail(row: &CertificateRow, reason: Option<&str>, names: &[String], locale: Locale) -> String {
    let tr = Tr::new(locale);
    let kind = tr.t(&format!("certificate-{}", row.kind));
    // Numbers of some kinds begin with the name of the kind.
    let mut text = if row.number.starts_with(&kind) { row.number.clone() } else { format!("{kind} {}", row.number) };
    if let Some(until) = row.valid_until {
        let zone = row.zone.parse().unwrap_or(Zone::Wib);
        let day = last_day(Timestamp::from_millis(until), zone);
        text = format!("{text}, {} {}", tr.t("certificate-until").to_lowercase(), day.display(locale));
    }
    if let Some(reason) = reason {
        text = format!("{text}: {reason}");
    }
    if names.is_empty() { text } else { format!("{text} ({})", names.join(", ")) }
}
