-- Payments that a provider collects: one for all orders of a checkout, with a share for each.
ALTER TABLE payment ADD COLUMN provider TEXT;
-- Which attempt at a session this is, and until when its session can be paid: the idempotency key is made of the first,
-- and both are written before the provider is called
ALTER TABLE payment ADD COLUMN session_attempt BIGINT NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN session_expires_at BIGINT;
-- The provider's own names, once it has told them
ALTER TABLE payment ADD COLUMN session_id TEXT;
ALTER TABLE payment ADD COLUMN checkout_url TEXT;
ALTER TABLE payment ADD COLUMN provider_payment TEXT;
-- What the provider keeps, in rupiah
ALTER TABLE payment ADD COLUMN provider_fee BIGINT;
-- When the provider was last asked
ALTER TABLE payment ADD COLUMN asked_at BIGINT;
-- Money that came after that payment was over: a payment of its own, which changes no order and goes back
ALTER TABLE payment ADD COLUMN late_of BIGINT REFERENCES payment (id);
CREATE UNIQUE INDEX payment_session ON payment (provider, session_id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX payment_provider_payment ON payment (provider, provider_payment) WHERE provider_payment IS NOT NULL;
CREATE UNIQUE INDEX payment_late ON payment (late_of) WHERE late_of IS NOT NULL;

-- What a provider told, once each. Holds ids, never the body.
CREATE TABLE provider_event (
    id {{ID}},
    provider TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('session', 'payment', 'refund', 'other')),
    subject_id TEXT,
    received_at BIGINT NOT NULL,
    processed_at BIGINT,
    -- What became of it
    outcome TEXT,
    UNIQUE (provider, event_id)
);

-- Money at a provider that fits no payment of ours; it moves nothing, and people see it until it is dealt with.
CREATE TABLE unmatched_card (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    provider TEXT NOT NULL,
    provider_payment TEXT NOT NULL,
    -- The payment that it names, where there is one
    payment_id BIGINT REFERENCES payment (id),
    -- As the provider counts it
    minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('unknown', 'amount', 'currency', 'twice')),
    status TEXT NOT NULL CHECK (status IN ('open', 'returned', 'assigned')),
    resolution TEXT,
    recorded_at BIGINT NOT NULL,
    resolved_by BIGINT REFERENCES account (id),
    resolved_at BIGINT,
    UNIQUE (provider, provider_payment)
);
CREATE INDEX unmatched_card_open ON unmatched_card (status, id);
