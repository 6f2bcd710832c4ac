//! Cases: what buyers complain about.

mod replacement;
mod rows;
mod writing;

pub use replacement::{ReplacementRow, insert_replacement, move_replacement, replacements};
pub use rows::{CaseEventRow, CaseLineRow, CaseMessageRow, CasePhotoRow, CaseRow};
use sea_orm::{FromQueryResult, Value};
pub use writing::{CaseUpdate, NewCase, insert, insert_lines, insert_message, insert_photo, move_refund, update};

use domain::time::Timestamp;

use crate::{Db, Result, sql};

const SELECT: &str = "SELECT c.id, c.public_id, c.order_id, c.reason, c.text, c.status, c.offer, c.offer_amount,
    c.resolution, c.decision, c.opened_at, c.reply_by, c.closed_at, r.public_id AS refund, o.number, o.token, o.shop_id,
    s.name AS shop_name, s.slug AS shop_slug, t.zone, k.name AS buyer, o.delivery_method, o.service_name
    FROM complaint c JOIN seller_order o ON o.id = c.order_id JOIN shop s ON s.id = o.shop_id
    JOIN sentra t ON t.id = s.sentra_id JOIN order_contact k ON k.order_id = o.id
    LEFT JOIN refund r ON r.id = c.refund_id";

/// Cases that keep their order from being over: not over themselves, or with goods on their way again.
pub(crate) const OPEN: &str =
    "(c.status IN ('open', 'seller_replied', 'under_review') OR EXISTS (SELECT 1 FROM replacement n
    WHERE n.complaint_id = c.id AND n.status IN ('preparing', 'ready', 'shipped', 'awaiting_pickup')))";

/// Which cases a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseFilter {
    /// Those that are not over, or with goods on their way again.
    #[default]
    Live,
    /// Those that wait for the curator.
    UnderReview,
    /// Those that are over.
    Closed,
}

impl CaseFilter {
    fn condition(self) -> String {
        match self {
            Self::Live => OPEN.to_owned(),
            Self::UnderReview => "c.status = 'under_review'".to_owned(),
            Self::Closed => format!("NOT {OPEN}"),
        }
    }
}

/// One case by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<CaseRow>> {
    sql::one(db, &format!("{SELECT} WHERE c.public_id = $1"), [public_id.into()]).await
}

/// Cases of an order, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_order(db: &impl Db, order_id: i64) -> Result<Vec<CaseRow>> {
    sql::all(db, &format!("{SELECT} WHERE c.order_id = $1 ORDER BY c.id LIMIT 100"), [order_id.into()]).await
}

/// Cases of shops below a key, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_shops(
    db: &impl Db,
    shop_ids: &[i64],
    filter: CaseFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<CaseRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "{SELECT} WHERE {} AND c.id < $1 AND o.shop_id IN ({}) ORDER BY c.id DESC LIMIT $2",
        filter.condition(),
        sql::placeholders(3, shop_ids.len())
    );
    let values = [Value::from(below), limit.into()].into_iter().chain(shop_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}

/// Cases of all shops above a key, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn all(db: &impl Db, filter: CaseFilter, above: i64, limit: i64) -> Result<Vec<CaseRow>> {
    let text = format!("{SELECT} WHERE {} AND c.id > $1 ORDER BY c.id LIMIT $2", filter.condition());
    sql::all(db, &text, [above.into(), limit.into()]).await
}

/// How many cases of shops wait for an answer of the seller, or for goods to be sent again.
///
/// # Errors
/// Whatever the database says.
pub async fn count_open(db: &impl Db, shop_ids: &[i64]) -> Result<i64> {
    if shop_ids.is_empty() {
        return Ok(0);
    }
    let text = format!(
        "SELECT COUNT(*) FROM complaint c JOIN seller_order o ON o.id = c.order_id
         WHERE (c.status = 'open' OR EXISTS (SELECT 1 FROM replacement n WHERE n.complaint_id = c.id
            AND n.status IN ('preparing', 'ready'))) AND o.shop_id IN ({})",
        sql::placeholders(1, shop_ids.len())
    );
    Ok(sql::integer(db, &text, shop_ids.iter().map(|&id| id.into())).await?.unwrap_or(0))
}

/// How many cases wait for the curator.
///
/// # Errors
/// Whatever the database says.
pub async fn count_under_review(db: &impl Db) -> Result<i64> {
    Ok(sql::integer(db, "SELECT COUNT(*) FROM complaint WHERE status = 'under_review'", []).await?.unwrap_or(0))
}

/// Public ids of cases that the seller has not answered in time.
///
/// # Errors
/// Whatever the database says.
pub async fn unanswered(db: &impl Db, now: Timestamp, limit: i64) -> Result<Vec<String>> {
    let rows: Vec<NameRow> = sql::all(
        db,
        "SELECT public_id FROM complaint WHERE status = 'open' AND reply_by <= $1 ORDER BY reply_by, id LIMIT $2",
        [now.millis().into(), limit.into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.public_id).collect())
}

/// Whether a case of the order is not over, or goods are on their way again.
///
/// # Errors
/// Whatever the database says.
pub async fn has_live(db: &impl Db, order_id: i64) -> Result<bool> {
    let text = format!("SELECT COUNT(*) FROM complaint c WHERE c.order_id = $1 AND {OPEN}");
    Ok(sql::integer(db, &text, [order_id.into()]).await?.unwrap_or(0) > 0)
}

/// Whether a case was settled by that refund.
///
/// # Errors
/// Whatever the database says.
pub async fn decided_by_refund(db: &impl Db, refund_id: i64) -> Result<bool> {
    let count = sql::integer(db, "SELECT COUNT(*) FROM complaint WHERE refund_id = $1", [refund_id.into()]).await?;
    Ok(count.unwrap_or(0) > 0)
}

/// Lines of several cases.
///
/// # Errors
/// Whatever the database says.
pub async fn lines(db: &impl Db, case_ids: &[i64]) -> Result<Vec<CaseLineRow>> {
    let text =
        "SELECT x.complaint_id, x.order_line_id, v.public_id AS variant, l.product_name, l.variant_name, x.pieces,
        (k.kind = 'food') AS is_food
        FROM complaint_line x JOIN order_line l ON l.id = x.order_line_id JOIN variant v ON v.id = l.variant_id
        JOIN product p ON p.id = v.product_id JOIN category k ON k.id = p.category_id
        WHERE x.complaint_id IN ({}) ORDER BY x.complaint_id, l.id LIMIT 5000";
    of_cases(db, text, case_ids).await
}

/// Photos of several cases.
///
/// # Errors
/// Whatever the database says.
pub async fn photos(db: &impl Db, case_ids: &[i64]) -> Result<Vec<CasePhotoRow>> {
    let text = "SELECT x.complaint_id, x.public_id, m.key, m.widths, m.width, m.height
        FROM complaint_photo x JOIN media m ON m.id = x.media_id
        WHERE x.complaint_id IN ({}) ORDER BY x.id LIMIT 1000";
    of_cases(db, text, case_ids).await
}

/// What was written in several cases, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn messages(db: &impl Db, case_ids: &[i64]) -> Result<Vec<CaseMessageRow>> {
    let text = "SELECT complaint_id, actor, text, at FROM complaint_message
        WHERE complaint_id IN ({}) ORDER BY id LIMIT 5000";
    of_cases(db, text, case_ids).await
}

/// Histories of several cases, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn events(db: &impl Db, case_ids: &[i64]) -> Result<Vec<CaseEventRow>> {
    let text = "SELECT complaint_id, kind, actor, reason, at FROM complaint_event
        WHERE complaint_id IN ({}) ORDER BY id LIMIT 5000";
    of_cases(db, text, case_ids).await
}

async fn of_cases<T: FromQueryResult>(db: &impl Db, text: &str, case_ids: &[i64]) -> Result<Vec<T>> {
    if case_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = text.replace("{}", &sql::placeholders(1, case_ids.len()));
    sql::all(db, &text, case_ids.iter().map(|&id| Value::from(id))).await
}

#[derive(FromQueryResult)]
struct NameRow {
    public_id: String,
}
