//! Where to: the village that was chosen, or those to choose from.

use access::Denied;
use services::{
    Services,
    regions::{self, RegionHit},
};

use super::fields::{REGION, REGION_QUERY, REGION_SEARCHED, STEP, is_search};
use crate::forms::FormView;

/// Most villages to choose from; who sees so many adds a word.
pub(super) const MOST_HITS: i64 = 12;
/// Longest code that is looked up; a village's has 13 characters.
const MAX_CODE: usize = 13;

/// The state of the search.
#[derive(Clone, Default)]
pub(super) struct Place {
    /// What was typed, while it is of use.
    pub query: String,
    /// The villages to choose from.
    pub hits: Vec<RegionHit>,
    /// Code of the one that was marked among them.
    pub marked: String,
    /// The village, once there is no doubt.
    pub chosen: Option<RegionHit>,
}

impl Place {
    /// What the form says. A search with one answer is a choice.
    pub async fn load(services: &Services, form: &FormView) -> Result<Self, Denied> {
        let (query, code) = (form.value(REGION_QUERY), form.value(REGION));
        let searched = form.value(REGION_SEARCHED);
        let is_new = is_search(&form.value(STEP), &query, &searched);
        let known =
            if code.is_empty() || code.len() > MAX_CODE { None } else { regions::find(services, &code).await? };
        match known {
            Some(chosen) if !is_new => return Ok(Self { chosen: Some(chosen), ..Self::default() }),
            _ if query.is_empty() => return Ok(Self::default()),
            _ => {}
        }
        let mut hits = regions::search(services, &query, MOST_HITS).await?;
        if hits.len() == 1 {
            return Ok(Self { chosen: hits.pop(), ..Self::default() });
        }
        Ok(Self { query, hits, marked: code, chosen: None })
    }

    /// Whether a search found nothing.
    pub fn is_unknown(&self) -> bool {
        !self.query.is_empty() && self.hits.is_empty()
    }
}
