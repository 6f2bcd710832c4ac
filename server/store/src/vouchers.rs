//! Vouchers, and what they took off orders.

use domain::time::Timestamp;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Engine, Result, Tx, sql};

/// A voucher as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VoucherRow {
    /// Key.
    pub id: i64,
    /// In capitals.
    pub code: String,
    /// Path of the shop whose goods it is for; all shops' where there is none.
    pub shop_slug: Option<String>,
    /// Name of that shop.
    pub shop_name: Option<String>,
    /// [`domain::voucher::VoucherKind`]
    pub kind: String,
    /// Of a share.
    pub basis_points: Option<i64>,
    /// Rupiah off, or the most that is taken off.
    pub amount: Option<i64>,
    /// Rupiah of goods that it is for.
    pub minimum_goods: i64,
    /// UTC ms.
    pub valid_from: i64,
    /// UTC ms.
    pub valid_until: i64,
    /// Checkouts.
    pub most_uses: Option<i64>,
    /// Checkouts of one buyer.
    pub most_uses_per_buyer: Option<i64>,
    /// UTC ms since when it is ended.
    pub ended_at: Option<i64>,
    /// Checkouts that count.
    pub used: i64,
    /// Those of the buyer that was asked about.
    pub used_by_buyer: i64,
    /// Rupiah that it took off in checkouts that count.
    pub taken_off: i64,
}

/// Who buys, as far as that is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct VoucherBuyer<'a> {
    /// E.164.
    pub phone: Option<&'a str>,
    /// Who is signed in.
    pub account_id: Option<i64>,
}

/// A voucher to be made.
#[derive(Debug, Clone)]
pub struct NewVoucher<'a> {
    /// In capitals.
    pub code: &'a str,
    /// Whose goods; all shops' where there is none.
    pub shop_id: Option<i64>,
    /// [`domain::voucher::VoucherKind`]
    pub kind: &'a str,
    /// Of a share.
    pub basis_points: Option<i64>,
    /// Rupiah off, or the most that is taken off.
    pub amount: Option<i64>,
    /// Rupiah of goods that it is for.
    pub minimum_goods: i64,
    /// From then on.
    pub valid_from: Timestamp,
    /// Until before then.
    pub valid_until: Timestamp,
    /// Checkouts.
    pub most_uses: Option<i64>,
    /// Checkouts of one buyer.
    pub most_uses_per_buyer: Option<i64>,
    /// Who makes it.
    pub created_by: i64,
}

/// What a voucher takes off an order.
#[derive(Debug, Clone, Copy)]
pub struct NewUse {
    /// Which order.
    pub order_id: i64,
    /// Which voucher.
    pub voucher_id: i64,
    /// Rupiah off the goods.
    pub goods_amount: i64,
    /// Rupiah off the carriage.
    pub shipping_amount: i64,
    /// Whether the site pays the shop the difference.
    pub is_paid_by_site: bool,
}

/// `$1` is the buyer's phone, `$2` the buyer's account. Each sum is read by the voucher's own uses: a cart that is looked at
/// must not cost what all vouchers together were ever used for.
fn select() -> String {
    let of_uses = |what: &str, joins: &str, condition: &str| {
        format!(
            "(SELECT {what} FROM voucher_use x JOIN seller_order o ON o.id = x.order_id {joins}
              WHERE x.voucher_id = v.id AND o.status NOT IN ('cancelled', 'expired') {condition})"
        )
    };
    format!(
        "SELECT v.id, v.code, s.slug AS shop_slug, s.name AS shop_name, v.kind, v.basis_points, v.amount,
            v.minimum_goods, v.valid_from, v.valid_until, v.most_uses, v.most_uses_per_buyer, v.ended_at,
            {} AS used, {} AS used_by_buyer, {} AS taken_off
         FROM voucher v LEFT JOIN shop s ON s.id = v.shop_id",
        of_uses("COUNT(DISTINCT o.group_id)", "", ""),
        of_uses(
            "COUNT(DISTINCT o.group_id)",
            "JOIN order_contact c ON c.order_id = o.id JOIN checkout_group g ON g.id = o.group_id",
            "AND (c.phone = CAST($1 AS TEXT) OR g.account_id = CAST($2 AS BIGINT))"
        ),
        of_uses("CAST(COALESCE(SUM(x.goods_amount + x.shipping_amount), 0) AS BIGINT)", "", ""),
    )
}

/// The voucher of a code, with how often it and that buyer used it.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, code: &str, buyer: VoucherBuyer<'_>) -> Result<Option<VoucherRow>> {
    let values = [buyer.phone.into(), buyer.account_id.into(), code.into()];
    sql::one(db, &format!("{} WHERE v.code = $3", select()), values).await
}

/// The voucher that is in a cart.
///
/// # Errors
/// Whatever the database says.
pub async fn in_cart(db: &impl Db, token_hash: &str, buyer: VoucherBuyer<'_>) -> Result<Option<VoucherRow>> {
    let values = [buyer.phone.into(), buyer.account_id.into(), token_hash.into()];
    let text = format!("{} WHERE v.code = (SELECT t.voucher_code FROM cart t WHERE t.token_hash = $3)", select());
    sql::one(db, &text, values).await
}

/// Puts a code into a cart, or takes the one that is there out.
///
/// # Errors
/// Whatever the database says.
pub async fn put_into_cart(tx: &Tx, cart_id: i64, code: Option<&str>) -> Result<()> {
    sql::execute(tx, "UPDATE cart SET voucher_code = $1 WHERE id = $2", [code.into(), cart_id.into()]).await?;
    Ok(())
}

/// Takes the code out of a cart that used it.
///
/// # Errors
/// Whatever the database says.
pub async fn take_out_of_cart(tx: &Tx, token_hash: &str) -> Result<()> {
    sql::execute(tx, "UPDATE cart SET voucher_code = NULL WHERE token_hash = $1", [token_hash.into()]).await?;
    Ok(())
}

/// Waits for whoever uses a voucher, then keeps others out until the end of the transaction. Stock is locked before.
///
/// # Errors
/// Whatever the database says.
pub async fn lock(tx: &Tx, code: &str) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM voucher WHERE code = $1 FOR NO KEY UPDATE", [code.into()]).await?;
    }
    Ok(())
}

/// Adds what a voucher takes off orders.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_uses(tx: &Tx, uses: &[NewUse]) -> Result<()> {
    if uses.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO voucher_use (order_id, voucher_id, goods_amount, shipping_amount, paid_by) VALUES {}",
        sql::rows(uses.len(), 5)
    );
    let values = uses.iter().flat_map(|row| {
        [
            Value::from(row.order_id),
            row.voucher_id.into(),
            row.goods_amount.into(),
            row.shipping_amount.into(),
            if row.is_paid_by_site { "site" } else { "shop" }.into(),
        ]
    });
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Adds a voucher; `false`, with nothing added, where its code is taken.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewVoucher<'_>, now: Timestamp) -> Result<bool> {
    let added = sql::execute(
        tx,
        "INSERT INTO voucher (code, shop_id, kind, basis_points, amount, minimum_goods, valid_from, valid_until, most_uses,
            most_uses_per_buyer, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (code) DO NOTHING",
        [
            new.code.into(),
            new.shop_id.into(),
            new.kind.into(),
            new.basis_points.into(),
            new.amount.into(),
            new.minimum_goods.into(),
            new.valid_from.millis().into(),
            new.valid_until.millis().into(),
            new.most_uses.into(),
            new.most_uses_per_buyer.into(),
            new.created_by.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(added > 0)
}

/// Whose vouchers.
#[derive(Debug, Clone, Copy)]
pub enum Owner<'a> {
    /// Of these shops.
    Shops(&'a [i64]),
    /// Those that the site pays.
    Site,
}

impl Owner<'_> {
    /// A condition on `v`, and its values.
    fn condition(self, first: usize) -> (String, Vec<Value>) {
        match self {
            Self::Site => ("v.shop_id IS NULL".to_owned(), Vec::new()),
            Self::Shops([]) => ("FALSE".to_owned(), Vec::new()),
            Self::Shops(ids) => (
                format!("v.shop_id IN ({})", sql::placeholders(first, ids.len())),
                ids.iter().map(|&id| id.into()).collect(),
            ),
        }
    }
}

/// Vouchers with a key below `below`, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(db: &impl Db, owner: Owner<'_>, below: i64, limit: i64) -> Result<Vec<VoucherRow>> {
    let (condition, ids) = owner.condition(5);
    let text = format!("{} WHERE v.id < $3 AND {condition} ORDER BY v.id DESC LIMIT $4", select());
    let nobody = [None::<&str>.into(), None::<i64>.into()];
    sql::all(db, &text, nobody.into_iter().chain([below.into(), limit.into()]).chain(ids)).await
}

/// Ends a voucher before its time, once; `false` when it is not theirs.
///
/// # Errors
/// Whatever the database says.
pub async fn end(tx: &Tx, owner: Owner<'_>, code: &str, now: Timestamp) -> Result<bool> {
    let (condition, ids) = owner.condition(3);
    let text = format!(
        "UPDATE voucher SET ended_at = COALESCE(ended_at, $1)
         WHERE id = (SELECT v.id FROM voucher v WHERE v.code = $2 AND {condition})"
    );
    let values = [now.millis().into(), code.into()].into_iter().chain(ids);
    Ok(sql::execute(tx, &text, values).await? > 0)
}
