CREATE TABLE product (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    shop_id BIGINT NOT NULL REFERENCES shop (id),
    category_id BIGINT NOT NULL REFERENCES category (id),
    status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'published', 'changes_requested', 'rejected', 'hidden', 'suspended', 'archived')),
    -- Why the curator suspended it; shown to the seller
    status_reason TEXT,
    transport_class TEXT NOT NULL CHECK (transport_class IN ('fresh', 'frozen', 'dry', 'fragile')),
    -- Days from confirmation to hand-over; for made to order the making time
    lead_time_days BIGINT NOT NULL CHECK (lead_time_days >= 0),
    made_to_order BOOLEAN NOT NULL,
    -- Food only: days from production to best before
    shelf_life_days BIGINT CHECK (shelf_life_days > 0),
    -- Denormalised from variants and stock, kept by the store in the same transaction
    price_from BIGINT NOT NULL DEFAULT 0,
    in_stock BOOLEAN NOT NULL DEFAULT FALSE,
    published_revision_id BIGINT,
    epoch BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    published_at BIGINT
);
CREATE INDEX product_shop ON product (shop_id, status, id);
-- Lists show what can be bought first, then what is sold out.
CREATE INDEX product_newest ON product (status, in_stock, published_at, id);
CREATE INDEX product_category_newest ON product (category_id, status, in_stock, published_at, id);
CREATE INDEX product_price ON product (status, in_stock, price_from, id);
CREATE INDEX product_price_ascending ON product (status, in_stock DESC, price_from, id);

-- Curated fields live in revisions: an edit is a new one, reviewed while the published one stays on sale.
CREATE TABLE product_revision (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    product_id BIGINT NOT NULL REFERENCES product (id),
    number BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'published', 'changes_requested', 'rejected', 'superseded')),
    -- JSON object, keys from attribute_definition
    attributes TEXT NOT NULL,
    -- The curator's words on changes requested or rejected
    note TEXT,
    created_by BIGINT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    proposed_at BIGINT,
    decided_at BIGINT,
    UNIQUE (product_id, number)
);
CREATE INDEX product_revision_queue ON product_revision (status, proposed_at, id);
CREATE TABLE product_text (
    revision_id BIGINT NOT NULL REFERENCES product_revision (id),
    locale TEXT NOT NULL CHECK (locale IN ('id', 'en')),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (revision_id, locale)
);
CREATE TABLE product_photo (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    revision_id BIGINT NOT NULL REFERENCES product_revision (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    alt_id TEXT NOT NULL,
    alt_en TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX product_photo_revision ON product_photo (revision_id, position);

CREATE TABLE variant (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    product_id BIGINT NOT NULL REFERENCES product (id),
    -- Empty where a product has one variant only
    name TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price > 0),
    -- Packed, ready to ship
    weight_g BIGINT NOT NULL CHECK (weight_g > 0),
    length_mm BIGINT NOT NULL DEFAULT 0,
    width_mm BIGINT NOT NULL DEFAULT 0,
    height_mm BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX variant_product ON variant (product_id, position);
CREATE TABLE price_change (
    id {{ID}},
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    price BIGINT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES account (id),
    changed_at BIGINT NOT NULL
);
