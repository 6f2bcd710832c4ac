//! The application as a client meets it, without a socket.

use std::{io::Cursor, path::Path, sync::Arc, time::Duration};

use access::{AppState, Site};
use app::{page::SiteView, sentra_menu::SentraMenu, shell::Assets, viewer::Operator};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
};
use domain::{locale::Locale, role::Role};
use http::{
    HeaderMap, Method, Request, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use image::{ImageFormat, RgbImage};
use serde_json::Value;
use server::http::{middleware::strip_locale, page_cache::PageCache, router};
use services::accounts::{self, Credentials, NewAccount};
use testkit::{TestShop, World};
use tower::ServiceExt as _;

pub(crate) const PASSWORD: &str = "tungku menyala pagi";
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A small photo, as a phone sends it.
pub(crate) fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    RgbImage::new(64, 80).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

/// The application over a world.
pub(crate) struct App {
    pub world: World,
    pub state: AppState,
    router: Router,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl App {
    pub fn new(world: World) -> Self {
        let public_url = "http://127.0.0.1:3000".to_owned();
        let site = Site { public_url: public_url.clone(), secure_cookies: false, development: false };
        let state = AppState { services: world.services.clone(), site: Arc::new(site) };
        let view = SiteView {
            assets: Assets::default(),
            operator: Operator::default(),
            sentra: SentraMenu::default(),
            public_url,
        };
        let router = router::application(state.clone(), view, Path::new("no-site"), PageCache::new(Duration::ZERO));
        Self { world, state, router }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(strip_locale(request)).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, MOST_BYTES).await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// A JSON body, with a token where one is given.
    pub async fn json(&self, method: Method, path: &str, token: Option<&str>, body: &Value) -> Answer {
        let mut request = request(method, path).header(CONTENT_TYPE, "application/json");
        if let Some(token) = token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// A new account with that role.
    pub async fn account(&self, email: &str, role: Role) -> i64 {
        let new = NewAccount {
            email,
            name: "Ratna Dewi",
            phone: None,
            password: PASSWORD,
            locale: Locale::Id,
            roles: &[Role::Buyer, role],
        };
        accounts::create_account_with_roles(&self.world.services, new).await.unwrap();
        self.world.sql("SELECT id FROM account WHERE email = $1", [email.into()]).await
    }

    /// An account that works for that shop.
    pub async fn seller(&self, email: &str, shop: &TestShop) -> i64 {
        let account = self.account(email, Role::Seller).await;
        let insert = "INSERT INTO shop_member (shop_id, account_id, created_at) VALUES ($1, $2, 0) RETURNING shop_id";
        self.world.sql(insert, [shop.id.into(), account.into()]).await;
        account
    }

    pub async fn token(&self, email: &str) -> String {
        accounts::create_api_token(&self.world.services, email).await.unwrap()
    }

    /// The cookie of a new session.
    pub async fn cookie(&self, email: &str) -> String {
        let credentials = Credentials { email, password: PASSWORD, user_agent: "tests", old_token: None };
        let started = accounts::sign_in(&self.world.services, credentials).await.unwrap();
        format!("{}={}", access::cookies::name(access::cookies::SESSION, &self.state.site), started.token)
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The code of a problem document with that status, and its errors as (field, code).
    pub fn problem(&self) -> (u16, String, Vec<(String, String)>) {
        assert_eq!(self.headers[CONTENT_TYPE], "application/problem+json", "{:?}", self.body);
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        for text in ["type", "title", "detail"] {
            assert!(problem[text].as_str().is_some_and(|text| !text.is_empty()), "{text} of {problem}");
        }
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let errors = problem["errors"].as_array().unwrap();
        let errors = errors.iter().map(|error| (text(&error["field"]), text(&error["code"]))).collect();
        (self.status.as_u16(), text(&problem["code"]), errors)
    }
}

pub(crate) fn request(method: Method, path: &str) -> http::request::Builder {
    Request::builder().method(method).uri(path)
}

/// What [`Answer::problem`] is expected to say.
pub(crate) fn refusal(status: u16, code: &str, errors: &[(&str, &str)]) -> (u16, String, Vec<(String, String)>) {
    let errors = errors.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect();
    (status, code.to_owned(), errors)
}
