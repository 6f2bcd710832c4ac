-- Reference data: configuration that operators edit as rows.
CREATE TABLE region (
    code TEXT PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('province', 'city', 'district', 'village')),
    name TEXT NOT NULL,
    -- "Dinoyo, Lowokwaru, Kota Malang, Jawa Timur"
    full_name TEXT NOT NULL,
    parent_code TEXT REFERENCES region (code),
    postal_code TEXT
);
CREATE INDEX region_parent ON region (parent_code);
CREATE INDEX region_postal_code ON region (postal_code);

CREATE TABLE sentra (
    id {{ID}},
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    craft_id TEXT NOT NULL,
    craft_en TEXT NOT NULL,
    place TEXT NOT NULL,
    tagline_id TEXT NOT NULL,
    tagline_en TEXT NOT NULL,
    story_id TEXT NOT NULL,
    story_en TEXT NOT NULL,
    accent TEXT NOT NULL,
    zone TEXT NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
    currency TEXT NOT NULL,
    origin_region TEXT NOT NULL REFERENCES region (code),
    latitude_microdegrees BIGINT NOT NULL,
    longitude_microdegrees BIGINT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE category (
    id {{ID}},
    slug TEXT NOT NULL UNIQUE,
    sentra_id BIGINT NOT NULL REFERENCES sentra (id),
    kind TEXT NOT NULL CHECK (kind IN ('ceramic', 'food', 'experience')),
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- What a new product begins with; its seller changes them.
    transport_class TEXT NOT NULL CHECK (transport_class IN ('fresh', 'frozen', 'dry', 'fragile')),
    lead_time_days BIGINT NOT NULL CHECK (lead_time_days >= 0),
    shelf_life_days BIGINT CHECK (shelf_life_days > 0),
    position BIGINT NOT NULL
);

CREATE TABLE attribute_definition (
    id {{ID}},
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value_kind TEXT NOT NULL CHECK (value_kind IN ('text', 'number', 'choice', 'boolean')),
    required BOOLEAN NOT NULL,
    unit TEXT,
    -- JSON array of {"value","name_id","name_en"}; empty for other value kinds.
    choices TEXT NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (kind, key)
);

CREATE TABLE shipping_zone (
    id {{ID}},
    sentra_id BIGINT NOT NULL REFERENCES sentra (id),
    code TEXT NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (sentra_id, code)
);
CREATE TABLE shipping_zone_region (
    zone_id BIGINT NOT NULL REFERENCES shipping_zone (id),
    region_prefix TEXT NOT NULL,
    PRIMARY KEY (zone_id, region_prefix)
);
CREATE TABLE shipping_service (
    id {{ID}},
    code TEXT NOT NULL UNIQUE,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    divisor BIGINT NOT NULL CHECK (divisor > 0),
    round_tolerance_g BIGINT NOT NULL,
    min_kg BIGINT NOT NULL,
    max_kg BIGINT NOT NULL,
    position BIGINT NOT NULL
);
CREATE TABLE shipping_rate (
    zone_id BIGINT NOT NULL REFERENCES shipping_zone (id),
    service_id BIGINT NOT NULL REFERENCES shipping_service (id),
    rate_per_kg BIGINT NOT NULL CHECK (rate_per_kg >= 0),
    days_min BIGINT NOT NULL,
    days_max BIGINT NOT NULL,
    PRIMARY KEY (zone_id, service_id)
);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
CREATE TABLE holiday (
    -- ISO 8601 date
    day TEXT PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE synonym (
    term TEXT NOT NULL,
    canonical TEXT NOT NULL,
    PRIMARY KEY (term, canonical)
);
