-- What a buyer says of a line that was delivered: one for each line.
CREATE TABLE review (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    order_line_id BIGINT NOT NULL UNIQUE REFERENCES order_line (id),
    -- Of that line; kept here so that lists need not look them up
    order_id BIGINT NOT NULL REFERENCES seller_order (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    stars BIGINT NOT NULL CHECK (stars BETWEEN 1 AND 5),
    -- May be empty
    text TEXT NOT NULL,
    -- What is shown of the buyer's name: a first name or an initial; empty where there is none
    author TEXT NOT NULL,
    author_form TEXT NOT NULL CHECK (author_form IN ('first_name', 'initial')),
    status TEXT NOT NULL CHECK (status IN ('shown', 'hidden', 'removed')),
    -- Why a curator hid it
    hidden_reason TEXT,
    -- Of the shop
    reply TEXT,
    replied_at BIGINT,
    replied_by BIGINT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    CHECK ((status = 'hidden') = (hidden_reason IS NOT NULL)),
    CHECK ((reply IS NULL) = (replied_at IS NULL))
);
CREATE INDEX review_product ON review (product_id, status, id);
CREATE INDEX review_shop ON review (shop_id, status, id);
CREATE INDEX review_order ON review (order_id);
CREATE INDEX review_unanswered ON review (shop_id, id) WHERE status = 'shown' AND reply IS NULL;
CREATE INDEX review_hidden ON review (id) WHERE status = 'hidden';

CREATE TABLE review_photo (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    review_id BIGINT NOT NULL REFERENCES review (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    added_at BIGINT NOT NULL,
    UNIQUE (review_id, media_id)
);

-- Append-only: who, when, why.
CREATE TABLE review_event (
    id {{ID}},
    review_id BIGINT NOT NULL REFERENCES review (id),
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX review_event_review ON review_event (review_id, id);

-- Somebody finds that a review should not be seen; waits for a curator until it has an outcome.
CREATE TABLE review_report (
    id {{ID}},
    review_id BIGINT NOT NULL REFERENCES review (id),
    reason TEXT NOT NULL CHECK (reason IN ('offensive', 'personal_data', 'advertising', 'untrue', 'off_topic', 'other')),
    note TEXT,
    -- Who was signed in
    account_id BIGINT REFERENCES account (id),
    reported_at BIGINT NOT NULL,
    outcome TEXT CHECK (outcome IN ('upheld', 'dismissed', 'removed')),
    closed_by BIGINT REFERENCES account (id),
    closed_at BIGINT,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);
CREATE INDEX review_report_open ON review_report (review_id) WHERE outcome IS NULL;
CREATE INDEX review_report_review ON review_report (review_id, id);

-- Orders whose buyers were asked what they think: once.
CREATE TABLE review_invitation (
    order_id BIGINT PRIMARY KEY REFERENCES seller_order (id),
    invited_at BIGINT NOT NULL
);
CREATE INDEX seller_order_delivered ON seller_order (delivered_at) WHERE delivered_at IS NOT NULL;

-- Ratings that are shown, by their stars; kept by the store in the transaction that changes a review.
ALTER TABLE product ADD COLUMN stars_1 BIGINT NOT NULL DEFAULT 0 CHECK (stars_1 >= 0);
ALTER TABLE product ADD COLUMN stars_2 BIGINT NOT NULL DEFAULT 0 CHECK (stars_2 >= 0);
ALTER TABLE product ADD COLUMN stars_3 BIGINT NOT NULL DEFAULT 0 CHECK (stars_3 >= 0);
ALTER TABLE product ADD COLUMN stars_4 BIGINT NOT NULL DEFAULT 0 CHECK (stars_4 >= 0);
ALTER TABLE product ADD COLUMN stars_5 BIGINT NOT NULL DEFAULT 0 CHECK (stars_5 >= 0);
-- Thousandths of a star by which products are compared; 0 without ratings
ALTER TABLE product ADD COLUMN rating_score BIGINT NOT NULL DEFAULT 0;
CREATE INDEX product_rating ON product (status, in_stock, rating_score, published_at, id);
ALTER TABLE shop ADD COLUMN stars_1 BIGINT NOT NULL DEFAULT 0 CHECK (stars_1 >= 0);
ALTER TABLE shop ADD COLUMN stars_2 BIGINT NOT NULL DEFAULT 0 CHECK (stars_2 >= 0);
ALTER TABLE shop ADD COLUMN stars_3 BIGINT NOT NULL DEFAULT 0 CHECK (stars_3 >= 0);
ALTER TABLE shop ADD COLUMN stars_4 BIGINT NOT NULL DEFAULT 0 CHECK (stars_4 >= 0);
ALTER TABLE shop ADD COLUMN stars_5 BIGINT NOT NULL DEFAULT 0 CHECK (stars_5 >= 0);
