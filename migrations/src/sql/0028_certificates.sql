-- What a public body or a laboratory says of a shop or of its goods. A renewal is another certificate.
CREATE TABLE certificate (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    kind TEXT NOT NULL CHECK (kind IN ('halal', 'pirt', 'bpom_md', 'food_contact_test', 'sni', 'merek')),
    number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    -- ISO 8601 date
    issued_on TEXT NOT NULL,
    -- It holds before that instant; NULL where it has no end
    valid_until BIGINT,
    -- For all goods of the shop; else for those of `certificate_product`
    covers_all BOOLEAN NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('submitted', 'verified', 'rejected', 'expired', 'revoked')),
    -- Why it was refused or taken back
    reason TEXT,
    submitted_at BIGINT NOT NULL,
    verified_at BIGINT,
    ended_at BIGINT,
    -- Days before its end that its shop was last told of
    noticed_days BIGINT,
    CHECK (status NOT IN ('rejected', 'revoked') OR reason IS NOT NULL)
);
CREATE INDEX certificate_shop ON certificate (shop_id, kind, status);
CREATE INDEX certificate_end ON certificate (status, valid_until);
-- Nobody shows the paper of another: a number is in use once.
CREATE UNIQUE INDEX certificate_number ON certificate (kind, number) WHERE status IN ('submitted', 'verified');

CREATE TABLE certificate_product (
    certificate_id BIGINT NOT NULL REFERENCES certificate (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    PRIMARY KEY (certificate_id, product_id)
);
CREATE INDEX certificate_product_product ON certificate_product (product_id);

-- Rows are only ever added.
CREATE TABLE certificate_event (
    id {{ID}},
    certificate_id BIGINT NOT NULL REFERENCES certificate (id),
    -- NULL where it was handed in
    from_status TEXT,
    to_status TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX certificate_event_certificate ON certificate_event (certificate_id, id);

-- Which goods cannot be sold without which certificate; all conditions of a row must be met. Operators edit it.
CREATE TABLE certificate_rule (
    id {{ID}},
    kind TEXT NOT NULL,
    -- `kind` of `category`
    product_kind TEXT NOT NULL,
    transport_class TEXT,
    -- Only what keeps for longer
    longer_than_days BIGINT,
    -- Only what says so of itself
    attribute TEXT,
    attribute_value TEXT,
    in_force_from BIGINT NOT NULL,
    -- When all goods were looked at for it; NULL has them looked at as soon as it is in force
    applied_at BIGINT,
    CHECK ((attribute IS NULL) = (attribute_value IS NULL))
);
-- Halal since 18 October 2026 in Malang. P-IRT is not for what needs the cold, nor needed by what is eaten within a week. Only a
-- tested glaze may be called safe for food.
INSERT INTO certificate_rule
    (kind, product_kind, transport_class, longer_than_days, attribute, attribute_value, in_force_from, applied_at)
VALUES
    ('halal', 'food', NULL, NULL, NULL, NULL, 1792256400000, 0),
    ('pirt', 'food', 'dry', 7, NULL, NULL, 0, 0),
    ('bpom_md', 'food', 'frozen', 7, NULL, NULL, 0, 0),
    ('food_contact_test', 'ceramic', NULL, NULL, 'food_contact', 'food_safe_proven', 0, 0);

-- What a product cannot be sold without and does not have; kept by the store. What was on sale before there were certificates is
-- looked at when it or a certificate of its shop next changes.
ALTER TABLE product ADD COLUMN lacking_certificate TEXT;
