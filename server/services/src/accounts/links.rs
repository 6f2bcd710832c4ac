//! Mails of this area, with their one-time links.

use domain::{locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage};
use store::{Tx, accounts::Account, tokens::SignUp};

use crate::{Result, Services, mails, secret};

/// To a new address: the link that makes the account.
pub(super) async fn mail_sign_up(
    services: &Services,
    tx: &Tx,
    sign_up: &SignUp,
    token: &str,
    now: Timestamp,
) -> Result<()> {
    let link = address(services, sign_up.locale, &format!("/daftar/konfirmasi/{token}"));
    let content = MailContent::SignUp { name: sign_up.name.clone(), link };
    send(tx, &sign_up.email, sign_up.locale, content, &secret::hash(token), now).await
}

/// To an address that has an account, when somebody signs up with it.
pub(super) async fn mail_account_exists(services: &Services, tx: &Tx, account: &Account, now: Timestamp) -> Result<()> {
    let content = MailContent::AccountExists { link: address(services, account.locale, "/lupa-sandi") };
    send(tx, &account.email, account.locale, content, &moment("account_exists", account, now), now).await
}

/// The link that sets a new password.
pub(super) async fn mail_reset(
    services: &Services,
    tx: &Tx,
    account: &Account,
    token: &str,
    now: Timestamp,
) -> Result<()> {
    let link = address(services, account.locale, &format!("/atur-sandi/{token}"));
    send(tx, &account.email, account.locale, MailContent::PasswordReset { link }, &secret::hash(token), now).await
}

/// Tells the owner that the password is another one.
pub(super) async fn mail_password_changed(tx: &Tx, account: &Account, now: Timestamp) -> Result<()> {
    let key = moment("password_changed", account, now);
    send(tx, &account.email, account.locale, MailContent::PasswordChanged, &key, now).await
}

async fn send(tx: &Tx, to: &str, locale: Locale, content: MailContent, key: &str, now: Timestamp) -> Result<()> {
    mails::enqueue(tx, &MailMessage { to: to.to_owned(), locale, content }, key, now).await
}

fn moment(what: &str, account: &Account, now: Timestamp) -> String {
    format!("{what}:{}:{}", account.public_id, now.millis())
}

fn address(services: &Services, locale: Locale, path: &str) -> String {
    services.address(locale, path)
}
