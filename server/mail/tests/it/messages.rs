use domain::{locale::Locale, money::Rupiah};
use ports::{
    OutgoingMail,
    mail::{MailContent, MailMessage, OrderNews, ProductNews, ShopNews},
};

const LINK: &str = "http://127.0.0.1:3000/pesanan/abc";

fn order() -> OrderNews {
    OrderNews {
        number: "DN-0042".to_owned(),
        shop: "Dapur <Sanan>".to_owned(),
        detail: "Stok habis".to_owned(),
        link: LINK.to_owned(),
    }
}

fn product() -> ProductNews {
    ProductNews { product: "Teko\nSeladon".to_owned(), detail: "Foto buram".to_owned(), link: LINK.to_owned() }
}

fn shop() -> ShopNews {
    ShopNews { shop: "Dapur <Sanan>".to_owned(), detail: "Foto buram".to_owned(), link: LINK.to_owned() }
}

fn every_content() -> Vec<MailContent> {
    let text = || "Siti".to_owned();
    let link = || LINK.to_owned();
    vec![
        MailContent::OrderPlaced { name: text(), total: Rupiah::new(1_250_000), link: link() },
        MailContent::OrderReceived { number: text(), shop: text(), total: Rupiah::new(45_000), link: link() },
        MailContent::OrderConfirmed(order()),
        MailContent::OrderPaymentRejected(order()),
        MailContent::OrderPaid(order()),
        MailContent::OrderCancelledBySeller(order()),
        MailContent::OrderCancelledByBuyer(order()),
        MailContent::OrderExpired(order()),
        MailContent::OrderReadyForPickup(order()),
        MailContent::OrderShipped(order()),
        MailContent::SignUp { name: text(), link: link() },
        MailContent::PasswordReset { link: link() },
        MailContent::PasswordChanged,
        MailContent::AccountExists { link: link() },
        MailContent::ProductPublished(product()),
        MailContent::ProductChangePublished(product()),
        MailContent::ProductChangesRequested(product()),
        MailContent::ProductRejected(product()),
        MailContent::ProductSuspended(product()),
        MailContent::ProductRestored(product()),
        MailContent::ShopSuspended(shop()),
        MailContent::ShopRestored(shop()),
        MailContent::CertificateVerified(shop()),
        MailContent::CertificateRejected(shop()),
        MailContent::CertificateRevoked(shop()),
        MailContent::CertificateEnding(shop()),
        MailContent::CertificateExpired(shop()),
    ]
}

pub fn rendered(content: MailContent, locale: Locale) -> OutgoingMail {
    let message = MailMessage { to: "siti@contoh.test".to_owned(), locale, content };
    mail::render(&message, "mail:test".to_owned())
}

#[test]
fn every_message_is_complete_in_both_languages() {
    for content in every_content() {
        let [id, en] = [Locale::Id, Locale::En].map(|locale| rendered(content.clone(), locale));
        assert_ne!(id.subject, en.subject);
        for mail in [id, en] {
            assert!(!mail.subject.contains(['\n', '{']), "{}", mail.subject);
            assert!(!mail.text.contains("mail-"), "{}", mail.text);
            let has_link = !matches!(content, MailContent::PasswordChanged);
            assert_eq!(mail.text.contains(LINK), has_link, "{}", mail.text);
            assert_eq!(mail.html.contains(&format!("href=\"{LINK}\"")), has_link, "{}", mail.html);
        }
    }
}

#[test]
fn the_reason_and_the_money_are_told() {
    let mail = rendered(MailContent::OrderCancelledBySeller(order()), Locale::Id);
    assert_eq!(mail.subject, "Pesanan DN-0042 dibatalkan");
    assert!(mail.text.contains("Alasan: Stok habis"));
    let mail = rendered(every_content().remove(0), Locale::Id);
    assert!(mail.text.starts_with("Halo Siti,\n\n") && mail.text.contains("Total: Rp1.250.000"), "{}", mail.text);
}

#[test]
fn names_cannot_write_html() {
    let mail = rendered(MailContent::OrderConfirmed(order()), Locale::En);
    assert!(mail.html.contains("Dapur &lt;Sanan&gt;") && !mail.html.contains("<Sanan>"));
    assert!(mail.text.contains("Dapur <Sanan>"));
}
