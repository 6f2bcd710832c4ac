//! Starts PostgreSQL with an empty database, prints its URL, and stops it when standard input ends.

use std::io::{Read as _, Write as _};

fn main() -> std::io::Result<()> {
    println!("{}/postgres", testkit::postgres_server_url());
    std::io::stdout().flush()?;
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
