use axum::body::Body;
use http::{
    Method, StatusCode,
    header::{ALLOW, AUTHORIZATION, CONTENT_TYPE, COOKIE, ORIGIN, WWW_AUTHENTICATE},
};
use testkit::on_sqlite;

use super::KEY;
use crate::app::{App, refusal, request};

async fn post(app: &App, kind: &str, body: impl Into<Body>) -> (u16, String, Vec<(String, String)>) {
    let request = request(Method::POST, "/api/v1/checkouts").header("idempotency-key", KEY).header(CONTENT_TYPE, kind);
    app.send(request.body(body.into()).unwrap()).await.problem()
}

#[tokio::test]
async fn bodies_that_are_not_json_are_told_apart() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let json = "application/json; charset=utf-8";
        for body in [&b""[..], b"{", b"{\"items\":[}", b"\xff\xfe", b"{\"a\":\"\xc3\x28\"}", b"{}x"] {
            assert_eq!(post(&app, json, body).await, refusal(400, "unparsable", &[]), "{body:?}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(post(&app, json, deep).await, refusal(400, "unparsable", &[]));
        for kind in ["text/plain", "application/x-www-form-urlencoded", "json", ""] {
            assert_eq!(post(&app, kind, "{}").await, refusal(415, "unsupported_media_type", &[]), "{kind}");
        }
        let huge = format!("\"{}\"", "a".repeat(300_000));
        assert_eq!(post(&app, json, huge).await, refusal(413, "too_large", &[]));
        assert_eq!(post(&app, json, "[]").await, refusal(422, "invalid", &[("", "value_wrong")]));
    })
    .await;
}

#[tokio::test]
async fn unknown_paths_and_methods_are_problems_too() {
    on_sqlite(async |world| {
        let app = App::new(world);
        for path in [
            "/api",
            "/api/",
            "/api/v1",
            "/api/v2/products",
            "/api/v1/products/a/b",
            "/api/v1/orders/x",
            "/api/v1/shops/%00",
        ] {
            assert_eq!(app.get(path).await.problem(), refusal(404, "not_found", &[]), "{path}");
        }
        assert_eq!(app.get("/api/v1/shops/%FF").await.problem(), refusal(404, "not_found", &[]));
        let answer = app.send(request(Method::DELETE, "/api/v1/products").body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem(), refusal(405, "method_not_allowed", &[]));
        assert!(answer.headers[ALLOW].to_str().unwrap().contains("GET"));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_token_is_refused_and_a_browser_of_another_site_as_well() {
    on_sqlite(async |world| {
        let shop = world.shop("dinoyo").await;
        let app = App::new(world);
        for value in ["Bearer snt_salah", "Bearer ", "Basic YTpi", "snt_salah"] {
            let request = request(Method::GET, "/api/v1/products").header(AUTHORIZATION, value);
            let answer = app.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.problem(), refusal(401, "unauthenticated", &[]), "{value}");
            assert!(answer.headers.contains_key(WWW_AUTHENTICATE));
        }
        let foreign = request(Method::POST, "/api/v1/checkouts").header(ORIGIN, "https://jahat.test");
        let answer = app.send(foreign.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem(), refusal(403, "forbidden", &[]));

        app.seller("penjual@contoh.test", &shop).await;
        let cookie = app.cookie("penjual@contoh.test").await;
        let by_session = request(Method::GET, "/api/v1/seller/orders").header(COOKIE, cookie);
        let answer = app.send(by_session.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem(), refusal(401, "unauthenticated", &[]), "a session opens no seller's call");
        let token = app.token("penjual@contoh.test").await;
        let by_token = request(Method::GET, "/api/v1/seller/orders").header(AUTHORIZATION, format!("Bearer {token}"));
        assert_eq!(app.send(by_token.body(Body::empty()).unwrap()).await.status, StatusCode::OK);
    })
    .await;
}
