//! Append-only histories: what happened to a thing, by whom, why and when.

use domain::{actor::Actor, time::Timestamp};

use crate::{Result, Tx, sql};

/// The things that have a history of their own, each in a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// A shop's order.
    Order,
    /// Money that goes back.
    Refund,
    /// A case of a buyer.
    Complaint,
    /// Money that goes to a shop.
    Payout,
    /// What a buyer says of goods.
    Review,
}

impl History {
    const fn insert_sql(self) -> &'static str {
        match self {
            Self::Order => {
                "INSERT INTO order_event (order_id, kind, actor, account_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)"
            }
            Self::Refund => {
                "INSERT INTO refund_event (refund_id, kind, actor, account_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)"
            }
            Self::Complaint => {
                "INSERT INTO complaint_event (complaint_id, kind, actor, account_id, reason, at)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            }
            Self::Review => {
                "INSERT INTO review_event (review_id, kind, actor, account_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)"
            }
            Self::Payout => {
                "INSERT INTO payout_event (payout_id, kind, actor, account_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)"
            }
        }
    }
}

/// Adds an event to the history of the thing with that row id. Who did it is an actor and, where signed in, an account.
///
/// # Errors
/// Whatever the database says.
pub async fn record(
    tx: &Tx,
    history: History,
    id: i64,
    kind: &str,
    (actor, account_id): (Actor, Option<i64>),
    reason: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        history.insert_sql(),
        [id.into(), kind.into(), actor.as_str().into(), account_id.into(), reason.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}
