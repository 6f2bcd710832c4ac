//! Money that was captured for orders that are not alive, and that nobody has been told of.

use domain::time::{Date, Timestamp};
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// Most that one run looks at; the next run takes the rest.
const MOST: i64 = 100;

/// What was captured and not given back.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct StrayRow {
    /// `pay_…`
    pub payment: String,
    /// Key of the order that is over, or still waits for money that is there.
    pub order_id: i64,
    /// Key of its shop.
    pub shop_id: i64,
    /// `shp_…`
    pub shop: String,
    /// Time zone of its sentra.
    pub zone: String,
    /// When the money came, UTC ms.
    pub captured_at: i64,
    /// Rupiah of the share that no refund takes back.
    pub amount: i64,
}

/// Stray money that came in `between` and that [`record`] has not written down.
///
/// # Errors
/// Whatever the database says.
pub async fn stray(db: &impl Db, between: (Timestamp, Timestamp)) -> Result<Vec<StrayRow>> {
    sql::all(
        db,
        "SELECT payment, order_id, shop_id, shop, zone, captured_at, captured - returned AS amount FROM (
            SELECT y.public_id AS payment, o.id AS order_id, o.shop_id, s.public_id AS shop, n.zone, y.captured_at,
                h.amount AS captured, CAST(COALESCE((SELECT SUM(r.amount) FROM refund r
                    WHERE r.order_id = o.id AND r.status <> 'failed'), 0) AS BIGINT) AS returned
            FROM payment y JOIN payment_share h ON h.payment_id = y.id JOIN seller_order o ON o.id = h.order_id
            JOIN shop s ON s.id = o.shop_id JOIN sentra n ON n.id = s.sentra_id
            WHERE y.status = 'captured' AND y.captured_at >= $1 AND y.captured_at < $2
                AND o.status IN ('awaiting_payment', 'cancelled', 'expired')
                AND NOT EXISTS (SELECT 1 FROM unmatched_payment u WHERE u.order_id = o.id AND u.recorded_by IS NULL)) x
         WHERE returned < captured ORDER BY captured_at, order_id LIMIT $3",
        [between.0.millis().into(), between.1.millis().into(), MOST.into()],
    )
    .await
}

/// Writes stray money down for people to see; `false` when another run did.
///
/// # Errors
/// Whatever the database says.
pub async fn record(tx: &Tx, row: &StrayRow, public_id: &str, received_on: Date, now: Timestamp) -> Result<bool> {
    let inserted = sql::execute(
        tx,
        "INSERT INTO unmatched_payment (public_id, shop_id, order_id, amount, received_on, status, recorded_at)
         VALUES ($1, $2, $3, $4, $5, 'open', $6) ON CONFLICT (public_id) DO NOTHING",
        [
            public_id.into(),
            row.shop_id.into(),
            row.order_id.into(),
            row.amount.into(),
            received_on.to_string().into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(inserted == 1)
}
