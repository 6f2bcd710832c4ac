//! The state machine of a refund, and how much may be given back.

use crate::{money::Rupiah, state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where a refund stands.
    RefundStatus {
        /// Somebody asks for it.
        Requested = "requested",
        /// It may be paid.
        Approved = "approved",
        /// The provider was asked, or the transfer was ordered.
        Sent = "sent",
        /// The buyer has the money.
        Succeeded = "succeeded",
        /// The provider or the bank refused, or it was not approved.
        Failed = "failed",
    }
}

text_enum! {
    /// How money goes back.
    RefundMethod {
        /// By the provider that took it.
        Provider = "provider",
        /// By the seller's bank transfer, with a proof.
        ManualTransfer = "manual_transfer",
        /// In cash at the counter.
        Cash = "cash",
    }
}

/// What can happen to a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefundEvent {
    /// Somebody with the right to says yes.
    Approve,
    /// It goes out.
    Send,
    /// It arrived.
    Succeed,
    /// It is refused or did not arrive.
    Fail,
}

impl RefundEvent {
    /// Every event.
    pub const ALL: &'static [Self] = &[Self::Approve, Self::Send, Self::Succeed, Self::Fail];
}

impl RefundStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed)
    }

    /// Whether its amount counts against what can still be given back.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Failed)
    }

    /// The status after an event.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: RefundEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Requested, RefundEvent::Approve) => Ok(Self::Approved),
            (Self::Approved, RefundEvent::Send) => Ok(Self::Sent),
            (Self::Sent, RefundEvent::Succeed) => Ok(Self::Succeeded),
            (Self::Requested | Self::Approved | Self::Sent, RefundEvent::Fail) => Ok(Self::Failed),
            _ => Err(InvalidTransition),
        }
    }
}

/// A refund that would give back more than came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than can still be given back")]
pub struct OverRefund {
    /// What can still be given back.
    pub left: Rupiah,
}

/// What is left to give back of one order's captured share.
#[must_use]
pub fn refundable(captured: Rupiah, counted: impl IntoIterator<Item = Rupiah>) -> Rupiah {
    let given = Rupiah::checked_sum(counted).unwrap_or(captured);
    captured.checked_sub(given).unwrap_or(Rupiah::ZERO).max(Rupiah::ZERO)
}

/// Checks an amount against what is left of the same order; a sibling's money is never part of it.
///
/// # Errors
/// When it is nothing, negative, or more than is left.
pub fn check_amount(amount: Rupiah, left: Rupiah) -> Result<(), OverRefund> {
    if amount > Rupiah::ZERO && amount <= left { Ok(()) } else { Err(OverRefund { left }) }
}

/// What was paid for each line and for shipping: the captured share, with the discount taken from the lines in proportion
/// to their prices. Lines and shipping sum to the share exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidParts {
    /// One a line, in their order.
    pub lines: Vec<Rupiah>,
    /// Packing fee included.
    pub shipping: Rupiah,
}

/// Splits a captured share into what was paid for which line, and for shipping.
#[must_use]
pub fn paid_parts(captured: Rupiah, shipping_total: Rupiah, line_totals: &[i64]) -> PaidParts {
    let shipping = if line_totals.is_empty() { captured } else { shipping_total.min(captured).max(Rupiah::ZERO) };
    let goods = captured.checked_sub(shipping).unwrap_or(Rupiah::ZERO);
    PaidParts { lines: goods.split_by_largest_remainder(line_totals), shipping }
}

/// What further pieces of a line give back: the share of all pieces given back then, less what was given for the line
/// so far. A refund in between that failed leaves no remainder behind.
#[must_use]
pub fn amount_of_pieces(line_paid: Rupiah, quantity: i64, given_pieces: i64, given: Rupiah, pieces: i64) -> Rupiah {
    let all = share_of_pieces(line_paid, quantity, 0, given_pieces.saturating_add(pieces));
    all.checked_sub(given).unwrap_or(Rupiah::ZERO).max(Rupiah::ZERO)
}

/// What pieces of an order line are worth after discount, so that refunds of all pieces in any steps give back exactly
/// what was paid for the line: the share of the first `before + pieces` less the share of the first `before`.
#[must_use]
pub fn share_of_pieces(line_paid: Rupiah, quantity: i64, before: i64, pieces: i64) -> Rupiah {
    let share = |count: i64| {
        let count = i128::from(count.clamp(0, quantity.max(0)));
        let share = i128::from(line_paid.get()) * count / i128::from(quantity.max(1));
        i64::try_from(share).unwrap_or(line_paid.get())
    };
    Rupiah::new(share(before.saturating_add(pieces)) - share(before))
}
