//! `/akun`

use access::{Denied, SignedIn};
use axum::response::Response;
use domain::{limits, locale::Locale, role::Role};
use leptos::prelude::*;

use super::frame::AccountFrame;
use crate::{
    page::PageRequest,
    ui::{Button, ButtonKind, Field, Icon, Panel, Select, SelectOption, to},
};

/// Name of the form.
pub const FORM: &str = "profile";

/// A way on: path, icon, keys of its words and of the sentence below.
type Way = (&'static str, &'static str, &'static str, &'static str);

/// The page.
pub async fn show(request: PageRequest, SignedIn(identity): SignedIn) -> Result<Response, Denied> {
    let profile = services::accounts::profile(request.services(), &identity).await?;
    let form = request.form(FORM).await?;
    let message = request.message();
    let tr = request.tr;
    let mut ways: Vec<Way> = Vec::new();
    if !identity.shop_ids.is_empty() {
        ways.push(("/jual", "store", "account-desk-selling", "account-desk-selling-lead"));
    }
    if identity.has(Role::Curator) || identity.has(Role::Admin) {
        ways.push(("/kurasi", "list-checks", "account-desk-curating", "account-desk-curating-lead"));
    }
    ways.push(("/akun/pesanan", "package", "account-orders", "account-orders-lead"));
    ways.push(("/akun/keamanan", "shield-check", "account-security", "account-security-lead"));
    let phone = profile.phone.map(|phone| phone.to_string()).unwrap_or_default();
    let languages = Locale::ALL
        .iter()
        .map(|locale| {
            let key = match locale {
                Locale::Id => "account-language-id",
                Locale::En => "account-language-en",
            };
            SelectOption::new(locale.as_str(), tr.t(key))
        })
        .collect();
    let page = move || {
        let ways = ways
            .into_iter()
            .map(|(path, icon, label, lead)| {
                view! {
                    <a class="panel way" href=to(path)>
                        <Icon name=icon class="i--l"/>
                        <span><b>{tr.t(label)}</b><span class="small muted">{tr.t(lead)}</span></span>
                        <Icon name="chevron-right"/>
                    </a>
                }
            })
            .collect_view();
        view! {
            <AccountFrame title=tr.t_args("account-greeting", &[("name", profile.name.clone().into())])
                lead=profile.email message=message errors=form.summary(tr)>
                <nav class="stack gap-1" aria-label=tr.t("account-title")>{ways}</nav>
                <Panel title=tr.t("account-profile-title") roomy=true>
                    <form method="post" action=to("/akun") class="stack gap-2">
                        <Field name="name" label=tr.t("account-name") value=form.value_or("name", &profile.name)
                            error=form.error("name", tr) autocomplete="name" maxlength=limits::PERSON_NAME_MAX/>
                        <Field name="phone" label=tr.t("account-phone") kind="tel" inputmode="tel" optional=true
                            hint=tr.t("account-phone-hint") value=form.value_or("phone", &phone)
                            error=form.error("phone", tr) autocomplete="tel" maxlength=40/>
                        <Select name="locale" label=tr.t("account-language") options=languages
                            value=form.value_or("locale", profile.locale.as_str()) error=form.error("locale", tr)/>
                        <Button kind=ButtonKind::Primary>{tr.t("account-profile-button")}</Button>
                        <p class="small muted">{tr.t("account-profile-email-hint")}</p>
                    </form>
                </Panel>
                <form method="post" action=to("/keluar")>
                    <Button kind=ButtonKind::Quiet block=true>{tr.t("account-sign-out")}</Button>
                </form>
            </AccountFrame>
        }
    };
    Ok(request.render(page).await)
}
