//! Forms of signing up and in, the account, and its sessions.

use access::{Denied, SignedIn, cookies, own_path};
use app::pages::account::{forgot_password, profile, security, sign_in as sign_in_page, sign_up as sign_up_page};
use axum::{
    extract::Path,
    http::{HeaderMap, header::USER_AGENT},
    response::{IntoResponse as _, Response},
};
use domain::role::Role;
use services::{
    Error,
    accounts::{self, ChangePassword, Credentials, Identity, ProfileChange, SESSION_DAYS, SignUp, Started},
};

use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/masuk", sign_in)
        .post("/keluar", sign_out)
        .post("/daftar", sign_up)
        .post("/daftar/konfirmasi/{token}", confirm_sign_up)
        .post("/lupa-sandi", forgot)
        .post("/atur-sandi/{token}", reset)
        .post("/akun", save_profile)
        .post("/akun/keamanan", change_password)
        .post("/akun/keamanan/sesi-lain/akhiri", end_other_sessions)
        .post("/akun/keamanan/sesi/{session}/akhiri", end_session)
}

async fn sign_in(headers: HeaderMap, form: SubmittedForm) -> Response {
    let next = form.value("lanjut");
    let next = own_path(&next).map(str::to_owned);
    let old_token = cookies::session(form.jar(), &form.state().site);
    let credentials = Credentials {
        email: &form.value("email"),
        password: &password(&form, "password"),
        user_agent: user_agent(&headers),
        old_token: old_token.as_deref(),
    };
    match accounts::sign_in(form.services(), credentials).await {
        Ok(started) => {
            let target = next.unwrap_or_else(|| home_of(&started.identity).to_owned());
            let answer = form.redirect(&target);
            with_session(&form, started, answer)
        }
        Err(error) => {
            let back = sign_in_address(next.as_deref());
            form.refuse(sign_in_page::FORM, &back, error).await
        }
    }
}

async fn sign_out(form: SubmittedForm) -> Response {
    let site = form.state().site.clone();
    if let Some(token) = cookies::session(form.jar(), &site)
        && let Err(error) = accounts::sign_out(form.services(), &token).await
    {
        return Denied(error).into_response();
    }
    without_session(&form, form.done("/", "keluar"))
}

async fn sign_up(form: SubmittedForm) -> Response {
    let asked = SignUp {
        name: &form.value("name"),
        email: &form.value("email"),
        password: &password(&form, "password"),
        locale: form.locale(),
    };
    match accounts::sign_up(form.services(), asked).await {
        Ok(()) => form.redirect("/daftar/cek-email"),
        Err(error) => form.refuse(sign_up_page::FORM, "/daftar", error).await,
    }
}

async fn confirm_sign_up(Path(token): Path<String>, headers: HeaderMap, form: SubmittedForm) -> Response {
    match accounts::confirm_sign_up(form.services(), &token, user_agent(&headers)).await {
        Ok(started) => {
            let answer = form.done("/akun", "akun-dibuat");
            with_session(&form, started, answer)
        }
        Err(Error::NotFound) => {
            form.refuse(sign_up_page::FORM, "/daftar", Error::invalid("form", "link-expired")).await
        }
        Err(error) => Denied(error).into_response(),
    }
}

async fn forgot(form: SubmittedForm) -> Response {
    match accounts::request_password_reset(form.services(), &form.value("email")).await {
        Ok(()) => form.redirect("/lupa-sandi/cek-email"),
        Err(error) => form.refuse(forgot_password::FORM, "/lupa-sandi", error).await,
    }
}

async fn reset(Path(token): Path<String>, form: SubmittedForm) -> Response {
    match accounts::reset_password(form.services(), &token, &password(&form, "password")).await {
        Ok(()) => {
            let answer = form.done("/masuk", "sandi-diatur");
            without_session(&form, answer)
        }
        Err(Error::NotFound) => {
            form.refuse(forgot_password::FORM, "/lupa-sandi", Error::invalid("form", "link-expired")).await
        }
        Err(error) => {
            let back = format!("/atur-sandi/{token}");
            form.refuse(forgot_password::RESET_FORM, &back, error).await
        }
    }
}

async fn save_profile(SignedIn(identity): SignedIn, form: SubmittedForm) -> Response {
    let change =
        ProfileChange { name: &form.value("name"), phone: &form.value("phone"), locale: &form.value("locale") };
    match accounts::update_profile(form.services(), &identity, change).await {
        Ok(()) => form.done("/akun", "tersimpan"),
        Err(error) => form.refuse(profile::FORM, "/akun", error).await,
    }
}

async fn change_password(SignedIn(identity): SignedIn, headers: HeaderMap, form: SubmittedForm) -> Response {
    let change = ChangePassword {
        current: &password(&form, "password_current"),
        new: &password(&form, "password"),
        user_agent: user_agent(&headers),
    };
    match accounts::change_password(form.services(), &identity, change).await {
        Ok(started) => {
            let answer = form.done("/akun/keamanan", "sandi-diganti");
            with_session(&form, started, answer)
        }
        Err(error) => form.refuse(security::FORM, "/akun/keamanan", error).await,
    }
}

async fn end_session(
    SignedIn(identity): SignedIn,
    Path(session): Path<String>,
    form: SubmittedForm,
) -> Result<Response, Denied> {
    accounts::revoke_session(form.services(), &identity, &session).await?;
    if identity.session.as_deref() == Some(session.as_str()) {
        return Ok(without_session(&form, form.done("/", "keluar")));
    }
    Ok(form.done("/akun/keamanan", "sesi-diakhiri"))
}

async fn end_other_sessions(SignedIn(identity): SignedIn, form: SubmittedForm) -> Result<Response, Denied> {
    accounts::revoke_other_sessions(form.services(), &identity).await?;
    Ok(form.done("/akun/keamanan", "sesi-diakhiri"))
}

/// Address of the page to sign in, leading on to a path of ours afterwards; without locale prefix.
#[must_use]
pub fn sign_in_address(next: Option<&str>) -> String {
    let query = next.and_then(|next| serde_urlencoded::to_string([("lanjut", next)]).ok());
    query.map_or_else(|| "/masuk".to_owned(), |query| format!("/masuk?{query}"))
}

/// Where somebody works, or else their account.
fn home_of(identity: &Identity) -> &'static str {
    if !identity.shop_ids.is_empty() {
        "/jual"
    } else if identity.has(Role::Curator) || identity.has(Role::Admin) {
        "/kurasi"
    } else {
        "/akun"
    }
}

/// Exactly as typed: spaces at the ends of a password count.
fn password(form: &SubmittedForm, name: &str) -> String {
    form.values(name).into_iter().next().unwrap_or_default()
}

fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn with_session(form: &SubmittedForm, started: Started, answer: Response) -> Response {
    let cookie = cookies::build(cookies::SESSION, started.token, SESSION_DAYS, &form.state().site);
    (form.jar().clone().add(cookie), answer).into_response()
}

fn without_session(form: &SubmittedForm, answer: Response) -> Response {
    let cookie = cookies::removal(cookies::SESSION, &form.state().site);
    (form.jar().clone().add(cookie), answer).into_response()
}
