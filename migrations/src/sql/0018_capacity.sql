-- Pieces a week that can be made of what is made to order; NULL where there is no limit.
ALTER TABLE variant ADD COLUMN weekly_capacity BIGINT CHECK (weekly_capacity >= 0);
-- Of what is made to order a stock row is the room of one ISO week, named by its Monday where the sentra is: on_hand is what
-- can still be made then. Orders hold, keep and free it like any other stock.
ALTER TABLE stock ADD COLUMN week TEXT;
CREATE UNIQUE INDEX stock_week ON stock (variant_id, week) WHERE week IS NOT NULL;
