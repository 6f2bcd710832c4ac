CREATE VIRTUAL TABLE product_search USING fts5 (name, body, tokenize = 'trigram');
CREATE VIRTUAL TABLE region_search USING fts5 (body, code UNINDEXED, tokenize = 'unicode61', prefix = '2 3');
