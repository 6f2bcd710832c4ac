//! Curation: what waits for a decision, the decisions, and the trail that they leave.
//!
//! Only curators come here (`access::Curator`). Every decision changes product and revision by their state machines and
//! leaves a line in the trail and a mail to the people of the shop, all in one transaction.

mod decisions;
mod diff;
mod goods;
mod notices;
mod queue;
mod review;
mod shops;
mod trail;

pub use decisions::{publish, reject, request_changes, restore, suspend};
pub use diff::{ChangedField, Changes, FieldChange};
pub use domain::curation::CurationAction;
pub use goods::{GoodsItem, GoodsQuery, find_product, list_products};
pub use queue::{Counts, QueueItem, before, categories, counts, next, queue};
pub use review::{HistoryEvent, HistoryKind, ReviewItem, ReviewPhoto, ReviewShop, Version, VersionText, find};
pub use shops::{ShopItem, ShopQuery, find_shop, list_shops, restore_shop, suspend_shop};
pub use store::curation::{QueueFilter, WaitingCategory};
pub use trail::{TrailItem, TrailObject, TrailQuery, audit_trail};

use domain::{actor::Actor, role::Role, state::InvalidTransition};

use crate::{Error, accounts::Identity};

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// In the order of the list.
    pub items: Vec<T>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page out of one row more than it holds, with the cursor behind its last row.
    fn of<R>(mut rows: Vec<R>, limit: i64, cursor: impl Fn(&R) -> String, item: impl FnMut(R) -> T) -> Self {
        let limit = usize::try_from(limit).unwrap_or(0);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| has_more).map(cursor);
        Self { items: rows.into_iter().map(item).collect(), next }
    }
}

impl<T> Page<crate::Result<T>> {
    /// The page when all of its rows could be read, else the first error.
    fn transposed(self) -> crate::Result<Page<T>> {
        Ok(Page { items: self.items.into_iter().collect::<crate::Result<_>>()?, next: self.next })
    }
}

/// In which capacity somebody decides.
pub(crate) fn actor_of(identity: &Identity) -> Actor {
    if identity.has(Role::Curator) { Actor::Curator } else { Actor::Admin }
}

/// What is in another state than the decision asks for.
fn refused(_: InvalidTransition) -> Error {
    Error::invalid_state()
}

/// A stored state as its type.
fn parsed<T: std::str::FromStr>(text: &str, what: &str) -> crate::Result<T> {
    text.parse().map_err(|_| Error::internal(format!("{what} {text:?}")))
}
