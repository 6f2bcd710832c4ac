-- Where a buyer wants money of an order back by transfer. Like order_contact, one row to be anonymised.
CREATE TABLE refund_account (
    order_id BIGINT PRIMARY KEY REFERENCES seller_order (id),
    bank TEXT NOT NULL,
    account TEXT NOT NULL,
    holder TEXT NOT NULL,
    given_at BIGINT NOT NULL
);
