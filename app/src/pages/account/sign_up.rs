//! `/daftar` and the pages on the way to an account.

use access::Denied;
use axum::{extract::Path, response::Response};
use domain::limits;
use leptos::prelude::*;

use super::frame::{AccountFrame, check_mail, link_expired, signed_in_already};
use crate::{
    page::PageRequest,
    ui::{Button, ButtonKind, Field, Panel, to},
};

/// Name of the form.
pub const FORM: &str = "sign-up";

/// The page.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    if let Some(answer) = signed_in_already(&request) {
        return answer;
    }
    let form = request.form(FORM).await?;
    let tr = request.tr;
    let page = move || {
        view! {
            <AccountFrame title=tr.t("account-sign-up-title") lead=tr.t("account-sign-up-lead") errors=form.summary(tr)>
                <Panel roomy=true>
                    <form method="post" action=to("/daftar") class="stack gap-2">
                        <Field name="name" label=tr.t("account-name") value=form.value("name")
                            error=form.error("name", tr) autocomplete="name" maxlength=limits::PERSON_NAME_MAX/>
                        <Field name="email" label=tr.t("account-email") kind="email" value=form.value("email")
                            error=form.error("email", tr) autocomplete="username" maxlength=254/>
                        <Field name="password" label=tr.t("account-password") kind="password"
                            hint=tr.t_args("account-password-hint", &[("min", limits::PASSWORD_MIN.into())])
                            error=form.error("password", tr) autocomplete="new-password"/>
                        <Button kind=ButtonKind::Primary block=true>{tr.t("account-sign-up-button")}</Button>
                    </form>
                </Panel>
                <p>{tr.t("account-sign-up-have-account")}" "<a href=to("/masuk")>{tr.t("account-sign-in-button")}</a></p>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}

/// `/daftar/cek-email`
pub async fn sent(request: PageRequest) -> Response {
    check_mail(request, "account-check-mail-sign-up", "/daftar").await
}

/// `/daftar/konfirmasi/{token}`: a mail scanner may open it, so only the button makes the account.
pub async fn confirm(request: PageRequest, Path(token): Path<String>) -> Result<Response, Denied> {
    let Some(email) = services::accounts::sign_up_of_link(request.services(), &token).await? else {
        return Ok(link_expired(request, "/daftar", "account-link-expired-sign-up").await);
    };
    let tr = request.tr;
    let page = move || {
        let lead = tr.t_args("account-confirm-lead", &[("email", email.into())]);
        view! {
            <AccountFrame title=tr.t("account-confirm-title") lead=lead>
                <form method="post" action=to(&format!("/daftar/konfirmasi/{token}"))>
                    <Button kind=ButtonKind::Primary block=true>{tr.t("account-confirm-button")}</Button>
                </form>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}
