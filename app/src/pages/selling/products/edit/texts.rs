//! Name and description, in Indonesian and, for those who want, in English.

use domain::limits;
use leptos::prelude::*;
use services::selling::SellerProduct;

use crate::{
    forms::FormView,
    ui::{Field, Icon, Select, SelectOption, TextArea},
    viewer::tr,
};

/// The section.
pub(super) fn section(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let categories =
        product.categories.iter().map(|category| SelectOption::new(&category.slug, &category.name)).collect();
    let (name_en, description_en) =
        (product.name_en.clone().unwrap_or_default(), product.description_en.clone().unwrap_or_default());
    let open = form.error("name_en", tr).is_some() || form.error("description_en", tr).is_some();
    view! {
        <section class="form-step" aria-labelledby="teks">
            <h2 id="teks">{tr.t("selling-texts")}</h2>
            <Field name="name" label=tr.t("selling-name") hint=tr.t("selling-name-hint")
                value=form.value_or("name", &product.name) error=form.error("name", tr)
                maxlength=*limits::TITLE.end()/>
            <TextArea name="description" label=tr.t("selling-description") hint=tr.t("selling-description-hint")
                value=form.value_or("description", &product.description) error=form.error("description", tr) rows=6
                maxlength=*limits::DESCRIPTION.end()/>
            <Select name="category" label=tr.t("selling-category") options=categories
                value=form.value_or("category", &product.category) error=form.error("category", tr)/>
            <details class="fold" open=open>
                <summary><Icon name="globe"/>{tr.t("selling-english")}<Icon name="chevron-down"/></summary>
                <div class="stack">
                    <p class="small muted">{tr.t("selling-english-hint")}</p>
                    <Field name="name_en" label=tr.t("selling-name-en") optional=true
                        value=form.value_or("name_en", &name_en) error=form.error("name_en", tr)
                        maxlength=*limits::TITLE.end()/>
                    <TextArea name="description_en" label=tr.t("selling-description-en") optional=true rows=6
                        value=form.value_or("description_en", &description_en) error=form.error("description_en", tr)
                        maxlength=*limits::DESCRIPTION.end()/>
                </div>
            </details>
        </section>
    }
}
