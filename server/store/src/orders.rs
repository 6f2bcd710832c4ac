//! Orders: read, listed, placed and changed.

mod changing;
mod placing;
mod rows;

pub use changing::{Due, MemberRow, OrderUpdate, curators, due, members, put_off_completion, update};
use domain::order::OrderStatus;
pub(crate) use placing::by_name;
pub use placing::{
    NewContact, NewHold, NewLine, NewOrder, insert_contacts, insert_events, insert_group, insert_holds, insert_lines,
    insert_orders, open_orders_of_phone,
};
pub use rows::{EventRow, LineRow, OrderRow, OrderStates};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, sql};

/// With the payment that an order was placed with, the first of its payments: money that comes too late is a later one.
const SELECT: &str = "SELECT o.id, o.number, o.token, g.public_id AS group_public_id, g.token AS group_token, g.locale,
    g.account_id, o.shop_id, s.slug AS shop_slug, s.name AS shop_name, s.phone AS shop_phone, s.street AS shop_street,
    s.opening_hours, t.zone, o.status, o.fulfilment, o.payment_method, o.delivery_method, o.service_name, o.items_total,
    o.shipping_total, o.packing_fee, o.discount_total, o.total, o.arrives_from, o.arrives_to, o.courier, o.tracking,
    o.cancel_reason, o.placed_at, o.confirm_by, o.complete_at, c.name AS contact_name, c.phone AS contact_phone,
    c.email AS contact_email, c.region_code, c.region_name, c.street, c.landmark, c.postal_code, c.note,
    y.id AS payment_id, y.status AS payment_status, h.amount AS payment_amount, y.amount AS payment_total, y.unique_code, y.bank_name,
    y.bank_account, y.bank_holder, y.expires_at, y.checkout_url,
    CASE WHEN q.status = 'verified' THEN y.qris_payload END AS qris_payload,
    f.public_id AS proof_id, f.note AS proof_note, f.submitted_at AS proof_at, f.photo_width AS proof_width,
    f.photo_height AS proof_height,
    (NOT EXISTS (SELECT 1 FROM order_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
       JOIN category k ON k.id = p.category_id WHERE l.order_id = o.id AND k.kind <> 'food')) AS only_food,
    e.code AS voucher_code, w.goods_amount AS voucher_goods, w.shipping_amount AS voucher_shipping,
    w.paid_by AS voucher_paid_by
    FROM seller_order o
    JOIN checkout_group g ON g.id = o.group_id
    JOIN shop s ON s.id = o.shop_id
    JOIN sentra t ON t.id = s.sentra_id
    JOIN order_contact c ON c.order_id = o.id
    JOIN payment_share h ON h.order_id = o.id
       AND h.payment_id = (SELECT MIN(x.payment_id) FROM payment_share x WHERE x.order_id = o.id)
    JOIN payment y ON y.id = h.payment_id
    LEFT JOIN shop_qris q ON q.id = y.shop_qris_id
    LEFT JOIN payment_proof f ON f.id = (SELECT MAX(x.id) FROM payment_proof x WHERE x.payment_id = y.id)
    LEFT JOIN voucher_use w ON w.order_id = o.id
    LEFT JOIN voucher e ON e.id = w.voucher_id";

/// The order with that key.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, id: i64) -> Result<Option<OrderRow>> {
    sql::one(db, &format!("{SELECT} WHERE o.id = $1"), [id.into()]).await
}

/// Key of the order with that number.
///
/// # Errors
/// Whatever the database says.
pub async fn id_of(db: &impl Db, number: &str) -> Result<Option<i64>> {
    sql::integer(db, "SELECT id FROM seller_order WHERE number = $1", [number.into()]).await
}

/// The order with that secret.
///
/// # Errors
/// Whatever the database says.
pub async fn find_by_token(db: &impl Db, token: &str) -> Result<Option<OrderRow>> {
    sql::one(db, &format!("{SELECT} WHERE o.token = $1"), [token.into()]).await
}

/// The order with that number, when it is of one of these shops.
///
/// # Errors
/// Whatever the database says.
pub async fn find_of_shops(db: &impl Db, number: &str, shop_ids: &[i64]) -> Result<Option<OrderRow>> {
    if shop_ids.is_empty() {
        return Ok(None);
    }
    let text = format!("{SELECT} WHERE o.number = $1 AND o.shop_id IN ({})", sql::placeholders(2, shop_ids.len()));
    let values = std::iter::once(Value::from(number)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::one(db, &text, values).await
}

/// All orders of the checkout with that secret.
///
/// # Errors
/// Whatever the database says.
pub async fn of_group(db: &impl Db, group_token: &str) -> Result<Vec<OrderRow>> {
    sql::all(db, &format!("{SELECT} WHERE g.token = $1 ORDER BY o.id LIMIT 100"), [group_token.into()]).await
}

/// Orders of an account below a key, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_account(db: &impl Db, account_id: i64, below: i64, limit: i64) -> Result<Vec<OrderRow>> {
    let text = format!("{SELECT} WHERE g.account_id = $1 AND o.id < $2 ORDER BY o.id DESC LIMIT $3");
    sql::all(db, &text, [account_id.into(), below.into(), limit.into()]).await
}

/// What a list of a shop's orders holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderFilter {
    /// Every order.
    All,
    /// One status.
    Status(OrderStatus),
    /// Waits for the seller: to be paid or to be accepted.
    New,
    /// Accepted, not on its way.
    ToPrepare,
    /// On its way, or handed over and not yet done.
    Sent,
    /// Nothing changes any more.
    Closed,
}

impl OrderFilter {
    fn condition(self) -> &'static str {
        match self {
            Self::All => "1 = 1",
            Self::Status(OrderStatus::AwaitingPayment) => "o.status = 'awaiting_payment'",
            Self::Status(OrderStatus::AwaitingConfirmation) => "o.status = 'awaiting_confirmation'",
            Self::Status(OrderStatus::Confirmed) => "o.status = 'confirmed'",
            Self::Status(OrderStatus::Completed) => "o.status = 'completed'",
            Self::Status(OrderStatus::Cancelled) => "o.status = 'cancelled'",
            Self::Status(OrderStatus::Expired) => "o.status = 'expired'",
            Self::New => "o.status IN ('awaiting_payment', 'awaiting_confirmation')",
            Self::ToPrepare => "o.status = 'confirmed' AND o.fulfilment IN ('preparing', 'ready', 'awaiting_pickup')",
            Self::Sent => "o.status = 'confirmed' AND o.fulfilment NOT IN ('preparing', 'ready', 'awaiting_pickup')",
            Self::Closed => "o.status IN ('completed', 'cancelled', 'expired')",
        }
    }
}

/// Orders of shops below a key, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_shops(
    db: &impl Db,
    shop_ids: &[i64],
    filter: OrderFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<OrderRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "{SELECT} WHERE {} AND o.id < $1 AND o.shop_id IN ({}) ORDER BY o.id DESC LIMIT $2",
        filter.condition(),
        sql::placeholders(3, shop_ids.len())
    );
    let values = [Value::from(below), limit.into()].into_iter().chain(shop_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}

/// How many orders of shops are in each group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct OrderCounts {
    /// [`OrderFilter::New`]
    pub fresh: i64,
    /// [`OrderFilter::ToPrepare`]
    pub to_prepare: i64,
    /// [`OrderFilter::Sent`]
    pub sent: i64,
    /// [`OrderFilter::Closed`]
    pub closed: i64,
}

/// How many orders of shops are in each group.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(db: &impl Db, shop_ids: &[i64]) -> Result<OrderCounts> {
    if shop_ids.is_empty() {
        return Ok(OrderCounts::default());
    }
    let count = |filter: OrderFilter| {
        format!("CAST(COALESCE(SUM(CASE WHEN {} THEN 1 ELSE 0 END), 0) AS BIGINT)", filter.condition())
    };
    let text = format!(
        "SELECT {} AS fresh, {} AS to_prepare, {} AS sent, {} AS closed FROM seller_order o WHERE o.shop_id IN ({})",
        count(OrderFilter::New),
        count(OrderFilter::ToPrepare),
        count(OrderFilter::Sent),
        count(OrderFilter::Closed),
        sql::placeholders(1, shop_ids.len())
    );
    let row = sql::one(db, &text, shop_ids.iter().map(|&id| id.into())).await?;
    Ok(row.unwrap_or_default())
}

/// Lines of several orders.
///
/// # Errors
/// Whatever the database says.
pub async fn lines(db: &impl Db, order_ids: &[i64]) -> Result<Vec<LineRow>> {
    if order_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT l.id, l.order_id, v.public_id AS variant, p.id AS product_id, p.slug AS product_slug, l.product_name,
            l.variant_name, l.unit_price, l.quantity, l.line_total, l.commission_basis_points, m.key AS media_key,
            m.widths AS media_widths, m.thumbhash AS media_thumbhash, m.width AS media_width, m.height AS media_height
         FROM order_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
         LEFT JOIN media m ON m.id = l.media_id
         WHERE l.order_id IN ({}) ORDER BY l.id LIMIT 5000",
        sql::placeholders(1, order_ids.len())
    );
    sql::all(db, &text, order_ids.iter().map(|&id| id.into())).await
}

/// Histories of several orders, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn events(db: &impl Db, order_ids: &[i64]) -> Result<Vec<EventRow>> {
    if order_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT order_id, kind, actor, reason, at FROM order_event WHERE order_id IN ({}) ORDER BY id LIMIT 5000",
        sql::placeholders(1, order_ids.len())
    );
    sql::all(db, &text, order_ids.iter().map(|&id| id.into())).await
}
