-- A code that takes something off a checkout. Its terms never change: another offer is another voucher. `shop_id` NULL: for
-- goods of every shop, and the site pays; else the shop does.
CREATE TABLE voucher (
    id {{ID}},
    -- 4 to 20 capitals and digits
    code TEXT NOT NULL UNIQUE,
    shop_id BIGINT REFERENCES shop (id),
    kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount', 'free_shipping')),
    basis_points BIGINT CHECK (basis_points BETWEEN 1 AND 10000),
    -- Rupiah off; of a percentage or of carriage the most that is taken off, NULL for all of it
    amount BIGINT CHECK (amount > 0),
    -- Rupiah of goods that it is for
    minimum_goods BIGINT NOT NULL CHECK (minimum_goods >= 0),
    valid_from BIGINT NOT NULL,
    valid_until BIGINT NOT NULL CHECK (valid_until > valid_from),
    -- Checkouts; NULL for any number
    most_uses BIGINT CHECK (most_uses > 0),
    most_uses_per_buyer BIGINT CHECK (most_uses_per_buyer > 0),
    -- Ended before its time
    ended_at BIGINT,
    created_by BIGINT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    CHECK ((kind = 'percent') = (basis_points IS NOT NULL)),
    CHECK (kind <> 'amount' OR amount IS NOT NULL)
);
CREATE INDEX voucher_shop ON voucher (shop_id, id);

-- What a voucher took off an order, and who pays for it: frozen at placement. A use counts while one of the checkout's orders
-- is neither called off nor expired.
CREATE TABLE voucher_use (
    order_id BIGINT PRIMARY KEY REFERENCES seller_order (id),
    voucher_id BIGINT NOT NULL REFERENCES voucher (id),
    -- Part of the order's `discount_total`
    goods_amount BIGINT NOT NULL CHECK (goods_amount >= 0),
    -- The order's `shipping_total` is what is left after it
    shipping_amount BIGINT NOT NULL CHECK (shipping_amount >= 0),
    paid_by TEXT NOT NULL CHECK (paid_by IN ('shop', 'site')),
    CHECK (goods_amount + shipping_amount > 0)
);
CREATE INDEX voucher_use_voucher ON voucher_use (voucher_id);

-- What was typed in the cart; checked anew wherever it counts.
ALTER TABLE cart ADD COLUMN voucher_code TEXT;
