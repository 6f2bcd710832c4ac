//! A router that remembers what it routes, so that tests can ask every route and find none forgotten.

use access::AppState;
use axum::{
    Router,
    handler::Handler,
    routing::{MethodRouter, get, post},
};
use http::Method;
use utoipa::openapi::OpenApi;

/// One route as it was registered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RouteRecord {
    /// `GET` or `POST` of pages and forms; the API has `PUT` and `PATCH` too.
    pub method: &'static str,
    /// Path with `{parameters}`.
    pub path: String,
}

/// Collects routes and their list.
#[derive(Default)]
pub struct Recorder {
    router: Router<AppState>,
    records: Vec<RouteRecord>,
}

impl Recorder {
    /// A page or another answer to GET.
    #[must_use]
    pub fn get<H: Handler<T, AppState>, T: 'static>(self, path: &str, handler: H) -> Self {
        self.add(&Method::GET, path, get(handler))
    }

    /// A form.
    #[must_use]
    pub fn post<H: Handler<T, AppState>, T: 'static>(self, path: &str, handler: H) -> Self {
        self.add(&Method::POST, path, post(handler))
    }

    /// Routes of the API, as their description lists them.
    #[must_use]
    pub fn described(router: Router<AppState>, document: &OpenApi) -> Self {
        let mut records = Vec::new();
        for (path, item) in &document.paths.paths {
            let operations = [("GET", &item.get), ("POST", &item.post), ("PUT", &item.put), ("PATCH", &item.patch)];
            for (method, _) in operations.into_iter().filter(|(_, operation)| operation.is_some()) {
                records.push(RouteRecord { method, path: path.clone() });
            }
        }
        Self { router, records }
    }

    fn add(mut self, method: &Method, path: &str, route: MethodRouter<AppState>) -> Self {
        let method = if method == Method::GET { "GET" } else { "POST" };
        self.records.push(RouteRecord { method, path: path.to_owned() });
        self.router = self.router.route(path, route);
        self
    }

    /// The routes of another recorder beside ours.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.records.extend(other.records);
        self
    }

    /// The router and the list of what it routes.
    pub fn finish(self) -> (Router<AppState>, Vec<RouteRecord>) {
        (self.router, self.records)
    }
}
