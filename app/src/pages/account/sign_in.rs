//! `/masuk`

use access::{Denied, own_path};
use axum::response::Response;
use leptos::prelude::*;

use super::frame::{AccountFrame, signed_in_already};
use crate::{
    page::PageRequest,
    ui::{Button, ButtonKind, Field, Panel, to},
};

/// Name of the form.
pub const FORM: &str = "sign-in";

/// The page.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    if let Some(answer) = signed_in_already(&request) {
        return answer;
    }
    let form = request.form(FORM).await?;
    let message = request.message();
    let next = request.query("lanjut").filter(|path| own_path(path).is_some()).unwrap_or_default();
    let tr = request.tr;
    let page = move || {
        view! {
            <AccountFrame title=tr.t("account-sign-in-title") lead=tr.t("account-sign-in-lead") message=message
                errors=form.summary(tr)>
                <Panel roomy=true>
                    <form method="post" action=to("/masuk") class="stack gap-2">
                        <input type="hidden" name="lanjut" value=next/>
                        <Field name="email" label=tr.t("account-email") kind="email" value=form.value("email")
                            error=form.error("email", tr) autocomplete="username" maxlength=254/>
                        <Field name="password" label=tr.t("account-password") kind="password"
                            error=form.error("password", tr) autocomplete="current-password"/>
                        <Button kind=ButtonKind::Primary block=true>{tr.t("account-sign-in-button")}</Button>
                    </form>
                </Panel>
                <div class="stack gap-1">
                    <p><a href=to("/lupa-sandi")>{tr.t("account-sign-in-forgot")}</a></p>
                    <p>{tr.t("account-sign-in-no-account")}" "<a href=to("/daftar")>{tr.t("account-sign-up-button")}</a></p>
                    <p>
                        {tr.t("account-sign-in-find-order")}" "
                        <a href=to("/pesanan")>{tr.t("account-sign-in-find-order-link")}</a>
                    </p>
                </div>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}
