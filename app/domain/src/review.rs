//! Reviews: what buyers say of goods that they were handed.

use crate::{fulfilment::FulfilmentStatus, limits, order::OrderStatus, text_enum::text_enum};

text_enum! {
    /// Whether a review is seen.
    ReviewStatus {
        /// Everybody sees it, and its stars count.
        Shown = "shown",
        /// A curator hid it; its author sees it, with the reason.
        Hidden = "hidden",
        /// Its author took it back, and what was written is gone.
        Removed = "removed",
    }
}

text_enum! {
    /// Under which name somebody reviews.
    AuthorName {
        /// "Ratna"
        FirstName = "first_name",
        /// "R."
        Initial = "initial",
    }
}

text_enum! {
    /// Why somebody reports a review.
    ReportReason {
        /// Insults or threatens.
        Offensive = "offensive",
        /// Tells where somebody lives or how to reach them.
        PersonalData = "personal_data",
        /// Advertises something else.
        Advertising = "advertising",
        /// Says what is not so.
        Untrue = "untrue",
        /// Is not about the goods.
        OffTopic = "off_topic",
        /// Something else, in the note.
        Other = "other",
    }
}

/// Ratings that every product is given in thought when products are compared, so that a single five does not beat
/// twenty of them.
pub const PRIOR_COUNT: i64 = 5;
/// Stars of each of those.
pub const PRIOR_STARS: i64 = 4;

/// What people are called before their name.
const TITLES: [&str; 15] =
    ["bu", "ibu", "pak", "bapak", "mas", "mbak", "mb", "kak", "bang", "sdr", "sdri", "h", "hj", "ny", "tn"];

/// Whether an order's lines may be reviewed: the goods were handed over, and it was not called off.
#[must_use]
pub fn can_review(status: OrderStatus, fulfilment: FulfilmentStatus) -> bool {
    matches!(status, OrderStatus::Confirmed | OrderStatus::Completed) && fulfilment == FulfilmentStatus::Delivered
}

/// What is shown of a buyer's name; `None` where there is nothing that is a name. Digits and signs of addresses never
/// are: people write telephone numbers into any field.
#[must_use]
pub fn shown_name(name: &str, form: AuthorName) -> Option<String> {
    let is_title = |word: &&str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let is_name = |word: &&str| {
        word.chars().next().is_some_and(char::is_alphabetic)
            && word.chars().all(|character| character.is_alphabetic() || matches!(character, '\'' | '’' | '-' | '.'))
    };
    let word = name.split_whitespace().filter(is_name).find(|word| !is_title(word))?;
    let first = word.chars().next()?.to_uppercase().to_string();
    Some(match form {
        AuthorName::Initial => format!("{first}."),
        AuthorName::FirstName => {
            let rest: String = word.chars().skip(1).take(limits::PERSON_NAME_MAX / 2).collect();
            format!("{first}{}", rest.trim_end_matches('.'))
        }
    })
}

/// How many ratings there are of each number of stars, one first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread(pub [i64; 5]);

impl Spread {
    /// The change when a rating comes or goes.
    #[must_use]
    pub fn one(stars: i64) -> Self {
        let mut spread = Self::default();
        if let Some(count) = usize::try_from(stars - 1).ok().and_then(|place| spread.0.get_mut(place)) {
            *count = 1;
        }
        spread
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place] + other.0[place]))
    }

    /// What is left without the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place] - other.0[place]))
    }

    /// How many ratings.
    #[must_use]
    pub fn count(self) -> i64 {
        self.0.iter().sum()
    }

    /// All stars together.
    #[must_use]
    pub fn sum(self) -> i64 {
        (1..).zip(self.0).map(|(stars, count)| stars * count).sum()
    }

    /// How many of that number of stars.
    #[must_use]
    pub fn of(self, stars: i64) -> i64 {
        usize::try_from(stars - 1).ok().and_then(|place| self.0.get(place).copied()).unwrap_or_default()
    }

    /// What that is of all, in whole percent.
    #[must_use]
    pub fn percent(self, stars: i64) -> i64 {
        (self.of(stars) * 100 + self.count() / 2).checked_div(self.count()).unwrap_or_default()
    }

    /// The average in tenths of a star; `None` without ratings.
    #[must_use]
    pub fn tenths(self) -> Option<i64> {
        tenths(self.count(), self.sum())
    }

    /// Thousandths of a star by which products are compared; 0 without ratings.
    #[must_use]
    pub fn score(self) -> i64 {
        let count = self.count();
        if count == 0 {
            return 0;
        }
        (self.sum() + PRIOR_STARS * PRIOR_COUNT) * 1_000 / (count + PRIOR_COUNT)
    }
}

/// An average in tenths of a star, of so many ratings with so many stars together; `None` without ratings.
#[must_use]
pub fn tenths(count: i64, sum: i64) -> Option<i64> {
    (sum * 10 + count / 2).checked_div(count)
}
