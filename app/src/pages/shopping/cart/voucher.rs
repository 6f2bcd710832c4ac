//! The voucher of a cart: the one that is in it, or a field for one, folded away until somebody has one.

use domain::limits;
use leptos::prelude::*;
use services::vouchers::{CartVoucher, FIELD};

use crate::{
    forms::{FormView, sentence},
    pages::vouchers::worth_line,
    ui::{Button, ButtonKind, Field, Icon, Notice, Tone, to},
    viewer::tr,
};

/// Name of the form.
pub const FORM: &str = "cart-voucher";
/// Where a voucher is put in.
pub const PATH: &str = "/keranjang/voucher";
/// Where it is taken out.
pub const REMOVE_PATH: &str = "/keranjang/voucher/hapus";

#[component]
pub(super) fn Voucher(#[prop(optional_no_strip)] voucher: Option<CartVoucher>, form: FormView) -> impl IntoView {
    match voucher {
        Some(voucher) => view! { <Held voucher=voucher/> }.into_any(),
        None => view! { <Empty form=form/> }.into_any(),
    }
}

#[component]
fn Held(voucher: CartVoucher) -> impl IntoView {
    let tr = tr();
    let terms = voucher.terms;
    let (tone, detail) = match &voucher.off {
        Ok(_) => (Tone::Good, worth_line(&terms, tr)),
        Err(refusal) => (Tone::Note, sentence(refusal, tr)),
    };
    view! {
        <Notice tone=tone slim=true icon="tag">
            <p id=FIELD tabindex="-1"><b>{tr.t_args("voucher-sum", &[("code", terms.code.into())])}</b><br/>{detail}</p>
            <form method="post" action=to(REMOVE_PATH)>
                <Button kind=ButtonKind::Text>{tr.t("voucher-remove")}</Button>
            </form>
        </Notice>
    }
}

#[component]
fn Empty(form: FormView) -> impl IntoView {
    let tr = tr();
    let button = view! { <Button kind=ButtonKind::Secondary>{tr.t("voucher-use")}</Button> }.into_any();
    view! {
        <details class="fold" open=form.is_refused()>
            <summary><Icon name="tag"/>{tr.t("voucher-have")}<Icon name="chevron-down"/></summary>
            <form method="post" action=to(PATH)>
                <Field name=FIELD label=tr.t("voucher-code") value=form.value(FIELD) error=form.error(FIELD, tr)
                    maxlength=*limits::VOUCHER_CODE.end() + 10 autocomplete="off" button=button/>
            </form>
        </details>
    }
}
