//! The yardstick of `make bench`: an axum handler that does nothing but send the same bytes.
//!
//! `raw_pages ADDRESS FILE…` serves the first file at `/0`, the second at `/1`, as the shop sent them (compressed).

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

async fn page(State(pages): State<Arc<Vec<Bytes>>>, Path(number): Path<usize>) -> Response {
    match pages.get(number) {
        Some(page) => {
            let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_ENCODING, "br")];
            (headers, page.clone()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_default();
    let pages = arguments.map(|file| std::fs::read(file).map(Bytes::from)).collect::<Result<Vec<_>, _>>()?;
    let router = Router::new().route("/{number}", get(page)).with_state(Arc::new(pages));
    axum::serve(tokio::net::TcpListener::bind(address).await?, router).await?;
    Ok(())
}
