//! How lists of products are ordered and narrowed.

use crate::text_enum::text_enum;

text_enum! {
    /// Order of a list of products. What is sold out always comes last.
    Sort {
        /// Products whose name matches first; the newest first where nothing was searched for.
        Relevance = "relevance",
        /// The newest first.
        Newest = "newest",
        /// The cheapest first.
        PriceAsc = "price_asc",
        /// The dearest first.
        PriceDesc = "price_desc",
        /// The best rated first; the newest among those without ratings.
        Rating = "rating",
    }
}

text_enum! {
    /// When a product is made.
    Making {
        /// It lies on the shelf.
        Ready = "ready",
        /// It is made when it is ordered.
        ToOrder = "to_order",
    }
}
