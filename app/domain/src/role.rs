//! Roles of accounts.

use crate::text_enum::text_enum;

text_enum! {
    /// What an account may be; one account may be several.
    Role {
        /// Buys.
        Buyer = "buyer",
        /// Runs one or more shops.
        Seller = "seller",
        /// Works at the trade office: decides what is on sale.
        Curator = "curator",
        /// Trains and inspects.
        Mentor = "mentor",
        /// Runs the installation.
        Admin = "admin",
    }
}
