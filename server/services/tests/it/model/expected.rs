//! The model: what a shop is expected to do, in as few words as possible, without the code that it judges.

use domain::time::Timestamp;

/// Hours in which an order has to be paid or answered.
const ANSWER_HOURS: i64 = 24;
/// Days after hand-over in which craft may be complained about.
const COMPLAINT_DAYS: i64 = 7;

/// A step of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Cancel,
    Confirm,
    Reject,
    ConfirmPayment,
    Ready,
    Ship,
    Deliver,
    Receive,
}

impl Act {
    /// What happens in a good order is tried more often.
    pub(super) const ALL: &'static [Self] = &[
        Self::Cancel,
        Self::Reject,
        Self::Confirm,
        Self::Confirm,
        Self::ConfirmPayment,
        Self::ConfirmPayment,
        Self::Ready,
        Self::Ready,
        Self::Ship,
        Self::Ship,
        Self::Deliver,
        Self::Receive,
    ];
}

/// Where an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Unpaid(Timestamp),
    Unanswered(Timestamp),
    Accepted,
    Packed,
    OnItsWay,
    HandedOver(Timestamp),
    Over,
}

/// One shelf and the orders that took from it.
pub(super) struct Model {
    on_hand: i64,
    orders: Vec<(i64, Stage)>,
}

impl Model {
    pub(super) fn new(on_hand: i64) -> Self {
        Self { on_hand, orders: Vec::new() }
    }

    /// Pieces that nobody has.
    pub(super) fn available(&self) -> i64 {
        self.on_hand - self.promised()
    }

    fn promised(&self) -> i64 {
        let is_on_shelf =
            |stage: &Stage| matches!(stage, Stage::Unpaid(_) | Stage::Unanswered(_) | Stage::Accepted | Stage::Packed);
        self.orders.iter().filter(|(_, stage)| is_on_shelf(stage)).map(|(quantity, _)| quantity).sum()
    }

    /// A checkout; whether it is expected to succeed.
    pub(super) fn place(&mut self, quantity: i64, is_transfer: bool, now: Timestamp) -> bool {
        let is_there = self.available() >= quantity;
        if is_there {
            let by = now.plus_hours(ANSWER_HOURS);
            self.orders.push((quantity, if is_transfer { Stage::Unpaid(by) } else { Stage::Unanswered(by) }));
        }
        is_there
    }

    /// A step; whether it is expected to succeed.
    pub(super) fn act(&mut self, index: usize, act: Act, now: Timestamp) -> bool {
        let (quantity, stage) = self.orders[index];
        let next = match (stage, act) {
            (Stage::Unpaid(_) | Stage::Unanswered(_), Act::Cancel | Act::Reject) => Stage::Over,
            (Stage::Unpaid(_), Act::ConfirmPayment) | (Stage::Unanswered(_), Act::Confirm) => Stage::Accepted,
            (Stage::Accepted, Act::Ready) => Stage::Packed,
            (Stage::Accepted | Stage::Packed, Act::Ship) => Stage::OnItsWay,
            (Stage::OnItsWay, Act::Deliver | Act::Receive) => Stage::HandedOver(now.plus_days(COMPLAINT_DAYS)),
            _ => return false,
        };
        if next == Stage::OnItsWay {
            self.on_hand -= quantity;
        }
        self.orders[index].1 = next;
        true
    }

    /// Somebody counts the shelf; whether that is expected to be taken.
    pub(super) fn count(&mut self, pieces: i64) -> bool {
        let is_enough = pieces >= self.promised();
        if is_enough {
            self.on_hand = pieces;
        }
        is_enough
    }

    /// Time has passed.
    pub(super) fn wait(&mut self, now: Timestamp) {
        for (_, stage) in &mut self.orders {
            if matches!(stage, Stage::Unpaid(by) | Stage::Unanswered(by) | Stage::HandedOver(by) if *by <= now) {
                *stage = Stage::Over;
            }
        }
    }
}
