//! Which pieces go into a parcel: lots that reach the buyer in time, weeks that have room.

use std::collections::HashMap;

use domain::{
    making::{self, Making, WeekRoom},
    shelf_life,
    time::Date,
};
use store::{goods::GoodsRow, guard::Pick, shelves::ShelfRow};

use super::parcel::{ParcelLine, ShopParcel};
use crate::{Error, Result};

/// Part of its shelf life that food must have left when it arrives, in percent.
pub(crate) const REMAINING_PERCENT: i64 = 20;

/// A stock row with free pieces.
#[derive(Debug, Clone, Copy)]
struct Shelf {
    stock_id: i64,
    available: i64,
    best_before: Option<Date>,
    week: Option<Date>,
}

/// What can be sold of the variants of a checkout.
#[derive(Debug, Default)]
pub(crate) struct Shelves {
    by_variant: HashMap<i64, Vec<Shelf>>,
    remaining_percent: i64,
}

impl Shelves {
    pub fn read(rows: &[ShelfRow], remaining_percent: i64) -> Result<Self> {
        let mut by_variant: HashMap<i64, Vec<Shelf>> = HashMap::new();
        let date = |text: &Option<String>| {
            text.as_deref().map(|text| text.parse().map_err(|_| Error::internal("date of a stock row"))).transpose()
        };
        for row in rows {
            let Some(stock_id) = row.stock_id.filter(|_| row.available > 0) else { continue };
            let (best_before, week) = (date(&row.best_before)?, date(&row.week)?);
            let shelf = Shelf { stock_id, available: row.available, best_before, week };
            by_variant.entry(row.variant_id).or_default().push(shelf);
        }
        Ok(Self { by_variant, remaining_percent })
    }

    fn of(&self, goods: &GoodsRow) -> impl Iterator<Item = &Shelf> {
        let shelves = self.by_variant.get(&goods.variant_id).map_or(&[][..], Vec::as_slice);
        shelves.iter().filter(|shelf| shelf.week.is_some() == goods.made_to_order)
    }

    /// Days that food must keep at the buyer's.
    fn remaining(&self, goods: &GoodsRow) -> i64 {
        goods.shelf_life_days.map_or(0, |days| shelf_life::minimum_remaining(days, self.remaining_percent))
    }

    fn in_time(&self, goods: &GoodsRow, shelf: &Shelf, arrival: Date) -> bool {
        shelf.best_before.is_none_or(|day| shelf_life::arrives_in_time(day, arrival, self.remaining(goods)))
    }

    /// The weeks that make a line; `None` for what is on the shelf, or made without a limit.
    fn making(&self, line: &ParcelLine<'_>, today: Date) -> Option<Result<(Making, Vec<Shelf>), i64>> {
        let goods = line.goods;
        if !goods.made_to_order || goods.weekly_capacity.is_none() {
            return None;
        }
        let weeks: Vec<Shelf> = self.of(goods).copied().collect();
        let room = |shelf: &Shelf| shelf.week.map(|monday| WeekRoom { monday, free: shelf.available });
        let rooms: Vec<WeekRoom> = weeks.iter().filter_map(room).collect();
        let earliest = today.plus_days(goods.lead_time_days);
        Some(making::plan(&rooms, line.quantity, earliest).map(|making| (making, weeks)))
    }

    /// The day that a parcel leaves: when the last of its goods is ready.
    pub fn leaves_on(&self, parcel: &ShopParcel<'_>, today: Date) -> Date {
        let ready = |line: &ParcelLine<'_>| match self.making(line, today) {
            Some(Ok((making, _))) => making.ready_on,
            _ => today.plus_days(line.goods.lead_time_days),
        };
        parcel.lines.iter().map(ready).max().unwrap_or(today)
    }

    /// The lines that do not keep for so long: of which too few pieces are good when they arrive, though there are enough.
    pub fn late<'p, 'a>(&self, parcel: &'p ShopParcel<'a>, leaves_on: Date, arrival: Date) -> Vec<&'p ParcelLine<'a>> {
        let is_late = |line: &&ParcelLine<'_>| {
            let goods = line.goods;
            if goods.made_to_order {
                let best_before = goods.shelf_life_days.map(|days| shelf_life::best_before(leaves_on, days));
                let kept = |day| shelf_life::arrives_in_time(day, arrival, self.remaining(goods));
                return !best_before.is_none_or(kept);
            }
            let all: i64 = self.of(goods).map(|shelf| shelf.available).sum();
            let good = self.of(goods).filter(|shelf| self.in_time(goods, shelf, arrival));
            good.map(|shelf| shelf.available).sum::<i64>() < all.min(line.quantity)
        };
        parcel.lines.iter().filter(is_late).collect()
    }

    /// The pieces of a line that arrives on a day, the lot that spoils first in front; `Err` with what is left.
    pub fn picks(&self, line: &ParcelLine<'_>, today: Date, arrival: Option<Date>) -> Result<Vec<Pick>, i64> {
        let goods = line.goods;
        if goods.made_to_order {
            let Some(made) = self.making(line, today) else { return Ok(Vec::new()) };
            let (making, weeks) = made?;
            let pick = |(index, quantity): (usize, i64)| Some(Pick { stock_id: weeks.get(index)?.stock_id, quantity });
            return Ok(making.weeks.into_iter().filter_map(pick).collect());
        }
        let is_good = |shelf: &&Shelf| arrival.is_none_or(|arrival| self.in_time(goods, shelf, arrival));
        let (mut picks, mut missing) = (Vec::new(), line.quantity);
        for shelf in self.of(goods).filter(is_good) {
            let quantity = missing.min(shelf.available);
            if quantity > 0 {
                picks.push(Pick { stock_id: shelf.stock_id, quantity });
                missing -= quantity;
            }
        }
        if missing > 0 { Err(self.of(goods).map(|shelf| shelf.available).sum()) } else { Ok(picks) }
    }
}
