//! What is done, and how often it is tried.

/// What is done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    PlaceByTransfer,
    PlaceByQris,
    PlaceInCash,
    PlaceForPickup,
    PlaceByCard,
    PayByCard,
    LeaveStripe,
    ListenToStripe,
    ConfirmPayment,
    RejectPayment,
    Confirm,
    Reject,
    Cancel,
    CallOff,
    Ready,
    Ship,
    Deliver,
    Receive,
    Refuse,
    RefundPiece,
    RefundFreely,
    RefundMuch,
    RefundAsCurator,
    ApproveRefund,
    DeclineRefund,
    GiveAccount,
    SendRefund,
    ReceiveRefund,
    FailRefund,
    RetryRefund,
    Complain,
    Write,
    OfferMoney,
    OfferGoods,
    Accept,
    Escalate,
    DecideRefund,
    DecideReplacement,
    DecideAgainst,
    Withdraw,
    PackAgain,
    SendAgain,
    ReceiveAgain,
    LoseAgain,
    CallOffAgain,
    Adjust,
    Sweep,
    ApprovePayout,
    SendPayout,
    PayPayout,
    FailPayout,
    ReturnPayout,
    WaitHours,
    WaitDays,
}

use Act::*;

/// What happens in a good order is tried more often; orders and time come slowly, so that much happens to each.
pub(super) const ACTS: &[(u32, Act)] = &[
    (2, PlaceByTransfer),
    (1, PlaceByQris),
    (1, PlaceInCash),
    (1, PlaceForPickup),
    (2, PlaceByCard),
    (8, PayByCard),
    (1, LeaveStripe),
    (6, ListenToStripe),
    (10, ConfirmPayment),
    (3, RejectPayment),
    (6, Confirm),
    (1, Reject),
    (1, Cancel),
    (1, CallOff),
    (8, Ready),
    (8, Ship),
    (6, Deliver),
    (4, Receive),
    (3, Refuse),
    (4, RefundPiece),
    (3, RefundFreely),
    (3, RefundMuch),
    (2, RefundAsCurator),
    (4, ApproveRefund),
    (2, DeclineRefund),
    (1, GiveAccount),
    (6, SendRefund),
    (4, ReceiveRefund),
    (3, FailRefund),
    (4, RetryRefund),
    (7, Complain),
    (1, Write),
    (4, OfferMoney),
    (4, OfferGoods),
    (6, Accept),
    (5, Escalate),
    (5, DecideRefund),
    (5, DecideReplacement),
    (4, DecideAgainst),
    (1, Withdraw),
    (4, PackAgain),
    (6, SendAgain),
    (6, ReceiveAgain),
    (2, LoseAgain),
    (1, CallOffAgain),
    (2, Adjust),
    (3, Sweep),
    (4, ApprovePayout),
    (4, SendPayout),
    (4, PayPayout),
    (2, FailPayout),
    (2, ReturnPayout),
    (1, WaitHours),
    (1, WaitDays),
];

impl Act {
    /// Whether it is about the case that was opened last.
    pub(super) const fn is_about_a_case(self) -> bool {
        matches!(
            self,
            Write
                | OfferMoney
                | OfferGoods
                | Accept
                | Escalate
                | DecideRefund
                | DecideReplacement
                | DecideAgainst
                | Withdraw
                | PackAgain
                | SendAgain
                | ReceiveAgain
                | LoseAgain
                | CallOffAgain
        )
    }

    /// Whether it is about the refund that was asked for last.
    pub(super) const fn is_about_a_refund(self) -> bool {
        matches!(self, ApproveRefund | DeclineRefund | GiveAccount | SendRefund | ReceiveRefund | FailRefund)
    }

    /// Whether it opens a case.
    pub(super) const fn opens_a_case(self) -> bool {
        matches!(self, Complain)
    }

    /// Whether money is to go back after it.
    pub(super) const fn asks_for_a_refund(self) -> bool {
        matches!(self, RefundPiece | RefundFreely | RefundMuch | RefundAsCurator | CallOff | DecideRefund)
    }
}
