//! Who looks at a page, and what every page knows of the site. All of it is plain data that the server gives by context.

use std::sync::Arc;

use access::Caller;
use domain::{locale::Locale, role::Role};
use leptos::prelude::use_context;
use text::Tr;

use crate::page::SiteView;

/// Who looks at the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Viewer {
    /// Name of the account; `None` for somebody who is not signed in.
    pub name: Option<String>,
    /// What the account may do.
    pub roles: Vec<Role>,
}

impl Viewer {
    /// Whether somebody is signed in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.name.is_some()
    }

    /// Whether the account has that role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

impl From<&Caller> for Viewer {
    fn from(caller: &Caller) -> Self {
        caller.identity.as_ref().map_or_else(Self::default, |identity| Self {
            name: Some(identity.name.clone()),
            roles: identity.roles.clone(),
        })
    }
}

/// Path and query of the page, without the locale prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CurrentPath(pub String);

impl CurrentPath {
    /// The path alone.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split('?').next().unwrap_or_default()
    }
}

/// Who runs the site; the law asks that every page says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operator {
    /// Name of the organisation.
    pub name: String,
    /// Phone for complaints, as people write it.
    pub contact_phone: String,
    /// E-mail for complaints.
    pub email: String,
    /// Postal address.
    pub address: String,
}

/// The sentra that header and footer link to, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentraLinks(pub Vec<SentraLink>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentraLink {
    /// Part of its address.
    pub slug: String,
    /// Name of the place.
    pub name: String,
}

/// Texts in the language of the page.
#[must_use]
pub fn tr() -> Tr {
    use_context::<Tr>().unwrap_or(Tr::new(Locale::Id))
}

/// The page's path and query.
#[must_use]
pub fn current_path() -> CurrentPath {
    use_context::<CurrentPath>().unwrap_or_default()
}

/// `https://sentra.example`, without a slash at the end; empty where no site is given.
#[must_use]
pub fn site_url() -> String {
    use_context::<Arc<SiteView>>().map(|site| site.public_url.clone()).unwrap_or_default()
}

/// Who looks at the page.
#[must_use]
pub fn viewer() -> Viewer {
    use_context::<Viewer>().unwrap_or_default()
}
