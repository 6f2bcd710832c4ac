-- What changed in the catalogue, for caches of its pages: a row for every rise of an epoch. Trimmed by a timer.
CREATE TABLE catalogue_change (
    id {{ID}},
    product_id BIGINT,
    shop_id BIGINT
);
CREATE TRIGGER product_changed AFTER UPDATE OF epoch ON product
BEGIN INSERT INTO catalogue_change (product_id) VALUES (NEW.id); END;
CREATE TRIGGER shop_changed AFTER UPDATE OF epoch ON shop
BEGIN INSERT INTO catalogue_change (shop_id) VALUES (NEW.id); END;
