//! Figures for Prometheus. Counting a request costs a look into two small tables; everything else is read when asked.

use std::{
    net::SocketAddr,
    sync::{Arc, atomic::Ordering},
    time::Instant,
};

use access::AppState;
use axum::{
    Extension,
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use prometheus_client::{
    encoding::text,
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};
use subtle::ConstantTimeEq as _;
use tracing::Instrument as _;

use super::middleware::REQUEST_ID;

/// Seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

type Label = [(&'static str, &'static str); 1];
type Status = [(&'static str, u32); 1];

/// What is counted while the process runs.
pub struct Metrics {
    registry: Registry,
    requests: Family<(Label, Status), Counter>,
    durations: Family<Label, Histogram, fn() -> Histogram>,
    statements: Counter,
    jobs: Family<Label, Gauge>,
    jobs_seen: Gauge,
    memory: Gauge,
}

/// The token that lets others than this machine read `/metrics`; `None` where nobody else may.
#[derive(Clone)]
pub struct MetricsToken(pub Option<String>);

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("sentra");
        let requests = Family::default();
        registry.register("requests", "Answered requests by kind of route and status", requests.clone());
        let histogram: fn() -> Histogram = || Histogram::new(BUCKETS);
        let durations = Family::new_with_constructor(histogram);
        registry.register("request_seconds", "Time to the head of the answer by kind of route", durations.clone());
        let statements = Counter::default();
        registry.register("sql_statements", "Statements sent to the database", statements.clone());
        let jobs = Family::<Label, Gauge>::default();
        registry.register("jobs", "Jobs by state: waiting, running, dead", jobs.clone());
        let jobs_seen = Gauge::default();
        registry.register("jobs_seen_seconds", "Unix time at which timers last ran, 0 for never", jobs_seen.clone());
        let memory = Gauge::default();
        registry.register("resident_memory_bytes", "Memory of this process", memory.clone());
        let build = Family::<Label, Gauge>::default();
        build.get_or_create(&[("version", env!("CARGO_PKG_VERSION"))]).set(1);
        registry.register("build_info", "Version of this process", build);
        Self { registry, requests, durations, statements, jobs, jobs_seen, memory }
    }
}

/// Counts and times every request, and names it in whatever is logged on its way. Paths may hold tokens, so only the
/// route is logged.
pub async fn observe(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let class = class(request.method(), request.uri().path());
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let id = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    let response = next.run(request).instrument(span.clone()).await;
    let elapsed = begun.elapsed();
    let status = response.status();
    metrics.requests.get_or_create(&([("class", class)], [("status", u32::from(status.as_u16()))])).inc();
    metrics.durations.get_or_create(&[("class", class)]).observe(elapsed.as_secs_f64());
    let millis = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), millis, "answered");
        } else {
            tracing::debug!(status = status.as_u16(), millis, "answered");
        }
    });
    response
}

/// The kind of route, by its path without the language.
fn class(method: &Method, path: &str) -> &'static str {
    match path.split('/').nth(1).unwrap_or_default() {
        "pkg" => "asset",
        "media" => "photo",
        "api" => "api",
        "healthz" | "readyz" => "probe",
        _ if method.is_safe() => "page",
        _ => "form",
    }
}

/// `GET /metrics`, for this machine or with `Authorization: Bearer <SENTRA_METRICS_TOKEN>`.
pub async fn show(
    State(state): State<AppState>,
    Extension(metrics): Extension<Arc<Metrics>>,
    token: Option<Extension<MetricsToken>>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Response {
    let token = token.and_then(|Extension(MetricsToken(token))| token);
    let peer = peer.map(|Extension(ConnectInfo(peer))| peer);
    if !may_read(token.as_deref(), peer, &headers) {
        return (StatusCode::FORBIDDEN, "for this machine, or with the token of SENTRA_METRICS_TOKEN\n")
            .into_response();
    }
    match metrics.read(&state).await {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => {
            tracing::warn!(%error, "figures cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// A proxy on this machine speaks for others: what it hands on is not from here.
fn may_read(token: Option<&str>, peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    let is_forwarded = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
    let is_local = peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback()) && !is_forwarded;
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.as_bytes().strip_prefix(b"Bearer "));
    is_local || matches!((token, given), (Some(token), Some(given)) if bool::from(token.as_bytes().ct_eq(given)))
}

impl Metrics {
    async fn read(&self, state: &AppState) -> Result<String, services::Error> {
        let store = state.services.store();
        self.statements.inner().store(store.statement_count(), Ordering::Relaxed);
        let counts = store::jobs::counts(store).await?;
        let states = [("waiting", counts.ready - counts.running), ("running", counts.running), ("dead", counts.dead)];
        for (name, count) in states {
            self.jobs.get_or_create(&[("state", name)]).set(count);
        }
        let seen = services::timers::last_run(&state.services).await?;
        self.jobs_seen.set(seen.map_or(0, |seen| seen.millis() / 1_000));
        self.memory.set(resident_bytes());
        let mut output = String::new();
        text::encode(&mut output, &self.registry).map_err(services::Error::internal)?;
        Ok(output)
    }
}

/// As Linux says; 0 elsewhere.
fn resident_bytes() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|rest| rest.trim().split(' ').next()?.parse::<i64>().ok());
    kilobytes.unwrap_or(0).saturating_mul(1_024)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn routes_have_a_kind() {
        let kinds = ["/", "/produk/vas", "/pkg/a.css", "/media/ab/c.webp", "/api/v1/products", "/readyz"];
        let kinds = kinds.map(|path| class(&Method::GET, path));
        assert_eq!(kinds, ["page", "page", "asset", "photo", "api", "probe"]);
        assert_eq!(class(&Method::POST, "/keranjang/tambah"), "form");
    }

    #[test]
    fn figures_are_for_this_machine_or_for_the_token() {
        let (here, there) = (Some(([127, 0, 0, 1], 9).into()), Some(([10, 0, 0, 7], 9).into()));
        let none = HeaderMap::new();
        assert!(may_read(None, here, &none));
        assert!(!may_read(None, there, &none) && !may_read(None, None, &none));
        let forwarded =
            HeaderMap::from_iter([("x-forwarded-for".parse().expect("a name"), "10.0.0.7".parse().expect("a value"))]);
        assert!(!may_read(None, here, &forwarded));
        let bearer = HeaderMap::from_iter([(header::AUTHORIZATION, "Bearer rahasia".parse().expect("a value"))]);
        assert!(may_read(Some("rahasia"), there, &bearer));
        assert!(!may_read(Some("lain"), there, &bearer) && !may_read(None, there, &bearer));
    }
}
