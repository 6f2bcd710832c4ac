//! `sentra admin`: accounts of people who run the site.

use anyhow::Context as _;
use clap::Subcommand;

use crate::{config::Config, wiring};

/// Accounts of people who run the site.
#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Make an account with the admin role; the password is read from `SENTRA_ADMIN_PASSWORD`.
    Create {
        /// E-mail address to sign in with.
        #[arg(long)]
        email: String,
        /// Name of the person.
        #[arg(long)]
        name: String,
    },
    /// Make an API token; it is printed once, alone on the last line.
    Token {
        /// E-mail address of the account that the token acts for.
        #[arg(long)]
        user: String,
    },
}

pub(super) async fn run(config: &Config, command: AdminCommand) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    match command {
        AdminCommand::Create { email, name } => {
            let password = std::env::var("SENTRA_ADMIN_PASSWORD")
                .context("set SENTRA_ADMIN_PASSWORD to the password of the new account")?;
            services::accounts::create_admin(&services, &email, &name, &password).await?;
            println!("admin account made for {email}");
        }
        AdminCommand::Token { user } => {
            let token = services::accounts::create_api_token(&services, &user)
                .await
                .with_context(|| format!("no token for {user}"))?;
            println!("{token}");
        }
    }
    services.store().close().await;
    Ok(())
}
