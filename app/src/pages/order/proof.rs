//! Showing that an order is paid: a photo and a word to the seller; afterwards, what was shown.

use domain::limits;
use leptos::prelude::*;
use services::orders::OrderView;

use crate::{
    forms::FormView,
    ui::{Button, ButtonKind, Icon, Panel, TextArea, to},
    viewer::tr,
};

/// What cameras send; telephones turn their own formats into one of these.
const ACCEPT: &str = "image/jpeg,image/png,image/webp";

/// The form, or the proof that the seller is looking at.
#[component]
pub(super) fn Proof(order: OrderView, form: FormView) -> impl IntoView {
    let detail = &order.detail;
    let path = format!("/pesanan/{}/bukti", order.summary.token);
    if detail.can_prove {
        return view! { <ProofForm path=path shop=detail.shop_name.clone() form=form/> }.into_any();
    }
    let tr = tr();
    let at = detail.zone;
    detail
        .proof
        .clone()
        .map(|proof| {
            let (width, height) = proof.size;
            let sent = tr.t_args("order-proof-sent-at", &[("time", tr.moment(proof.submitted_at, at).into())]);
            view! {
                <Panel title=tr.t("order-proof")>
                    <p class="small muted">{sent}</p>
                    <a class="proof-photo" href=to(&path)>
                        <img src=to(&path) alt=tr.t("order-proof-alt") width=width height=height loading="lazy"/>
                    </a>
                    {proof.note.map(|note| view! { <p>{note}</p> })}
                </Panel>
            }
        })
        .into_any()
}

#[component]
fn ProofForm(path: String, shop: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let error = form.error("photo", tr);
    let is_wrong = error.is_some().then_some("true");
    let error = error.map(|sentence| {
        view! { <p class="error" id="photo-error"><Icon name="circle-x" class="i--s"/><span>{sentence}</span></p> }
    });
    view! {
        <section class="panel stack" id="bukti">
            <h2>{tr.t("order-proof-title")}</h2>
            <p class="small muted">{tr.t_args("order-proof-lead", &[("shop", shop.into())])}</p>
            <form method="post" action=to(&path) enctype="multipart/form-data" class="stack gap-15">
                <div class="field">
                    <label for="photo">{tr.t("order-proof-photo")}</label>
                    <p class="hint" id="photo-hint">{tr.t("order-proof-photo-hint")}</p>
                    {error}
                    <input class="input" id="photo" name="photo" type="file" accept=ACCEPT
                        aria-describedby="photo-hint" aria-invalid=is_wrong/>
                </div>
                <TextArea name="note" label=tr.t("order-proof-note") optional=true rows=2 value=form.value("note")
                    error=form.error("note", tr) maxlength=*limits::NOTE.end()/>
                <Button kind=ButtonKind::Primary block=true icon="camera">{tr.t("order-proof-send")}</Button>
            </form>
        </section>
    }
}
