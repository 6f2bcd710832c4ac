//! Double entry: what is written when money moves. Every transaction sums to zero.

use crate::{money::Rupiah, rate::BasisPoints, text_enum::text_enum};

text_enum! {
    /// Whose money an entry is about. An amount above zero is owed *to* that account, one below zero *by* it.
    AccountKind {
        /// What the site owes a shop; one account per shop.
        Shop = "shop",
        /// What the site itself has earned.
        Platform = "platform",
        /// Money at the card provider or at our bank.
        Provider = "provider",
        /// Money that went from buyer to shop without us.
        DirectSettlement = "direct_settlement",
        /// Fees for carriage, collected for who carries.
        Shipping = "shipping",
        /// Taxes withheld for the state.
        Tax = "tax",
        /// Money on its way to a shop's bank.
        PayoutClearing = "payout_clearing",
    }
}

text_enum! {
    /// Why a transaction was written.
    LedgerKind {
        /// Goods were paid.
        Sale = "sale",
        /// Carriage was paid.
        Shipping = "shipping",
        /// The site's share.
        Commission = "commission",
        /// The provider's fee.
        GatewayFee = "gateway_fee",
        /// Money was given back.
        RefundReversal = "refund_reversal",
        /// A correction by a person, with a reason; or what the site pays for its voucher, with its code.
        Adjustment = "adjustment",
        /// Money went to a shop.
        Payout = "payout",
        /// Money came back from a shop's bank.
        PayoutReturn = "payout_return",
    }
}

/// One side of a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Whose account.
    pub account: AccountKind,
    /// Which shop's; `None` for accounts of the site.
    pub shop_id: Option<i64>,
    /// Which order line it is about, where it is about one of a shop's.
    pub order_line_id: Option<i64>,
    /// Above zero: owed to it. Below: owed by it.
    pub amount: Rupiah,
}

/// Postings of one reason, whose amounts sum to zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerTransaction {
    /// Why.
    pub kind: LedgerKind,
    /// Both sides.
    pub postings: Vec<Posting>,
}

/// A part of an amount: of an order line, or of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Key of the line; `None` for carriage, fees and goodwill.
    pub line: Option<i64>,
    /// Rupiah.
    pub amount: Rupiah,
}

impl Part {
    /// Of no line.
    #[must_use]
    pub const fn whole(amount: Rupiah) -> Self {
        Self { line: None, amount }
    }
}

/// Money moves between exactly two accounts. A shop's side has one posting a part, so that an open case holds back its own
/// lines only; the site's side has one for all.
fn transfer(
    kind: LedgerKind,
    from: (AccountKind, Option<i64>),
    to: (AccountKind, Option<i64>),
    parts: &[Part],
) -> Option<LedgerTransaction> {
    let sum = Rupiah::checked_sum(parts.iter().map(|part| part.amount))?;
    let mut postings = Vec::with_capacity(parts.len() + 1);
    for ((account, shop_id), sign) in [(from, -1), (to, 1)] {
        let whole = [Part::whole(sum)];
        let parts = if shop_id.is_some() { parts } else { &whole };
        for part in parts.iter().filter(|part| part.amount != Rupiah::ZERO) {
            let amount = Rupiah::new(part.amount.get().checked_mul(sign)?);
            postings.push(Posting { account, shop_id, order_line_id: part.line, amount });
        }
    }
    (!postings.is_empty()).then_some(LedgerTransaction { kind, postings })
}

/// A line of an order whose money was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapturedLine {
    /// Key of the line.
    pub id: i64,
    /// Paid for it, after discounts.
    pub paid: Rupiah,
    /// The site's share of it, as frozen on the line.
    pub commission: Rupiah,
}

/// What an order brought in, when its money was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapturedOrder<'a> {
    /// Whose order.
    pub shop_id: i64,
    /// Whether the buyer paid the shop itself and not us.
    pub is_direct: bool,
    /// Paid for goods.
    pub lines: &'a [CapturedLine],
    /// Paid for carriage and packing.
    pub shipping: Rupiah,
    /// What the provider kept.
    pub gateway_fee: Rupiah,
}

/// The transactions of a captured order. A direct sale passes by the shop's account, so that its statement is complete
/// and its balance is what it owes or is owed.
#[must_use]
pub fn capture(order: CapturedOrder<'_>) -> Vec<LedgerTransaction> {
    let shop = (AccountKind::Shop, Some(order.shop_id));
    let source = (if order.is_direct { AccountKind::DirectSettlement } else { AccountKind::Provider }, None);
    let of_lines = |amount: fn(&CapturedLine) -> Rupiah| -> Vec<Part> {
        order.lines.iter().map(|line| Part { line: Some(line.id), amount: amount(line) }).collect()
    };
    let goods = of_lines(|line| line.paid);
    let shipping = Part::whole(order.shipping);
    let mut transactions = Vec::new();
    transactions.extend(transfer(LedgerKind::Sale, source, shop, &goods));
    transactions.extend(transfer(LedgerKind::Shipping, source, shop, &[shipping]));
    if order.is_direct {
        // The shop has this money already.
        let all: Vec<Part> = goods.into_iter().chain([shipping]).collect();
        transactions.extend(transfer(LedgerKind::Sale, shop, source, &all));
    }
    let commission = of_lines(|line| line.commission);
    transactions.extend(transfer(LedgerKind::Commission, shop, (AccountKind::Platform, None), &commission));
    transactions.extend(gateway_fee(order.shop_id, order.gateway_fee));
    transactions
}

/// The transactions of money given back to a buyer, and of the commission that goes back with it in proportion. What a
/// shop gives back by itself passes by its account too, like the sale did.
#[must_use]
pub fn refund(shop_id: i64, is_direct: bool, parts: &[Part], commission: Rupiah) -> Vec<LedgerTransaction> {
    let shop = (AccountKind::Shop, Some(shop_id));
    let source = (if is_direct { AccountKind::DirectSettlement } else { AccountKind::Provider }, None);
    let mut transactions = Vec::new();
    transactions.extend(transfer(LedgerKind::RefundReversal, shop, source, parts));
    if is_direct {
        // The shop's own money went out, not ours.
        transactions.extend(transfer(LedgerKind::RefundReversal, source, shop, parts));
    }
    let weights: Vec<i64> = parts.iter().map(|part| part.amount.get()).collect();
    let shares = commission.split_by_largest_remainder(&weights);
    let shares: Vec<Part> = parts.iter().zip(shares).map(|(part, amount)| Part { line: part.line, amount }).collect();
    transactions.extend(transfer(LedgerKind::Commission, (AccountKind::Platform, None), shop, &shares));
    transactions
}

/// What goes back together with a refund, of the commission or of what the site paid for a voucher: of all refunds together
/// the share that they are of what was captured, so that giving everything back in any steps gives all of it back.
#[must_use]
pub fn share_back(whole: Rupiah, captured: Rupiah, refunded_before: Rupiah, amount: Rupiah) -> Rupiah {
    crate::refund::share_of_pieces(whole, captured.get(), refunded_before.get(), amount.get())
}

/// The transaction of a payment provider's fee.
#[must_use]
pub fn gateway_fee(shop_id: i64, fee: Rupiah) -> Option<LedgerTransaction> {
    transfer(
        LedgerKind::GatewayFee,
        (AccountKind::Shop, Some(shop_id)),
        (AccountKind::Provider, None),
        &[Part::whole(fee)],
    )
}

/// The transaction of a payment provider's fee that the site bears itself.
#[must_use]
pub fn gateway_fee_of_site(fee: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::GatewayFee, (AccountKind::Platform, None), (AccountKind::Provider, None), &[Part::whole(fee)])
}

/// The transaction of a correction by a person or of a voucher of the site: above zero for the shop, below zero from it.
#[must_use]
pub fn adjustment(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(
        LedgerKind::Adjustment,
        (AccountKind::Platform, None),
        (AccountKind::Shop, Some(shop_id)),
        &[Part::whole(amount)],
    )
}

/// The transaction of a payout that goes to the bank.
#[must_use]
pub fn payout(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(
        LedgerKind::Payout,
        (AccountKind::Shop, Some(shop_id)),
        (AccountKind::PayoutClearing, None),
        &[Part::whole(amount)],
    )
}

/// The transaction of a payout that the bank confirms: the money has left our account.
#[must_use]
pub fn payout_settled(amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(
        LedgerKind::Payout,
        (AccountKind::PayoutClearing, None),
        (AccountKind::Provider, None),
        &[Part::whole(amount)],
    )
}

/// The transaction of a payout that did not reach the shop: back from our bank where it had been confirmed, else from
/// those on their way.
#[must_use]
pub fn payout_return(shop_id: i64, amount: Rupiah, was_settled: bool) -> Option<LedgerTransaction> {
    let from = if was_settled { AccountKind::Provider } else { AccountKind::PayoutClearing };
    transfer(LedgerKind::PayoutReturn, (from, None), (AccountKind::Shop, Some(shop_id)), &[Part::whole(amount)])
}

/// What was paid for each line (key, price, rate), and the site's share of each by its own rate. `goods` is what was paid
/// for all lines together.
#[must_use]
pub fn lines(goods: Rupiah, lines: &[(i64, Rupiah, BasisPoints)]) -> Vec<CapturedLine> {
    let weights: Vec<i64> = lines.iter().map(|(_, total, _)| total.get()).collect();
    let paid = goods.split_by_largest_remainder(&weights);
    let captured = |(&(id, _, rate), paid): (&(i64, Rupiah, BasisPoints), Rupiah)| CapturedLine {
        id,
        paid,
        commission: paid.percent(rate),
    };
    lines.iter().zip(paid).map(captured).collect()
}
