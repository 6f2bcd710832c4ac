//! Start, watch, stop.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use testkit::on_both;

use crate::{
    command::succeed,
    server::{get, start},
};

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_served_to_this_machine_and_to_the_token() {
    on_both(async |world| {
        succeed(&world, &["seed", "--synthetic", "--shops", "1", "--products", "3"]);
        let server = start(&world, &[("SENTRA_METRICS_TOKEN", "rahasia")]).await;
        assert!(get(&server, "/produk", "").starts_with("HTTP/1.1 200"));
        assert!(get(&server, "/tidak-ada", "").starts_with("HTTP/1.1 404"));
        let figures = get(&server, "/metrics", "");
        for line in [
            "sentra_requests_total{class=\"page\",status=\"200\"} 1",
            "sentra_requests_total{class=\"page\",status=\"404\"} 1",
            "sentra_request_seconds_count{class=\"page\"} 2",
            "sentra_jobs{state=\"dead\"} 0",
            "sentra_build_info{version=",
            "sentra_resident_memory_bytes ",
            "sentra_sql_statements_total ",
        ] {
            assert!(figures.contains(line), "{line}: {figures}");
        }
        let forwarded = "X-Forwarded-For: 10.0.0.7\r\n";
        assert!(get(&server, "/metrics", forwarded).starts_with("HTTP/1.1 403"));
        let bearer = format!("{forwarded}Authorization: Bearer rahasia\r\n");
        assert!(get(&server, "/metrics", &bearer).starts_with("HTTP/1.1 200"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn readiness_says_whether_jobs_are_done() {
    on_both(async |world| {
        let server = start(&world, &[]).await;
        let begun = Instant::now();
        loop {
            let answer = get(&server, "/readyz", "");
            assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("database: ok"), "{answer}");
            if answer.contains("jobs: ok, seen ") {
                break;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{answer}");
            std::thread::sleep(Duration::from_millis(50));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_signal_lets_a_request_under_way_finish() {
    on_both(async |world| {
        let server = start(&world, &[("RUST_LOG", "server=debug")]).await;
        let mut stream = TcpStream::connect(server.address()).unwrap();
        let body = "email=a%40contoh.test&password=salah";
        let (first, rest) = body.split_at(7);
        let length = body.len();
        write!(
            stream,
            "POST /masuk HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{first}",
            server.address()
        )
        .unwrap();
        // Its head has arrived once a later request is answered.
        get(&server, "/healthz", "");
        let begun = Instant::now();
        server.terminate();
        while TcpStream::connect(server.address()).is_ok() {
            assert!(begun.elapsed() < Duration::from_secs(10), "it still takes connections");
            std::thread::sleep(Duration::from_millis(20));
        }
        stream.write_all(rest.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        let (status, log) = server.wait();
        assert!(status.success() && begun.elapsed() < Duration::from_secs(10), "{status} {log}");
        for line in log.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }
        assert!(log.contains("\"route\":\"/masuk\"") && log.contains("\"id\":"), "{log}");
    })
    .await;
}
