-- A lot that was called back is never sold again: when, why, by whom, in which capacity.
ALTER TABLE lot ADD COLUMN recalled_at BIGINT;
ALTER TABLE lot ADD COLUMN recall_reason TEXT;
ALTER TABLE lot ADD COLUMN recalled_by TEXT;
ALTER TABLE lot ADD COLUMN recall_account_id BIGINT REFERENCES account (id);
-- Lots of a variant by the day they were made on, and those that were called back.
CREATE INDEX lot_produced ON lot (variant_id, produced_on);
CREATE INDEX lot_recalled ON lot (recalled_at) WHERE recalled_at IS NOT NULL;
