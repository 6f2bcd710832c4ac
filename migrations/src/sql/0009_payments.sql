-- QRIS codes that shops handed in. The newest verified one whose time has come is the one that buyers pay to.
CREATE TABLE shop_qris (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    -- Static payload, check sum included
    payload TEXT NOT NULL,
    -- Read from the payload, for people to compare
    payee TEXT NOT NULL,
    merchant_id TEXT NOT NULL,
    city TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'verified', 'rejected', 'replaced')),
    proposed_by BIGINT REFERENCES account (id),
    proposed_at BIGINT NOT NULL,
    decided_by BIGINT REFERENCES account (id),
    decided_at BIGINT,
    reason TEXT,
    -- Not used before, even when verified: a changed payee has to wait
    active_from BIGINT NOT NULL
);
CREATE INDEX shop_qris_shop ON shop_qris (shop_id, status, active_from);
CREATE INDEX shop_qris_queue ON shop_qris (status, id);
CREATE UNIQUE INDEX shop_qris_one_proposal ON shop_qris (shop_id) WHERE status = 'proposed';

-- For QRIS: the payload with this order's amount and number, and the code of the shop that it was made of.
ALTER TABLE payment ADD COLUMN qris_payload TEXT;
ALTER TABLE payment ADD COLUMN shop_qris_id BIGINT REFERENCES shop_qris (id);

-- What a buyer shows for a payment. The photo is private: its renditions are not served as media.
CREATE TABLE payment_proof (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    payment_id BIGINT NOT NULL REFERENCES payment (id),
    photo_key TEXT NOT NULL,
    photo_width BIGINT NOT NULL,
    photo_height BIGINT NOT NULL,
    -- JSON array of the widths that exist, ascending
    photo_widths TEXT NOT NULL,
    note TEXT,
    submitted_at BIGINT NOT NULL,
    -- After this a curator looks as well
    answer_by BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX payment_proof_payment ON payment_proof (payment_id, id);
CREATE INDEX payment_proof_overdue ON payment_proof (answered_at, answer_by);

-- Money that came without an open order to pay: written down by the shop, seen by people until it is dealt with.
CREATE TABLE unmatched_payment (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    -- The expired or cancelled order that it was for, where known
    order_id BIGINT REFERENCES seller_order (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    -- ISO 8601 date in the sentra's time zone
    received_on TEXT NOT NULL,
    note TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'returned', 'assigned')),
    -- Reference of the return, or which order it went to
    resolution TEXT,
    recorded_by BIGINT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    resolved_by BIGINT REFERENCES account (id),
    resolved_at BIGINT
);
CREATE INDEX unmatched_payment_shop ON unmatched_payment (shop_id, status, id);
CREATE INDEX unmatched_payment_open ON unmatched_payment (status, id);

-- Refused parcels and open orders are counted by phone number.
CREATE INDEX order_contact_phone ON order_contact (phone);

-- Where cash on delivery is allowed; everywhere while there is no row.
CREATE TABLE cod_region (
    region_prefix TEXT PRIMARY KEY
);
