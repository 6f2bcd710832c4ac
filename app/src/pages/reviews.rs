//! Reviews as several pages show them: stars, a review, and all of what is said of a product or a shop.

mod card;
pub mod report;
mod section;
mod stars;

pub(in crate::pages) use card::ReviewCard;
pub(in crate::pages) use section::{PER_PAGE, ReviewSection, TitleRating, query};
pub(in crate::pages) use stars::{StarChoice, Stars};
