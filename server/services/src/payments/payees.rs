//! Where the money of a shop goes: its bank account, and whether it takes cash.

use domain::{actor::Actor, locale::Locale, time::Timestamp};
use ports::mail::{MailContent, MailMessage, ShopNews};
use store::{
    Tx,
    audit::NewAuditEvent,
    guard,
    payments::shops::{self, PayeeRow},
};

use crate::{
    BankAccount, Error, Result, Services,
    accounts::{self, Identity},
    check,
    fulfilment::SellerScope,
    mails,
};

/// A bank account as typed.
#[derive(Debug, Clone, Copy)]
pub struct BankChange<'a> {
    /// Name of the bank.
    pub bank: &'a str,
    /// Number of the account; spaces and hyphens do not count.
    pub account: &'a str,
    /// Whose account it is.
    pub holder: &'a str,
    /// The password of whoever changes it.
    pub password: &'a str,
}

/// Gives a shop another bank account. Orders that wait for money keep the one that their buyers were told; the people
/// of the shop are told of the change.
///
/// # Errors
/// [`Error::NotFound`]; `bank`: `bank-missing`, `account`: `bank-account-invalid`, `holder`: `name-invalid`,
/// `password_current`: `password-wrong`; [`Error::TooManyRequests`].
pub async fn set_bank(
    services: &Services,
    scope: SellerScope<'_>,
    identity: &Identity,
    slug: &str,
    change: BankChange<'_>,
) -> Result<()> {
    let shop = shop_of(services, scope, slug).await?;
    let mut errors = Vec::new();
    let BankAccount { bank, account, holder } =
        BankAccount::checked(change.bank, change.account, change.holder, &mut errors);
    match accounts::reauthenticate(services, identity, change.password).await {
        Err(Error::Rejected(rejection)) => errors.extend(rejection.fields),
        other => other?,
    }
    check(errors)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_shop(&tx, slug).await?;
    shops::set_bank(&tx, shop.id, &bank, &account, &holder, now).await?;
    let to = format!("{bank} {account}, {holder}");
    let changed = Changed { action: "shop_bank_changed", account_id: identity.id, detail: &to };
    changed.record(&tx, &shop.public_id, now).await?;
    tell_members(services, &tx, shop.id, &format!("bank:{}:{}", shop.public_id, now.millis()), now, |link| {
        MailContent::ShopBankChanged(ShopNews { shop: shop.name.clone(), detail: to.clone(), link })
    })
    .await?;
    Ok(tx.commit().await?)
}

/// Says whether a shop takes cash at hand-over.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn set_cash(services: &Services, scope: SellerScope<'_>, slug: &str, accepts: bool) -> Result<()> {
    let shop = shop_of(services, scope, slug).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    shops::set_cash(&tx, shop.id, accepts, now).await?;
    let action = if accepts { "shop_cash_on" } else { "shop_cash_off" };
    Changed { action, account_id: scope.account_id, detail: "" }.record(&tx, &shop.public_id, now).await?;
    Ok(tx.commit().await?)
}

/// The shop of that path, when the caller works for it.
pub(super) async fn shop_of(services: &Services, scope: SellerScope<'_>, slug: &str) -> Result<PayeeRow> {
    let shops = shops::of_shops(services.store(), scope.shop_ids).await?;
    shops.into_iter().find(|shop| shop.slug == slug).ok_or(Error::NotFound)
}

/// A change by a seller, for the audit.
pub(super) struct Changed<'a> {
    pub action: &'a str,
    pub account_id: i64,
    pub detail: &'a str,
}

impl Changed<'_> {
    pub async fn record(&self, tx: &Tx, shop: &str, now: Timestamp) -> Result<()> {
        let line = NewAuditEvent {
            account_id: Some(self.account_id),
            actor: Actor::Seller,
            action: self.action,
            object_kind: "shop",
            object_id: shop,
            reason: Some(self.detail).filter(|detail| !detail.is_empty()),
        };
        Ok(store::audit::record(tx, &line, now).await?)
    }
}

/// A mail to each person of a shop, in their language, with the address of the page where shops see how they are paid.
pub(super) async fn tell_members(
    services: &Services,
    tx: &Tx,
    shop_id: i64,
    key: &str,
    now: Timestamp,
    content: impl Fn(String) -> MailContent,
) -> Result<()> {
    let messages: Vec<(MailMessage, String)> = store::orders::members(tx, &[shop_id])
        .await?
        .into_iter()
        .map(|member| {
            let locale = member.locale.parse().unwrap_or(Locale::Id);
            let content = content(services.address(locale, "/jual/pembayaran"));
            let key = format!("payee:{key}:{}", member.email);
            (MailMessage { to: member.email, locale, content }, key)
        })
        .collect();
    mails::enqueue_all(tx, &messages, now).await
}
