//! `sentra`: the marketplace in one binary.

use std::process::ExitCode;

use clap::Parser as _;
use server::cli::Cli;

fn main() -> ExitCode {
    // Rendering waits inside tasks; with fewer threads than this a small machine stalls under load.
    let threads = std::thread::available_parallelism().map_or(4, |count| count.get().max(4));
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("sentra: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(Cli::parse().run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sentra: {error:#}");
            ExitCode::FAILURE
        }
    }
}
