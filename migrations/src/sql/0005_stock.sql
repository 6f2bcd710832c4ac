-- A lot is one production run of a perishable; its stock row points to it.
CREATE TABLE lot (
    id {{ID}},
    code TEXT NOT NULL UNIQUE,
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    -- ISO 8601 dates in the sentra's time zone
    produced_on TEXT NOT NULL,
    best_before TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX lot_variant ON lot (variant_id, best_before);

-- available = on_hand - allocated - held. Only server/store/src/guard.rs changes these counters.
CREATE TABLE stock (
    id {{ID}},
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    lot_id BIGINT UNIQUE REFERENCES lot (id),
    on_hand BIGINT NOT NULL CHECK (on_hand >= 0),
    -- Promised to confirmed orders, still on the shelf
    allocated BIGINT NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    -- Live holds of orders that are not confirmed yet
    held BIGINT NOT NULL DEFAULT 0 CHECK (held >= 0),
    CHECK (on_hand - allocated - held >= 0)
);
CREATE INDEX stock_variant ON stock (variant_id);

CREATE TABLE stock_movement (
    id {{ID}},
    stock_id BIGINT NOT NULL REFERENCES stock (id),
    kind TEXT NOT NULL CHECK (kind IN ('received', 'allocated', 'released', 'shipped', 'restocked', 'written_off', 'counted')),
    quantity BIGINT NOT NULL,
    order_id BIGINT,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX stock_movement_stock ON stock_movement (stock_id, id);
