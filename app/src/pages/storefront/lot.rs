//! `/lot/{code}`: what stands behind the code on a pack.

use access::Denied;
use axum::{extract::Path, response::Response};
use leptos::prelude::*;
use services::lots::{self, PublicLot};

use crate::{
    layout::StoreLayout,
    page::PageRequest,
    ui::{Facts, LinkButton, Notice, PageHead, Tone, to},
    viewer::tr,
};

/// The page.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(code): Path<String>) -> Result<Response, Denied> {
    let lot = lots::public(request.services(), &code, request.locale).await?;
    Ok(request.render(move || view! { <LotPage lot=lot/> }).await)
}

#[component]
fn LotPage(lot: PublicLot) -> impl IntoView {
    let tr = tr();
    let title = tr.t_args("lot-title", &[("code", (&lot.code).into())]);
    let what = if lot.variant.is_empty() { lot.product } else { format!("{} · {}", lot.product, lot.variant) };
    let description = tr.t_args("lot-description", &[("product", (&what).into()), ("shop", (&lot.shop).into())]);
    let facts = vec![
        (tr.t("lot-made-by"), format!("{}, {}", lot.shop, lot.sentra)),
        (tr.t("lot-produced-on"), tr.date(lot.produced_on)),
        (tr.t("lot-best-before"), tr.date(lot.best_before)),
    ];
    let notice = match (lot.recalled, lot.is_past) {
        (Some((day, reason)), _) => {
            let title = tr.t_args("lot-recalled-on", &[("date", tr.date(day).into())]);
            view! {
                <Notice tone=Tone::Bad>
                    <p><b>{title}</b></p>
                    <p>{reason}</p>
                    <p>{tr.t("lot-recalled-what-to-do")}</p>
                </Notice>
            }
            .into_any()
        }
        (None, true) => view! { <Notice tone=Tone::Note><p>{tr.t("lot-past")}</p></Notice> }.into_any(),
        (None, false) => view! { <Notice tone=Tone::Good slim=true><p>{tr.t("lot-good")}</p></Notice> }.into_any(),
    };
    let product = lot
        .product_slug
        .map(|slug| view! { <LinkButton href=to(&format!("/produk/{slug}"))>{tr.t("lot-see-product")}</LinkButton> });
    view! {
        <PageHead title=title.clone() description=description private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow wrap--top stack gap-3">
                <div class="stack gap-05">
                    <p class="muted">{title}</p>
                    <h1>{what}</h1>
                </div>
                {notice}
                <Facts rows=facts/>
                <p class="row">
                    {product}
                    <LinkButton href=to(&format!("/toko/{}", lot.shop_slug))>{tr.t("lot-see-shop")}</LinkButton>
                </p>
            </div>
        </StoreLayout>
    }
}
