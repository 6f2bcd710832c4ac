//! How shops are paid: their bank accounts, and whether they take cash.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// How a shop is paid.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PayeeRow {
    /// Key.
    pub id: i64,
    /// `shp_…`
    pub public_id: String,
    /// Path.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// Whether it takes cash at hand-over.
    pub accepts_cod: bool,
    /// Bank.
    pub bank_name: Option<String>,
    /// Number of the account.
    pub bank_account: Option<String>,
    /// Whose account it is.
    pub bank_holder: Option<String>,
}

/// These shops, by name.
///
/// # Errors
/// Whatever the database says.
pub async fn of_shops(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<PayeeRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT s.id, s.public_id, s.slug, s.name, t.zone, s.accepts_cod, s.bank_name, s.bank_account, s.bank_holder
         FROM shop s JOIN sentra t ON t.id = s.sentra_id WHERE s.id IN ({}) ORDER BY s.name, s.id LIMIT 100",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// Gives a shop another bank account. Payments that wait keep the one that their buyers were told.
///
/// # Errors
/// Whatever the database says.
pub async fn set_bank(tx: &Tx, shop_id: i64, bank: &str, account: &str, holder: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE shop SET bank_name = $2, bank_account = $3, bank_holder = $4, updated_at = $5, epoch = epoch + 1
         WHERE id = $1",
        [shop_id.into(), bank.into(), account.into(), holder.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Whether a shop takes cash at hand-over.
///
/// # Errors
/// Whatever the database says.
pub async fn set_cash(tx: &Tx, shop_id: i64, accepts: bool, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE shop SET accepts_cod = $2, updated_at = $3, epoch = epoch + 1 WHERE id = $1",
        [shop_id.into(), accepts.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Parcels against cash that a phone number did not take.
///
/// # Errors
/// Whatever the database says.
pub async fn refused_parcels(db: &impl Db, phone: &str) -> Result<i64> {
    let text = "SELECT COUNT(*) FROM seller_order o JOIN order_contact c ON c.order_id = o.id
         WHERE c.phone = $1 AND o.payment_method = 'cod' AND o.fulfilment = 'undeliverable'";
    Ok(sql::integer(db, text, [phone.into()]).await?.unwrap_or(0))
}
