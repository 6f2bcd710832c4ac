//! Of reviews and the ratings that are made of them.

/// Of one product or all; `{product}` bounds them.
pub(super) const OF_RATINGS: &[(&str, &str)] = &[
    (
        "the ratings of a product are the stars of its reviews that are shown",
        "product p WHERE {product} AND (
            p.stars_1 <> (SELECT COUNT(*) FROM review r WHERE r.product_id = p.id AND r.status = 'shown' AND r.stars = 1)
         OR p.stars_2 <> (SELECT COUNT(*) FROM review r WHERE r.product_id = p.id AND r.status = 'shown' AND r.stars = 2)
         OR p.stars_3 <> (SELECT COUNT(*) FROM review r WHERE r.product_id = p.id AND r.status = 'shown' AND r.stars = 3)
         OR p.stars_4 <> (SELECT COUNT(*) FROM review r WHERE r.product_id = p.id AND r.status = 'shown' AND r.stars = 4)
         OR p.stars_5 <> (SELECT COUNT(*) FROM review r WHERE r.product_id = p.id AND r.status = 'shown' AND r.stars = 5))",
    ),
    (
        "products are compared by their ratings",
        "product p WHERE {product} AND p.rating_score <> CASE
            WHEN p.stars_1 + p.stars_2 + p.stars_3 + p.stars_4 + p.stars_5 = 0 THEN 0
            ELSE (p.stars_1 + 2 * p.stars_2 + 3 * p.stars_3 + 4 * p.stars_4 + 5 * p.stars_5 + 20) * 1000
                / (p.stars_1 + p.stars_2 + p.stars_3 + p.stars_4 + p.stars_5 + 5) END",
    ),
];

/// Of everything only.
pub(super) const OF_REVIEWS: &[(&str, &str)] = &[
    (
        "the ratings of a shop are those of its reviews that are shown",
        "shop s WHERE
            s.stars_1 <> (SELECT COUNT(*) FROM review r WHERE r.shop_id = s.id AND r.status = 'shown' AND r.stars = 1)
         OR s.stars_2 <> (SELECT COUNT(*) FROM review r WHERE r.shop_id = s.id AND r.status = 'shown' AND r.stars = 2)
         OR s.stars_3 <> (SELECT COUNT(*) FROM review r WHERE r.shop_id = s.id AND r.status = 'shown' AND r.stars = 3)
         OR s.stars_4 <> (SELECT COUNT(*) FROM review r WHERE r.shop_id = s.id AND r.status = 'shown' AND r.stars = 4)
         OR s.stars_5 <> (SELECT COUNT(*) FROM review r WHERE r.shop_id = s.id AND r.status = 'shown' AND r.stars = 5)",
    ),
    (
        "a review is of a line that was delivered, of its order, product and shop",
        "review r JOIN order_line l ON l.id = r.order_line_id JOIN seller_order o ON o.id = l.order_id
         JOIN variant v ON v.id = l.variant_id
         WHERE o.fulfilment <> 'delivered' OR r.order_id <> l.order_id OR r.shop_id <> o.shop_id
            OR r.product_id <> v.product_id",
    ),
    (
        "a review that was taken back says nothing",
        "review r WHERE r.status = 'removed' AND (r.text <> '' OR r.reply IS NOT NULL
            OR EXISTS (SELECT 1 FROM review_photo f WHERE f.review_id = r.id)
            OR EXISTS (SELECT 1 FROM review_report q WHERE q.review_id = r.id AND q.outcome IS NULL))",
    ),
    (
        "a review has at most five photos",
        "(SELECT review_id FROM review_photo GROUP BY review_id HAVING COUNT(*) > 5) AS f",
    ),
];
