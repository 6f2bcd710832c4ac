//! What must hold of orders, money and stock whatever happened: one query each that counts the rows which break it. Where
//! a number stands before a sentence, it is the one of the promise in the design's list.

mod money;
mod reviews;

use sea_orm::Value;

use self::{
    money::{OF_LEDGER, OF_MONEY},
    reviews::{OF_RATINGS, OF_REVIEWS},
};
use crate::World;

/// Of orders; `{group}` bounds the checkout groups that are looked at.
const OF_GROUPS: &[(&str, &str)] = &[
    (
        "1: a checkout is the sum of its orders",
        "checkout_group g WHERE {group} AND g.total <>
            (SELECT COALESCE(SUM(o.total), 0) FROM seller_order o WHERE o.group_id = g.id)",
    ),
    (
        "1: an order is the sum of its shares",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id WHERE {group} AND o.total <>
            (SELECT COALESCE(SUM(h.amount), 0) FROM payment_share h JOIN payment y ON y.id = h.payment_id
                WHERE h.order_id = o.id AND y.late_of IS NULL)",
    ),
    (
        "1: a card pays for the whole checkout",
        "checkout_group g JOIN payment y ON y.group_id = g.id WHERE {group} AND y.provider IS NOT NULL AND y.amount <> g.total",
    ),
    (
        "1: a payment is the sum of its shares",
        "checkout_group g JOIN payment y ON y.group_id = g.id WHERE {group} AND y.amount <>
            (SELECT COALESCE(SUM(h.amount), 0) FROM payment_share h WHERE h.payment_id = y.id)",
    ),
    (
        "the items of an order are the sum of its lines",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id WHERE {group} AND o.items_total <>
            (SELECT COALESCE(SUM(l.line_total), 0) FROM order_line l WHERE l.order_id = o.id)",
    ),
    (
        "6: every piece of a line that is not made to order is held once",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
         JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
         WHERE {group} AND p.made_to_order = FALSE AND l.quantity <>
            (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h WHERE h.order_line_id = l.id)",
    ),
    (
        "5: holds are where their order is",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
         JOIN stock_hold h ON h.order_line_id = l.id WHERE {group} AND o.fulfilment NOT IN ('undeliverable', 'returned')
         AND NOT (h.state = 'restocked' AND o.fulfilment IN ('shipped', 'delivered'))
         AND h.state <> CASE
            WHEN o.status IN ('awaiting_payment', 'awaiting_confirmation') THEN 'held'
            WHEN o.status = 'cancelled' THEN 'released'
            WHEN o.status = 'expired' THEN 'expired'
            WHEN o.fulfilment IN ('shipped', 'delivered') THEN 'shipped'
            ELSE 'allocated' END",
    ),
    (
        "5: a hold that ended has a time, a live one none",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
         JOIN stock_hold h ON h.order_line_id = l.id WHERE {group} AND (h.state = 'held') <> (h.ended_at IS NULL)",
    ),
    (
        "payments are where their order is",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN payment_share h ON h.order_id = o.id
         JOIN payment y ON y.id = h.payment_id WHERE {group} AND y.late_of IS NULL AND NOT CASE
            WHEN o.status = 'awaiting_payment' THEN y.status IN ('created', 'pending', 'proof_submitted')
            WHEN o.status = 'cancelled' AND y.provider IS NOT NULL AND y.status = 'pending' THEN EXISTS
                (SELECT 1 FROM payment_share s JOIN seller_order w ON w.id = s.order_id
                 WHERE s.payment_id = y.id AND w.status = 'awaiting_payment')
            WHEN o.status = 'cancelled' AND y.provider IS NOT NULL AND y.status = 'expired' THEN EXISTS
                (SELECT 1 FROM payment_share s JOIN seller_order w ON w.id = s.order_id
                 WHERE s.payment_id = y.id AND w.status = 'expired')
            WHEN o.status = 'expired' THEN y.status IN ('expired', 'failed')
            WHEN o.status = 'cancelled' THEN y.status IN ('cancelled', 'captured', 'failed')
            WHEN o.payment_method = 'cod' AND o.fulfilment <> 'delivered' THEN y.status = 'pending'
            ELSE y.status = 'captured' END",
    ),
    (
        "captured money has a time, other money none",
        "checkout_group g JOIN payment y ON y.group_id = g.id
         WHERE {group} AND (y.status = 'captured') <> (y.captured_at IS NOT NULL)",
    ),
    (
        "17: each step is in the history once",
        "(SELECT e.order_id, e.kind FROM checkout_group g JOIN seller_order o ON o.group_id = g.id
            JOIN order_event e ON e.order_id = o.id WHERE {group}
            AND e.kind NOT IN ('payment_rejected', 'proof_submitted', 'case_opened', 'case_resolved', 'case_reopened',
                'case_withdrawn')
            GROUP BY e.order_id, e.kind HAVING COUNT(*) > 1) AS twice",
    ),
    (
        "the history tells how an order began, was accepted, left, arrived and ended",
        "(SELECT o.status, o.fulfilment, o.confirmed_at,
            COUNT(CASE WHEN e.kind = 'placed' THEN 1 END) AS placed,
            COUNT(CASE WHEN e.kind IN ('confirmed', 'payment_confirmed') THEN 1 END) AS accepted,
            COUNT(CASE WHEN e.kind = 'shipped' THEN 1 END) AS shipped,
            COUNT(CASE WHEN e.kind IN ('delivered', 'received') THEN 1 END) AS delivered,
            COUNT(CASE WHEN e.kind IN ('cancelled', 'rejected', 'called_off', 'unanswered', 'refused') THEN 1 END) AS cancelled,
            COUNT(CASE WHEN e.kind = 'expired' THEN 1 END) AS expired,
            COUNT(CASE WHEN e.kind = 'completed' THEN 1 END) AS completed
          FROM checkout_group g JOIN seller_order o ON o.group_id = g.id LEFT JOIN order_event e ON e.order_id = o.id
          WHERE {group} GROUP BY o.id, o.status, o.fulfilment, o.confirmed_at) AS told
         WHERE placed <> 1
            OR accepted <> CASE WHEN confirmed_at IS NULL THEN 0 ELSE 1 END
            OR (status IN ('confirmed', 'completed') AND accepted <> 1)
            OR (fulfilment = 'shipped' AND shipped <> 1)
            OR delivered <> CASE WHEN fulfilment = 'delivered' THEN 1 ELSE 0 END
            OR cancelled <> CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END
            OR expired <> CASE WHEN status = 'expired' THEN 1 ELSE 0 END
            OR completed <> CASE WHEN status = 'completed' THEN 1 ELSE 0 END",
    ),
    (
        "20: no food arrives after its best-before day",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
         JOIN stock_hold h ON h.order_line_id = l.id JOIN stock k ON k.id = h.stock_id JOIN lot x ON x.id = k.lot_id
         WHERE {group} AND o.arrives_to > x.best_before",
    ),
    (
        "an order has one contact",
        "checkout_group g JOIN seller_order o ON o.group_id = g.id WHERE {group} AND NOT EXISTS
            (SELECT 1 FROM order_contact c WHERE c.order_id = o.id)",
    ),
];

/// Of stock; `{stock}` bounds the rows that are looked at.
const OF_STOCK: &[(&str, &str)] = &[
    (
        "2: counters are the sums of the holds, and nothing is sold twice",
        "stock k WHERE {stock} AND (k.on_hand - k.allocated - k.held < 0
            OR k.held <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h WHERE h.stock_id = k.id AND h.state = 'held')
                + (SELECT COALESCE(SUM(d.quantity), 0) FROM cart_hold_line d JOIN cart_hold h ON h.id = d.hold_id
                    WHERE d.stock_id = k.id AND h.state = 'held')
            OR k.allocated <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h
                WHERE h.stock_id = k.id AND h.state = 'allocated'))",
    ),
    (
        "6: what lies on a shelf is what was counted last and what came and went since",
        "stock k JOIN stock_movement c ON c.stock_id = k.id AND c.id =
            (SELECT MAX(m.id) FROM stock_movement m WHERE m.stock_id = k.id AND m.kind = 'counted')
         WHERE {stock} AND k.on_hand <> c.quantity + (SELECT COALESCE(SUM(CASE
                WHEN m.kind IN ('received', 'restocked') THEN m.quantity
                WHEN m.kind IN ('shipped', 'written_off') THEN -m.quantity ELSE 0 END), 0)
            FROM stock_movement m WHERE m.stock_id = k.id AND m.id > c.id)",
    ),
    (
        "6: movements tell what became of the holds",
        "stock k WHERE {stock} AND (
            (SELECT COALESCE(SUM(m.quantity), 0) FROM stock_movement m WHERE m.stock_id = k.id AND m.kind = 'released')
                <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h
                    WHERE h.stock_id = k.id AND h.state IN ('released', 'expired'))
         OR (SELECT COALESCE(SUM(m.quantity), 0) FROM stock_movement m WHERE m.stock_id = k.id AND m.kind = 'shipped')
                <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h
                    WHERE h.stock_id = k.id AND h.state IN ('shipped', 'restocked'))
         OR (SELECT COALESCE(SUM(m.quantity), 0) FROM stock_movement m WHERE m.stock_id = k.id AND m.kind = 'restocked'
                    AND m.complaint_id IS NULL)
                <> (SELECT COALESCE(SUM(h.quantity), 0) FROM stock_hold h
                    WHERE h.stock_id = k.id AND h.state = 'restocked'))",
    ),
    (
        "6: nothing is missing for goods that were not sent again after all",
        "stock k JOIN stock_movement m ON m.stock_id = k.id JOIN replacement n ON n.complaint_id = m.complaint_id
         WHERE {stock} AND n.status = 'cancelled' GROUP BY k.id, n.complaint_id
         HAVING SUM(CASE m.kind WHEN 'written_off' THEN m.quantity ELSE -m.quantity END) <> 0",
    ),
    (
        "5: the hold of a cart that ended has a time, a live one none",
        "stock k JOIN cart_hold_line d ON d.stock_id = k.id JOIN cart_hold h ON h.id = d.hold_id
         WHERE {stock} AND (h.state = 'held') <> (h.ended_at IS NULL)",
    ),
    (
        "a week is of what is made to order, a lot of what is not",
        "stock k JOIN variant v ON v.id = k.variant_id WHERE {stock} AND k.week IS NOT NULL AND k.lot_id IS NOT NULL",
    ),
    (
        "a product without lots is in stock when a piece is left",
        "product p WHERE {product} AND p.made_to_order = FALSE AND p.shelf_life_days IS NULL AND p.lacking_certificate IS NULL
            AND p.in_stock <> EXISTS (SELECT 1 FROM variant v JOIN stock k ON k.variant_id = v.id WHERE v.product_id = p.id
             AND v.archived_at IS NULL AND k.week IS NULL AND k.on_hand - k.allocated - k.held > 0)",
    ),
];

/// Of everything only.
const OF_ALL: &[(&str, &str)] = &[
    ("21: nothing is in stock that lacks a certificate", "product WHERE lacking_certificate IS NOT NULL AND in_stock = TRUE"),
    (
        "21: what lost its last certificate of a kind that it has to have lacks one",
        "product p JOIN category c ON c.id = p.category_id JOIN certificate_rule r ON r.product_kind = c.kind
         JOIN certificate x ON x.shop_id = p.shop_id AND x.kind = r.kind AND x.status IN ('expired', 'revoked')
         WHERE p.lacking_certificate IS NULL AND r.attribute IS NULL
            AND (r.transport_class IS NULL OR r.transport_class = p.transport_class)
            AND (r.longer_than_days IS NULL OR p.shelf_life_days > r.longer_than_days)
            AND NOT EXISTS (SELECT 1 FROM certificate y WHERE y.shop_id = p.shop_id AND y.kind = r.kind AND y.status = 'verified'
                AND (y.covers_all = TRUE OR EXISTS (SELECT 1 FROM certificate_product z
                    WHERE z.certificate_id = y.id AND z.product_id = p.id)))",
    ),
    (
        "17: the last event of a certificate says where it stands",
        "certificate x WHERE EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = x.id)
            AND x.status <> (SELECT e.to_status FROM certificate_event e WHERE e.certificate_id = x.id ORDER BY e.id DESC LIMIT 1)",
    ),
    ("a kept key has its answer", "idempotency_record WHERE response IS NULL"),
    (
        "transfers that are waited for can be told apart",
        "(SELECT bank_key, amount FROM payment WHERE bank_key IS NOT NULL AND status IN ('pending', 'proof_submitted')
            GROUP BY bank_key, amount HAVING COUNT(*) > 1) AS twin",
    ),
    ("no job was given up", "job WHERE state = 'dead'"),
];

impl World {
    /// Looks at every row.
    pub async fn assert_invariants(&self) {
        self.check(
            [OF_GROUPS, OF_MONEY, OF_STOCK, OF_RATINGS, OF_LEDGER, OF_ALL, OF_REVIEWS].concat(),
            "TRUE",
            "TRUE",
            "TRUE",
        )
        .await;
    }

    /// Looks at one checkout (`0` for none) and the stock of one variant.
    pub async fn assert_invariants_of(&self, group_id: i64, variant_id: i64) {
        let (group, stock) = (format!("g.id = {group_id}"), format!("k.variant_id = {variant_id}"));
        let product = format!("p.id = (SELECT product_id FROM variant WHERE id = {variant_id})");
        self.check([OF_GROUPS, OF_MONEY, OF_STOCK, OF_RATINGS].concat(), &group, &stock, &product).await;
    }

    /// One query for all; each alone only to name the broken ones.
    async fn check(&self, checks: Vec<(&str, &str)>, group: &str, stock: &str, product: &str) {
        let count = |from: &str| {
            let from = from.replace("{group}", group).replace("{stock}", stock).replace("{product}", product);
            format!("(SELECT COUNT(*) FROM {from})")
        };
        let counts: Vec<String> = checks.iter().map(|(_, from)| count(from)).collect();
        if self.sql(&format!("SELECT {}", counts.join(" + ")), Vec::<Value>::new()).await == 0 {
            return;
        }
        let mut broken = Vec::new();
        for ((name, _), count) in checks.iter().zip(&counts) {
            let rows = self.sql(&format!("SELECT {count}"), Vec::<Value>::new()).await;
            if rows > 0 {
                broken.push(format!("{name}: {rows}"));
            }
        }
        panic!("broken: {broken:#?}");
    }
}
