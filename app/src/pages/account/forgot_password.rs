//! `/lupa-sandi` and `/atur-sandi/{token}`

use access::Denied;
use axum::{extract::Path, response::Response};
use domain::limits;
use leptos::prelude::*;

use super::frame::{AccountFrame, check_mail, link_expired};
use crate::{
    page::PageRequest,
    ui::{Button, ButtonKind, Field, Panel, to},
};

/// Name of the form that asks for a link.
pub const FORM: &str = "forgot-password";
/// Name of the form that sets the password.
pub const RESET_FORM: &str = "reset-password";

/// `/lupa-sandi`
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let form = request.form(FORM).await?;
    let tr = request.tr;
    let page = move || {
        view! {
            <AccountFrame title=tr.t("account-forgot-title") lead=tr.t("account-forgot-lead") errors=form.summary(tr)>
                <Panel roomy=true>
                    <form method="post" action=to("/lupa-sandi") class="stack gap-2">
                        <Field name="email" label=tr.t("account-email") kind="email" value=form.value("email")
                            error=form.error("email", tr) autocomplete="username" maxlength=254/>
                        <Button kind=ButtonKind::Primary block=true>{tr.t("account-forgot-button")}</Button>
                    </form>
                </Panel>
                <p><a href=to("/masuk")>{tr.t("account-sign-in-button")}</a></p>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}

/// `/lupa-sandi/cek-email`
pub async fn sent(request: PageRequest) -> Response {
    check_mail(request, "account-check-mail-reset", "/lupa-sandi").await
}

/// `/atur-sandi/{token}`
pub async fn reset(request: PageRequest, Path(token): Path<String>) -> Result<Response, Denied> {
    if !services::accounts::reset_link_works(request.services(), &token).await? {
        return Ok(link_expired(request, "/lupa-sandi", "account-link-expired-reset").await);
    }
    let form = request.form(RESET_FORM).await?;
    let tr = request.tr;
    let page = move || {
        view! {
            <AccountFrame title=tr.t("account-reset-title") lead=tr.t("account-reset-lead") errors=form.summary(tr)>
                <Panel roomy=true>
                    <form method="post" action=to(&format!("/atur-sandi/{token}")) class="stack gap-2">
                        <Field name="password" label=tr.t("account-password-new") kind="password"
                            hint=tr.t_args("account-password-hint", &[("min", limits::PASSWORD_MIN.into())])
                            error=form.error("password", tr) autocomplete="new-password"/>
                        <Button kind=ButtonKind::Primary block=true>{tr.t("account-reset-button")}</Button>
                    </form>
                </Panel>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}
