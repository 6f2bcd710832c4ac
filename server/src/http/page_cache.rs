//! Whole answers of the catalogue's pages for visitors who are not signed in, kept until the catalogue changes.
//!
//! One version stands for the whole catalogue: a change makes every page anew, each when it is next asked for. Stock
//! changes it only where a product is sold out or comes back, so that orders leave the pages alone.

use std::{
    future::Future,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use access::{AppState, RequestLocale, cookies};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use domain::locale::Locale;
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest as _, Sha256};
use store::catalogue::CatalogueVersion;

/// What all kept answers may take together.
const CAPACITY_BYTES: u64 = 48 * 1024 * 1024;
/// A larger answer is not kept.
const LARGEST_BYTES: usize = 512 * 1024;
/// About how many answers that is.
const EXPECTED_PAGES: usize = 4_000;
/// Pages name days ("siap besok"), so they are made anew after this long also when nothing changed.
const MAX_AGE: Duration = Duration::from_secs(60);
/// How long a request waits for another one that makes the same page.
const PATIENCE: Duration = Duration::from_secs(2);

/// Kept answers. Clones share them.
#[derive(Clone)]
pub struct PageCache(Arc<Inner>);

struct Inner {
    pages: Cache<Key, Arc<Page>, Bytewise>,
    check_every: Duration,
    begun: Instant,
    /// Milliseconds since `begun` when the version is next read.
    next_check: AtomicU64,
    version: Mutex<Option<CatalogueVersion>>,
    /// How often the version was another one.
    generation: AtomicU64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    locale: Locale,
    coding: Option<&'static str>,
    address: String,
}

struct Page {
    generation: u64,
    made: Instant,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<Key, Arc<Page>> for Bytewise {
    fn weight(&self, key: &Key, page: &Arc<Page>) -> u64 {
        let bytes = key.address.len().saturating_add(page.body.len()).saturating_add(size_of::<Page>());
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl PageCache {
    /// An empty cache that asks the database so often, at most, whether the catalogue has changed. A write through this
    /// process makes it ask at once.
    #[must_use]
    pub fn new(check_every: Duration) -> Self {
        Self(Arc::new(Inner {
            pages: Cache::with_weighter(EXPECTED_PAGES, CAPACITY_BYTES, Bytewise),
            check_every,
            begun: Instant::now(),
            next_check: AtomicU64::new(0),
            version: Mutex::new(None),
            generation: AtomicU64::new(0),
        }))
    }

    /// Where the catalogue stands; reads the database when it is time to. While it cannot be read, nothing is kept.
    async fn generation(&self, state: &AppState) -> Option<u64> {
        let inner = &self.0;
        let now = millis(inner.begun.elapsed());
        let next = inner.next_check.load(Ordering::Acquire);
        let later = now.saturating_add(millis(inner.check_every));
        let is_mine =
            now >= next && inner.next_check.compare_exchange(next, later, Ordering::AcqRel, Ordering::Relaxed).is_ok();
        if is_mine {
            let found = store::catalogue::version(state.services.store()).await.ok();
            let mut known = inner.version.lock().unwrap_or_else(PoisonError::into_inner);
            if found.is_none() || *known != found {
                *known = found;
                inner.generation.fetch_add(1, Ordering::AcqRel);
            }
            found?;
        }
        Some(inner.generation.load(Ordering::Acquire))
    }

    fn check_at_once(&self) {
        self.0.next_check.store(0, Ordering::Release);
    }

    /// The kept answer, or the one that `make` gives, which is kept when it may be.
    async fn get(
        &self,
        key: Key,
        generation: u64,
        make: impl Future<Output = Response>,
    ) -> Result<Arc<Page>, Response> {
        let pages = &self.0.pages;
        let is_fresh = |page: &Page| page.generation == generation && page.made.elapsed() < MAX_AGE;
        match pages.get(&key) {
            Some(page) if is_fresh(&page) => return Ok(page),
            Some(_) => drop(pages.remove_if(&key, |page| !is_fresh(page))),
            None => {}
        }
        match tokio::time::timeout(PATIENCE, pages.get_value_or_guard_async(&key)).await {
            Ok(Ok(page)) => Ok(page),
            Ok(Err(guard)) => {
                let page = Arc::new(Page::read(make.await, generation).await?);
                // Fails only where the entry was removed meanwhile; then the next request makes it anew.
                let _ = guard.insert(Arc::clone(&page));
                Ok(page)
            }
            Err(_) => Err(make.await),
        }
    }
}

impl Page {
    /// Reads an answer to its end, unless it is one that only its reader may see.
    async fn read(response: Response, generation: u64) -> Result<Self, Response> {
        let is_public = response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
        if !is_public {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        // Pages are rendered before their first byte; the limit is on what is kept, not on what is sent.
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return Err(internal());
        };
        if body.len() > LARGEST_BYTES {
            return Err(Response::from_parts(parts, Body::from(body)));
        }
        let mut headers = parts.headers;
        let tag = format!("\"{}\"", hex::encode(&Sha256::digest(&body)[..12]));
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag);
        }
        Ok(Self { generation, made: Instant::now(), headers, body })
    }

    /// The answer, or only that the browser's copy is still right.
    fn answer(&self, asked: &HeaderMap) -> Response {
        let tag = self.headers.get(header::ETAG);
        let is_known = tag.is_some() && asked.get(header::IF_NONE_MATCH) == tag;
        let mut response = Response::new(if is_known { Body::empty() } else { Body::from(self.body.clone()) });
        *response.headers_mut() = self.headers.clone();
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for gone in [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_LENGTH] {
                response.headers_mut().remove(gone);
            }
        }
        response
    }
}

/// Answers from the cache what may come from it.
pub async fn keep_pages(
    State((cache, state)): State<(PageCache, AppState)>,
    mut request: Request,
    next: Next,
) -> Response {
    if !request.method().is_safe() {
        let response = next.run(request).await;
        cache.check_at_once();
        return response;
    }
    if !is_shared(&request, &state) {
        return next.run(request).await;
    }
    let Some(generation) = cache.generation(&state).await else {
        return next.run(request).await;
    };
    let coding = coding(request.headers());
    let key = Key {
        locale: request.extensions().get::<RequestLocale>().map_or(Locale::Id, |locale| locale.0),
        coding,
        address: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
    };
    let asked = request.headers().clone();
    // The answer is for everybody who takes this coding, so nobody's own conditions may shape it.
    request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static(coding.unwrap_or("identity")));
    request.headers_mut().remove(header::IF_NONE_MATCH);
    match cache.get(key, generation, next.run(request)).await {
        Ok(page) => page.answer(&asked),
        Err(response) => response,
    }
}

/// Whether everybody who is not signed in gets the same answer.
fn is_shared(request: &Request, state: &AppState) -> bool {
    const PAGES: [&str; 5] = ["/", "/produk", "/syarat", "/privasi", "/bantuan"];
    const BELOW: [&str; 3] = ["/produk/", "/sentra/", "/toko/"];
    let uri = request.uri();
    let is_page = PAGES.contains(&uri.path()) || BELOW.iter().any(|start| uri.path().starts_with(start));
    // Right after a form the page says what came of it.
    let is_plain = uri.query().is_none_or(|query| !query.contains("ulang=") && !query.contains("pesan="));
    request.method() == Method::GET && is_page && is_plain && !is_signed_in(request.headers(), state)
}

fn is_signed_in(headers: &HeaderMap, state: &AppState) -> bool {
    let name = cookies::name(cookies::SESSION, &state.site);
    let has_session = |value: &HeaderValue| {
        value.to_str().map_or(true, |cookies| cookies.split(';').any(|cookie| cookie.trim_start().starts_with(&name)))
    };
    headers.contains_key(header::AUTHORIZATION) || headers.get_all(header::COOKIE).iter().any(has_session)
}

/// The best coding that both sides know.
fn coding(headers: &HeaderMap) -> Option<&'static str> {
    let accepted = headers.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
    let takes = |coding: &str| {
        accepted.split(',').any(|part| {
            let (name, weight) = part.split_once(';').unwrap_or((part, ""));
            name.trim().eq_ignore_ascii_case(coding) && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
    };
    ["br", "gzip"].into_iter().find(|coding| takes(coding))
}

fn internal() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
