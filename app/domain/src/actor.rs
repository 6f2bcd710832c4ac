//! Who did something, as events record it.

use crate::text_enum::text_enum;

text_enum! {
    /// Who did something.
    Actor {
        /// The buyer, signed in or by the order's link.
        Buyer = "buyer",
        /// Somebody of the shop.
        Seller = "seller",
        /// A curator.
        Curator = "curator",
        /// An admin.
        Admin = "admin",
        /// A timer or a provider.
        System = "system",
    }
}
