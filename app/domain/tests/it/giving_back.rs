use domain::{
    complaint::{CaseEvent, CaseStatus},
    ledger::{self, CapturedLine, CapturedOrder, LedgerTransaction, Part},
    money::Rupiah,
    payout::{PayoutEvent, PayoutStatus, may_approve},
    refund::{RefundEvent, RefundStatus, check_amount, refundable, share_of_pieces},
};
use proptest::prelude::*;

#[test]
fn ended_refunds_cases_and_payouts_stay_ended() {
    for status in RefundStatus::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(RefundEvent::ALL.iter().all(|&event| status.transition(event).is_err()), "{status}");
    }
    for status in CaseStatus::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(CaseEvent::ALL.iter().all(|&event| status.transition(event).is_err()), "{status}");
    }
    for status in PayoutStatus::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(PayoutEvent::ALL.iter().all(|&event| status.transition(event).is_err()), "{status}");
    }
}

#[test]
fn every_open_state_has_a_way_on() {
    for status in RefundStatus::ALL.iter().filter(|status| !status.is_terminal()) {
        assert!(RefundEvent::ALL.iter().any(|&event| status.transition(event).is_ok()), "{status}");
    }
    for status in CaseStatus::ALL.iter().filter(|status| !status.is_terminal()) {
        assert!(CaseEvent::ALL.iter().any(|&event| status.transition(event).is_ok()), "{status}");
    }
    for status in PayoutStatus::ALL.iter().filter(|status| !status.is_terminal()) {
        assert!(PayoutEvent::ALL.iter().any(|&event| status.transition(event).is_ok()), "{status}");
    }
}

#[test]
fn nobody_approves_a_payout_of_their_own() {
    assert!(may_approve(1, 2));
    assert!(!may_approve(1, 1));
}

#[test]
fn no_more_goes_back_than_came_in() {
    let left = refundable(Rupiah::new(100), [Rupiah::new(30), Rupiah::new(50)]);
    assert_eq!(left, Rupiah::new(20));
    assert!(check_amount(Rupiah::new(20), left).is_ok());
    for amount in [-1, 0, 21] {
        assert_eq!(check_amount(Rupiah::new(amount), left).unwrap_err().left, left);
    }
    assert_eq!(refundable(Rupiah::new(10), [Rupiah::new(30)]), Rupiah::ZERO);
}

fn sum(transaction: &LedgerTransaction) -> i64 {
    transaction.postings.iter().map(|posting| posting.amount.get()).sum()
}

fn of_shop(transactions: &[LedgerTransaction]) -> i64 {
    let postings = transactions.iter().flat_map(|transaction| &transaction.postings);
    postings.filter(|posting| posting.shop_id.is_some()).map(|posting| posting.amount.get()).sum()
}

fn of_line(transactions: &[LedgerTransaction], line: i64) -> i64 {
    let postings = transactions.iter().flat_map(|transaction| &transaction.postings);
    postings.filter(|posting| posting.order_line_id == Some(line)).map(|posting| posting.amount.get()).sum()
}

/// Lines of so much each, and the site's share of it.
fn captured(paid: &[(i64, i64)]) -> Vec<CapturedLine> {
    let line =
        |(id, &(paid, commission))| CapturedLine { id, paid: Rupiah::new(paid), commission: Rupiah::new(commission) };
    (1..).zip(paid).map(line).collect()
}

proptest! {
    #[test]
    fn pieces_in_any_steps_give_back_what_was_paid(paid in 0..1_000_000_000_i64, steps in prop::collection::vec(1..20_i64, 1..12)) {
        let quantity: i64 = steps.iter().sum();
        let mut before = 0;
        let mut given = 0;
        for pieces in steps {
            let share = share_of_pieces(Rupiah::new(paid), quantity, before, pieces);
            prop_assert!(share >= Rupiah::ZERO);
            given += share.get();
            before += pieces;
        }
        prop_assert_eq!(given, paid);
    }

    #[test]
    fn every_transaction_sums_to_nothing(
        paid in prop::collection::vec((1..10_000_000_i64, 0..1_000_000_i64), 1..5), shipping in 0..1_000_000_i64,
        fee in 0..100_000_i64, is_direct: bool,
    ) {
        let lines = captured(&paid);
        let order = CapturedOrder {
            shop_id: 7, is_direct, lines: &lines, shipping: Rupiah::new(shipping), gateway_fee: Rupiah::new(fee),
        };
        let transactions = ledger::capture(order);
        prop_assert!(transactions.iter().all(|transaction| sum(transaction) == 0));
        let (goods, commission) = paid.iter().fold((0, 0), |sums, line| (sums.0 + line.0, sums.1 + line.1));
        let kept = if is_direct { 0 } else { goods + shipping };
        prop_assert_eq!(of_shop(&transactions), kept - commission - fee);
        for line in &lines {
            let kept = if is_direct { 0 } else { line.paid.get() };
            prop_assert_eq!(of_line(&transactions, line.id), kept - line.commission.get());
        }
    }

    #[test]
    fn a_refund_of_everything_leaves_nothing(
        paid in prop::collection::vec((1..10_000_000_i64, 0..1_000_000_i64), 1..5), shipping in 0..1_000_000_i64,
        is_direct: bool,
    ) {
        let lines = captured(&paid);
        let shipping = Rupiah::new(shipping);
        let order = CapturedOrder { shop_id: 7, is_direct, lines: &lines, shipping, gateway_fee: Rupiah::ZERO };
        let mut transactions = ledger::capture(order);
        let parts: Vec<Part> = lines.iter().map(|line| Part { line: Some(line.id), amount: line.paid }).collect();
        let parts = [parts, vec![Part::whole(shipping)]].concat();
        let commission = paid.iter().map(|line| line.1).sum();
        transactions.extend(ledger::refund(7, is_direct, &parts, Rupiah::new(commission)));
        prop_assert!(transactions.iter().all(|transaction| sum(transaction) == 0));
        prop_assert_eq!(of_shop(&transactions), 0);
    }

    #[test]
    fn a_payout_that_comes_back_changes_nothing(amount in 1..100_000_000_i64) {
        let transactions: Vec<LedgerTransaction> =
            [ledger::payout(7, Rupiah::new(amount)), ledger::payout_return(7, Rupiah::new(amount), false)].into_iter().flatten().collect();
        prop_assert_eq!(transactions.len(), 2);
        prop_assert_eq!(of_shop(&transactions), 0);
        prop_assert!(transactions.iter().all(|transaction| sum(transaction) == 0));
    }
}
