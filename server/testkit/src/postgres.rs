//! One PostgreSQL server per test binary, on a free port, with its data in a temporary folder.

use std::{
    io::Read as _,
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

/// Environment variable that names a running server (`postgres://user@host:port`) to use instead.
const URL_VARIABLE: &str = "SENTRA_TEST_POSTGRES_URL";
/// Environment variable that, when set, makes commits wait for the disk, as in production.
const DURABLE_VARIABLE: &str = "SENTRA_TEST_POSTGRES_DURABLE";
const START_TIMEOUT: Duration = Duration::from_secs(30);

/// Address of the server without a database name: `postgres://sentra@127.0.0.1:5433`.
///
/// # Panics
/// When PostgreSQL cannot be started.
#[must_use]
pub fn server_url() -> &'static str {
    static SERVER: OnceLock<Server> = OnceLock::new();
    &SERVER.get_or_init(Server::start).url
}

struct Server {
    url: String,
    /// Its standard input closes when this process ends, however it ends; the watching shell then stops the server.
    _watched: Option<Child>,
}

impl Server {
    fn start() -> Self {
        if let Ok(url) = std::env::var(URL_VARIABLE) {
            return Self { url: url.trim_end_matches('/').to_owned(), _watched: None };
        }
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("sentra-postgres-").tempdir().expect("a temporary folder").keep();
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o777)).expect("an open folder");
        let port = free_port();
        let wait = if std::env::var_os(DURABLE_VARIABLE).is_some() { "on" } else { "off" };
        let script = format!(
            "set -e\n\
             as_user() {{ if [ \"$(id -u)\" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups \"$@\"; else \"$@\"; fi; }}\n\
             as_user {bin}/initdb --pgdata={data} --username=sentra --auth=trust --encoding=UTF8 --no-locale --no-sync >/dev/null\n\
             as_user {bin}/postgres -D {data} -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
               -c fsync={wait} -c full_page_writes={wait} -c synchronous_commit={wait} -c max_connections=300 -c shared_buffers=64MB >{folder}/log 2>&1 &\n\
             server=$!\n\
             cat >/dev/null || true\n\
             kill -QUIT $server 2>/dev/null || true\n\
             wait $server || true\n\
             rm -rf {folder}\n",
            bin = programs.display(),
            data = folder.join("data").display(),
            folder = folder.display(),
        );
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell to start PostgreSQL with");
        let begun = Instant::now();
        while !is_ready(&programs, port) {
            if let Ok(Some(_)) = child.try_wait() {
                let mut message = String::new();
                let _ = child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut message));
                panic!("PostgreSQL did not start: {message}");
            }
            assert!(begun.elapsed() < START_TIMEOUT, "PostgreSQL did not answer within {START_TIMEOUT:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
        Self { url: format!("postgres://sentra@127.0.0.1:{port}"), _watched: Some(child) }
    }
}

fn is_ready(programs: &Path, port: u16) -> bool {
    Command::new(programs.join("pg_isready"))
        .args(["--host=127.0.0.1", &format!("--port={port}"), "--quiet"])
        .status()
        .is_ok_and(|status| status.success())
}

/// Where `initdb` and `postgres` are: the newest of Debian's versions, else on the path.
fn programs() -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.retain(|folder| folder.join("initdb").exists());
    versions.sort();
    versions
        .pop()
        .or_else(|| {
            let path = std::env::var_os("PATH")?;
            std::env::split_paths(&path).find(|folder| folder.join("initdb").exists())
        })
        .expect("PostgreSQL's programs (initdb, postgres): scripts/setup.sh installs them")
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}
