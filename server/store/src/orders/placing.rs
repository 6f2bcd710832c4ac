//! Inserts of a checkout, one statement for all rows of a table.

use std::collections::HashMap;

use domain::{
    fulfilment::DeliveryMethod,
    order::OrderStatus,
    payment::PaymentMethod,
    time::{Date, Timestamp},
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, commission::rate_sql, sql};

/// An order to be placed.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// Number that people read.
    pub number: String,
    /// Day in the number.
    pub placed_on: Date,
    /// Secret of its page.
    pub token: String,
    /// Whose order it is.
    pub shop_id: i64,
    /// First status.
    pub status: OrderStatus,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How it reaches the buyer.
    pub delivery_method: DeliveryMethod,
    /// Service of the courier.
    pub service_code: Option<String>,
    /// Its name.
    pub service_name: String,
    /// Rupiah.
    pub items_total: i64,
    /// Rupiah, packing fee included.
    pub shipping_total: i64,
    /// Rupiah.
    pub packing_fee: i64,
    /// Rupiah.
    pub discount_total: i64,
    /// Kilograms that the courier charges; 0 without one.
    pub chargeable_kg: i64,
    /// First day of arrival.
    pub arrives_from: Date,
    /// Last day of arrival.
    pub arrives_to: Date,
    /// Until when the seller has to answer.
    pub confirm_by: Option<Timestamp>,
}

impl NewOrder {
    /// What the buyer pays.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.items_total + self.shipping_total - self.discount_total
    }
}

/// Who receives an order, where.
#[derive(Debug, Clone)]
pub struct NewContact {
    /// Which order.
    pub order_id: i64,
    /// Name.
    pub name: String,
    /// E.164.
    pub phone: String,
    /// Address for mails.
    pub email: Option<String>,
    /// Region code.
    pub region_code: Option<String>,
    /// Its full name; empty at pick-up.
    pub region_name: String,
    /// Street and number; empty at pick-up.
    pub street: String,
    /// What to look for.
    pub landmark: Option<String>,
    /// Five digits.
    pub postal_code: Option<String>,
    /// To the seller.
    pub note: Option<String>,
}

/// A line to be placed.
#[derive(Debug, Clone)]
pub struct NewLine {
    /// Which order.
    pub order_id: i64,
    /// What.
    pub variant_id: i64,
    /// As it is called now.
    pub product_name: String,
    /// As it is called now.
    pub variant_name: String,
    /// Its photo.
    pub media_id: Option<i64>,
    /// Rupiah a piece.
    pub unit_price: i64,
    /// Pieces.
    pub quantity: i64,
    /// Grams a piece.
    pub weight_g: i64,
}

/// Pieces of a stock row for a line.
#[derive(Debug, Clone, Copy)]
pub struct NewHold {
    /// Which line.
    pub order_line_id: i64,
    /// Which stock row.
    pub stock_id: i64,
    /// Pieces.
    pub quantity: i64,
}

/// Adds a checkout; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_group(
    tx: &Tx,
    public_id: &str,
    token: &str,
    account_id: Option<i64>,
    locale: &str,
    total: i64,
    now: Timestamp,
) -> Result<i64> {
    /// Version of the terms that a buyer agrees to.
    const TERMS_VERSION: &str = "1";
    sql::integer(
        tx,
        "INSERT INTO checkout_group (public_id, token, account_id, locale, terms_version, total, placed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        [
            public_id.into(),
            token.into(),
            account_id.into(),
            locale.into(),
            TERMS_VERSION.into(),
            total.into(),
            now.millis().into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("group without an id".to_owned()))
}

/// A new row's key and the name it is known by.
#[derive(FromQueryResult)]
pub(crate) struct NamedRow {
    id: i64,
    name: String,
}

pub(crate) fn by_name(rows: Vec<NamedRow>) -> HashMap<String, i64> {
    rows.into_iter().map(|row| (row.name, row.id)).collect()
}

/// Adds orders; the keys, by token, of those whose number no other order has.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_orders(
    tx: &Tx,
    group_id: i64,
    orders: &[&NewOrder],
    now: Timestamp,
) -> Result<HashMap<String, i64>> {
    let text = format!(
        "INSERT INTO seller_order (number, token, group_id, shop_id, status, fulfilment, payment_method, delivery_method,
            service_code, service_name, items_total, shipping_total, packing_fee, discount_total, total, chargeable_kg,
            arrives_from, arrives_to, placed_at, confirm_by) VALUES {}
         ON CONFLICT (number) DO NOTHING RETURNING id, token AS name",
        sql::rows(orders.len(), 20)
    );
    let values = orders.iter().flat_map(|order| {
        [
            Value::from(order.number.as_str()),
            order.token.as_str().into(),
            group_id.into(),
            order.shop_id.into(),
            order.status.as_str().into(),
            "preparing".into(),
            order.payment_method.as_str().into(),
            order.delivery_method.as_str().into(),
            order.service_code.clone().into(),
            order.service_name.as_str().into(),
            order.items_total.into(),
            order.shipping_total.into(),
            order.packing_fee.into(),
            order.discount_total.into(),
            order.total().into(),
            order.chargeable_kg.into(),
            order.arrives_from.to_string().into(),
            order.arrives_to.to_string().into(),
            now.millis().into(),
            order.confirm_by.map(Timestamp::millis).into(),
        ]
    });
    Ok(by_name(sql::all(tx, &text, values).await?))
}

/// Adds the contacts of orders.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_contacts(tx: &Tx, contacts: &[NewContact]) -> Result<()> {
    let text = format!(
        "INSERT INTO order_contact (order_id, name, phone, email, region_code, region_name, street, landmark, postal_code,
            note) VALUES {}",
        sql::rows(contacts.len(), 10)
    );
    let values = contacts.iter().flat_map(|contact| {
        [
            Value::from(contact.order_id),
            contact.name.as_str().into(),
            contact.phone.as_str().into(),
            contact.email.clone().into(),
            contact.region_code.clone().into(),
            contact.region_name.as_str().into(),
            contact.street.as_str().into(),
            contact.landmark.clone().into(),
            contact.postal_code.clone().into(),
            contact.note.clone().into(),
        ]
    });
    sql::execute(tx, &text, values).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct LineKeyRow {
    id: i64,
    variant_id: i64,
}

/// Adds lines, one a variant, each with the site's share that holds now; their keys by variant.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_lines(tx: &Tx, lines: &[NewLine], now: Timestamp) -> Result<HashMap<i64, i64>> {
    const COLUMNS: usize = 9;
    let rows: Vec<String> = (0..lines.len())
        .map(|row| {
            let first = 2 + row * COLUMNS;
            let rate = rate_sql(&format!("${}", first + 1), "$1");
            format!("({}, {rate})", sql::placeholders(first, COLUMNS))
        })
        .collect();
    let text = format!(
        "INSERT INTO order_line (order_id, variant_id, product_name, variant_name, media_id, unit_price, quantity,
            line_total, weight_g, commission_basis_points) VALUES {} RETURNING id, variant_id",
        rows.join(", ")
    );
    let values = lines.iter().flat_map(|line| {
        [
            Value::from(line.order_id),
            line.variant_id.into(),
            line.product_name.as_str().into(),
            line.variant_name.as_str().into(),
            line.media_id.into(),
            line.unit_price.into(),
            line.quantity.into(),
            (line.unit_price * line.quantity).into(),
            line.weight_g.into(),
        ]
    });
    let rows: Vec<LineKeyRow> = sql::all(tx, &text, std::iter::once(now.millis().into()).chain(values)).await?;
    Ok(rows.into_iter().map(|row| (row.variant_id, row.id)).collect())
}

/// Adds the holds that `guard::hold` has counted.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_holds(tx: &Tx, holds: &[NewHold], now: Timestamp) -> Result<()> {
    if holds.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO stock_hold (order_line_id, stock_id, quantity, state, created_at) VALUES {}",
        sql::rows(holds.len(), 5)
    );
    let values = holds.iter().flat_map(|hold| {
        [
            Value::from(hold.order_line_id),
            hold.stock_id.into(),
            hold.quantity.into(),
            "held".into(),
            now.millis().into(),
        ]
    });
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Begins the histories of orders.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_events(tx: &Tx, order_ids: &[i64], account_id: Option<i64>, now: Timestamp) -> Result<()> {
    let text = format!(
        "INSERT INTO order_event (order_id, kind, actor, account_id, at) VALUES {}",
        sql::rows(order_ids.len(), 5)
    );
    let values = order_ids
        .iter()
        .flat_map(|&id| [Value::from(id), "placed".into(), "buyer".into(), account_id.into(), now.millis().into()]);
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Orders of a phone number that are neither done nor called off.
///
/// # Errors
/// Whatever the database says.
pub async fn open_orders_of_phone(db: &impl Db, phone: &str) -> Result<i64> {
    let count = sql::integer(
        db,
        "SELECT COUNT(*) FROM seller_order o JOIN order_contact c ON c.order_id = o.id
         WHERE c.phone = $1 AND o.payment_method = 'cod' AND o.status IN ('awaiting_confirmation', 'confirmed')",
        [phone.into()],
    )
    .await?;
    Ok(count.unwrap_or(0))
}
