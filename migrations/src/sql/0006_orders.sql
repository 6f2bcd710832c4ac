CREATE TABLE cart (
    id {{ID}},
    -- SHA-256 of the cookie's token, hex
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE TABLE cart_line (
    cart_id BIGINT NOT NULL REFERENCES cart (id),
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    quantity BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    -- Unit price when it was put in, to explain a later change in place
    price_seen BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (cart_id, variant_id)
);

-- Immutable: what the buyer agreed to. It has no status; its orders have.
CREATE TABLE checkout_group (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    account_id BIGINT REFERENCES account (id),
    locale TEXT NOT NULL,
    terms_version TEXT NOT NULL,
    total BIGINT NOT NULL,
    placed_at BIGINT NOT NULL
);
CREATE INDEX checkout_group_account ON checkout_group (account_id, id);

CREATE TABLE seller_order (
    id {{ID}},
    number TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    group_id BIGINT NOT NULL REFERENCES checkout_group (id),
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    status TEXT NOT NULL CHECK (status IN ('awaiting_payment', 'awaiting_confirmation', 'confirmed', 'completed', 'cancelled', 'expired')),
    fulfilment TEXT NOT NULL CHECK (fulfilment IN ('preparing', 'ready', 'shipped', 'awaiting_pickup', 'delivered', 'cancelled', 'undeliverable', 'returned')),
    payment_method TEXT NOT NULL CHECK (payment_method IN ('cod', 'transfer', 'qris', 'stripe')),
    delivery_method TEXT NOT NULL CHECK (delivery_method IN ('courier', 'seller_delivery', 'pickup')),
    service_code TEXT,
    service_name TEXT NOT NULL,
    items_total BIGINT NOT NULL,
    -- Packing fee included
    shipping_total BIGINT NOT NULL,
    packing_fee BIGINT NOT NULL,
    discount_total BIGINT NOT NULL,
    total BIGINT NOT NULL,
    chargeable_kg BIGINT NOT NULL,
    -- ISO 8601 dates
    arrives_from TEXT NOT NULL,
    arrives_to TEXT NOT NULL,
    courier TEXT,
    tracking TEXT,
    cancel_reason TEXT,
    placed_at BIGINT NOT NULL,
    confirm_by BIGINT,
    confirmed_at BIGINT,
    delivered_at BIGINT,
    complete_at BIGINT,
    CHECK (total = items_total + shipping_total - discount_total)
);
CREATE INDEX seller_order_group ON seller_order (group_id);
CREATE INDEX seller_order_shop ON seller_order (shop_id, status, id);
CREATE INDEX seller_order_complete ON seller_order (complete_at);
CREATE INDEX seller_order_confirm ON seller_order (confirm_by);

-- The only place of a buyer's name, phone and address; anonymised as one row.
CREATE TABLE order_contact (
    order_id BIGINT PRIMARY KEY REFERENCES seller_order (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT,
    region_code TEXT,
    region_name TEXT NOT NULL,
    street TEXT NOT NULL,
    landmark TEXT,
    postal_code TEXT,
    note TEXT
);

CREATE TABLE order_line (
    id {{ID}},
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    -- Snapshot of what was bought, in the buyer's language
    product_name TEXT NOT NULL,
    variant_name TEXT NOT NULL,
    media_id BIGINT REFERENCES media (id),
    unit_price BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    line_total BIGINT NOT NULL,
    weight_g BIGINT NOT NULL,
    commission_basis_points BIGINT NOT NULL,
    CHECK (line_total = unit_price * quantity)
);
CREATE INDEX order_line_order ON order_line (order_id);
CREATE INDEX order_line_variant ON order_line (variant_id);

-- Units of an order on one stock row. A hold ends exactly once: consumed (allocated), released or expired.
CREATE TABLE stock_hold (
    id {{ID}},
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    stock_id BIGINT NOT NULL REFERENCES stock (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    state TEXT NOT NULL CHECK (state IN ('held', 'allocated', 'shipped', 'released', 'expired', 'restocked')),
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX stock_hold_line ON stock_hold (order_line_id);
CREATE INDEX stock_hold_stock ON stock_hold (stock_id, state);

CREATE TABLE payment (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    group_id BIGINT NOT NULL REFERENCES checkout_group (id),
    method TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('created', 'pending', 'proof_submitted', 'captured', 'failed', 'expired', 'cancelled')),
    amount BIGINT NOT NULL,
    -- Transfer only: 1 to 499, already subtracted from `amount`
    unique_code BIGINT,
    -- "BCA:000111222": unique code and amount are unique among unpaid orders of one account
    bank_key TEXT,
    bank_name TEXT,
    bank_account TEXT,
    bank_holder TEXT,
    expires_at BIGINT,
    captured_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX payment_expiry ON payment (status, expires_at);
CREATE UNIQUE INDEX payment_unique_code ON payment (bank_key, amount) WHERE bank_key IS NOT NULL AND status IN ('pending', 'proof_submitted');
CREATE TABLE payment_share (
    payment_id BIGINT NOT NULL REFERENCES payment (id),
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    amount BIGINT NOT NULL,
    PRIMARY KEY (payment_id, order_id)
);
CREATE INDEX payment_share_order ON payment_share (order_id);

-- Append-only: who, when, why. Holds ids, never names.
CREATE TABLE order_event (
    id {{ID}},
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX order_event_order ON order_event (order_id, id);
