//! A shop's statement of a month: what it began with, what came and went, what it ends with. It sums to the rupiah.

use std::{fmt, str::FromStr};

use domain::{
    ledger::LedgerKind,
    money::Rupiah,
    time::{Date, Timestamp, Zone},
};

use serde::Serialize;
use utoipa::ToSchema;

use super::list::EntryView;
use crate::{
    Error, Result, Services,
    csv::{Cell, line},
};

/// The clock by which months begin.
const ZONE: Zone = Zone::Wib;
/// Entries that a page of a statement shows; its file has all.
const SHOWN: i64 = 100;
/// Entries that are read at a time for a file.
const CHUNK: i64 = 2_000;
/// Most months that are listed.
const MONTHS: usize = 24;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Month {
    /// The month that an instant is in.
    #[must_use]
    pub fn of(at: Timestamp) -> Self {
        let day = Date::from_timestamp(at, ZONE).to_string();
        let parse = |range: std::ops::Range<usize>| day.get(range).and_then(|text| text.parse::<u16>().ok());
        Self {
            year: parse(0..4).map_or(0, i32::from),
            month: parse(5..7).and_then(|m| u8::try_from(m).ok()).unwrap_or(1),
        }
    }

    /// The month after.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.month == 1 {
            Self { year: self.year - 1, month: 12 }
        } else {
            Self { year: self.year, month: self.month - 1 }
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::from_ymd(self.year, self.month, 1).unwrap_or_else(|| Date::from_days(0))
    }

    fn bounds(self) -> (Timestamp, Timestamp) {
        (self.first_day().start_of_day(ZONE), self.next().first_day().start_of_day(ZONE))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let (year, month) = text.split_once('-').filter(|_| text.len() == 7).ok_or(Error::NotFound)?;
        let found = Self {
            year: year.parse().map_err(|_| Error::NotFound)?,
            month: month.parse().map_err(|_| Error::NotFound)?,
        };
        let is_real = (2000..=2999).contains(&found.year) && (1..=12).contains(&found.month);
        if is_real { Ok(found) } else { Err(Error::NotFound) }
    }
}

/// The sum of one kind of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct StatementLine {
    /// Why they were posted.
    pub kind: LedgerKind,
    /// Whether it is about money that the buyer paid to the shop itself.
    pub is_direct: bool,
    /// Their sum; what comes and what goes are two lines.
    pub amount: Rupiah,
}

/// A month of a shop's account: `opening` and all `lines` together are `closing`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Statement {
    /// `2026-11`
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub month: Month,
    /// Path of the shop.
    pub shop: String,
    /// Its name.
    pub shop_name: String,
    /// Before the month.
    pub opening: Rupiah,
    /// What came and went, by kind.
    pub lines: Vec<StatementLine>,
    /// After the month.
    pub closing: Rupiah,
    /// Its entries, the newest first, at most a hundred.
    pub entries: Vec<EntryView>,
    /// Whether there are more.
    pub has_more: bool,
}

fn as_text<S: serde::Serializer>(month: &Month, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(month)
}

/// The statement of a month of one of the caller's shops.
///
/// # Errors
/// [`Error::NotFound`] when the shop is not theirs, or the month has not begun.
pub async fn statement(services: &Services, shop_ids: &[i64], shop: &str, month: Month) -> Result<Statement> {
    let (id, name) = own_shop(services, shop_ids, shop).await?;
    if month > Month::of(services.now()) {
        return Err(Error::NotFound);
    }
    // One view of the data: an entry posted meanwhile is in all of it or in nothing.
    let store = services.store().snapshot().await?;
    let (from, until) = month.bounds();
    let opening = store::ledger::sum_before(&store, id, from).await?;
    let closing = store::ledger::sum_before(&store, id, until).await?;
    let mut lines = Vec::new();
    for row in store::ledger::totals(&store, id, (from, until)).await? {
        let kind = row.kind.parse().map_err(|_| Error::internal("a kind of the ledger"))?;
        for amount in [row.plus, row.minus].into_iter().filter(|amount| *amount != 0) {
            lines.push(StatementLine { kind, is_direct: row.is_direct, amount: Rupiah::new(amount) });
        }
    }
    let mut rows = store::ledger::entries(&store, &[id], (from, until), i64::MAX, SHOWN + 1).await?;
    let shown = usize::try_from(SHOWN).unwrap_or(0);
    let has_more = rows.len() > shown;
    rows.truncate(shown);
    Ok(Statement {
        month,
        shop: shop.to_owned(),
        shop_name: name,
        opening: Rupiah::new(opening),
        lines,
        closing: Rupiah::new(closing),
        entries: rows.into_iter().map(EntryView::try_from).collect::<Result<_>>()?,
        has_more,
    })
}

/// The months of a shop that have a statement, the newest first.
///
/// # Errors
/// When the database is not available.
pub async fn statements(services: &Services, shop_ids: &[i64], shop: &str) -> Result<Vec<Month>> {
    let (id, _) = own_shop(services, shop_ids, shop).await?;
    let Some(first) = store::ledger::first_entry_at(services.store(), id).await? else { return Ok(Vec::new()) };
    let (first, mut month) = (Month::of(first), Month::of(services.now()));
    let mut months = Vec::new();
    while month >= first && months.len() < MONTHS {
        months.push(month);
        month = month.previous();
    }
    Ok(months)
}

/// A statement with all its entries as a file; the last column sums from opening to closing.
///
/// # Errors
/// As [`statement`].
pub async fn statement_csv(services: &Services, shop_ids: &[i64], shop: &str, month: Month) -> Result<String> {
    let (id, _) = own_shop(services, shop_ids, shop).await?;
    let view = statement(services, shop_ids, shop, month).await?;
    let (from, until) = month.bounds();
    let mut out = String::new();
    line(&mut out, &["at", "kind", "order", "payout", "note", "amount"].map(Cell::text));
    let sum_line = |out: &mut String, name: &str, amount: Rupiah| {
        let empty = || Cell::text("");
        line(out, &[empty(), Cell::text(name), empty(), empty(), empty(), Cell::Number(amount.get())]);
    };
    sum_line(&mut out, "opening", view.opening);
    let mut below = i64::MAX;
    loop {
        let rows = store::ledger::entries(services.store(), &[id], (from, until), below, CHUNK).await?;
        let Some(last) = rows.last() else { break };
        below = last.id;
        for row in rows {
            let entry = EntryView::try_from(row)?;
            line(
                &mut out,
                &[
                    Cell::text(entry.at.to_rfc3339()),
                    Cell::text(entry.kind.as_str()),
                    Cell::text(entry.order.unwrap_or_default()),
                    Cell::text(entry.payout.unwrap_or_default()),
                    Cell::text(entry.reason.unwrap_or_default()),
                    Cell::Number(entry.amount.get()),
                ],
            );
        }
    }
    sum_line(&mut out, "closing", view.closing);
    Ok(out)
}

async fn own_shop(services: &Services, shop_ids: &[i64], shop: &str) -> Result<(i64, String)> {
    let found = store::curation::find_shop(services.store(), shop).await?;
    found.filter(|found| shop_ids.contains(&found.id)).map(|found| (found.id, found.name)).ok_or(Error::NotFound)
}
