//! `/jual/produk/baru`

use access::{Denied, Seller};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
use services::selling;

use super::{EditorFrame, scope};
use crate::{
    page::PageRequest,
    ui::{Button, ButtonKind, ChoiceOption, Choices, EmptyState, ErrorSummary, Field, Select, SelectOption, to},
};

/// Name of the form.
pub const FORM: &str = "product-new";

/// The page.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let shops = selling::shop_choices(request.services(), scope(&seller), request.locale).await?;
    let form = request.form(FORM).await?;
    let tr = request.tr;
    // One list for all shops: a category of another sentra is refused with a sentence.
    let mut categories = vec![SelectOption::new("", tr.t("selling-choose"))];
    for category in shops.iter().flat_map(|shop| &shop.categories) {
        if !categories.iter().any(|known| known.value == category.slug) {
            categories.push(SelectOption::new(&category.slug, &category.name));
        }
    }
    let page = move || {
        let only_shop = (shops.len() == 1).then(|| shops[0].slug.clone());
        let cards: Vec<ChoiceOption> = shops
            .iter()
            .map(|shop| ChoiceOption { value: shop.slug.clone(), title: shop.name.clone(), ..ChoiceOption::default() })
            .collect();
        let shop = match only_shop {
            Some(slug) => view! { <input type="hidden" name="shop" value=slug/> }.into_any(),
            None => view! {
                <Choices legend=tr.t("selling-shop") name="shop" options=cards value=form.value("shop")
                    error=form.error("shop", tr)/>
            }
            .into_any(),
        };
        let fields = view! {
            <form method="post" action=to("/jual/produk/baru") class="stack gap-3">
                {shop}
                <Field name="name" label=tr.t("selling-name") hint=tr.t("selling-name-hint") value=form.value("name")
                    error=form.error("name", tr) maxlength=*limits::TITLE.end()/>
                <Select name="category" label=tr.t("selling-category") options=categories
                    value=form.value("category") error=form.error("category", tr)/>
                <div class="row">
                    <Button kind=ButtonKind::Primary icon="arrow-right">{tr.t("selling-begin")}</Button>
                </div>
                <p class="small muted">{tr.t("selling-begin-hint")}</p>
            </form>
        };
        let content = if shops.is_empty() {
            view! { <EmptyState icon="store" title=tr.t("selling-no-shop")/> }.into_any()
        } else {
            fields.into_any()
        };
        view! {
            <EditorFrame title=tr.t("selling-new")>
                <h1>{tr.t("selling-new")}</h1>
                <ErrorSummary errors=form.summary(tr)/>
                {content}
            </EditorFrame>
        }
    };
    Ok(request.render(page).await)
}
