//! Goods that are made when they are ordered: which weeks make them, and when they are done.

use crate::time::Date;

/// Room of a week for pieces of one variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekRoom {
    /// Its Monday.
    pub monday: Date,
    /// Pieces that can still be made.
    pub free: i64,
}

/// When pieces are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// Index of a room and pieces, in their order.
    pub weeks: Vec<(usize, i64)>,
    /// The day that all of them are done.
    pub ready_on: Date,
}

/// Finds room for pieces that cannot be done before `earliest`. A week that is full pushes the rest on to the next; what is
/// made in a later week than the first is promised for its Sunday. `rooms` are ascending.
///
/// # Errors
/// How many could be made in all of the rooms, when that is less.
pub fn plan(rooms: &[WeekRoom], quantity: i64, earliest: Date) -> Result<Making, i64> {
    let first = earliest.monday();
    let mut missing = quantity;
    let (mut weeks, mut last) = (Vec::new(), first);
    for (index, room) in rooms.iter().enumerate().filter(|(_, room)| room.monday >= first) {
        let taken = missing.min(room.free.max(0));
        if taken > 0 {
            weeks.push((index, taken));
            missing -= taken;
            last = room.monday;
        }
    }
    if missing > 0 {
        return Err(quantity - missing);
    }
    let ready_on = if last == first { earliest } else { last.plus_days(6) };
    Ok(Making { weeks, ready_on })
}
