-- Which order line an entry is about, so that an open case holds back its own lines only. NULL: carriage, fees, goodwill, and
-- all that was posted before.
ALTER TABLE ledger_entry ADD COLUMN order_line_id BIGINT REFERENCES order_line (id);
