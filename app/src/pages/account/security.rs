//! `/akun/keamanan`: password and signed-in devices.

use access::{Denied, SignedIn};
use axum::response::Response;
use domain::{limits, time::Zone};
use leptos::prelude::*;
use services::accounts::SessionView;
use text::Tr;

use super::{device, frame::AccountFrame};
use crate::{
    page::PageRequest,
    ui::{Badge, Button, ButtonKind, Field, Panel, Tone, to},
};

/// Name of the form.
pub const FORM: &str = "change-password";

/// The page.
pub async fn show(request: PageRequest, SignedIn(identity): SignedIn) -> Result<Response, Denied> {
    let sessions = services::accounts::list_sessions(request.services(), &identity).await?;
    let form = request.form(FORM).await?;
    let message = request.message();
    let tr = request.tr;
    let page = move || {
        let has_others = sessions.iter().any(|session| !session.is_current);
        let rows = sessions.into_iter().map(|session| session_row(session, tr)).collect_view();
        view! {
            <AccountFrame title=tr.t("account-security-title") message=message errors=form.summary(tr)>
                <Panel title=tr.t("account-security-password-title") roomy=true>
                    <p class="muted">{tr.t("account-security-password-lead")}</p>
                    <form method="post" action=to("/akun/keamanan") class="stack gap-2">
                        <input type="hidden" name="username" autocomplete="username" value=identity.email/>
                        <Field name="password_current" label=tr.t("account-password-current") kind="password"
                            error=form.error("password_current", tr) autocomplete="current-password"/>
                        <Field name="password" label=tr.t("account-password-new") kind="password"
                            hint=tr.t_args("account-password-hint", &[("min", limits::PASSWORD_MIN.into())])
                            error=form.error("password", tr) autocomplete="new-password"/>
                        <Button kind=ButtonKind::Primary>{tr.t("account-security-password-button")}</Button>
                    </form>
                </Panel>
                <Panel title=tr.t("account-security-sessions-title") roomy=true>
                    <p class="muted">{tr.t("account-security-sessions-lead")}</p>
                    <ul class="sessions">{rows}</ul>
                    {has_others.then(|| view! {
                        <form method="post" action=to("/akun/keamanan/sesi-lain/akhiri")>
                            <Button kind=ButtonKind::Danger>{tr.t("account-security-sessions-end-others")}</Button>
                        </form>
                    })}
                </Panel>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}

fn session_row(session: SessionView, tr: Tr) -> impl IntoView {
    let device = device::name(&session.user_agent, tr);
    // The time zone of both sentra and most readers; a session shows no place of its own.
    let moment = |at| tr.moment(at, Zone::Wib);
    let seen = tr.t_args("account-security-session-seen", &[("time", moment(session.last_seen_at).into())]);
    let started = tr.t_args("account-security-session-started", &[("time", moment(session.created_at).into())]);
    let action = to(&format!("/akun/keamanan/sesi/{}/akhiri", session.public_id));
    let label = tr.t_args("account-security-session-end-label", &[("device", device.as_str().into())]);
    view! {
        <li>
            <div>
                <p>
                    <b>{device}</b>" "
                    {session.is_current.then(|| view! {
                        <Badge tone=Tone::Good label=tr.t("account-security-session-current")/>
                    })}
                </p>
                <p class="small muted">{seen}</p>
                <p class="small muted">{started}</p>
            </div>
            <form method="post" action=action>
                <Button kind=ButtonKind::Quiet small=true>
                    <span aria-hidden="true">{tr.t("account-security-session-end")}</span>
                    <span class="vh">{label}</span>
                </Button>
            </form>
        </li>
    }
}
