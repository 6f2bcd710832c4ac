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
        /// A correction by a person, with a reason.
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

/// Money moves between exactly two accounts.
fn transfer(
    kind: LedgerKind,
    from: (AccountKind, Option<i64>),
    to: (AccountKind, Option<i64>),
    amount: Rupiah,
) -> Option<LedgerTransaction> {
    if amount == Rupiah::ZERO {
        return None;
    }
    let negative = Rupiah::new(amount.get().checked_neg()?);
    let postings = vec![
        Posting { account: from.0, shop_id: from.1, amount: negative },
        Posting { account: to.0, shop_id: to.1, amount },
    ];
    Some(LedgerTransaction { kind, postings })
}

/// What an order brought in, when its money was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapturedOrder {
    /// Whose order.
    pub shop_id: i64,
    /// Whether the buyer paid the shop itself and not us.
    pub is_direct: bool,
    /// Paid for goods, after discounts.
    pub goods: Rupiah,
    /// Paid for carriage and packing.
    pub shipping: Rupiah,
    /// The site's share of it, as frozen on its lines.
    pub commission: Rupiah,
    /// What the provider kept.
    pub gateway_fee: Rupiah,
}

/// The transactions of a captured order. A direct sale passes by the shop's account, so that its statement is complete
/// and its balance is what it owes or is owed.
#[must_use]
pub fn capture(order: CapturedOrder) -> Vec<LedgerTransaction> {
    let shop = (AccountKind::Shop, Some(order.shop_id));
    let source = (if order.is_direct { AccountKind::DirectSettlement } else { AccountKind::Provider }, None);
    let mut transactions = Vec::new();
    transactions.extend(transfer(LedgerKind::Sale, source, shop, order.goods));
    transactions.extend(transfer(LedgerKind::Shipping, source, shop, order.shipping));
    if order.is_direct {
        let total = order.goods.get().saturating_add(order.shipping.get());
        // The shop has this money already.
        transactions.extend(transfer(LedgerKind::Sale, shop, source, Rupiah::new(total)));
    }
    transactions.extend(transfer(LedgerKind::Commission, shop, (AccountKind::Platform, None), order.commission));
    transactions.extend(gateway_fee(order.shop_id, order.gateway_fee));
    transactions
}

/// The transactions of money given back to a buyer, and of the commission that goes back with it. What a shop gives back
/// by itself passes by its account too, like the sale did.
#[must_use]
pub fn refund(shop_id: i64, is_direct: bool, amount: Rupiah, commission: Rupiah) -> Vec<LedgerTransaction> {
    let shop = (AccountKind::Shop, Some(shop_id));
    let source = (if is_direct { AccountKind::DirectSettlement } else { AccountKind::Provider }, None);
    let mut transactions = Vec::new();
    transactions.extend(transfer(LedgerKind::RefundReversal, shop, source, amount));
    if is_direct {
        // The shop's own money went out, not ours.
        transactions.extend(transfer(LedgerKind::RefundReversal, source, shop, amount));
    }
    transactions.extend(transfer(LedgerKind::Commission, (AccountKind::Platform, None), shop, commission));
    transactions
}

/// The commission that goes back with a refund: of all refunds together the share that they are of what was captured,
/// so that giving everything back in any steps gives all of the commission back.
#[must_use]
pub fn commission_back(commission: Rupiah, captured: Rupiah, refunded_before: Rupiah, amount: Rupiah) -> Rupiah {
    crate::refund::share_of_pieces(commission, captured.get(), refunded_before.get(), amount.get())
}

/// The transaction of a payment provider's fee.
#[must_use]
pub fn gateway_fee(shop_id: i64, fee: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::GatewayFee, (AccountKind::Shop, Some(shop_id)), (AccountKind::Provider, None), fee)
}

/// The transaction of a correction by a person: above zero for the shop, below zero from it.
#[must_use]
pub fn adjustment(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::Adjustment, (AccountKind::Platform, None), (AccountKind::Shop, Some(shop_id)), amount)
}

/// The transaction of a payout that goes to the bank.
#[must_use]
pub fn payout(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::Payout, (AccountKind::Shop, Some(shop_id)), (AccountKind::PayoutClearing, None), amount)
}

/// The transaction of a payout that the bank confirms: the money has left our account.
#[must_use]
pub fn payout_settled(amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::Payout, (AccountKind::PayoutClearing, None), (AccountKind::Provider, None), amount)
}

/// The transaction of a payout that did not reach the shop: back from our bank where it had been confirmed, else from
/// those on their way.
#[must_use]
pub fn payout_return(shop_id: i64, amount: Rupiah, was_settled: bool) -> Option<LedgerTransaction> {
    let from = if was_settled { AccountKind::Provider } else { AccountKind::PayoutClearing };
    transfer(LedgerKind::PayoutReturn, (from, None), (AccountKind::Shop, Some(shop_id)), amount)
}

/// The site's share of an order: of each line after discount by its own rate. `goods` is what was paid for all lines.
#[must_use]
pub fn commission(goods: Rupiah, lines: &[(Rupiah, BasisPoints)]) -> Rupiah {
    let weights: Vec<i64> = lines.iter().map(|(total, _)| total.get()).collect();
    let paid = goods.split_by_largest_remainder(&weights);
    let shares = paid.iter().zip(lines).map(|(paid, (_, rate))| paid.percent(*rate));
    Rupiah::checked_sum(shares).unwrap_or(Rupiah::ZERO)
}
