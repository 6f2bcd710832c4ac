//! `/sitemap.xml` and the files that it names: every public page in both languages, read and sent in small pages.

use std::{convert::Infallible, ops::RangeInclusive};

use access::{AppState, Denied};
use app::ui::href;
use axum::{
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::locale::Locale;
use futures::{StreamExt as _, stream};
use services::{
    Error, Services,
    catalogue::{self, ListQuery, Listed},
};

use super::xml::{HOURLY, PROLOGUE, XML, push_element, push_text};

/// Keys of one file. Each is at most two addresses, and a file may have 50,000 of them and 50 MB.
const KEYS_PER_FILE: i64 = 10_000;
/// Pages that are always there, without the catalogue's own.
const PAGES: [&str; 5] = ["/", "/produk", "/syarat", "/privasi", "/bantuan"];
const OPEN: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n";
const CLOSE: &str = "</urlset>\n";

/// Files of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shelf {
    Products,
    Shops,
}

/// `GET /sitemap.xml`: the other files.
///
/// # Errors
/// When the database is not available.
pub async fn index(State(state): State<AppState>) -> Result<Response, Denied> {
    let site = &state.site.public_url;
    let highest = catalogue::highest_keys(&state.services).await?;
    let mut out = format!("{PROLOGUE}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut name = |file: &str| {
        out.push_str("<sitemap>");
        push_element(&mut out, "loc", &format!("{site}/sitemap/{file}.xml"));
        out.push_str("</sitemap>\n");
    };
    name("halaman");
    for (shelf, highest) in [("toko", highest.shop), ("produk", highest.product)] {
        for file in 0..(highest + KEYS_PER_FILE - 1) / KEYS_PER_FILE {
            name(&format!("{shelf}-{file}"));
        }
    }
    out.push_str("</sitemapindex>\n");
    Ok(answer(out.into()))
}

/// `GET /sitemap/{file}`
///
/// # Errors
/// Not found; or the database is not available.
pub async fn file(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Denied> {
    let name = file.strip_suffix(".xml").ok_or(Denied(Error::NotFound))?;
    if name == "halaman" {
        return Ok(answer(pages(&state).await?.into()));
    }
    let (shelf, number) = name.split_once('-').ok_or(Denied(Error::NotFound))?;
    let shelf = match shelf {
        "produk" => Shelf::Products,
        "toko" => Shelf::Shops,
        _ => return Err(Denied(Error::NotFound)),
    };
    // A number with a sign or zeroes before it would be a second address of the same file.
    let keys = number.parse::<u32>().ok().filter(|parsed| parsed.to_string() == number).map(keys);
    Ok(answer(entries(&state, shelf, keys.ok_or(Denied(Error::NotFound))?).await?))
}

/// Keys of a file, counted from 0.
fn keys(file: u32) -> RangeInclusive<i64> {
    let first = i64::from(file) * KEYS_PER_FILE + 1;
    first..=first + KEYS_PER_FILE - 1
}

/// Pages that do not come by the thousand: the site's own, sentra, and the list of each sentra and category.
async fn pages(state: &AppState) -> Result<String, Error> {
    let services = &state.services;
    let mut paths: Vec<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    for sentra in catalogue::sentra_list(services, Locale::Id).await? {
        paths.push(format!("/sentra/{}", sentra.slug));
        paths.push(format!("/produk?sentra={}", sentra.slug));
    }
    let all = catalogue::browse(services, &ListQuery::default(), Locale::Id).await?;
    let filled = all.facets.categories.iter().filter(|category| category.count > 0);
    paths.extend(filled.map(|category| format!("/produk?kategori={}", category.slug)));
    let mut out = format!("{PROLOGUE}{OPEN}");
    for path in &paths {
        push_page(&mut out, &state.site.public_url, path, None, &[]);
    }
    out.push_str(CLOSE);
    Ok(out)
}

/// The first page is read before the answer begins, so that a database which is away is said so.
async fn entries(state: &AppState, shelf: Shelf, keys: RangeInclusive<i64>) -> Result<Body, Error> {
    let (services, site) = (state.services.clone(), state.site.public_url.clone());
    let end = *keys.end();
    let first = read(&services, shelf, keys).await?;
    let pages = stream::try_unfold(Some(first), move |page| {
        let (services, site) = (services.clone(), site.clone());
        async move {
            let Some((entries, next)) = page else { return Ok::<_, Error>(None) };
            let mut out = String::new();
            for entry in &entries {
                push_page(&mut out, &site, &entry.path, Some(&entry.changed_on.to_string()), &entry.photos);
            }
            let following = match next {
                Some(next) => Some(read(&services, shelf, next..=end).await?),
                None => None,
            };
            Ok(Some((Bytes::from(out), following)))
        }
    });
    let open = stream::once(async { Ok::<_, Infallible>(Bytes::from(format!("{PROLOGUE}{OPEN}"))) });
    let close = stream::once(async { Ok::<_, Infallible>(Bytes::from_static(CLOSE.as_bytes())) });
    let whole = open.map(|part| part.map_err(|never| match never {})).chain(pages);
    Ok(Body::from_stream(whole.chain(close.map(|part| part.map_err(|never| match never {})))))
}

async fn read(
    services: &Services,
    shelf: Shelf,
    keys: RangeInclusive<i64>,
) -> Result<(Vec<Listed>, Option<i64>), Error> {
    match shelf {
        Shelf::Products => catalogue::listed_products(services, keys).await,
        Shelf::Shops => catalogue::listed_shops(services, keys).await,
    }
}

/// A page in each language; every entry names all of them, itself too.
fn push_page(out: &mut String, site: &str, path: &str, changed_on: Option<&str>, photos: &[String]) {
    for locale in Locale::ALL {
        out.push_str("<url>");
        push_element(out, "loc", &format!("{site}{}", href(*locale, path)));
        if let Some(day) = changed_on {
            push_element(out, "lastmod", day);
        }
        for (language, of) in [("id", Locale::Id), ("en", Locale::En), ("x-default", Locale::Id)] {
            out.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\""));
            push_text(out, &format!("{site}{}", href(of, path)));
            out.push_str("\"/>\n");
        }
        for photo in photos {
            out.push_str("<image:image>");
            push_element(out, "image:loc", &format!("{site}{photo}"));
            out.push_str("</image:image>\n");
        }
        out.push_str("</url>\n");
    }
}

fn answer(body: Body) -> Response {
    let headers = [(header::CONTENT_TYPE, XML), (header::CACHE_CONTROL, HOURLY)];
    (headers, body).into_response()
}
