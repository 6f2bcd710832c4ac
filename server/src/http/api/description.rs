//! What the OpenAPI document says of the whole, and of every call by its shape.

use http::{StatusCode, header};
use utoipa::openapi::{
    Content, Header, Info, OpenApi, Ref, ResponseBuilder,
    path::{Operation, ParameterIn},
    security::{Http, HttpAuthScheme, SecurityScheme},
    tag::TagBuilder,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use super::problem::{FieldProblem, MEDIA_TYPE, Problem};

/// Name of the security scheme that sellers' and curators' calls name.
const TOKEN: &str = "token";

const ABOUT: &str = "Money is whole rupiah, times are RFC 3339 in UTC. Names and messages are Indonesian, or English with \
    `Accept-Language: en`. Lists are `{\"items\", \"next\"}`: pass `next` as `cursor`. Refusals are problem documents \
    (RFC 9457) with a stable `code`. Calls of sellers and curators need `Authorization: Bearer`; a wrong token is refused \
    by every call.";

const TAGS: [(&str, &str); 6] = [
    ("catalogue", "What is for sale, by whom"),
    ("buying", "From a cart to orders"),
    ("orders", "An order as its buyer sees it, by its secret token"),
    ("selling", "Orders and stock of the caller's shops"),
    ("curation", "What waits for a curator, and the decisions"),
    ("about", "This description"),
];

/// The document without its calls.
pub fn frame() -> OpenApi {
    let mut info = Info::new("Sentra", "1");
    info.description = Some(ABOUT.to_owned());
    let mut document = OpenApi::new(info, utoipa::openapi::Paths::new());
    document.tags =
        Some(TAGS.iter().map(|(name, text)| TagBuilder::new().name(*name).description(Some(*text)).build()).collect());
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(TOKEN, SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    components.schemas.insert(Problem::name().into_owned(), Problem::schema());
    components.schemas.insert(FieldProblem::name().into_owned(), FieldProblem::schema());
    document
}

/// Adds the refusals that a call can answer because of its shape; what depends on its subject is in its annotation.
pub fn complete(mut document: OpenApi) -> OpenApi {
    for item in document.paths.paths.values_mut() {
        let [get, post, put, patch] = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch];
        if let Some(operation) = get {
            add_refusals(operation, false);
        }
        for operation in [post, put, patch].into_iter().flatten() {
            add_refusals(operation, true);
        }
    }
    document
}

fn add_refusals(operation: &mut Operation, writes: bool) {
    let parameters = operation.parameters.as_deref().unwrap_or_default();
    let has = |place: &ParameterIn| parameters.iter().any(|parameter| parameter.parameter_in == *place);
    let takes_body = operation.request_body.is_some();
    let takes_values = has(&ParameterIn::Query) || has(&ParameterIn::Header) || takes_body;
    let possible = [
        (StatusCode::BAD_REQUEST, takes_values, "Body or query cannot be read"),
        (StatusCode::UNAUTHORIZED, true, "The token is not valid, or there is none where one is needed"),
        (StatusCode::FORBIDDEN, operation.security.is_some(), "The caller's role does not allow it"),
        // Browsers only: a page of another site tries to use the visitor's session.
        (StatusCode::FORBIDDEN, writes, "Sent by a page of another site"),
        (StatusCode::NOT_FOUND, has(&ParameterIn::Path), "Not there, or not the caller's"),
        (StatusCode::PAYLOAD_TOO_LARGE, takes_body, "The body is too large"),
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, takes_body, "The body is of another media type"),
        (StatusCode::UNPROCESSABLE_ENTITY, takes_body, "Values that do not fit, field by field"),
        (StatusCode::TOO_MANY_REQUESTS, writes, "Too many writes of this account or telephone number"),
        (StatusCode::SERVICE_UNAVAILABLE, true, "Not for now; try again"),
    ];
    for (status, is_possible, text) in possible {
        if is_possible {
            let content = Content::new(Some(Ref::from_schema_name(Problem::name())));
            let response = ResponseBuilder::new().description(text).content(MEDIA_TYPE, content);
            let response = match status {
                StatusCode::TOO_MANY_REQUESTS => response.header(header::RETRY_AFTER.as_str(), retry_after()),
                _ => response,
            };
            let response = response.build();
            operation.responses.responses.entry(status.as_str().to_owned()).or_insert_with(|| response.into());
        }
    }
}

fn retry_after() -> Header {
    let mut header = Header::new(i64::schema());
    header.description = Some("Seconds after which the same request may be sent again".to_owned());
    header
}
