//! Every route of Sentra, in one list.

use std::{path::Path, sync::Arc};

use access::AppState;
use app::{page::SiteView, pages};
use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate as _,
        predicate::{DefaultPredicate, NotForContentType},
    },
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
};

use super::{
    api, assets, errors, feeds, forms, health, icon, media,
    metrics::{self, Metrics},
    middleware::{REQUEST_ID, no_nul, private_by_default, security_headers, time_limit},
    page_cache::{PageCache, keep_pages},
    recorder::{Recorder, RouteRecord},
    robots, share, sitemap, webhooks,
};

/// Largest body of a form or an API call; photo uploads have their own limit.
const BODY_LIMIT_BYTES: usize = 256 * 1024;

/// Pages and forms, with their list.
pub fn site(state: &AppState) -> (Router<AppState>, Vec<RouteRecord>) {
    let routes = Recorder::default()
        .get("/", pages::storefront::home::show)
        .get("/sentra/{slug}", pages::storefront::sentra::show)
        .get("/produk", pages::storefront::list::show)
        .get("/produk/{slug}", pages::storefront::product::show)
        .get("/toko/{slug}", pages::storefront::shop::show)
        .get("/lot/{code}", pages::storefront::lot::show)
        .get("/keranjang", pages::shopping::cart::show)
        .get("/checkout", pages::shopping::checkout::show)
        .get("/masuk", pages::account::sign_in::show)
        .get("/daftar", pages::account::sign_up::show)
        .get("/daftar/cek-email", pages::account::sign_up::sent)
        .get("/daftar/konfirmasi/{token}", pages::account::sign_up::confirm)
        .get("/lupa-sandi", pages::account::forgot_password::show)
        .get("/lupa-sandi/cek-email", pages::account::forgot_password::sent)
        .get("/atur-sandi/{token}", pages::account::forgot_password::reset)
        .get("/akun", pages::account::profile::show)
        .get("/akun/keamanan", pages::account::security::show)
        .get("/akun/pesanan", pages::account::orders::show)
        .get("/pesanan", pages::order::find::show)
        .get("/pesanan/{token}", pages::order::show::show)
        .get("/pesanan/{token}/kembali", pages::order::come_back::show)
        .get("/jual", pages::selling::today::show)
        .get("/jual/pesanan", pages::selling::orders::show)
        .get("/jual/pesanan/{number}", pages::selling::order::show)
        .get("/syarat", pages::legal::terms)
        .get("/privasi", pages::legal::privacy)
        .get("/bantuan", pages::legal::help)
        .get("/kurasi", pages::curating::overview::show)
        .get("/kurasi/antrean", pages::curating::queue::show)
        .get("/kurasi/antrean/{id}", pages::curating::review::show)
        .get("/kurasi/produk", pages::curating::products::show)
        .get("/kurasi/toko", pages::curating::shops::show)
        .get("/kurasi/jejak", pages::curating::trail::show)
        .get("/kurasi/pekerjaan", pages::curating::jobs::show)
        .get("/jual/produk", pages::selling::products::list::show)
        .get("/jual/produk/baru", pages::selling::products::new::show)
        .get("/jual/produk/{id}", pages::selling::products::edit::show)
        .get("/jual/pembayaran", pages::selling::payments::show)
        .get("/kurasi/pembayaran", pages::curating::payments::show)
        .get("/pesanan/{token}/keluhan", pages::order::cases::show)
        .get("/jual/keluhan", pages::selling::cases::list)
        .get("/jual/keluhan/{id}", pages::selling::cases::show)
        .get("/kurasi/keluhan", pages::curating::cases::list)
        .get("/kurasi/keluhan/{id}", pages::curating::cases::show)
        .get("/kurasi/pengembalian", pages::curating::refunds::show)
        .get("/kurasi/pengembalian/baru", pages::curating::refunds::begin::show)
        .get("/kurasi/uang", pages::curating::payouts::show)
        .get("/jual/uang", pages::selling::ledger::show)
        .get("/jual/uang/{shop}/laporan/{month}", pages::selling::ledger::statement::show)
        .get("/jual/lot", pages::selling::lots::list)
        .get("/jual/lot/{code}", pages::selling::lots::show)
        .get("/jual/voucher", pages::selling::vouchers::show)
        .get("/kurasi/voucher", pages::curating::vouchers::show)
        .get("/kurasi/lot", pages::curating::lots::list)
        .get("/kurasi/lot/{code}", pages::curating::lots::show)
        .get("/pesanan/{token}/ulasan/{variant}", pages::order::reviews::show)
        .get("/ulasan/{id}/lapor", pages::reviews::report::show)
        .get("/jual/ulasan", pages::selling::reviews::show)
        .get("/kurasi/ulasan", pages::curating::reviews::show)
        .merge(forms::routes());
    let routes = if state.site.development { routes.get("/gaya", pages::gaya::show) } else { routes };
    routes.finish()
}

/// What answers supervisors, and pictures.
fn plain() -> Recorder {
    Recorder::default()
        .get("/healthz", health::healthz)
        .get("/readyz", health::readyz)
        .get("/favicon.ico", icon::show)
        .get("/media/{folder}/{file}", media::show)
        .get("/robots.txt", robots::show)
        .get("/sitemap.xml", sitemap::index)
        .get("/sitemap/{file}", sitemap::file)
        .get("/feed/google.xml", feeds::google)
        .get("/feed/meta.csv", feeds::meta)
        .get("/og/{kind}/{slug}/{file}", share::show)
        .merge(webhooks::routes())
}

/// Figures for whoever watches.
fn figures() -> Recorder {
    Recorder::default().get("/metrics", metrics::show)
}

/// Every route that answers somebody; the files of the built site are nobody's.
#[must_use]
pub fn records(state: &AppState) -> Vec<RouteRecord> {
    let (_, mut records) = site(state);
    records.extend(plain().merge(figures()).merge(api::routes()).finish().1);
    records
}

/// The whole application.
pub fn application(state: AppState, view: SiteView, site_root: &Path, cache: PageCache) -> Router {
    app::page::start_rendering();
    let (site, _) = site(&state);
    let (api, _) = api::routes().finish();
    let api = api
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(state.clone(), api::limit::writes));
    let site = site
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(no_nul))
        .layer(from_fn_with_state(state.clone(), errors::error_pages))
        .layer(Extension(Arc::new(view)));
    let compression =
        CompressionLayer::new().compress_when(DefaultPredicate::new().and(NotForContentType::const_new("font/woff2")));
    let metrics = Arc::<Metrics>::default();
    let common = ServiceBuilder::new()
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), MakeRequestUuid))
        .layer(from_fn_with_state(Arc::clone(&metrics), metrics::observe))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(from_fn_with_state((cache, state.clone()), keep_pages))
        .layer(from_fn(security_headers))
        .layer(from_fn(private_by_default))
        .layer(compression)
        .layer(from_fn(api::problem::problems))
        .layer(from_fn(time_limit))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), access::load_caller));
    Router::new()
        .merge(plain().finish().0)
        .merge(assets::router(site_root))
        .merge(api)
        .merge(site)
        .layer(common)
        // Beside the others: its token is not one of an account, and who watches is not counted.
        .merge(figures().finish().0.layer(Extension(metrics)))
        .with_state(state)
}
