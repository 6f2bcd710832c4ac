//! Reviews: what buyers say of lines that were delivered, what shops reply, and what curators hide.
//!
//! Whoever changes a review has locked its order; the counters of product and shop change in the same transaction.

mod invite;
mod lists;
mod moderate;
mod notices;
mod photos;
mod reply;
mod report;
mod view;
mod write;

pub use invite::invite_due;
pub use lists::{
    DeskReviews, ModerationFilter, ModerationPage, ReviewQuery, Shown, counts, for_curators, of_product, of_shop,
    of_shops, shown_of_product, shown_of_shop, waiting_of_shops,
};
pub use moderate::{dismiss_reports, hide, restore};
pub use photos::{add_photo, remove_photo};
pub use reply::reply;
pub use report::{ReportRequest, find_shown, report};
pub use store::reviews::ReportCounts;
pub use view::{
    ModeratedReview, OwnReview, Rating, ReportView, ReviewDetail, ReviewList, ReviewPhoto, ReviewReply, ReviewView,
};
pub use write::{ReviewRequest, edit, of_order, own_by_line, remove, write};
