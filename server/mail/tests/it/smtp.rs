use domain::locale::Locale;
use ports::{MailerError, mail::MailContent};

use crate::{messages::rendered, server::serve};

const FROM: &str = "Sentra <noreply@contoh.test>";

async fn send(answer_to_recipient: &'static str) -> (Result<(), MailerError>, String) {
    let (url, server) = serve(answer_to_recipient).await;
    let mailer = mail::from_url(&url, FROM).unwrap();
    let link = "http://127.0.0.1:3000/atur-sandi/abc".to_owned();
    let mut mail = rendered(MailContent::PasswordReset { link }, Locale::Id);
    mail.subject = "Pesanan siap – ambil di Sanan".to_owned();
    let outcome = mailer.send(&mail).await;
    // A pooled connection stays open as long as the mailer lives.
    drop(mailer);
    (outcome, server.await.unwrap())
}

#[tokio::test]
async fn a_mail_reaches_the_server() {
    let (outcome, heard) = send("250 ok").await;
    outcome.unwrap();
    assert!(heard.contains("MAIL FROM:<noreply@contoh.test>"), "{heard}");
    assert!(heard.contains("RCPT TO:<siti@contoh.test>"), "{heard}");
    assert!(heard.contains("Subject: Pesanan siap =?utf-8?"), "{heard}");
    assert!(heard.contains("Content-Type: text/plain; charset=utf-8"), "{heard}");
    assert!(heard.contains("Content-Type: text/html; charset=utf-8"), "{heard}");
    assert!(heard.lines().any(|line| line.starts_with("Message-ID: <") && line.ends_with("@contoh.test>")), "{heard}");
}

#[tokio::test]
async fn an_unknown_reader_is_final_and_a_busy_server_is_not() {
    let (outcome, _) = send("550 no such mailbox").await;
    assert!(matches!(outcome, Err(MailerError::Final(_))), "{outcome:?}");
    let (outcome, _) = send("451 try again later").await;
    assert!(matches!(outcome, Err(MailerError::Passing(_))), "{outcome:?}");
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again() {
    let mailer = mail::from_url("smtp://127.0.0.1:1", FROM).unwrap();
    let outcome = mailer.send(&rendered(MailContent::PasswordChanged, Locale::Id)).await;
    assert!(matches!(outcome, Err(MailerError::Passing(_))), "{outcome:?}");
}
