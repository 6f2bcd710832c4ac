-- Addresses that a product once had. They stay its own for ever, so that no link comes to lead to something else.
CREATE TABLE product_slug (
    slug TEXT PRIMARY KEY,
    product_id BIGINT NOT NULL REFERENCES product (id),
    -- When the product took another one
    left_at BIGINT NOT NULL
);
CREATE INDEX product_slug_product ON product_slug (product_id);
