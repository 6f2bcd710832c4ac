-- Content-addressed photos; `key` is the SHA-256 of the uploaded bytes, hex.
CREATE TABLE media (
    id {{ID}},
    key TEXT NOT NULL UNIQUE,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    -- Base64 of the thumbhash bytes
    thumbhash TEXT NOT NULL,
    -- JSON array of the widths that exist, ascending
    widths TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE shop (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    sentra_id BIGINT NOT NULL REFERENCES sentra (id),
    name TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    since_year BIGINT,
    tagline_id TEXT NOT NULL,
    tagline_en TEXT NOT NULL,
    story_id TEXT NOT NULL,
    story_en TEXT NOT NULL,
    street TEXT NOT NULL,
    region_code TEXT NOT NULL REFERENCES region (code),
    phone TEXT NOT NULL,
    logo_media_id BIGINT REFERENCES media (id),
    status TEXT NOT NULL CHECK (status IN ('applied', 'approved', 'rejected', 'suspended')),
    status_reason TEXT,
    opening_hours TEXT NOT NULL,
    offers_pickup BOOLEAN NOT NULL,
    offers_courier BOOLEAN NOT NULL,
    -- Pay on hand-over by the seller (own delivery, pick-up at the sentra)
    accepts_cod BOOLEAN NOT NULL,
    bank_name TEXT,
    bank_account TEXT,
    bank_holder TEXT,
    -- Rises with every change that a cached page of this shop would show
    epoch BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX shop_sentra ON shop (sentra_id, status);

CREATE TABLE shop_member (
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (shop_id, account_id)
);
CREATE INDEX shop_member_account ON shop_member (account_id);

-- Where a shop's own people deliver, for how much.
CREATE TABLE seller_delivery_area (
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    region_prefix TEXT NOT NULL,
    fee BIGINT NOT NULL CHECK (fee >= 0),
    days_min BIGINT NOT NULL,
    days_max BIGINT NOT NULL,
    PRIMARY KEY (shop_id, region_prefix)
);
