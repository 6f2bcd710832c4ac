//! Where a buyer wants the money by transfer. Whoever pays by hand sees all of it; the page behind the order's link only
//! its last digits.

use domain::{
    money::Rupiah,
    refund::{RefundMethod, RefundStatus},
};
use ports::mail::MailContent;
use store::{Db, guard, refunds::RefundAccountRow};

use crate::{
    BankAccount, Error, Result, Services, check,
    order_news::{News, to_shop},
    orders,
    rate_limits::{self, RateLimit},
};

/// Each change is a mail to the shop.
const CHANGES: RateLimit = RateLimit { action: "refund_account", most: 5, window_minutes: 60 };

/// The account of the order's buyer, for whoever pays.
pub(super) async fn of_order(db: &impl Db, order_id: i64) -> Result<Option<BankAccount>> {
    let row = store::refunds::account(db, order_id).await?;
    Ok(row.map(|row| BankAccount { bank: row.bank, account: row.account, holder: row.holder }))
}

/// The bank and the last digits of the account that the buyer gave.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn account_given(services: &Services, token: &str) -> Result<Option<String>> {
    let order = orders::find(services, token).await?;
    let account = of_order(services.store(), order.id).await?;
    Ok(account.map(|account| format!("{} {}", account.bank, account.masked())))
}

/// The buyer says where the money goes, as long as a transfer back has not been sent; the shop is told.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when no transfer waits; `bank`: `bank-missing`, `account`:
/// `bank-account-invalid`, `holder`: `name-invalid`; [`Error::TooManyRequests`].
pub async fn give_account(services: &Services, token: &str, typed: &BankAccount) -> Result<()> {
    let order = orders::find(services, token).await?;
    let mut errors = Vec::new();
    let account = BankAccount::checked(&typed.bank, &typed.account, &typed.holder, &mut errors);
    check(errors)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_order(&tx, order.id).await?;
    let order = store::orders::find(&tx, order.id).await?.ok_or(Error::NotFound)?;
    let waiting: Vec<_> = store::refunds::of_orders(&tx, &[order.id])
        .await?
        .into_iter()
        .filter(|row| row.method == RefundMethod::ManualTransfer.as_str() && waits(&row.status))
        .collect();
    if waiting.is_empty() {
        return Err(Error::invalid_state());
    }
    rate_limits::count_in(&tx, CHANGES, &order.number, now).await?;
    let row = RefundAccountRow { bank: account.bank, account: account.account, holder: account.holder };
    store::refunds::set_account(&tx, order.id, &row, now).await?;
    // The account itself stays on the page, where only the shop sees it.
    let due: i64 =
        waiting.iter().filter(|row| row.status == RefundStatus::Approved.as_str()).map(|row| row.amount).sum();
    if due > 0 {
        let path = format!("/jual/pesanan/{}", order.number);
        let occasion = format!("refund-account:{}:{}", order.number, now.millis());
        let detail = Rupiah::new(due).to_string();
        let news = News { content: MailContent::RefundToSend, occasion, detail, path: &path };
        to_shop(services, &tx, &order, news, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether money of a refund in that status has not been sent.
pub(super) fn waits(status: &str) -> bool {
    status == RefundStatus::Requested.as_str() || status == RefundStatus::Approved.as_str()
}
