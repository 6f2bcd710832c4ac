use std::collections::BTreeSet;

use domain::locale::Locale;
use server::http::api;
use testkit::on_sqlite;
use text::Tr;

use crate::app::App;

#[tokio::test]
async fn the_description_names_exactly_the_calls_there_are() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let document = app.get("/api/v1/openapi.json").await.json();
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        let statuses = &document["components"]["schemas"]["OrderStatus"]["enum"];
        assert_eq!(statuses[0], "awaiting_payment", "values as they travel, not as the code calls them");
        let mut described = BTreeSet::new();
        let mut ids = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let call = format!("{} {path}", method.to_uppercase());
                assert!(
                    ids.insert(operation["operationId"].as_str().unwrap().to_owned()),
                    "two calls are named like {call}"
                );
                let answers = operation["responses"].as_object().unwrap();
                let has = |status: &str| answers.contains_key(status);
                assert!(has("401"), "{call}: any call refuses a wrong token");
                let waits = &operation["responses"]["429"]["headers"]["retry-after"];
                assert!(method == "get" || waits.is_object(), "{call}: every write is limited");
                assert!(has("404") || !path.contains('{'), "{call}");
                assert!(operation.get("requestBody").is_none() || ["400", "413", "415", "422"].iter().all(|s| has(s)));
                assert!(!path.contains("/seller/") || (has("403") && operation.get("security").is_some()), "{call}");
                described.insert(call);
            }
        }
        let (_, records) = api::routes().finish();
        let recorded: BTreeSet<String> =
            records.iter().map(|record| format!("{} {}", record.method, record.path)).collect();
        assert_eq!(described, recorded);
        assert!(described.len() > 20);
    })
    .await;
}

#[test]
fn every_problem_has_a_title_and_an_explanation() {
    let codes = [
        "unparsable",
        "invalid-query",
        "idempotency-key-required",
        "unauthenticated",
        "forbidden",
        "not-found",
        "method-not-allowed",
        "too-large",
        "unsupported-media-type",
        "invalid",
        "invalid-state",
        "out-of-stock",
        "price-changed",
        "not-deliverable",
        "payment-unavailable",
        "idempotency-conflict",
        "too-many-requests",
        "unavailable",
        "internal",
    ];
    for code in codes {
        for key in [format!("problem-{code}"), format!("problem-{code}-detail")] {
            assert!(Locale::ALL.iter().all(|locale| Tr::new(*locale).try_t(&key).is_some()), "{key}");
        }
    }
}
