//! What buyers say of goods.

use domain::{review::Spread, time::Date};
use serde::Serialize;
use services::reviews::ReviewView;

/// The average of all ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct AggregateRating {
    rating_value: String,
    review_count: i64,
    best_rating: i64,
    worst_rating: i64,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Review {
    author: Person,
    date_published: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    review_body: String,
    review_rating: Rating,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct Person {
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Rating {
    rating_value: i64,
    best_rating: i64,
    worst_rating: i64,
}

impl AggregateRating {
    /// Of a spread; `None` without a rating.
    pub(super) fn of(spread: Spread) -> Option<Self> {
        spread.tenths().map(|tenths| Self {
            rating_value: format!("{}.{}", tenths / 10, tenths % 10),
            review_count: spread.count(),
            best_rating: 5,
            worst_rating: 1,
        })
    }
}

impl Review {
    pub(super) fn of(review: &ReviewView) -> Self {
        Self {
            author: Person { name: review.author.clone() },
            date_published: Date::from_timestamp(review.detail.created_at, review.detail.zone).to_string(),
            review_body: review.text.clone(),
            review_rating: Rating { rating_value: review.stars, best_rating: 5, worst_rating: 1 },
        }
    }
}
