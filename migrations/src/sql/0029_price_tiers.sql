-- What each piece costs where many are bought: `from:rupiah` after `from:rupiah`, as `domain::tier` reads it; empty where all cost
-- the same. Orders keep what their pieces cost in `order_line.unit_price`.
ALTER TABLE variant ADD COLUMN tiers TEXT NOT NULL DEFAULT '';
ALTER TABLE price_change ADD COLUMN tiers TEXT NOT NULL DEFAULT '';
-- The photo that shows a variant, of those that its product's revision has; a revision without it shows its first.
ALTER TABLE variant ADD COLUMN media_id BIGINT REFERENCES media (id);
