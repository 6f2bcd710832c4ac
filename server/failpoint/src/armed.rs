//! Reads and carries out `SENTRA_FAILPOINTS`.

#[cfg(not(debug_assertions))]
compile_error!("failpoints are for tests: a release build must not have them");

use std::sync::{
    OnceLock,
    atomic::{AtomicU32, Ordering},
};

const VARIABLE: &str = "SENTRA_FAILPOINTS";

#[derive(Debug)]
struct Armed {
    name: String,
    /// Passes until the process ends.
    left: AtomicU32,
}

pub(crate) fn pass(name: &str) {
    static ARMED: OnceLock<Vec<Armed>> = OnceLock::new();
    let armed = ARMED.get_or_init(|| std::env::var(VARIABLE).map(|text| read(&text)).unwrap_or_default());
    for point in armed.iter().filter(|point| point.name == name) {
        if point.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            // Like a kill: nothing is flushed, dropped or rolled back by us.
            std::process::abort();
        }
    }
}

fn read(text: &str) -> Vec<Armed> {
    text.split(',').filter(|point| !point.is_empty()).map(read_point).collect()
}

/// `name:kill` or `name:kill:7`.
fn read_point(text: &str) -> Armed {
    let mut parts = text.split(':');
    let (name, action) = (parts.next().unwrap_or_default(), parts.next());
    let pass = parts.next().map_or(Ok(1), str::parse);
    match (action, pass, parts.next()) {
        (Some("kill"), Ok(pass), None) => Armed { name: name.to_owned(), left: AtomicU32::new(pass) },
        _ => panic!("{VARIABLE}: {text:?} is not of the form name:kill:3"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ordering, read};

    #[test]
    fn points_are_read_with_and_without_a_count() {
        let points = read("before_commit:kill,job_effective:kill:3");
        let counts: Vec<_> =
            points.iter().map(|point| (point.name.as_str(), point.left.load(Ordering::SeqCst))).collect();
        assert_eq!(counts, [("before_commit", 1), ("job_effective", 3)]);
        assert!(read("").is_empty());
    }

    #[test]
    #[should_panic(expected = "not of the form")]
    fn another_action_is_refused() {
        read("before_commit:sleep");
    }
}
