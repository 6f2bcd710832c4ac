-- The site's share of a sale, from a moment on. The narrowest rule counts: shop, then category, then sentra; of one
-- scope the newest that has begun. No rule: nothing. Frozen on `order_line.commission_basis_points` at placement.
CREATE TABLE commission_rule (
    id {{ID}},
    scope TEXT NOT NULL CHECK (scope IN ('sentra', 'category', 'shop')),
    sentra_id BIGINT REFERENCES sentra (id),
    category_id BIGINT REFERENCES category (id),
    shop_id BIGINT REFERENCES shop (id),
    basis_points BIGINT NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
    valid_from BIGINT NOT NULL,
    created_by BIGINT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    CHECK ((scope = 'sentra') = (sentra_id IS NOT NULL)),
    CHECK ((scope = 'category') = (category_id IS NOT NULL)),
    CHECK ((scope = 'shop') = (shop_id IS NOT NULL))
);
CREATE INDEX commission_rule_sentra ON commission_rule (sentra_id, valid_from);
CREATE INDEX commission_rule_category ON commission_rule (category_id, valid_from);
CREATE INDEX commission_rule_shop ON commission_rule (shop_id, valid_from);

CREATE TABLE ledger_account (
    id {{ID}},
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'platform', 'provider', 'direct_settlement', 'shipping', 'tax', 'payout_clearing')),
    shop_id BIGINT REFERENCES shop (id),
    CHECK ((kind = 'shop') = (shop_id IS NOT NULL))
);
CREATE UNIQUE INDEX ledger_account_shop ON ledger_account (shop_id) WHERE shop_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_account_site ON ledger_account (kind) WHERE shop_id IS NULL;

CREATE TABLE payout (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'sent', 'paid', 'failed', 'returned')),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    -- The account as it was when the payout was put together
    bank_name TEXT NOT NULL,
    bank_account TEXT NOT NULL,
    bank_holder TEXT NOT NULL,
    -- NULL: put together by the nightly run
    made_by BIGINT REFERENCES account (id),
    approved_by BIGINT REFERENCES account (id),
    sent_by BIGINT REFERENCES account (id),
    -- All payouts of one file for the bank
    batch TEXT,
    -- The bank's own number of the transfer
    reference TEXT,
    created_at BIGINT NOT NULL,
    approved_at BIGINT,
    sent_at BIGINT,
    paid_at BIGINT,
    -- When it failed or came back
    ended_at BIGINT
);
CREATE INDEX payout_shop ON payout (shop_id, id);
CREATE INDEX payout_status ON payout (status, id);
CREATE INDEX payout_batch ON payout (batch, id);

-- Append-only: who, when, why.
CREATE TABLE payout_event (
    id {{ID}},
    payout_id BIGINT NOT NULL REFERENCES payout (id),
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX payout_event_payout ON payout_event (payout_id, id);

-- Append-only: triggers refuse every change. Its entries sum to zero.
CREATE TABLE ledger_transaction (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'shipping', 'commission', 'gateway_fee', 'refund_reversal', 'adjustment', 'payout', 'payout_return')),
    -- What it was written for; the same thing is written once
    source_key TEXT NOT NULL UNIQUE,
    order_id BIGINT REFERENCES seller_order (id),
    refund_ref TEXT,
    payout_id BIGINT REFERENCES payout (id),
    reason TEXT,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    at BIGINT NOT NULL
);
CREATE INDEX ledger_transaction_order ON ledger_transaction (order_id);
CREATE INDEX ledger_transaction_payout ON ledger_transaction (payout_id);

-- Append-only. Above zero: owed to that account; below: owed by it.
CREATE TABLE ledger_entry (
    id {{ID}},
    transaction_id BIGINT NOT NULL REFERENCES ledger_transaction (id),
    account_id BIGINT NOT NULL REFERENCES ledger_account (id),
    amount BIGINT NOT NULL CHECK (amount <> 0)
);
CREATE INDEX ledger_entry_account ON ledger_entry (account_id, id);
CREATE INDEX ledger_entry_transaction ON ledger_entry (transaction_id);

-- Which entries a payout pays. An entry is in at most one live payout.
CREATE TABLE payout_entry (
    id {{ID}},
    payout_id BIGINT NOT NULL REFERENCES payout (id),
    entry_id BIGINT NOT NULL REFERENCES ledger_entry (id),
    -- False once the payout has failed or come back
    live BOOLEAN NOT NULL,
    UNIQUE (payout_id, entry_id)
);
CREATE UNIQUE INDEX payout_entry_live ON payout_entry (entry_id) WHERE live;

-- Captured money without a live order is looked for every minute.
CREATE INDEX payment_captured ON payment (captured_at);

-- What a run of the reconciliation found.
CREATE TABLE reconciliation (
    id {{ID}},
    at BIGINT NOT NULL,
    -- JSON array of what nobody can explain
    findings TEXT NOT NULL
);
