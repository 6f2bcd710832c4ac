//! A line of the cart: what it is, how many, and what changed since it was put in.

use domain::quantity::Quantity;
use leptos::prelude::*;
use services::cart::{CartLine, LineProblem};

use super::{line_anchor, quantity_field};
use crate::{
    forms::FormView,
    islands::shop::QuantityStepper,
    pages::storefront::view::photo,
    ui::{Button, ButtonKind, Icon, Notice, Photo, Tone, to},
    viewer::tr,
};

#[component]
pub(super) fn Line(
    line: CartLine,
    form: FormView,
    /// Whether it cannot be sent to where the buyer is.
    is_kept_back: bool,
) -> impl IntoView {
    let tr = tr();
    let path = to(&format!("/produk/{}", line.product_slug));
    let is_gone =
        matches!(line.problem, Some(LineProblem::Unavailable | LineProblem::Uncertified(_) | LineProblem::SoldOut));
    let each = (line.quantity > 1).then(|| format!("{} × {}", line.quantity, line.unit_price));
    let is_tiered = line.unit_price < line.single_price;
    let change = (!is_gone).then(|| view! { <Change line=line.clone() form=form.clone()/> });
    let problem = view! { <Problem line=line.clone()/> };
    let removed = line.product_name.clone();
    view! {
        <div class=if is_gone { "line is-gone" } else { "line" } id=line_anchor(&line.variant)>
            <Photo photo=line.photo.map(photo) sizes="72px" decorative=true/>
            <div>
                <p class="line__name"><a href=path>{line.product_name}</a></p>
                {(!line.variant_name.is_empty()).then(|| view! { <p class="small muted">{line.variant_name}</p> })}
            </div>
            <p class="num">
                <b>{line.line_total.to_string()}</b>" "
                {each.map(|each| view! { <span class="small muted">{each}</span> })}
                {is_tiered.then(|| view! { " "<span class="badge badge--ok">{tr.t("tier-applied")}</span> })}
            </p>
            <div class="line__foot">
                {change}
                <form method="post" action=to("/keranjang/hapus")>
                    <input type="hidden" name="variant" value=line.variant.clone()/>
                    <button type="submit" class="linklike line__remove">
                        <Icon name="trash-2" class="i--s"/>{tr.t("cart-remove")}<span class="vh">" "{removed}</span>
                    </button>
                </form>
            </div>
            {problem}
            {is_kept_back.then(|| view! {
                <Notice tone=Tone::Note slim=true><p>{tr.t("cart-not-sent-there")}</p></Notice>
            })}
        </div>
    }
}

/// The quantity. Without scripts the buttons and the number send the form too.
#[component]
fn Change(line: CartLine, form: FormView) -> impl IntoView {
    let tr = tr();
    let field = quantity_field(&line.variant);
    let error = form.error(&field, tr);
    let typed = if form.value("variant") == line.variant { form.value("quantity").parse().ok() } else { None };
    let value = typed.or(u32::try_from(line.quantity).ok()).unwrap_or(1);
    let most = line.available.filter(|left| *left > 0).unwrap_or(Quantity::MAX).min(Quantity::MAX);
    let named = [("name", line.product_name.as_str().into())];
    view! {
        <form method="post" action=to("/keranjang/ubah") id=field class="line__change">
            <input type="hidden" name="variant" value=line.variant.clone()/>
            // The first button of a form is the one that the Enter key presses.
            <button type="submit" class="btn btn--quiet btn--s line__set">
                {tr.t("cart-change")}<span class="vh">" "{line.product_name}</span>
            </button>
            {error.map(|error| view! { <p class="error"><Icon name="circle-x" class="i--s"/><span>{error}</span></p> })}
            <QuantityStepper name="quantity" value=value min=1 max=u32::try_from(most).unwrap_or(1) submits=true
                label=tr.t_args("cart-quantity-of", &named) less=tr.t_args("cart-less-of", &named)
                more=tr.t_args("cart-more-of", &named)/>
        </form>
    }
}

/// Why a line cannot be bought as it stands, with the way out; and a price that is not the one seen before.
#[component]
fn Problem(line: CartLine) -> impl IntoView {
    let tr = tr();
    let price = line.price_changed_from.filter(|_| line.problem.is_none()).map(|before| {
        let key = if line.single_price < before { "cart-price-fell" } else { "cart-price-rose" };
        let args = [("before", before.to_string().into()), ("now", line.single_price.to_string().into())];
        view! { <Notice tone=Tone::Note slim=true><p>{tr.t_args(key, &args)}</p></Notice> }
    });
    let problem = line.problem.map(|problem| match problem {
        LineProblem::Unavailable => {
            view! { <Notice tone=Tone::Bad slim=true><p>{tr.t("cart-unavailable")}</p></Notice> }.into_any()
        }
        LineProblem::Uncertified(kind) => {
            let args = [("kind", tr.t(&format!("certificate-{kind}")).into())];
            view! { <Notice tone=Tone::Bad slim=true><p>{tr.t_args("cart-uncertified", &args)}</p></Notice> }.into_any()
        }
        LineProblem::SoldOut => {
            view! { <Notice tone=Tone::Bad slim=true><p>{tr.t("cart-sold-out")}</p></Notice> }.into_any()
        }
        LineProblem::NotEnough => {
            let left = line.available.unwrap_or_default();
            view! {
                <Notice tone=Tone::Note slim=true>
                    <p>{tr.count("cart-not-enough", left)}</p>
                    <form method="post" action=to("/keranjang/ubah")>
                        <input type="hidden" name="variant" value=line.variant.clone()/>
                        <input type="hidden" name="quantity" value=left.to_string()/>
                        <Button kind=ButtonKind::Secondary small=true>{tr.count("cart-take-left", left)}</Button>
                    </form>
                </Notice>
            }
            .into_any()
        }
    });
    view! {
        {price}
        {problem}
    }
}
