//! Feeds of the catalogue for those who list goods elsewhere, in the language of their address.

mod google;
mod meta;

use std::sync::Arc;

use access::{AppState, Denied, RequestLocale};
use app::ui::href;
use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::locale::Locale;
use futures::{StreamExt as _, stream};
use services::{
    Error, Services,
    catalogue::{self, ProductView, VariantView},
};

use super::xml::{HOURLY, XML};

/// A feed: what stands around the goods, and each of them.
trait Feed: Copy + Send + Sync + 'static {
    fn open(self, context: &Context) -> String;
    fn push(self, out: &mut String, context: &Context, goods: &Goods<'_>);
    fn close(self) -> &'static str;
}

/// What holds for the whole feed.
struct Context {
    locale: Locale,
    /// Address of the site.
    site: String,
}

/// A variant that can be listed.
struct Goods<'a> {
    product: &'a ProductView,
    variant: &'a VariantView,
    /// Path of the widest JPEG of each photo; never empty.
    photos: &'a [&'a str],
}

impl Context {
    fn address(&self, path: &str) -> String {
        format!("{}{}", self.site, href(self.locale, path))
    }
}

impl Goods<'_> {
    /// Product and variant.
    fn title(&self) -> String {
        let (product, variant) = (&self.product.name, &self.variant.name);
        if variant.is_empty() { product.clone() } else { format!("{product} – {variant}") }
    }

    fn path(&self) -> String {
        format!("/produk/{}?varian={}", self.product.slug, self.variant.id)
    }

    /// What is made to order can be ordered today.
    fn is_available(&self) -> bool {
        self.variant.available != Some(0)
    }

    fn price(&self) -> String {
        format!("{} IDR", self.variant.price.get())
    }
}

/// `GET /feed/google.xml`: Google Merchant Center.
///
/// # Errors
/// When the database is not available.
pub async fn google(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
) -> Result<Response, Denied> {
    answer(&state, locale, google::Google, XML).await
}

/// `GET /feed/meta.csv`: the catalogue of Facebook, Instagram and WhatsApp.
///
/// # Errors
/// When the database is not available.
pub async fn meta(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
) -> Result<Response, Denied> {
    answer(&state, locale, meta::Meta, HeaderValue::from_static("text/csv; charset=utf-8")).await
}

/// Read and sent in small pages; the first is read before the answer begins.
async fn answer(state: &AppState, locale: Locale, feed: impl Feed, kind: HeaderValue) -> Result<Response, Denied> {
    let services = state.services.clone();
    let context = Arc::new(Context { locale, site: state.site.public_url.clone() });
    let first = catalogue::export(&services, 0, locale).await?;
    let opening = Bytes::from(feed.open(&context));
    let pages = stream::try_unfold(Some(first), move |page| {
        let (services, context) = (services.clone(), Arc::clone(&context));
        async move {
            let Some((products, next)) = page else { return Ok::<_, Error>(None) };
            let out = Bytes::from(write(feed, &context, &products));
            let following = read(&services, next, locale).await?;
            Ok(Some((out, following)))
        }
    });
    let edge = |bytes: Bytes| stream::once(async { Ok::<_, Error>(bytes) });
    let whole = edge(opening).chain(pages).chain(edge(Bytes::from_static(feed.close().as_bytes())));
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HOURLY)];
    Ok((headers, Body::from_stream(whole)).into_response())
}

type Page = (Vec<ProductView>, Option<i64>);

async fn read(services: &Services, after: Option<i64>, locale: Locale) -> Result<Option<Page>, Error> {
    match after {
        Some(after) => catalogue::export(services, after, locale).await.map(Some),
        None => Ok(None),
    }
}

/// Classes are no goods that others list, and nobody lists what has no picture.
fn write(feed: impl Feed, context: &Context, products: &[ProductView]) -> String {
    let mut out = String::new();
    for product in products.iter().filter(|product| product.kind != "experience") {
        let photos = product.photos.iter().filter_map(|photo| photo.sources.last());
        let photos: Vec<&str> = photos.map(|source| source.jpeg.as_str()).collect();
        if photos.is_empty() {
            continue;
        }
        for variant in &product.variants {
            feed.push(&mut out, context, &Goods { product, variant, photos: &photos });
        }
    }
    out
}
