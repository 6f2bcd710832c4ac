use std::sync::{Arc, Mutex};

use axum::{Json, Router, extract::State, http::HeaderMap, http::StatusCode, routing::post};
use domain::{locale::Locale, money::Rupiah};
use mail::{messenger_from_url, render_text};
use ports::{OutgoingText, TextError, mail::MailContent, texting::TextMessage};
use serde_json::{Value, json};

const LINK: &str = "http://127.0.0.1:3000/pesanan/abc";

fn text() -> OutgoingText {
    let content =
        MailContent::OrderPlaced { name: "Siti".to_owned(), total: Rupiah::new(1_000), link: LINK.to_owned() };
    let message = TextMessage { to: "+6281234567890".to_owned(), locale: Locale::Id, content };
    render_text(&message, "text:placed:grp_1:+6281234567890".to_owned())
}

type Heard = Arc<Mutex<Vec<(HeaderMap, Value)>>>;

/// A gateway that answers everything with that status; its address, and what it hears.
async fn gateway(status: StatusCode) -> (String, Heard) {
    let heard = Heard::default();
    let answer = move |State(heard): State<Heard>, headers: HeaderMap, Json(body): Json<Value>| async move {
        heard.lock().unwrap().push((headers, body));
        (status, [("location", "http://127.0.0.1:1/")])
    };
    let router = Router::new().route("/send", post(answer)).with_state(Arc::clone(&heard));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, heard)
}

async fn send(status: StatusCode) -> (Result<(), TextError>, Heard) {
    let (url, heard) = gateway(status).await;
    let messenger = messenger_from_url(&url, Some("rahasia")).unwrap();
    (messenger.send(&text()).await, heard)
}

#[test]
fn a_text_says_who_writes_what_happened_and_where_to_read_on() {
    assert_eq!(text().text, format!("Sentra: Pesanan Anda sudah kami terima: {LINK}"));
}

#[tokio::test]
async fn a_text_reaches_the_gateway() {
    let (outcome, heard) = send(StatusCode::ACCEPTED).await;
    outcome.unwrap();
    let heard = heard.lock().unwrap();
    let [(headers, body)] = heard.as_slice() else { panic!("{heard:?}") };
    assert_eq!(headers["authorization"], "Bearer rahasia");
    let id = headers["idempotency-key"].to_str().unwrap();
    assert_eq!(id.len(), 32, "the key itself holds a number");
    assert_eq!(*body, json!({"id": id, "to": "+6281234567890", "text": text().text}));
}

#[tokio::test]
async fn a_refused_number_is_final_and_everything_else_is_tried_again() {
    for status in [400, 410, 413, 422] {
        let (outcome, _) = send(StatusCode::from_u16(status).unwrap()).await;
        assert!(matches!(outcome, Err(TextError::Final(_))), "{status}: {outcome:?}");
    }
    // Moved as well: the token goes nowhere else.
    for status in [302, 401, 403, 404, 429, 500, 503] {
        let (outcome, heard) = send(StatusCode::from_u16(status).unwrap()).await;
        assert!(matches!(outcome, Err(TextError::Passing(_))), "{status}: {outcome:?}");
        assert_eq!(heard.lock().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_gateway_that_is_away_is_tried_again_and_its_address_is_not_told() {
    let messenger = messenger_from_url("http://127.0.0.1:1/send?key=rahasia", None).unwrap();
    let error = messenger.send(&text()).await.unwrap_err();
    assert!(matches!(error, TextError::Passing(_)) && !error.to_string().contains("rahasia"), "{error}");
}

#[tokio::test]
async fn a_text_becomes_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let messenger = messenger_from_url(&format!("file://{}", folder.path().display()), None).unwrap();
    messenger.send(&text()).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let body: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(body["to"], "+6281234567890");
}

#[test]
fn a_wrong_address_is_not_repeated() {
    for url in ["http://contoh.test/rahasia", "smtp://rahasia", "rahasia", "https://"] {
        let error = messenger_from_url(url, Some("rahasia")).err().unwrap();
        assert!(!format!("{error} {error:?}").contains("rahasia"), "{error:?}");
    }
}
