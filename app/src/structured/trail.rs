//! Where a page lies.

use serde::Serialize;

use crate::{
    ui::to,
    viewer::{site_url, tr},
};

/// The way from the front page to a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct BreadcrumbList {
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    position: usize,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

impl BreadcrumbList {
    /// The trail that [`crate::ui::Breadcrumb`] shows, in the language of the page: (words, path) from the top down,
    /// without the front page; the page itself comes last and has no path.
    #[must_use]
    pub fn of(trail: &[(String, Option<String>)]) -> Self {
        let site = site_url();
        let home = (tr().t("nav-home"), Some("/".to_owned()));
        let steps = std::iter::once(&home).chain(trail).enumerate();
        let item_list_element = steps
            .map(|(index, (name, path))| ListItem {
                position: index + 1,
                name: name.clone(),
                item: path.as_ref().map(|path| format!("{site}{}", to(path))),
            })
            .collect();
        Self { item_list_element }
    }
}
