-- Money that goes back from one order's captured share. Its amounts never change; only its status does.
CREATE TABLE refund (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    payment_id BIGINT NOT NULL REFERENCES payment (id),
    method TEXT NOT NULL CHECK (method IN ('provider', 'manual_transfer', 'cash')),
    status TEXT NOT NULL CHECK (status IN ('requested', 'approved', 'sent', 'succeeded', 'failed')),
    amount BIGINT NOT NULL CHECK (amount > 0),
    -- Of lines, after discount
    goods_amount BIGINT NOT NULL CHECK (goods_amount >= 0),
    shipping_amount BIGINT NOT NULL CHECK (shipping_amount >= 0),
    -- Given without naming a line
    goodwill_amount BIGINT NOT NULL CHECK (goodwill_amount >= 0),
    reason TEXT NOT NULL,
    -- In which capacity, and who; a timer and a buyer by link have no account
    requested_as TEXT NOT NULL,
    requested_by BIGINT REFERENCES account (id),
    approved_by BIGINT REFERENCES account (id),
    -- Number of the bank's or provider's record
    reference TEXT,
    proof_media_id BIGINT REFERENCES media (id),
    requested_at BIGINT NOT NULL,
    approved_at BIGINT,
    sent_at BIGINT,
    ended_at BIGINT,
    CHECK (amount = goods_amount + shipping_amount + goodwill_amount)
);
CREATE INDEX refund_order ON refund (order_id, id);
CREATE INDEX refund_status ON refund (status, sent_at);

CREATE TABLE refund_line (
    refund_id BIGINT NOT NULL REFERENCES refund (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (refund_id, order_line_id)
);
CREATE INDEX refund_line_line ON refund_line (order_line_id);

-- Append-only: who, when, why.
CREATE TABLE refund_event (
    id {{ID}},
    refund_id BIGINT NOT NULL REFERENCES refund (id),
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX refund_event_refund ON refund_event (refund_id, id);

-- A case: what a buyer complains about.
CREATE TABLE complaint (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    reason TEXT NOT NULL CHECK (reason IN ('damaged', 'wrong_item', 'not_as_described', 'spoiled', 'missing', 'not_arrived', 'other')),
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'seller_replied', 'under_review', 'resolved', 'withdrawn')),
    -- What the seller offers, until the buyer answers
    offer TEXT CHECK (offer IN ('refund', 'replacement')),
    offer_amount BIGINT,
    resolution TEXT CHECK (resolution IN ('refund', 'replacement', 'rejected')),
    -- Why it was decided so
    decision TEXT,
    refund_id BIGINT REFERENCES refund (id),
    opened_by BIGINT REFERENCES account (id),
    opened_at BIGINT NOT NULL,
    -- Until when the seller has to answer
    reply_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX complaint_order ON complaint (order_id, id);
CREATE INDEX complaint_status ON complaint (status, reply_by);

CREATE TABLE complaint_line (
    complaint_id BIGINT NOT NULL REFERENCES complaint (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    PRIMARY KEY (complaint_id, order_line_id)
);
CREATE INDEX complaint_line_line ON complaint_line (order_line_id);

CREATE TABLE complaint_photo (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    complaint_id BIGINT NOT NULL REFERENCES complaint (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    added_at BIGINT NOT NULL,
    UNIQUE (complaint_id, media_id)
);

CREATE TABLE complaint_message (
    id {{ID}},
    complaint_id BIGINT NOT NULL REFERENCES complaint (id),
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX complaint_message_complaint ON complaint_message (complaint_id, id);

-- Append-only: who, when, why.
CREATE TABLE complaint_event (
    id {{ID}},
    complaint_id BIGINT NOT NULL REFERENCES complaint (id),
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX complaint_event_complaint ON complaint_event (complaint_id, id);
