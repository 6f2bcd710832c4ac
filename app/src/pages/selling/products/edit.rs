//! `/jual/produk/{id}`: all of a product on one page.

mod gallery;
mod ledger;
mod standing;
mod terms;
mod texts;
mod variants;

use std::sync::Arc;

use access::{Denied, Seller};
use axum::{extract::Path, response::Response};
use domain::product::ProductStatus;
use leptos::prelude::*;
use services::selling::{self, SellerProduct};

use super::{EditorFrame, scope};
use crate::{
    forms::FormView,
    page::PageRequest,
    ui::{Button, ButtonKind, ErrorSummary, Icon, ProductBadge, to},
    viewer::tr,
};

/// Name of the form with texts, attributes, handling, variants and stock; also its id on the page.
pub const FORM: &str = "product-edit";
/// Name of the form that uploads photos.
pub const PHOTOS_FORM: &str = "product-photos";
/// Name of the form with the descriptions of photos.
pub const ALT_FORM: &str = "product-alt";
/// Query key that says which of the forms was refused.
pub const REFUSED_FORM: &str = "isian";

/// The three forms; those that were not refused are fresh.
#[derive(Default)]
struct Forms {
    main: FormView,
    photos: FormView,
    alt: FormView,
}

impl Forms {
    async fn load(request: &PageRequest) -> Result<Self, Denied> {
        let mut forms = Self::default();
        let Some(name) = request.query(REFUSED_FORM) else { return Ok(forms) };
        match name.as_str() {
            FORM => forms.main = request.form(FORM).await?,
            PHOTOS_FORM => forms.photos = request.form(PHOTOS_FORM).await?,
            ALT_FORM => forms.alt = request.form(ALT_FORM).await?,
            _ => {}
        }
        Ok(forms)
    }

    fn summary(&self) -> Vec<(String, String)> {
        let forms = [&self.photos, &self.alt, &self.main];
        forms.into_iter().flat_map(|form| form.summary(tr())).collect()
    }
}

/// The page.
pub async fn show(request: PageRequest, seller: Seller, Path(id): Path<String>) -> Result<Response, Denied> {
    let product = Arc::new(selling::find(request.services(), scope(&seller), &id, request.locale).await?);
    let forms = Forms::load(&request).await?;
    let message = request.message();
    let page = move || {
        let errors = forms.summary();
        let bar = product.actions.trade.then(|| bar(&product).into_any());
        view! {
            <EditorFrame title=product.name.clone() message=message bar=bar>
                <div class="stack gap-1">
                    <h1>{product.name.clone()}</h1>
                    {standing::line(&product)}
                </div>
                <ErrorSummary errors=errors/>
                {standing::notice(&product)}
                {gallery::section(&product, &forms.photos, &forms.alt)}
                {product.actions.trade.then(|| editor(&product, &forms.main))}
                {standing::checklist(&product)}
                {product.actions.trade.then(|| view! { <div class="row desk-only">{buttons(&product)}</div> })}
                {standing::ways_out(&product)}
            </EditorFrame>
        }
    };
    Ok(request.render(page).await)
}

/// Address of a form of this product.
fn address(product: &SellerProduct, verb: &str) -> String {
    to(&format!("/jual/produk/{}{verb}", product.id))
}

fn editor(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let edit = product.actions.edit;
    view! {
        <form method="post" action=address(product, "") id=FORM class="stack gap-4">
            {edit.then(|| texts::section(product, form))}
            {variants::section(product, form)}
            {ledger::section(product, form)}
            {edit.then(|| terms::attributes(product, form))}
            {terms::handling(product, form)}
        </form>
    }
}

/// What is done with all that was typed. Proposing saves it first.
fn buttons(product: &SellerProduct) -> impl IntoView + use<> {
    let tr = tr();
    let can_propose = product.actions.propose;
    let save = if can_propose { ButtonKind::Secondary } else { ButtonKind::Primary };
    let propose = can_propose.then(|| {
        view! {
            <Button kind=ButtonKind::Primary form=FORM formaction=address(product, "/ajukan")>
                {tr.t("selling-propose")}
            </Button>
        }
    });
    view! {
        <Button kind=save icon="save" form=FORM>{tr.t("selling-save")}</Button>
        {propose}
    }
}

fn bar(product: &SellerProduct) -> impl IntoView + use<> {
    let tr = tr();
    view! {
        <div class="action-bar phone-only" role="region" aria-label=tr.t("selling-save")>{buttons(product)}</div>
    }
}

/// The page that buyers see, when there is one.
fn shop_link(product: &SellerProduct) -> impl IntoView + use<> {
    let is_seen = product.status == ProductStatus::Published;
    is_seen.then(|| {
        view! {
            <a class="row gap-05 tap" href=to(&format!("/produk/{}", product.slug))>
                <Icon name="eye" class="i--s"/>{tr().t("selling-see")}
            </a>
        }
    })
}

fn badges(product: &SellerProduct) -> impl IntoView + use<> {
    view! { <ProductBadge status=product.status/> }
}
