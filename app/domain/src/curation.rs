//! What a curator can do, as the audit trail records it.

use crate::text_enum::text_enum;

text_enum! {
    /// A decision of a curator.
    CurationAction {
        /// A product or a change of it went on sale.
        Publish = "product_published",
        /// Changes were asked for.
        RequestChanges = "product_changes_requested",
        /// A product or a change of it was refused.
        Reject = "product_rejected",
        /// A product was taken off the shelf.
        Suspend = "product_suspended",
        /// A product was put back.
        Restore = "product_restored",
        /// A shop was stopped.
        SuspendShop = "shop_suspended",
        /// A shop may sell again.
        RestoreShop = "shop_restored",
        /// The QRIS code of a shop was found to be its own.
        VerifyQris = "shop_qris_verified",
        /// The QRIS code of a shop was refused.
        RejectQris = "shop_qris_rejected",
        /// A lot was called back, by a curator or by its own shop.
        RecallLot = "lot_recalled",
    }
}
