//! Of money: refunds, complaints, the ledger, payouts, money without an order. What rows alone cannot tell (9 shuffled provider events, 11 a rate that stays frozen, 17 an
//! end that stays one) is proved by tests of its own.

/// Of the money of orders; `{group}` bounds the checkout groups that are looked at.
pub(super) const OF_MONEY: &[(&str, &str)] = &[
    (
        "7: no more goes back than came in for that order",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id WHERE {group} AND
            (SELECT COALESCE(SUM(r.amount), 0) FROM refund r WHERE r.order_id = o.id AND r.status <> 'failed') >
            (SELECT COALESCE(SUM(h.amount), 0) FROM payment_share h JOIN payment y ON y.id = h.payment_id
                WHERE h.order_id = o.id AND y.status = 'captured')",
    ),
    (
        "7: a refund is of the payment of its own order",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN refund r ON r.order_id = o.id
         WHERE {group} AND NOT EXISTS
            (SELECT 1 FROM payment_share h WHERE h.order_id = o.id AND h.payment_id = r.payment_id)",
    ),
    (
        "8: the goods of a refund are the sum of its lines",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN refund r ON r.order_id = o.id
         WHERE {group} AND r.goods_amount <>
            (SELECT COALESCE(SUM(l.amount), 0) FROM refund_line l WHERE l.refund_id = r.id)",
    ),
    (
        "8: no more pieces are given back than were bought, nor more money than the line cost",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
         WHERE {group} AND EXISTS (SELECT 1 FROM refund_line x JOIN refund r ON r.id = x.refund_id
            WHERE x.order_line_id = l.id AND r.status <> 'failed' GROUP BY x.order_line_id
            HAVING SUM(x.pieces) > l.quantity OR SUM(x.amount) > l.line_total)",
    ),
    (
        "10: money of an order that is over goes back, or is where people see it",
        "(SELECT h.amount, (SELECT COALESCE(SUM(r.amount), 0) FROM refund r
                WHERE r.order_id = o.id AND r.status <> 'failed') AS returned
          FROM checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN payment_share h ON h.order_id = o.id
          JOIN payment y ON y.id = h.payment_id
          WHERE {group} AND y.status = 'captured' AND o.status IN ('awaiting_payment', 'cancelled', 'expired')
            AND NOT EXISTS (SELECT 1 FROM unmatched_payment u WHERE u.order_id = o.id)
            AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND r.status = 'failed')) AS money
         WHERE returned < amount",
    ),
    (
        "12: captured money is in the ledger, and no other",
        "(SELECT (SELECT COALESCE(SUM(h.amount), 0) FROM payment_share h JOIN payment y ON y.id = h.payment_id
                WHERE h.order_id = o.id AND y.status = 'captured') AS captured,
            (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transaction t
                JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id
                WHERE t.order_id = o.id AND t.kind IN ('sale', 'shipping') AND a.kind = 'shop' AND e.amount > 0) AS posted
          FROM checkout_group g JOIN seller_order o ON o.group_id = g.id WHERE {group}) AS money
         WHERE posted <> captured",
    ),
    (
        "10: money that came too late changed nothing, and all of it goes back or is where people see it",
        "checkout_group g JOIN payment y ON y.group_id = g.id JOIN payment b ON b.id = y.late_of WHERE {group} AND (
            y.status <> 'captured' OR y.amount <> b.amount OR b.status NOT IN ('expired', 'cancelled', 'failed')
            OR EXISTS (SELECT 1 FROM payment_share h JOIN seller_order o ON o.id = h.order_id
                WHERE h.payment_id = y.id AND (o.status NOT IN ('expired', 'cancelled')
                    OR NOT EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND r.payment_id = y.id))))",
    ),
    (
        "9: money of a provider is written down once, and only where it came",
        "checkout_group g JOIN payment y ON y.group_id = g.id WHERE {group} AND y.provider IS NOT NULL
            AND ((y.status = 'captured') <> (y.provider_payment IS NOT NULL)
                OR EXISTS (SELECT 1 FROM unmatched_card u WHERE u.provider_payment = y.provider_payment))",
    ),
    (
        "12: what a provider keeps is in the ledger",
        "checkout_group g JOIN payment y ON y.group_id = g.id WHERE {group} AND y.provider_fee IS NOT NULL
            AND y.provider_fee <> (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transaction t
                JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id
                WHERE t.kind = 'gateway_fee' AND a.kind = 'provider' AND (t.source_key = 'fee:' || y.public_id || ':0'
                    OR (y.late_of IS NULL AND t.order_id IN
                        (SELECT h.order_id FROM payment_share h WHERE h.payment_id = y.id))))",
    ),
    (
        "12: a refund is in the ledger once it arrived, and not before",
        "(SELECT r.amount, r.status, (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transaction t
                JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id
                WHERE t.refund_ref = r.public_id AND t.kind = 'refund_reversal' AND a.kind = 'shop' AND e.amount < 0)
                AS posted
          FROM checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN refund r ON r.order_id = o.id
          WHERE {group}) AS back
         WHERE posted <> CASE WHEN status = 'succeeded' THEN -amount ELSE 0 END",
    ),
    (
        "17: each step of a refund has its time, and its line in the history",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN refund r ON r.order_id = o.id WHERE {group} AND (
            (r.status IN ('succeeded', 'failed')) <> (r.ended_at IS NOT NULL)
            OR (r.status IN ('sent', 'succeeded') AND r.sent_at IS NULL)
            OR (r.status IN ('approved', 'sent', 'succeeded') AND r.approved_at IS NULL)
            OR NOT EXISTS (SELECT 1 FROM refund_event e WHERE e.refund_id = r.id))",
    ),
    (
        "17: a complaint that is over says how, and one that is not does not",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN complaint c ON c.order_id = o.id WHERE {group} AND (
            (c.status = 'resolved') <> (c.resolution IS NOT NULL)
            OR (c.status IN ('resolved', 'withdrawn')) <> (c.closed_at IS NOT NULL)
            OR (c.refund_id IS NOT NULL AND c.resolution <> 'refund')
            OR NOT EXISTS (SELECT 1 FROM complaint_event e WHERE e.complaint_id = c.id))",
    ),
    (
        "7: a complaint is about lines of its own order, and its refund too",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN complaint c ON c.order_id = o.id WHERE {group} AND (
            EXISTS (SELECT 1 FROM complaint_line x JOIN order_line l ON l.id = x.order_line_id
                WHERE x.complaint_id = c.id AND (l.order_id <> o.id OR x.pieces > l.quantity))
            OR EXISTS (SELECT 1 FROM refund r WHERE r.id = c.refund_id AND r.order_id <> o.id))",
    ),
];

/// Of the ledger as a whole.
pub(super) const OF_LEDGER: &[(&str, &str)] = &[
    (
        "12: each transaction sums to zero",
        "(SELECT t.id FROM ledger_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id
            GROUP BY t.id HAVING COALESCE(SUM(e.amount), 0) <> 0 OR COUNT(e.id) < 2) AS unbalanced",
    ),
    (
        "13: an entry is in at most one live payout",
        "(SELECT x.entry_id FROM payout_entry x WHERE x.live GROUP BY x.entry_id HAVING COUNT(*) > 1) AS twice",
    ),
    (
        "13: a payout holds its entries as long as it may reach the shop",
        "payout p JOIN payout_entry x ON x.payout_id = p.id WHERE x.live <> (p.status NOT IN ('failed', 'returned'))",
    ),
    (
        "14: a payout is the sum of its entries, closed ones too",
        "(SELECT p.id FROM payout p LEFT JOIN payout_entry x ON x.payout_id = p.id
            LEFT JOIN ledger_entry e ON e.id = x.entry_id
            GROUP BY p.id, p.amount HAVING COALESCE(SUM(e.amount), 0) <> p.amount) AS other",
    ),
    (
        "13: a payout pays one shop its own entries",
        "payout p JOIN payout_entry x ON x.payout_id = p.id JOIN ledger_entry e ON e.id = x.entry_id
         JOIN ledger_account a ON a.id = e.account_id WHERE a.shop_id IS NULL OR a.shop_id <> p.shop_id",
    ),
    (
        "15: nothing that came in for an order goes out before the order is complete",
        "(SELECT x.payout_id FROM payout_entry x JOIN ledger_entry e ON e.id = x.entry_id
            JOIN ledger_transaction t ON t.id = e.transaction_id JOIN seller_order o ON o.id = t.order_id
            WHERE x.live AND o.status <> 'completed' GROUP BY x.payout_id, o.id HAVING SUM(e.amount) > 0) AS early",
    ),
    (
        "13: what left for a shop is what its payouts say",
        "(SELECT p.amount, p.status, (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transaction t
                JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id
                WHERE t.payout_id = p.id AND a.kind = 'shop') AS posted FROM payout p) AS gone
         WHERE posted <> CASE WHEN status IN ('sent', 'paid') THEN -amount ELSE 0 END",
    ),
    (
        "15: two people stand behind a payout",
        "payout p WHERE (p.made_by IS NOT NULL AND p.made_by = p.approved_by)
            OR (p.made_by IS NULL AND p.sent_by IS NOT NULL AND p.sent_by = p.approved_by)
            OR (p.status IN ('approved', 'sent', 'paid', 'returned') AND p.approved_by IS NULL)",
    ),
    (
        "10: money at a provider that fits nothing is open until somebody dealt with it",
        "unmatched_card u WHERE (u.status = 'open') <> (u.resolved_at IS NULL)
            OR (u.status = 'open') <> (u.resolution IS NULL)",
    ),
    (
        "10: money without an order is open until somebody dealt with it",
        "unmatched_payment u WHERE (u.status = 'open') <> (u.resolved_at IS NULL)
            OR (u.status = 'open') <> (u.resolution IS NULL)",
    ),
];
