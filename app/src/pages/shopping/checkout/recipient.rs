//! Who receives it: name and phone, a mail address if they like.

use access::Denied;
use domain::limits;
use leptos::prelude::*;
use services::accounts;

use crate::{forms::FormView, page::PageRequest, ui::Field, viewer::tr};

/// What is known of somebody who is signed in.
#[derive(Clone, Default)]
pub(super) struct Known {
    pub name: String,
    pub phone: String,
    pub email: String,
}

impl Known {
    /// Of the account; nothing of a guest.
    pub async fn load(request: &PageRequest) -> Result<Self, Denied> {
        let Some(identity) = &request.caller.identity else { return Ok(Self::default()) };
        let profile = accounts::profile(request.services(), identity).await?;
        let phone = profile.phone.map(|phone| phone.to_string()).unwrap_or_default();
        Ok(Self { name: profile.name, phone, email: profile.email })
    }
}

#[component]
pub(super) fn Recipient(known: Known, form: FormView) -> impl IntoView {
    let tr = tr();
    view! {
        <section class="form-step">
            <h2>{tr.t("checkout-recipient")}</h2>
            <Field name="buyer.name" label=tr.t("checkout-name") value=form.value_or("buyer.name", &known.name)
                error=form.error("buyer.name", tr) autocomplete="name" maxlength=limits::PERSON_NAME_MAX/>
            <Field name="buyer.phone" label=tr.t("checkout-phone") kind="tel" inputmode="tel" autocomplete="tel"
                value=form.value_or("buyer.phone", &known.phone) error=form.error("buyer.phone", tr) maxlength=40/>
            <Field name="buyer.email" label=tr.t("checkout-email") kind="email" inputmode="email" autocomplete="email"
                optional=true hint=tr.t("checkout-email-hint") value=form.value_or("buyer.email", &known.email)
                error=form.error("buyer.email", tr) maxlength=254/>
        </section>
    }
}
