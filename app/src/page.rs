//! From a request to a page: what every page handler takes, and how it renders.
//!
//! A page is an axum handler. It loads with `await` and only then renders, all at once, so that status, redirects and
//! `<head>` are known before the first byte and the HTML is complete without JavaScript.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex},
};

use access::{AppState, Caller, Denied, RequestLocale, RequestPath, cookies};
use axum::{
    body::Body,
    extract::{FromRequestParts, Query},
    response::Response,
};
use axum_extra::extract::CookieJar;
use domain::locale::Locale;
use http::{Request, StatusCode, request::Parts};
use leptos::prelude::*;
use text::Tr;

use crate::{
    forms::{FORM_QUERY, FormView, REFUSED_QUERY, RefusedForm},
    sentra_menu::SentraMenu,
    shell::{Assets, Shell},
    viewer::{CurrentPath, Operator, Viewer},
};

/// What the server tells every page about the site; an axum extension.
#[derive(Debug, Clone)]
pub struct SiteView {
    /// Hashed addresses of the style sheet and scripts.
    pub assets: Assets,
    /// Who runs the site; settings.
    pub operator: Operator,
    /// `https://sentra.example`, without a slash at the end.
    pub public_url: String,
    /// The sentra that header and footer link to.
    pub sentra: SentraMenu,
}

/// Lets the renderer spawn on the runtime; called once before the first page, and harmless when called again.
pub fn start_rendering() {
    // The only error is that it was started before.
    let _ = any_spawner::Executor::init_tokio();
}

/// A request for a page.
#[derive(Clone)]
pub struct PageRequest {
    /// Use cases and settings.
    pub state: AppState,
    /// Who asks.
    pub caller: Caller,
    /// Language of the page.
    pub locale: Locale,
    /// Texts in that language.
    pub tr: Tr,
    /// Path and query without the locale prefix.
    pub path: String,
    /// The query, first value of each key.
    pub query: HashMap<String, String>,
    site: Arc<SiteView>,
    parts: Parts,
}

impl PageRequest {
    /// The use cases.
    #[must_use]
    pub fn services(&self) -> &services::Services {
        &self.state.services
    }

    /// A query value, trimmed, `None` when empty; at most 200 characters of it.
    #[must_use]
    pub fn query(&self, key: &str) -> Option<String> {
        let value: String = self.query.get(key)?.trim().chars().take(200).collect();
        (!value.is_empty()).then_some(value)
    }

    /// What was typed into a form that was refused, and why; empty unless the address says that it was (`?ulang=1`).
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn form(&self, form: &str) -> Result<FormView, Denied> {
        if !self.query.contains_key(REFUSED_QUERY) {
            return Ok(FormView::default());
        }
        let jar = CookieJar::from_headers(&self.parts.headers);
        let Some(token) = cookies::get(&jar, cookies::FORM, &self.state.site) else {
            return Ok(FormView::default());
        };
        let state = services::forms::load(self.services(), &token, form).await?;
        Ok(state.map(FormView::new).unwrap_or_default())
    }

    /// What was typed into the one form that was refused, of several with the same fields.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn refused_form(&self) -> Result<RefusedForm, Denied> {
        match self.query(FORM_QUERY) {
            Some(name) => Ok(RefusedForm::new(name.clone(), self.form(&name).await?)),
            None => Ok(RefusedForm::default()),
        }
    }

    /// What was last typed into a form of several steps, also when the reader went elsewhere in between. Errors only
    /// right after the form was refused.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn draft(&self, form: &str) -> Result<FormView, Denied> {
        let jar = CookieJar::from_headers(&self.parts.headers);
        let Some(token) = cookies::get(&jar, cookies::FORM, &self.state.site) else {
            return Ok(FormView::default());
        };
        let state = services::forms::load(self.services(), &token, form).await?;
        let view = state.map(FormView::new).unwrap_or_default();
        Ok(if self.query.contains_key(REFUSED_QUERY) { view } else { view.without_errors() })
    }

    /// The sentence of the action before (`?pesan=tersimpan`), from our own list of them.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        let code = self.query("pesan").filter(|code| code.len() <= 40)?;
        self.tr.try_t(&format!("done-{code}"))
    }

    /// The session token of a cart, when the browser has one.
    #[must_use]
    pub fn cart_token(&self) -> Option<String> {
        cookies::get(&CookieJar::from_headers(&self.parts.headers), cookies::CART, &self.state.site)
    }

    /// Renders a page with status 200.
    pub async fn render<V: IntoView + 'static>(self, view: impl FnOnce() -> V + Send + 'static) -> Response {
        self.render_with(StatusCode::OK, view).await
    }

    /// Renders a page with another status.
    pub async fn render_with<V: IntoView + 'static>(
        self,
        status: StatusCode,
        view: impl FnOnce() -> V + Send + 'static,
    ) -> Response {
        let request = Request::from_parts(self.parts.clone(), Body::empty());
        let sentra = self.site.sentra.links(self.services()).await;
        let context = {
            let page = self.clone();
            move || {
                provide_context(page.tr);
                provide_context(page.locale);
                provide_context(page.site.assets.clone());
                provide_context(page.site.operator.clone());
                provide_context(CurrentPath(page.path.clone()));
                provide_context(Viewer::from(&page.caller));
                provide_context(sentra.clone());
                provide_context(page.site.clone());
            }
        };
        // Leptos wants a closure that can be called again; a page is rendered once.
        let view = Arc::new(Mutex::new(Some(view)));
        let app = move || {
            let view = view.lock().ok().and_then(|mut slot| slot.take());
            view! { <Shell>{view.map(|view| view())}</Shell> }
        };
        let mut response = leptos_axum::render_app_async_with_context(context, app)(request).await;
        *response.status_mut() = status;
        response
    }
}

impl FromRequestParts<AppState> for PageRequest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let Ok(caller) = Caller::from_request_parts(parts, state).await;
        let locale = parts.extensions.get::<RequestLocale>().map_or(Locale::Id, |locale| locale.0);
        let query = Query::try_from_uri(&parts.uri).map(|Query(query)| query).unwrap_or_default();
        Ok(Self {
            state: state.clone(),
            caller,
            locale,
            tr: Tr::new(locale),
            path: parts.extensions.get::<RequestPath>().map(|path| path.0.clone()).unwrap_or_default(),
            query,
            site: parts.extensions.get::<Arc<SiteView>>().cloned().unwrap_or_else(|| Arc::new(SiteView::bare())),
            parts: parts.clone(),
        })
    }
}

impl SiteView {
    fn bare() -> Self {
        Self {
            assets: Assets::default(),
            operator: Operator::default(),
            public_url: String::new(),
            sentra: SentraMenu::default(),
        }
    }
}
