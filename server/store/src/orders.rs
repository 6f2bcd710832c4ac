//! Orders as they are read, and the guarded updates of their states.

mod placing;

use domain::{
    actor::Actor,
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
    time::Timestamp,
};
pub use placing::{
    NewContact, NewHold, NewLine, NewOrder, NewPayment, insert_contacts, insert_events, insert_group, insert_holds,
    insert_lines, insert_orders, insert_payments, insert_shares, open_orders_of_phone, used_transfer_amounts,
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, sql};

/// An order with its shop, contact and payment, as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OrderRow {
    /// Key.
    pub id: i64,
    /// `S-261124-7K3QF`
    pub number: String,
    /// Secret of the order's page.
    pub token: String,
    /// `grp_…`
    pub group_public_id: String,
    /// Secret of the page of all orders of the checkout.
    pub group_token: String,
    /// Language of the buyer.
    pub locale: String,
    /// Account of the buyer.
    pub account_id: Option<i64>,
    /// Key of the shop.
    pub shop_id: i64,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Phone of the shop.
    pub shop_phone: String,
    /// Where the shop is.
    pub shop_street: String,
    /// When the shop is open.
    pub opening_hours: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// [`OrderStatus`]
    pub status: String,
    /// [`FulfilmentStatus`]
    pub fulfilment: String,
    /// [`PaymentMethod`]
    pub payment_method: String,
    /// [`DeliveryMethod`]
    pub delivery_method: String,
    /// Name of the service, in the buyer's language.
    pub service_name: String,
    /// Rupiah.
    pub items_total: i64,
    /// Rupiah, packing fee included.
    pub shipping_total: i64,
    /// Rupiah.
    pub packing_fee: i64,
    /// Rupiah.
    pub discount_total: i64,
    /// Rupiah.
    pub total: i64,
    /// ISO date.
    pub arrives_from: String,
    /// ISO date.
    pub arrives_to: String,
    /// Who carries it.
    pub courier: Option<String>,
    /// Number to follow it by.
    pub tracking: Option<String>,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// UTC ms.
    pub placed_at: i64,
    /// UTC ms until which the seller has to answer.
    pub confirm_by: Option<i64>,
    /// UTC ms.
    pub complete_at: Option<i64>,
    /// Name of the buyer.
    pub contact_name: String,
    /// E.164.
    pub contact_phone: String,
    /// Address of the buyer.
    pub contact_email: Option<String>,
    /// Region code.
    pub region_code: Option<String>,
    /// "Dinoyo, Lowokwaru, Kota Malang, Jawa Timur"
    pub region_name: String,
    /// Street and number.
    pub street: String,
    /// What to look for.
    pub landmark: Option<String>,
    /// Five digits.
    pub postal_code: Option<String>,
    /// To the seller.
    pub note: Option<String>,
    /// Key of the payment.
    pub payment_id: i64,
    /// [`PaymentStatus`]
    pub payment_status: String,
    /// Rupiah.
    pub payment_amount: i64,
    /// Already subtracted.
    pub unique_code: Option<i64>,
    /// Where to transfer to.
    pub bank_name: Option<String>,
    /// Where to transfer to.
    pub bank_account: Option<String>,
    /// Where to transfer to.
    pub bank_holder: Option<String>,
    /// UTC ms.
    pub expires_at: Option<i64>,
    /// Whether all lines are food.
    pub only_food: bool,
}

/// The states of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderStates {
    /// Between buyer and seller.
    pub status: OrderStatus,
    /// Of the goods.
    pub fulfilment: FulfilmentStatus,
    /// Of the money.
    pub payment: PaymentStatus,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How it reaches the buyer.
    pub delivery_method: DeliveryMethod,
}

impl OrderRow {
    /// The states, parsed.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a value that is none.
    pub fn states(&self) -> Result<OrderStates> {
        let corrupt = || Error::Corrupt(format!("a state of order {}", self.number));
        Ok(OrderStates {
            status: self.status.parse().map_err(|_| corrupt())?,
            fulfilment: self.fulfilment.parse().map_err(|_| corrupt())?,
            payment: self.payment_status.parse().map_err(|_| corrupt())?,
            payment_method: self.payment_method.parse().map_err(|_| corrupt())?,
            delivery_method: self.delivery_method.parse().map_err(|_| corrupt())?,
        })
    }
}

/// A line of an order.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LineRow {
    /// Whose line it is.
    pub order_id: i64,
    /// `var_…`
    pub variant: String,
    /// Key of the product.
    pub product_id: i64,
    /// Path of the product's page.
    pub product_slug: String,
    /// As it was called.
    pub product_name: String,
    /// As it was called.
    pub variant_name: String,
    /// Rupiah a piece.
    pub unit_price: i64,
    /// Pieces.
    pub quantity: i64,
    /// Rupiah.
    pub line_total: i64,
    /// Content key of the photo.
    pub media_key: Option<String>,
    /// JSON array of pixels.
    pub media_widths: Option<String>,
    /// Base64.
    pub media_thumbhash: Option<String>,
    /// Pixels.
    pub media_width: Option<i64>,
    /// Pixels.
    pub media_height: Option<i64>,
}

/// A line of an order's history.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EventRow {
    /// Whose history it is.
    pub order_id: i64,
    /// What happened.
    pub kind: String,
    /// In which capacity.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
}

const SELECT: &str = "SELECT o.id, o.number, o.token, g.public_id AS group_public_id, g.token AS group_token, g.locale,
    g.account_id, o.shop_id, s.slug AS shop_slug, s.name AS shop_name, s.phone AS shop_phone, s.street AS shop_street,
    s.opening_hours, t.zone, o.status, o.fulfilment, o.payment_method, o.delivery_method, o.service_name, o.items_total,
    o.shipping_total, o.packing_fee, o.discount_total, o.total, o.arrives_from, o.arrives_to, o.courier, o.tracking,
    o.cancel_reason, o.placed_at, o.confirm_by, o.complete_at, c.name AS contact_name, c.phone AS contact_phone,
    c.email AS contact_email, c.region_code, c.region_name, c.street, c.landmark, c.postal_code, c.note,
    y.id AS payment_id, y.status AS payment_status, y.amount AS payment_amount, y.unique_code, y.bank_name,
    y.bank_account, y.bank_holder, y.expires_at,
    (NOT EXISTS (SELECT 1 FROM order_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
       JOIN category k ON k.id = p.category_id WHERE l.order_id = o.id AND k.kind <> 'food')) AS only_food
    FROM seller_order o
    JOIN checkout_group g ON g.id = o.group_id
    JOIN shop s ON s.id = o.shop_id
    JOIN sentra t ON t.id = s.sentra_id
    JOIN order_contact c ON c.order_id = o.id
    JOIN payment y ON y.id = (SELECT MAX(h.payment_id) FROM payment_share h WHERE h.order_id = o.id)";

/// The order with that key.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, id: i64) -> Result<Option<OrderRow>> {
    sql::one(db, &format!("{SELECT} WHERE o.id = $1"), [id.into()]).await
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
        "SELECT l.order_id, v.public_id AS variant, p.id AS product_id, p.slug AS product_slug, l.product_name,
            l.variant_name, l.unit_price, l.quantity, l.line_total, m.key AS media_key, m.widths AS media_widths,
            m.thumbhash AS media_thumbhash, m.width AS media_width, m.height AS media_height
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

/// What a step changes of an order.
#[derive(Debug, Clone)]
pub struct OrderUpdate {
    /// New status.
    pub status: OrderStatus,
    /// New fulfilment.
    pub fulfilment: FulfilmentStatus,
    /// Set where given.
    pub courier: Option<String>,
    /// Set where given.
    pub tracking: Option<String>,
    /// Set where given.
    pub cancel_reason: Option<String>,
    /// Set where given.
    pub confirmed_at: Option<Timestamp>,
    /// Set where given.
    pub delivered_at: Option<Timestamp>,
    /// Set where given.
    pub complete_at: Option<Timestamp>,
}

/// Writes a step; `false` when the order is no longer in the state that the step started from.
///
/// # Errors
/// Whatever the database says.
pub async fn update(tx: &Tx, row: &OrderRow, new: &OrderUpdate) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE seller_order SET status = $4, fulfilment = $5, courier = COALESCE($6, courier),
            tracking = COALESCE($7, tracking), cancel_reason = COALESCE($8, cancel_reason),
            confirmed_at = COALESCE($9, confirmed_at), delivered_at = COALESCE($10, delivered_at),
            complete_at = COALESCE($11, complete_at)
         WHERE id = $1 AND status = $2 AND fulfilment = $3",
        [
            row.id.into(),
            row.status.as_str().into(),
            row.fulfilment.as_str().into(),
            new.status.as_str().into(),
            new.fulfilment.as_str().into(),
            new.courier.clone().into(),
            new.tracking.clone().into(),
            new.cancel_reason.clone().into(),
            new.confirmed_at.map(Timestamp::millis).into(),
            new.delivered_at.map(Timestamp::millis).into(),
            new.complete_at.map(Timestamp::millis).into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}

/// Moves a payment on; `false` when it is no longer in that state.
///
/// # Errors
/// Whatever the database says.
pub async fn update_payment(
    tx: &Tx,
    payment_id: i64,
    from: PaymentStatus,
    to: PaymentStatus,
    now: Timestamp,
) -> Result<bool> {
    let captured_at = (to == PaymentStatus::Captured).then(|| now.millis());
    let changed = sql::execute(
        tx,
        "UPDATE payment SET status = $3, captured_at = COALESCE($4, captured_at) WHERE id = $1 AND status = $2",
        [payment_id.into(), from.as_str().into(), to.as_str().into(), captured_at.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Adds to the history of an order.
///
/// # Errors
/// Whatever the database says.
pub async fn record(
    tx: &Tx,
    order_id: i64,
    kind: &str,
    actor: Actor,
    account_id: Option<i64>,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO order_event (order_id, kind, actor, account_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)",
        [order_id.into(), kind.into(), actor.as_str().into(), account_id.into(), reason.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct KeyRow {
    id: i64,
}

/// Why a timer looks at an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The time to pay has passed.
    Payment,
    /// The time to accept has passed.
    Confirmation,
    /// The time to complain has passed.
    Completion,
}

/// Orders whose time has come, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub async fn due(db: &impl Db, due: Due, now: Timestamp, limit: i64) -> Result<Vec<i64>> {
    let text = match due {
        Due::Payment => {
            "SELECT o.id FROM payment y JOIN payment_share h ON h.payment_id = y.id JOIN seller_order o ON o.id = h.order_id
             WHERE y.status = 'pending' AND y.expires_at <= $1 AND o.status = 'awaiting_payment'
             ORDER BY y.expires_at, o.id LIMIT $2"
        }
        Due::Confirmation => {
            "SELECT id FROM seller_order WHERE status = 'awaiting_confirmation' AND confirm_by <= $1
             ORDER BY confirm_by, id LIMIT $2"
        }
        Due::Completion => {
            "SELECT id FROM seller_order WHERE status = 'confirmed' AND fulfilment = 'delivered' AND complete_at <= $1
             ORDER BY complete_at, id LIMIT $2"
        }
    };
    let rows: Vec<KeyRow> = sql::all(db, text, [now.millis().into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Somebody of a shop, as a reader of mails.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MemberRow {
    /// Key of the shop.
    pub shop_id: i64,
    /// Address.
    pub email: String,
    /// Language.
    pub locale: String,
}

/// The people of shops.
///
/// # Errors
/// Whatever the database says.
pub async fn members(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<MemberRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT m.shop_id, a.email, a.locale FROM shop_member m JOIN account a ON a.id = m.account_id
         WHERE a.disabled_at IS NULL AND m.shop_id IN ({}) ORDER BY m.shop_id, a.id LIMIT 500",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}
