//! What each message says.

use ports::{
    OutgoingMail,
    mail::{MailContent, MailMessage, OrderNews, ProductNews, ShopNews},
};
use text::{Arg, Tr};

use crate::layout::Letter;

/// Makes a mail of a message, in the language of its reader; `key` names it for good.
#[must_use]
pub fn render(message: &MailMessage, key: String) -> OutgoingMail {
    let letter = letter(&message.content, Tr::new(message.locale));
    OutgoingMail {
        key,
        to: message.to.clone(),
        text: letter.text(),
        html: letter.html(message.locale),
        subject: one_line(&letter.subject),
    }
}

pub(crate) fn letter(content: &MailContent, tr: Tr) -> Letter {
    match content {
        MailContent::OrderPlaced { name, total, link } => write(tr, "mail-order-placed", &[])
            .greeting(tr, name)
            .line(tr.t_args("mail-total", &[("total", (*total).into())]))
            .link(tr.t("mail-order-placed-action"), link),
        MailContent::OrderReceived { number, shop, total, link } => {
            write(tr, "mail-order-received", &[("number", number.into()), ("shop", shop.into())])
                .line(tr.t_args("mail-total", &[("total", (*total).into())]))
                .link(tr.t("mail-order-received-action"), link)
        }
        MailContent::OrderConfirmed(news) => order(tr, "mail-order-confirmed", "mail-note", news),
        MailContent::OrderPaymentRejected(news) => order(tr, "mail-order-payment-rejected", "mail-reason", news),
        MailContent::OrderProofSubmitted(news) => order(tr, "mail-order-proof-submitted", "mail-note", news),
        MailContent::OrderPaid(news) => order(tr, "mail-order-paid", "mail-amount-detail", news),
        MailContent::OrderCancelledBySeller(news) => order(tr, "mail-order-cancelled-by-seller", "mail-reason", news),
        MailContent::OrderCancelledByBuyer(news) => order(tr, "mail-order-cancelled-by-buyer", "mail-reason", news),
        MailContent::OrderExpired(news) => order(tr, "mail-order-expired", "mail-reason", news),
        MailContent::OrderReadyForPickup(news) => order(tr, "mail-order-ready", "mail-pickup-place", news),
        MailContent::OrderShipped(news) => order(tr, "mail-order-shipped", "mail-courier", news),
        MailContent::RefundPromised(news) => order(tr, "mail-refund-promised", "mail-amount-detail", news),
        MailContent::RefundToSend(news) => order(tr, "mail-refund-to-send", "mail-amount-detail", news),
        MailContent::RefundSent(news) => order(tr, "mail-refund-sent", "mail-amount-detail", news),
        MailContent::RefundFailed(news) => order(tr, "mail-refund-failed", "mail-amount-detail", news),
        MailContent::RefundDeclined(news) => order(tr, "mail-refund-declined", "mail-amount-detail", news),
        MailContent::CaseOpened(news) => order(tr, "mail-case-opened", "mail-case-text", news),
        MailContent::CaseAnswered(news) => order(tr, "mail-case-answered", "mail-case-text", news),
        MailContent::CaseMessage(news) => order(tr, "mail-case-message", "mail-case-text", news),
        MailContent::CaseEscalated(news) => order(tr, "mail-case-escalated", "mail-case-text", news),
        MailContent::CaseRefunded(news) => order(tr, "mail-case-refunded", "mail-amount-detail", news),
        MailContent::CaseReplaced(news) => order(tr, "mail-case-replaced", "mail-reason", news),
        MailContent::CaseRejected(news) => order(tr, "mail-case-rejected", "mail-reason", news),
        MailContent::CaseWithdrawn(news) => order(tr, "mail-case-withdrawn", "mail-reason", news),
        MailContent::ReviewWritten(news) => review(tr, "mail-review-written", "mail-review-action-desk", news),
        MailContent::ReviewReplied(news) => review(tr, "mail-review-replied", "mail-review-action-own", news),
        MailContent::ReviewHidden(news) => review(tr, "mail-review-hidden", "mail-review-action-own", news),
        MailContent::ReviewRestored(news) => review(tr, "mail-review-restored", "mail-review-action-own", news),
        MailContent::ReviewInvited(news) => {
            let about = [("number", (&news.number).into()), ("shop", (&news.shop).into())];
            write(tr, "mail-review-invited", &about)
                .line(tr.t("mail-review-invited-once"))
                .link(tr.t("mail-review-action-write"), &news.link)
        }
        MailContent::LotRecalled(news) => order(tr, "mail-lot-recalled", "mail-recall-detail", news),
        MailContent::LotRecalledByCurator(news) => {
            write(tr, "mail-lot-recalled-shop", &[("product", (&news.product).into())])
                .line(tr.t_args("mail-recall-detail", &[("detail", (&news.detail).into())]))
                .link(tr.t("mail-lot-action"), &news.link)
        }
        MailContent::SignUp { name, link } => {
            write(tr, "mail-sign-up", &[]).greeting(tr, name).link(tr.t("mail-sign-up-action"), link)
        }
        MailContent::PasswordReset { link } => {
            write(tr, "mail-password-reset", &[]).link(tr.t("mail-password-reset-action"), link)
        }
        MailContent::PasswordChanged => write(tr, "mail-password-changed", &[]),
        MailContent::AccountExists { link } => {
            write(tr, "mail-account-exists", &[]).link(tr.t("mail-account-exists-action"), link)
        }
        MailContent::ProductPublished(news) => product(tr, "mail-product-published", "mail-note", news),
        MailContent::ProductChangePublished(news) => product(tr, "mail-product-change-published", "mail-note", news),
        MailContent::ProductChangesRequested(news) => product(tr, "mail-product-changes-requested", "mail-note", news),
        MailContent::ProductRejected(news) => product(tr, "mail-product-rejected", "mail-reason", news),
        MailContent::ProductSuspended(news) => product(tr, "mail-product-suspended", "mail-reason", news),
        MailContent::ProductRestored(news) => product(tr, "mail-product-restored", "mail-note", news),
        MailContent::ShopSuspended(news) => shop(tr, "mail-shop-suspended", news),
        MailContent::ShopRestored(news) => shop(tr, "mail-shop-restored", news),
        MailContent::ShopQrisProposed(news) => payee(tr, "mail-shop-qris-proposed", "mail-payee", news),
        MailContent::ShopQrisVerified(news) => payee(tr, "mail-shop-qris-verified", "mail-payee", news),
        MailContent::ShopQrisRejected(news) => payee(tr, "mail-shop-qris-rejected", "mail-reason", news),
        MailContent::ShopBankChanged(news) => payee(tr, "mail-shop-bank-changed", "mail-payee", news),
        MailContent::CertificateVerified(news) => certificate(tr, "mail-certificate-verified", news),
        MailContent::CertificateRejected(news) => certificate(tr, "mail-certificate-rejected", news),
        MailContent::CertificateRevoked(news) => certificate(tr, "mail-certificate-revoked", news),
        MailContent::CertificateEnding(news) => certificate(tr, "mail-certificate-ending", news),
        MailContent::CertificateExpired(news) => certificate(tr, "mail-certificate-expired", news),
    }
}

fn order(tr: Tr, key: &str, detail_key: &str, news: &OrderNews) -> Letter {
    write(tr, key, &[("number", (&news.number).into()), ("shop", (&news.shop).into())])
        .detail(tr, detail_key, &news.detail)
        .link(tr.t("mail-order-action"), &news.link)
}

fn product(tr: Tr, key: &str, detail_key: &str, news: &ProductNews) -> Letter {
    write(tr, key, &[("product", (&news.product).into())])
        .detail(tr, detail_key, &news.detail)
        .link(tr.t("mail-product-action"), &news.link)
}

fn review(tr: Tr, key: &str, action: &str, news: &ProductNews) -> Letter {
    write(tr, key, &[("product", (&news.product).into())])
        .detail(tr, &format!("{key}-detail"), &news.detail)
        .link(tr.t(action), &news.link)
}

fn payee(tr: Tr, key: &str, detail_key: &str, news: &ShopNews) -> Letter {
    write(tr, key, &[("shop", (&news.shop).into())])
        .detail(tr, detail_key, &news.detail)
        .link(tr.t("mail-payee-action"), &news.link)
}

fn certificate(tr: Tr, key: &str, news: &ShopNews) -> Letter {
    write(tr, key, &[("shop", (&news.shop).into())])
        .detail(tr, "mail-certificate", &news.detail)
        .link(tr.t("mail-certificate-action"), &news.link)
}

fn shop(tr: Tr, key: &str, news: &ShopNews) -> Letter {
    write(tr, key, &[("shop", (&news.shop).into())])
        .detail(tr, "mail-reason", &news.detail)
        .link(tr.t("mail-shop-action"), &news.link)
}

fn write(tr: Tr, key: &str, args: &[(&str, Arg)]) -> Letter {
    Letter {
        subject: tr.t_args(&format!("{key}-subject"), args),
        paragraphs: vec![tr.t_args(&format!("{key}-lead"), args)],
        action: None,
        footer: tr.t("mail-footer"),
    }
}

impl Letter {
    fn greeting(mut self, tr: Tr, name: &str) -> Self {
        self.paragraphs.insert(0, tr.t_args("mail-greeting", &[("name", name.into())]));
        self
    }

    fn line(mut self, line: String) -> Self {
        self.paragraphs.push(line);
        self
    }

    fn detail(self, tr: Tr, key: &str, detail: &str) -> Self {
        if detail.is_empty() { self } else { self.line(tr.t_args(key, &[("detail", detail.into())])) }
    }

    fn link(mut self, label: String, link: &str) -> Self {
        self.action = Some((label, link.to_owned()));
        self
    }
}

/// A name with a line break in it must not begin a second header.
pub(crate) fn one_line(text: &str) -> String {
    text.split(|character: char| character.is_control()).collect::<Vec<_>>().join(" ")
}
