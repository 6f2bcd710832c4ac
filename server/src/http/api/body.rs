//! JSON bodies: what is wrong with one is told by the path of the field.

use access::AppState;
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header::CONTENT_TYPE};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use services::FieldError;
use utoipa::ToSchema;

use super::refusal::Refusal;

/// Why, for whoever it concerns to read.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Reason {
    /// In plain words.
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}

/// A JSON body, asked or answered.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<AppState> for Json<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        if !is_json(request.headers()) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|error| error.status().into_response())?;
        read(&bytes).map(Self).map_err(IntoResponse::into_response)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// `application/json`, with or without parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Refusal::unparsable())?;
    if let Some(path) = path_of_nul(&value) {
        return Err(Refusal::value(FieldError::new(path, "nul")));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        Refusal::value(wrong_value(path, &error.inner().to_string()))
    })
}

/// A field that is missing is named by itself, not by what it is missing in.
fn wrong_value(path: String, reason: &str) -> FieldError {
    let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    match missing {
        Some(name) => FieldError::new(child(&path, name), "missing"),
        None => FieldError::new(path, "value-wrong"),
    }
}

/// PostgreSQL keeps no NUL in texts, so no text of ours may have one.
fn path_of_nul(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| path_of_nul(item).map(|rest| format!("[{index}]{}{rest}", separator(&rest)))),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            if name.contains('\0') {
                return Some(String::new());
            }
            path_of_nul(value).map(|rest| format!("{name}{}{rest}", separator(&rest)))
        }),
        _ => None,
    }
}

fn child(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
}

fn separator(rest: &str) -> &'static str {
    if rest.is_empty() || rest.starts_with('[') { "" } else { "." }
}

#[cfg(test)]
mod tests {
    use services::checkout::CheckoutRequest;

    use super::*;

    fn refused(body: &str) -> (u16, String, String) {
        let refusal = read::<CheckoutRequest>(body.as_bytes()).err();
        let field = refusal.as_ref().and_then(|refusal| refusal.fields.first().cloned());
        let field = field.unwrap_or_else(|| FieldError::new("", ""));
        (refusal.map_or(0, |refusal| refusal.status.as_u16()), field.field, field.code)
    }

    #[test]
    fn wrong_bodies_are_refused_at_the_field() {
        let item = r#"{"items":[{"variant":"var_1","quantity":"#;
        let cases = [
            ("".to_owned(), 400, "", ""),
            ("{\"items\":".to_owned(), 400, "", ""),
            ("\"\u{1}\"".to_owned(), 400, "", ""),
            ("[]".to_owned(), 422, "", "value-wrong"),
            ("{}".to_owned(), 422, "items", "missing"),
            (r#"{"items":[{"variant":"var_1"}]}"#.to_owned(), 422, "items[0].quantity", "missing"),
            (format!(r#"{item}"2"}}]}}"#), 422, "items[0].quantity", "value-wrong"),
            (format!(r"{item}2.5}}]}}"), 422, "items[0].quantity", "value-wrong"),
            (format!(r"{item}99999999999999999999}}]}}"), 422, "items[0].quantity", "value-wrong"),
            (r#"{"items":[{"variant":"a\u0000","quantity":1}]}"#.to_owned(), 422, "items[0].variant", "nul"),
            (
                r#"{"items":[],"buyer":{"name":"","phone":""},"deliveries":[{"shop":"a","method":"kapal"}]}"#
                    .to_owned(),
                422,
                "deliveries[0].method",
                "value-wrong",
            ),
        ];
        for (body, status, field, code) in cases {
            assert_eq!(refused(&body), (status, field.to_owned(), code.to_owned()), "{body}");
        }
    }
}
