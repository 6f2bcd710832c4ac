//! The demo accounts and their password.

use std::{collections::HashMap, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::PathBuf};

use anyhow::Context as _;
use domain::{locale::Locale, role::Role};
use services::{Services, accounts::NewAccount, secret};

use crate::config::Config;

/// Address, name and roles.
const ACCOUNTS: [(&str, &str, &[Role]); 6] = [
    ("pembeli@contoh.test", "Ratna Dewi", &[Role::Buyer]),
    ("perajin.dinoyo@contoh.test", "Sri Wahyuni", &[Role::Buyer, Role::Seller]),
    ("perajin.sanan@contoh.test", "Nayla Putri", &[Role::Buyer, Role::Seller]),
    ("kurator@contoh.test", "Bagus Kurniawan", &[Role::Buyer, Role::Curator]),
    ("pendamping@contoh.test", "Intan Maharani", &[Role::Buyer, Role::Mentor]),
    ("admin@contoh.test", "Admin Contoh", &[Role::Buyer, Role::Admin]),
];

/// Makes the password and keeps it where only the operator reads it.
pub(super) fn password(config: &Config) -> anyhow::Result<String> {
    let password: String = secret::token()?.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
    let path = file(config);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
    writeln!(file, "{password}").with_context(|| format!("cannot write {}", path.display()))?;
    Ok(password)
}

/// Makes the accounts; their keys by address.
pub(super) async fn create(services: &Services, password: &str) -> anyhow::Result<HashMap<String, i64>> {
    let mut keys = HashMap::new();
    for (email, name, roles) in ACCOUNTS {
        let new = NewAccount { email, name, phone: None, password, locale: Locale::Id, roles };
        let account = services::accounts::create_account_with_roles(services, new).await?;
        keys.insert(email.to_owned(), account.id);
    }
    Ok(keys)
}

/// Prints who can sign in, and how.
pub(super) fn print(config: &Config) -> anyhow::Result<()> {
    let password = std::fs::read_to_string(file(config)).unwrap_or_default();
    println!("\nSentra is at {} once it serves.", config.site.public_url);
    println!("Demo accounts (password: {}):", password.trim());
    for (email, name, _) in ACCOUNTS {
        println!("  {email:<28} {name}");
    }
    Ok(())
}

/// Beside the database file, else in `data/`.
fn file(config: &Config) -> PathBuf {
    let folder = config
        .storage
        .database_url
        .strip_prefix("sqlite://")
        .and_then(|path| std::path::Path::new(path).parent().map(PathBuf::from))
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| PathBuf::from("data"));
    folder.join("demo-accounts")
}
