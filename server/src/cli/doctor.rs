//! `sentra doctor`: says what is wrong with an installation, and what to do about it.

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use services::{Services, timers};
use store::{archive, jobs, search};

use crate::{config::Config, http::assets, wiring};

/// Written and read back; the same name and bytes each time, so that no second file is left.
const PROBE: (&str, &[u8]) = ("00/doctor.txt", b"doctor");

/// Prints a line for each check and counts the failed ones.
#[derive(Default)]
struct Report {
    failed: u32,
}

impl Report {
    fn add(&mut self, name: &str, result: anyhow::Result<String>, remedy: &str) {
        match result {
            Ok(detail) => println!("ok      {name}: {detail}"),
            Err(error) => {
                self.failed += 1;
                println!("failed  {name}: {error:#}\n        to fix: {remedy}");
            }
        }
    }
}

/// Looks at everything, prints a line each, and fails when one of them does.
pub(super) async fn doctor(config: &Config) -> anyhow::Result<()> {
    let mut report = Report::default();
    let site = assets::load(&config.site.root).map(|_| config.site.root.display().to_string());
    report.add("site files", site, "build them (`make build`) and point SENTRA_SITE_ROOT at target/site");
    report.add("public address", public_address(config), "set SENTRA_PUBLIC_URL to the https address of the site");
    let mail = wiring::mailer(config).map(|_| "settings can be used".to_owned());
    report.add("mail", mail, "set SENTRA_MAIL_URL to smtp://user:password@host:port, or file://folder for a trial");
    let texts = wiring::messenger(config).map(|_| "settings can be used".to_owned());
    report.add("text messages", texts, "set SENTRA_TEXT_URL to the https address of a gateway, or file://folder");
    match wiring::services(config).await {
        Ok(services) => {
            examine(&services, &mut report).await;
            services.store().close().await;
        }
        Err(error) => report.add("database and photos", Err(error), "see SENTRA_DATABASE_URL and SENTRA_MEDIA_URL"),
    }
    ensure!(report.failed == 0, "{} checks failed", report.failed);
    Ok(())
}

fn public_address(config: &Config) -> anyhow::Result<String> {
    ensure!(config.site.has_secure_cookies(), "{} is not https, so nobody can sign in safely", config.site.public_url);
    Ok(config.site.public_url.clone())
}

async fn examine(services: &Services, report: &mut Report) {
    let answers = services.store().ping().await.map(|()| "answers".to_owned());
    report.add("database", answers.map_err(Into::into), "see that it runs and that SENTRA_DATABASE_URL names it");
    report.add("photos", photos(services).await, "let this user write where SENTRA_MEDIA_URL points");
    let schema = schema(services).await;
    let is_complete = schema.is_ok();
    report.add("schema", schema, "run `sentra migrate`");
    if is_complete {
        report.add("reference data", reference(services).await, "run `sentra migrate`");
        report.add("search index", index(services).await, "run `sentra reindex`");
        report.add("worker", worker(services).await, "run `sentra work`, or `sentra serve` without --no-worker");
        report.add("timers", allowed(services).await, "change their rows in table setting");
        report.add(
            "jobs",
            dead_jobs(services).await,
            "look at /kurasi/pekerjaan, mend what it names, and have them tried again there",
        );
    }
}

async fn photos(services: &Services) -> anyhow::Result<String> {
    let (media, (key, bytes)) = (&services.ports().media, PROBE);
    media.put(key, Bytes::from_static(bytes)).await?;
    ensure!(media.get(key).await?.as_deref() == Some(bytes), "what was written does not come back");
    Ok("can be written and read".to_owned())
}

async fn schema(services: &Services) -> anyhow::Result<String> {
    let pending = services.store().pending_migrations().await?;
    ensure!(pending.is_empty(), "lacks {}", pending.join(", "));
    Ok("up to date".to_owned())
}

async fn reference(services: &Services) -> anyhow::Result<String> {
    let (regions, sentra) =
        (archive::count(services.store(), "region").await?, archive::count(services.store(), "sentra").await?);
    ensure!(regions > 0 && sentra > 0, "no regions or no sentra");
    Ok(format!("{regions} regions, {sentra} sentra"))
}

async fn index(services: &Services) -> anyhow::Result<String> {
    let (indexed, published) = search::coverage(services.store()).await?;
    ensure!(indexed == published, "{indexed} products of {published}");
    Ok(format!("{indexed} products"))
}

async fn worker(services: &Services) -> anyhow::Result<String> {
    // Before the first start there is nobody to be missed.
    let Some(seen) = timers::last_run(services).await? else { return Ok("not started yet".to_owned()) };
    let millis = services.now().millis() - seen.millis();
    ensure!(millis <= timers::LATE_MILLIS, "not seen for {} minutes", millis / 60_000);
    Ok(format!("seen {} s ago", millis / 1_000))
}

async fn allowed(services: &Services) -> anyhow::Result<String> {
    let settings = store::settings::all(services.store()).await?;
    let refused: Vec<&str> = settings.refused().iter().map(|timer| timer.key).collect();
    ensure!(refused.is_empty(), "not allowed, so that their defaults hold: {}", refused.join(", "));
    Ok(format!("{} can be used", domain::timer::TIMERS.len()))
}

async fn dead_jobs(services: &Services) -> anyhow::Result<String> {
    let counts = jobs::counts(services.store()).await.context("cannot be counted")?;
    ensure!(counts.dead == 0, "{} were given up", counts.dead);
    Ok(format!("{} waiting", counts.ready))
}
