CREATE TABLE product_search (
    rowid BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX product_search_trigram ON product_search USING GIN (body gin_trgm_ops);
CREATE TABLE region_search (
    code TEXT PRIMARY KEY,
    body TEXT NOT NULL
);
CREATE INDEX region_search_words ON region_search USING GIN (to_tsvector('simple', body));
