use std::sync::Arc;

use domain::{locale::Locale, time::Timestamp};
use mail::FolderMailer;
use ports::{Mailer as _, MailerError, TestClock, mail::MailContent};

use crate::messages::rendered;

#[tokio::test]
async fn a_mail_becomes_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let clock = TestClock::at(Timestamp::from_millis(1_795_485_600_000));
    let mailer = FolderMailer::new(folder.path(), "Sentra <noreply@contoh.test>", Arc::new(clock)).unwrap();
    mailer.send(&rendered(MailContent::PasswordChanged, Locale::Id)).await.unwrap();

    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("1795485600000-") && name.ends_with(".eml"), "{name}");
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("To: siti@contoh.test") && text.contains("multipart/alternative"), "{text}");
}

#[tokio::test]
async fn what_is_no_address_never_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = mail::from_url(&format!("file://{}", folder.path().display()), "noreply@contoh.test").unwrap();
    let mut mail = rendered(MailContent::PasswordChanged, Locale::Id);
    mail.to = "siti@contoh.test\r\nBcc: lain@contoh.test".to_owned();
    assert!(matches!(mailer.send(&mail).await, Err(MailerError::Final(_))));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_wrong_address_is_not_repeated() {
    for url in ["http://user:rahasia@contoh.test", "smtp://", "rahasia"] {
        let error = mail::from_url(url, "noreply@contoh.test").err().unwrap();
        assert!(!format!("{error} {error:?}").contains("rahasia"), "{error:?}");
    }
}
