//! Pictures in a bucket, against a small server that speaks as much S3 as we ask for.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use media::ObjectMediaStore;
use ports::MediaStore as _;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

type Objects = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// Starts the server; the store, and what the bucket holds by path.
async fn bucket(url: &str) -> (ObjectMediaStore, Objects) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let objects = Objects::default();
    let held = Arc::clone(&objects);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, Arc::clone(&held)));
        }
    });
    let variables = [
        ("AWS_ENDPOINT", endpoint.as_str()),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_REGION", "ap-southeast-3"),
        ("AWS_ACCESS_KEY_ID", "kunci"),
        ("AWS_SECRET_ACCESS_KEY", "rahasia"),
        ("PATH", "/usr/bin"),
    ];
    let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
    (ObjectMediaStore::from_url_with(url, variables).unwrap(), objects)
}

async fn serve(stream: TcpStream, objects: Objects) {
    let mut stream = BufReader::new(stream);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if stream.read_line(&mut head).await.unwrap_or(0) == 0 {
                return;
            }
        }
        let length = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_owned))
            .map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.unwrap();
        let mut words = head.split(' ');
        let (method, target) = (words.next().unwrap(), words.next().unwrap());
        let signed = head.to_ascii_lowercase().contains("authorization: aws4-hmac-sha256 credential=kunci/");
        let (status, body) = if signed { answer(&objects, method, target, body) } else { (403, Vec::new()) };
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} S3\r\nContent-Length: {length}\r\nETag: \"1\"\r\n\
             Last-Modified: Tue, 24 Nov 2026 02:00:00 GMT\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        if method != "HEAD" {
            stream.write_all(&body).await.unwrap();
        }
    }
}

fn answer(objects: &Objects, method: &str, target: &str, body: Vec<u8>) -> (u16, Vec<u8>) {
    let mut objects = objects.lock().unwrap();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match method {
        "PUT" => {
            objects.insert(path.to_owned(), body);
            (200, Vec::new())
        }
        "GET" if query.contains("list-type=2") => {
            let prefix = query.split('&').find_map(|pair| pair.strip_prefix("prefix=")).unwrap_or_default();
            (200, listing(&objects, &prefix.replace("%2F", "/")).into_bytes())
        }
        "GET" | "HEAD" => objects.get(path).map_or((404, Vec::new()), |bytes| (200, bytes.clone())),
        _ => (405, Vec::new()),
    }
}

fn listing(objects: &BTreeMap<String, Vec<u8>>, prefix: &str) -> String {
    let keys = objects.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("/foto/")?, bytes.len())));
    let contents: String = keys
        .filter(|(key, _)| key.starts_with(prefix))
        .map(|(key, size)| {
            format!(
                "<Contents><Key>{key}</Key><Size>{size}</Size><ETag>\"1\"</ETag>\
                 <LastModified>2026-11-24T02:00:00.000Z</LastModified></Contents>"
            )
        })
        .collect();
    format!("<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>")
}

#[tokio::test]
async fn keeps_bytes_in_a_bucket_below_a_prefix() {
    let (store, objects) = bucket("s3://foto/sentra").await;
    let key = "ab/abcd-320.webp";
    assert_eq!(store.get(key).await.unwrap(), None);
    store.put(key, Bytes::from_static(b"photo")).await.unwrap();
    store.put(key, Bytes::from_static(b"photo")).await.unwrap();
    objects.lock().unwrap().insert("/foto/lain/berkas.txt".to_owned(), Vec::new());
    assert_eq!(store.get(key).await.unwrap().unwrap(), "photo");
    assert_eq!(store.list().await.unwrap(), [key]);
    assert!(objects.lock().unwrap().contains_key("/foto/sentra/ab/abcd-320.webp"));
}

#[tokio::test]
async fn keeps_bytes_in_a_bucket_alone() {
    let (store, objects) = bucket("s3://foto").await;
    store.put("ab/abcd-320.webp", Bytes::from_static(b"photo")).await.unwrap();
    assert_eq!(objects.lock().unwrap().keys().collect::<Vec<_>>(), ["/foto/ab/abcd-320.webp"]);
}

#[tokio::test]
async fn a_refused_key_is_an_error_and_not_a_missing_photo() {
    let (store, _) = bucket("s3://foto").await;
    store.put("../secret", Bytes::new()).await.unwrap_err();
    let settings = [("AWS_ENDPOINT", "http://127.0.0.1:1"), ("AWS_ALLOW_HTTP", "maybe")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert!(ObjectMediaStore::from_url_with("s3://foto", settings).is_err(), "a setting that is none");
}
