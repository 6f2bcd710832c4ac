//! Runs the router until told to stop, then lets requests under way finish.

use std::{future::Future, net::SocketAddr, time::Duration};

use anyhow::Context as _;
use axum::{Router, extract::Request};
use tokio::net::TcpListener;
use tower::Layer as _;

/// Longest time that requests under way may take after the stop signal.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` resolves.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    // The locale prefix has to go before axum looks at the path, so this layer stands outside the router.
    let service = tower::util::MapRequestLayer::new(super::middleware::strip_locale::<axum::body::Body>).layer(router);
    let service = axum::ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(service);
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        let _ = stopping.send(());
    });
    let deadline = async move {
        if stopped.await.is_ok() {
            tokio::time::sleep(GRACE).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        result = server.into_future() => result.context("the HTTP server failed"),
        () = deadline => {
            tracing::warn!("some requests were still under way after {} s", GRACE.as_secs());
            Ok(())
        }
    }
}
