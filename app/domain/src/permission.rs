//! Which role may do what, beyond its own things.

use crate::{role::Role, text_enum::text_enum};

text_enum! {
    /// Something that not everybody may do.
    Permission {
        /// Decide about products.
        CurateProducts = "curate_products",
        /// Approve, suspend and restore shops.
        ManageShops = "manage_shops",
        /// Read the audit trail.
        ReadAudit = "read_audit",
        /// Grant and revoke roles, make accounts.
        ManageAccounts = "manage_accounts",
    }
}

/// Whether the role may.
#[must_use]
pub const fn allows(role: Role, permission: Permission) -> bool {
    match permission {
        Permission::CurateProducts | Permission::ManageShops | Permission::ReadAudit => {
            matches!(role, Role::Curator | Role::Admin)
        }
        Permission::ManageAccounts => matches!(role, Role::Admin),
    }
}
