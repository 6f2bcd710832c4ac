-- Goods that are sent again because a case was settled so: the pieces of the case. Who, when and why are events of the case.
CREATE TABLE replacement (
    id {{ID}},
    complaint_id BIGINT NOT NULL UNIQUE REFERENCES complaint (id),
    status TEXT NOT NULL CHECK (status IN ('preparing', 'ready', 'shipped', 'awaiting_pickup', 'delivered')),
    courier TEXT,
    tracking TEXT,
    begun_at BIGINT NOT NULL,
    shipped_at BIGINT,
    delivered_at BIGINT
);
