//! Buttons and fields.

use domain::money::Rupiah;
use leptos::prelude::*;

use crate::{
    ui::{
        Button, ButtonKind, Checkbox, ChoiceOption, Choices, ErrorSummary, Field, SearchForm, Select, SelectOption,
        TextArea, VariantOption, Variants,
    },
    viewer::tr,
};

#[component]
pub(super) fn Buttons() -> impl IntoView {
    let tr = tr();
    let verb = move || tr.t("gaya-verb");
    let kinds = [ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Quiet, ButtonKind::Text, ButtonKind::Danger];
    let plain = kinds.into_iter().map(|kind| view! { <Button kind=kind>{verb()}</Button> }).collect_view();
    let small = kinds.into_iter().map(|kind| view! { <Button kind=kind small=true>{verb()}</Button> }).collect_view();
    let off = kinds.into_iter().map(|kind| view! { <Button kind=kind disabled=true>{verb()}</Button> }).collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-buttons")}</h2>
            <div class="row gap-15">{plain}<Button kind=ButtonKind::Quiet icon="copy">{verb()}</Button></div>
            <div class="row gap-15">{small}</div>
            <div class="row gap-15">{off}</div>
        </section>
    }
}

#[component]
pub(super) fn Fields() -> impl IntoView {
    let tr = tr();
    let wrong = tr.t("gaya-error");
    let option = |value: &str, price: Option<&str>, disabled: bool| ChoiceOption {
        value: value.to_owned(),
        title: tr.t("gaya-word"),
        price: price.map(str::to_owned),
        detail: Some(tr.t("gaya-sample")),
        disabled,
    };
    let variant = |value: &str, price: Option<Rupiah>, sold_out: bool| VariantOption {
        value: value.to_owned(),
        name: value.to_owned(),
        price,
        sold_out,
    };
    view! {
        <section>
            <h2>{tr.t("gaya-fields")}</h2>
            <ErrorSummary errors=vec![("g3".to_owned(), wrong.clone()), ("g7".to_owned(), wrong.clone())]/>
            <div class="demo-2">
                <Field name="g1" label=tr.t("gaya-label") value="Ratna Dewi" autocomplete="off"/>
                <Field name="g2" label=tr.t("gaya-label") hint=tr.t("gaya-sample") optional=true/>
                <Field name="g3" label=tr.t("gaya-label") value="0812-345" kind="tel" error=Some(wrong.clone())/>
                <Field name="g4" label=tr.t("gaya-label") value="65.000" prefix="Rp" inputmode="numeric"/>
                <Select name="g5" label=tr.t("gaya-label") value="b"
                    options=vec![SelectOption::new("a", "A"), SelectOption::new("b", "B")]/>
                <Field name="g6" label=tr.t("gaya-label") value="Kota Surabaya" disabled=true/>
                <TextArea name="g7" label=tr.t("gaya-label") value=tr.t("gaya-text") error=Some(wrong)/>
                <div class="stack">
                    <Checkbox name="g8" label=tr.t("gaya-sample") checked=true/>
                    <Checkbox name="g9" label=tr.t("gaya-sample") count="14"/>
                    <Variants legend=tr.t("gaya-label") name="g10" value="Biru"
                        options=vec![variant("Biru", None, false), variant("Hijau", Some(Rupiah::new(45_000)), false), variant("Hitam", None, true)]/>
                </div>
            </div>
            <Choices legend=tr.t("gaya-label") name="g11" value="a"
                options=vec![option("a", Some("Rp22.000"), false), option("b", None, false), option("c", None, true)]/>
            <SearchForm id="g12" hero=true/>
        </section>
    }
}
