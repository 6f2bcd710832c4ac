-- The words of names, for searches that are spelled otherwise. Part of the search index: `sentra reindex` builds it anew.
CREATE TABLE product_search_word (
    word TEXT COLLATE "C" PRIMARY KEY,
    -- One form for all spellings of the word
    sound TEXT COLLATE "C" NOT NULL
);
CREATE INDEX product_search_word_sound ON product_search_word (sound);
CREATE TABLE product_search_key (
    -- The sound of the word, whole or without one of its letters
    key TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (key, word)
);
-- Attributes that lists are filtered by, of the published revision
CREATE TABLE product_search_facet (
    product_id BIGINT NOT NULL,
    -- `key` of `attribute_definition`
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (product_id, key)
);
CREATE INDEX product_search_facet_value ON product_search_facet (key, value, product_id);
