-- What a cart holds while its owner pays: pieces of stock rows, for some minutes. Counted in stock.held; it ends exactly once.
CREATE TABLE cart_hold (
    id {{ID}},
    -- SHA-256 of the cart's token, hex; the cart itself may be gone
    token_hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'consumed', 'released', 'expired')),
    -- When the cart began to hold; taking it anew does not move it
    first_at BIGINT NOT NULL,
    taken_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK ((state = 'held') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX cart_hold_live ON cart_hold (token_hash) WHERE state = 'held';
CREATE INDEX cart_hold_expiry ON cart_hold (state, expires_at);
CREATE INDEX cart_hold_cart ON cart_hold (token_hash, id);
CREATE TABLE cart_hold_line (
    hold_id BIGINT NOT NULL REFERENCES cart_hold (id),
    stock_id BIGINT NOT NULL REFERENCES stock (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (hold_id, stock_id)
);
CREATE INDEX cart_hold_line_stock ON cart_hold_line (stock_id);
