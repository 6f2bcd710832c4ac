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
    transactions.extend(transfer(LedgerKind::GatewayFee, shop, (AccountKind::Provider, None), order.gateway_fee));
    transactions
}

/// The transaction of money given back to a buyer, and of the commission that goes back with it.
#[must_use]
pub fn refund(shop_id: i64, is_direct: bool, amount: Rupiah, commission: Rupiah) -> Vec<LedgerTransaction> {
    let shop = (AccountKind::Shop, Some(shop_id));
    let mut transactions = Vec::new();
    if !is_direct {
        transactions.extend(transfer(LedgerKind::RefundReversal, shop, (AccountKind::Provider, None), amount));
    }
    transactions.extend(transfer(LedgerKind::RefundReversal, (AccountKind::Platform, None), shop, commission));
    transactions
}

/// The transaction of a payout.
#[must_use]
pub fn payout(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::Payout, (AccountKind::Shop, Some(shop_id)), (AccountKind::PayoutClearing, None), amount)
}

/// The transaction of a payout that came back.
#[must_use]
pub fn payout_return(shop_id: i64, amount: Rupiah) -> Option<LedgerTransaction> {
    transfer(LedgerKind::PayoutReturn, (AccountKind::PayoutClearing, None), (AccountKind::Shop, Some(shop_id)), amount)
}

/// The site's share of a line.
#[must_use]
pub fn commission(line_total: Rupiah, rate: BasisPoints) -> Rupiah {
    line_total.percent(rate)
}
