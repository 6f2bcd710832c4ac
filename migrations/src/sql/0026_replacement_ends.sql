-- Goods that are sent again may be called off or fail to arrive; the curator then decides the case once more, perhaps for goods again.
CREATE TABLE replacement_next (
    complaint_id BIGINT PRIMARY KEY REFERENCES complaint (id),
    status TEXT NOT NULL CHECK (status IN
        ('preparing', 'ready', 'shipped', 'awaiting_pickup', 'delivered', 'cancelled', 'undeliverable')),
    courier TEXT,
    tracking TEXT,
    begun_at BIGINT NOT NULL,
    shipped_at BIGINT,
    delivered_at BIGINT
);
INSERT INTO replacement_next (complaint_id, status, courier, tracking, begun_at, shipped_at, delivered_at)
    SELECT complaint_id, status, courier, tracking, begun_at, shipped_at, delivered_at FROM replacement;
DROP TABLE replacement;
ALTER TABLE replacement_next RENAME TO replacement;
-- Which case took pieces from the shelf, so that they go back to where they were.
ALTER TABLE stock_movement ADD COLUMN complaint_id BIGINT REFERENCES complaint (id);
CREATE INDEX stock_movement_complaint ON stock_movement (complaint_id) WHERE complaint_id IS NOT NULL;
