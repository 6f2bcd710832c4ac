//! Adds transactions with their entries.

use std::collections::HashMap;

use domain::{
    actor::Actor,
    ledger::{AccountKind, LedgerTransaction, Posting},
    time::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, orders::by_name, sql};

/// A transaction to be written.
#[derive(Debug, Clone)]
pub struct NewTransaction {
    /// `led_…`
    pub public_id: String,
    /// What it is written for; the same thing is written once.
    pub source_key: String,
    /// Why, and both sides.
    pub postings: LedgerTransaction,
    /// Of which order.
    pub order_id: Option<i64>,
    /// Public id of the refund.
    pub refund_ref: Option<String>,
    /// Of which payout.
    pub payout_id: Option<i64>,
    /// Why, in words.
    pub reason: Option<String>,
    /// In which capacity.
    pub actor: Actor,
    /// Who.
    pub account_id: Option<i64>,
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: i64,
    kind: String,
    shop_id: Option<i64>,
}

type Key = (AccountKind, Option<i64>);

/// Keys of the accounts that are posted to; they are made where they are missing.
async fn accounts(tx: &Tx, postings: &[&Posting]) -> Result<HashMap<Key, i64>> {
    let mut wanted: Vec<Key> = postings.iter().map(|posting| (posting.account, posting.shop_id)).collect();
    wanted.sort_unstable_by_key(|(kind, shop)| (kind.as_str(), *shop));
    wanted.dedup();
    let text = format!(
        "INSERT INTO ledger_account (kind, shop_id) VALUES {} ON CONFLICT DO NOTHING",
        sql::rows(wanted.len(), 2)
    );
    let values = wanted.iter().flat_map(|(kind, shop)| [Value::from(kind.as_str()), (*shop).into()]);
    sql::execute(tx, &text, values).await?;
    let shops: Vec<i64> = wanted.iter().filter_map(|(_, shop)| *shop).collect();
    let of_shops = if shops.is_empty() {
        "FALSE".to_owned()
    } else {
        format!("shop_id IN ({})", sql::placeholders(1, shops.len()))
    };
    let text = format!(
        "SELECT id, kind, shop_id FROM ledger_account WHERE shop_id IS NULL OR {of_shops} ORDER BY id LIMIT 2000"
    );
    let rows: Vec<AccountRow> = sql::all(tx, &text, shops.into_iter().map(Into::into)).await?;
    rows.into_iter()
        .map(|row| {
            let kind = row.kind.parse().map_err(|_| Error::Corrupt(format!("kind of ledger account {}", row.id)))?;
            Ok(((kind, row.shop_id), row.id))
        })
        .collect()
}

/// Writes transactions, each with its entries; what was written before for the same source is left out. How many were
/// written.
///
/// # Errors
/// [`Error::Corrupt`] for a transaction that does not sum to zero; else whatever the database says.
pub async fn post(tx: &Tx, transactions: &[NewTransaction], now: Timestamp) -> Result<usize> {
    for transaction in transactions {
        let sum: i128 = transaction.postings.postings.iter().map(|posting| i128::from(posting.amount.get())).sum();
        if sum != 0 || transaction.postings.postings.len() < 2 {
            return Err(Error::Corrupt(format!("postings of {} sum to {sum}", transaction.source_key)));
        }
    }
    if transactions.is_empty() {
        return Ok(0);
    }
    let postings: Vec<&Posting> = transactions.iter().flat_map(|transaction| &transaction.postings.postings).collect();
    let accounts = accounts(tx, &postings).await?;
    let text = format!(
        "INSERT INTO ledger_transaction (public_id, kind, source_key, order_id, refund_ref, payout_id, reason, actor,
            account_id, at) VALUES {} ON CONFLICT (source_key) DO NOTHING RETURNING id, source_key AS name",
        sql::rows(transactions.len(), 10)
    );
    let values = transactions.iter().flat_map(|transaction| {
        [
            Value::from(transaction.public_id.as_str()),
            transaction.postings.kind.as_str().into(),
            transaction.source_key.as_str().into(),
            transaction.order_id.into(),
            transaction.refund_ref.clone().into(),
            transaction.payout_id.into(),
            transaction.reason.clone().into(),
            transaction.actor.as_str().into(),
            transaction.account_id.into(),
            now.millis().into(),
        ]
    });
    let written = by_name(sql::all(tx, &text, values).await?);
    let mut entries = Vec::new();
    for transaction in transactions {
        let Some(&id) = written.get(&transaction.source_key) else { continue };
        for posting in &transaction.postings.postings {
            let account = accounts
                .get(&(posting.account, posting.shop_id))
                .ok_or_else(|| Error::Corrupt("a ledger account was not made".to_owned()))?;
            entries.extend([
                Value::from(id),
                (*account).into(),
                posting.order_line_id.into(),
                posting.amount.get().into(),
            ]);
        }
    }
    if !entries.is_empty() {
        let columns = ["transaction_id", "account_id", "order_line_id", "amount"];
        sql::insert_rows(tx, "ledger_entry", &columns, entries, "").await?;
    }
    Ok(written.len())
}

/// Whether something was posted for a source already.
///
/// # Errors
/// Whatever the database says.
pub async fn is_posted(db: &impl Db, source_key: &str) -> Result<bool> {
    let found =
        sql::integer(db, "SELECT id FROM ledger_transaction WHERE source_key = $1", [source_key.into()]).await?;
    Ok(found.is_some())
}

/// What an order costs, what of it is in the ledger.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OrderMoney {
    /// Key of the shop.
    pub shop_id: i64,
    /// How it is paid.
    pub payment_method: String,
    /// Rupiah, after discount.
    pub goods: i64,
    /// Rupiah, packing fee included.
    pub shipping: i64,
    /// Captured payments' share, in rupiah.
    pub captured: i64,
    /// Commission as it was posted with the sale, in rupiah.
    pub commission: i64,
    /// Given back so far, in rupiah.
    pub refunded: i64,
    /// Rupiah that the site pays for a voucher.
    pub voucher: i64,
    /// Its code.
    pub voucher_code: Option<String>,
}

/// The money of an order; `None` when there is no such order.
///
/// # Errors
/// Whatever the database says.
pub async fn order_money(db: &impl Db, order_id: i64) -> Result<Option<OrderMoney>> {
    let posted = |kind: &str, account: &str, sign: &str| {
        format!(
            "CAST(COALESCE((SELECT SUM(e.amount) FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
                JOIN ledger_account a ON a.id = e.account_id
                WHERE t.order_id = o.id AND t.kind = '{kind}' AND a.kind = '{account}' AND {sign}), 0) AS BIGINT)"
        )
    };
    let text = format!(
        "SELECT o.shop_id, o.payment_method, o.items_total - o.discount_total AS goods, o.shipping_total AS shipping,
            CAST(COALESCE((SELECT SUM(h.amount) FROM payment_share h JOIN payment y ON y.id = h.payment_id
                WHERE h.order_id = o.id AND y.status = 'captured'), 0) AS BIGINT) AS captured,
            {} AS commission, -{} AS refunded,
            COALESCE(w.goods_amount + w.shipping_amount, 0) AS voucher, v.code AS voucher_code
         FROM seller_order o LEFT JOIN voucher_use w ON w.order_id = o.id AND w.paid_by = 'site'
            LEFT JOIN voucher v ON v.id = w.voucher_id
         WHERE o.id = $1",
        posted("commission", "platform", "e.amount > 0"),
        posted("refund_reversal", "shop", "e.amount < 0"),
    );
    sql::one(db, &text, [order_id.into()]).await
}
