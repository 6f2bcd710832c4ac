//! `sentra doctor`: says what is wrong with an installation.

use anyhow::ensure;
use bytes::Bytes;

use crate::{config::Config, http::assets, wiring};

/// Looks at everything, prints a line each, and fails when one of them does.
pub(super) async fn doctor(config: &Config) -> anyhow::Result<()> {
    let mut faults = 0;
    let mut report = |name: &str, result: anyhow::Result<String>| match result {
        Ok(detail) => println!("ok      {name}: {detail}"),
        Err(error) => {
            faults += 1;
            println!("FAULT   {name}: {error:#}");
        }
    };
    report("site", assets::load(&config.site.root).map(|_| config.site.root.display().to_string()));
    report("mail", wiring::mailer(config).map(|_| "settings can be used".to_owned()));
    match wiring::services(config).await {
        Ok(services) => {
            report("database", services.store().ping().await.map(|()| "answers".to_owned()).map_err(Into::into));
            let pending = services.store().pending_migrations().await.map_err(anyhow::Error::from);
            report(
                "schema",
                pending.and_then(|pending| {
                    ensure!(pending.is_empty(), "lacks {}: run `sentra migrate`", pending.join(", "));
                    Ok("up to date".to_owned())
                }),
            );
            let media = &services.ports().media;
            let written = media.put("00/doctor.txt", Bytes::from_static(b"doctor")).await;
            report("photos", written.map(|()| "can be written".to_owned()).map_err(Into::into));
            services.store().close().await;
        }
        Err(error) => report("database", Err(error)),
    }
    ensure!(faults == 0, "{faults} faults found");
    Ok(())
}
