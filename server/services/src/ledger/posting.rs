//! What is posted when money of an order moves, in the transaction in which it does.

use domain::{
    actor::Actor,
    ledger::{self, CapturedOrder, LedgerTransaction, Part},
    money::Rupiah,
    payment::PaymentMethod,
    rate::BasisPoints,
    time::Timestamp,
};
use store::{
    Tx, guard,
    ledger::{NewTransaction, OrderMoney},
};

use crate::{Error, Result, secret};

/// Who moves the money of what.
pub(super) struct Source<'a> {
    pub key: String,
    pub order_id: Option<i64>,
    pub refund: Option<&'a str>,
    pub payout_id: Option<i64>,
    pub reason: Option<&'a str>,
    pub actor: Actor,
    pub account_id: Option<i64>,
}

impl Source<'_> {
    pub(super) fn system(key: String) -> Self {
        Self {
            key,
            order_id: None,
            refund: None,
            payout_id: None,
            reason: None,
            actor: Actor::System,
            account_id: None,
        }
    }
}

/// Posts transactions of one source; `false` when they were posted before.
pub(super) async fn post(
    tx: &Tx,
    source: &Source<'_>,
    transactions: impl IntoIterator<Item = LedgerTransaction>,
    now: Timestamp,
) -> Result<bool> {
    let new = transactions
        .into_iter()
        .enumerate()
        .map(|(index, postings)| {
            Ok(NewTransaction {
                public_id: secret::public_id(domain::id::LEDGER)?,
                source_key: format!("{}:{index}", source.key),
                postings,
                order_id: source.order_id,
                refund_ref: source.refund.map(str::to_owned),
                payout_id: source.payout_id,
                reason: source.reason.map(str::to_owned),
                actor: source.actor,
                account_id: source.account_id,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(store::ledger::post(tx, &new, now).await? > 0)
}

async fn money(tx: &Tx, order_id: i64) -> Result<(OrderMoney, PaymentMethod)> {
    let money = store::ledger::order_money(tx, order_id).await?.ok_or(Error::NotFound)?;
    let method = money.payment_method.parse().map_err(|_| Error::internal("a payment method"))?;
    Ok((money, method))
}

/// Posts what an order brought in: goods, carriage and the site's share as frozen on its lines. To be called in the
/// transaction in which its payment share is captured, after that; a second call posts nothing. Whether it posted.
///
/// # Errors
/// [`Error::NotFound`]; a captured share that is not the order's total is a fault.
pub async fn record_capture(tx: &Tx, order_id: i64, now: Timestamp) -> Result<bool> {
    let (money, method) = money(tx, order_id).await?;
    if money.captured != money.goods + money.shipping {
        return Err(Error::internal(format!("order {order_id} costs another amount than was captured")));
    }
    let lines = store::orders::lines(tx, &[order_id]).await?;
    let priced: Vec<(i64, Rupiah, BasisPoints)> = lines
        .iter()
        .map(|line| {
            let rate = u32::try_from(line.commission_basis_points).ok().and_then(BasisPoints::new);
            Some((line.id, Rupiah::new(line.line_total), rate?))
        })
        .collect::<Option<_>>()
        .ok_or_else(|| Error::internal(format!("a rate of order {order_id}")))?;
    let transactions = ledger::capture(CapturedOrder {
        shop_id: money.shop_id,
        is_direct: method.is_direct(),
        lines: &ledger::lines(Rupiah::new(money.goods), &priced),
        shipping: Rupiah::new(money.shipping),
        gateway_fee: Rupiah::ZERO,
    });
    let source = Source { order_id: Some(order_id), ..Source::system(format!("capture:{order_id}")) };
    let is_new = post(tx, &source, transactions, now).await?;
    post_voucher(tx, order_id, &money, format!("voucher:{order_id}"), Rupiah::new(money.voucher), now).await?;
    Ok(is_new)
}

/// Posts what the site pays a shop for its voucher, or what of it goes back: a correction with the code as its reason.
async fn post_voucher(
    tx: &Tx,
    order_id: i64,
    money: &OrderMoney,
    key: String,
    amount: Rupiah,
    now: Timestamp,
) -> Result<()> {
    let Some(code) = money.voucher_code.as_deref().filter(|_| amount != Rupiah::ZERO) else { return Ok(()) };
    let reason = format!("Voucher {code}");
    let source = Source { order_id: Some(order_id), reason: Some(&reason), ..Source::system(key) };
    post(tx, &source, ledger::adjustment(money.shop_id, amount), now).await?;
    Ok(())
}

/// Posts a payment provider's fee of an order once it is known, borne by the shop. `fee_key` names the fee for good.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) async fn record_gateway_fee(
    tx: &Tx,
    order_id: i64,
    fee_key: &str,
    fee: Rupiah,
    now: Timestamp,
) -> Result<bool> {
    let (money, _) = money(tx, order_id).await?;
    let source = Source { order_id: Some(order_id), ..Source::system(format!("fee:{fee_key}:{order_id}")) };
    post(tx, &source, ledger::gateway_fee(money.shop_id, fee), now).await
}

/// Posts a payment provider's fee that no shop bears, since no order goes on.
pub(crate) async fn record_gateway_fee_of_site(tx: &Tx, fee_key: &str, fee: Rupiah, now: Timestamp) -> Result<bool> {
    post(tx, &Source::system(format!("fee:{fee_key}")), ledger::gateway_fee_of_site(fee), now).await
}

/// Posts money that went back to a buyer, and the part of the commission that goes back with it. To be called in the
/// transaction in which a refund succeeds; `refund` is its public id, and a second call for it posts nothing. Whether it
/// posted.
///
/// # Errors
/// [`Error::NotFound`]; an amount of nothing, or more than is left of the captured share, is a fault.
pub async fn record_refund(tx: &Tx, order_id: i64, refund: &str, amount: Rupiah, now: Timestamp) -> Result<bool> {
    guard::lock_order(tx, order_id).await?;
    let key = format!("refund:{refund}");
    if store::ledger::is_posted(tx, &format!("{key}:0")).await? {
        return Ok(false);
    }
    let (money, method) = money(tx, order_id).await?;
    let left = Rupiah::new(money.captured - money.refunded);
    domain::refund::check_amount(amount, left).map_err(Error::internal)?;
    let back = |whole: i64| {
        let (captured, refunded) = (Rupiah::new(money.captured), Rupiah::new(money.refunded));
        ledger::share_back(Rupiah::new(whole), captured, refunded, amount)
    };
    let parts = parts(tx, refund, amount).await?;
    let transactions = ledger::refund(money.shop_id, method.is_direct(), &parts, back(money.commission));
    let source = Source { order_id: Some(order_id), refund: Some(refund), ..Source::system(key) };
    let is_new = post(tx, &source, transactions, now).await?;
    let voucher = Rupiah::new(-back(money.voucher).get());
    post_voucher(tx, order_id, &money, format!("voucher-back:{refund}"), voucher, now).await?;
    Ok(is_new)
}

/// What of a refund's amount belongs to which line.
async fn parts(tx: &Tx, refund: &str, amount: Rupiah) -> Result<Vec<Part>> {
    let lines = match store::refunds::find(tx, refund).await? {
        Some(row) => store::refunds::lines(tx, &[row.id]).await?,
        None => Vec::new(),
    };
    let of_lines: i64 = lines.iter().map(|line| line.amount).sum();
    let lines = lines.iter().map(|line| Part { line: Some(line.order_line_id), amount: Rupiah::new(line.amount) });
    Ok(lines.chain([Part::whole(Rupiah::new(amount.get() - of_lines))]).collect())
}

/// Posts a step of a payout.
pub(crate) async fn post_of_payout(
    tx: &Tx,
    payout_id: i64,
    step: &str,
    transaction: LedgerTransaction,
    account_id: i64,
    now: Timestamp,
) -> Result<()> {
    let source = Source {
        payout_id: Some(payout_id),
        actor: Actor::Curator,
        account_id: Some(account_id),
        ..Source::system(format!("payout:{payout_id}:{step}"))
    };
    post(tx, &source, [transaction], now).await?;
    Ok(())
}
