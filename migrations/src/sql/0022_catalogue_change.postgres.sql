-- What changed in the catalogue, for caches of its pages: a row for every rise of an epoch. Trimmed by a timer.
CREATE TABLE catalogue_change (
    id {{ID}},
    product_id BIGINT,
    shop_id BIGINT
);
CREATE FUNCTION note_product_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO catalogue_change (product_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER product_changed AFTER UPDATE OF epoch ON product
FOR EACH ROW EXECUTE FUNCTION note_product_change();
CREATE FUNCTION note_shop_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO catalogue_change (shop_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER shop_changed AFTER UPDATE OF epoch ON shop
FOR EACH ROW EXECUTE FUNCTION note_shop_change();
