//! `sentra serve` and `sentra work`.

use std::time::Duration;

use anyhow::Context as _;
use axum::Extension;
use tokio::{net::TcpListener, signal};
use tokio_util::sync::CancellationToken;

use crate::{
    config::Config,
    http::{self, metrics::MetricsToken, page_cache::PageCache},
    jobs, wiring,
};

/// How old the news may be that another process changed the catalogue.
const CATALOGUE_CHECK: Duration = Duration::from_secs(1);

/// Serves until SIGTERM or Ctrl-C.
pub(super) async fn serve(config: Config, with_worker: bool) -> anyhow::Result<()> {
    let services = wiring::services(&config).await?;
    let pending = services.store().pending_migrations().await.context("cannot read the database")?;
    anyhow::ensure!(pending.is_empty(), "the database lacks {}: run `sentra migrate` first", pending.join(", "));
    let state = wiring::state(&config, services.clone());
    let router =
        http::router::application(state, wiring::view(&config)?, &config.site.root, PageCache::new(CATALOGUE_CHECK));
    let router = router.layer(Extension(MetricsToken(config.metrics.token.clone())));
    let address = config.site.address;
    let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;

    let stop = CancellationToken::new();
    tokio::spawn(cancel_on_signal(stop.clone()));
    let worker = if with_worker {
        let (mailer, messenger) = (wiring::mailer(&config)?, wiring::messenger(&config)?);
        Some(tokio::spawn(jobs::run(services.clone(), mailer, messenger, stop.clone())))
    } else {
        None
    };
    tracing::info!(address = %listener.local_addr()?, url = config.site.public_url, "serving");
    let stopped = stop.clone();
    http::serve::serve(listener, router, async move { stopped.cancelled().await }).await?;
    stop.cancel();
    if let Some(worker) = worker {
        worker.await.context("the worker failed")?;
    }
    services.store().close().await;
    Ok(())
}

/// Runs jobs until SIGTERM or Ctrl-C.
pub(super) async fn work(config: Config) -> anyhow::Result<()> {
    let services = wiring::services(&config).await?;
    let stop = CancellationToken::new();
    tokio::spawn(cancel_on_signal(stop.clone()));
    jobs::run(services.clone(), wiring::mailer(&config)?, wiring::messenger(&config)?, stop).await;
    services.store().close().await;
    Ok(())
}

async fn cancel_on_signal(stop: CancellationToken) {
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut stream) => {
                stream.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminate => {}
        _ = signal::ctrl_c() => {}
    }
    tracing::info!("stopping");
    stop.cancel();
}
