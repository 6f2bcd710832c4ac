//! Colours, letters, marks, notices, dialogs.

use leptos::prelude::*;

use crate::{
    ui::{
        Badge, Breadcrumb, Button, ButtonKind, Dialog, Icon, LinkButton, Notice, ProductBadge, ShopBadge, ShopSign,
        Toast, Tone,
    },
    viewer::tr,
};
use domain::{product::ProductStatus, shop::ShopStatus};

const COLOURS: &[&str] = &[
    "paper",
    "paper-deep",
    "surface",
    "line",
    "line-strong",
    "ink",
    "muted",
    "cobalt",
    "leaf",
    "soy",
    "soy-ink",
    "brick",
];

#[component]
pub(super) fn Colours() -> impl IntoView {
    let tr = tr();
    let swatches = COLOURS
        .iter()
        .map(|name| view! { <div><span class=format!("swatch-box swatch-box--{name}")></span><code>{*name}</code></div> })
        .collect_view();
    let places = ["dinoyo", "sanan"]
        .into_iter()
        .map(|sentra| {
            view! {
                <div class="panel row" data-sentra=sentra>
                    <ShopSign name=sentra sentra=sentra class="sign--s"/>
                    <span class="maker"><Icon name="store"/><span>{sentra}</span></span>
                    <span class="dot"></span>
                </div>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-colours")}</h2>
            <div class="swatches">{swatches}</div>
            <div class="cats">{places}</div>
        </section>
    }
}

#[component]
pub(super) fn Letters() -> impl IntoView {
    let tr = tr();
    let sizes = ["48", "36", "28", "22", "18"]
        .into_iter()
        .map(|size| view! { <p class=format!("gaya__letters gaya__letters--{size}")>{tr.t("gaya-sample")}</p> })
        .collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-letters")}</h2>
            <div class="demo-2">
                <div class="stack">{sizes}</div>
                <div class="stack">
                    <p class="lead-text">{tr.t("gaya-text")}</p>
                    <p>{tr.t("gaya-text")}" "<b class="num">"Rp125.000"</b></p>
                    <p class="small muted">{tr.t("gaya-text")}</p>
                </div>
            </div>
        </section>
    }
}

#[component]
pub(super) fn Marks() -> impl IntoView {
    let tr = tr();
    let tones = [Tone::Plain, Tone::Good, Tone::Note, Tone::Bad, Tone::Info, Tone::Outline]
        .into_iter()
        .map(|tone| view! { <Badge tone=tone label=tr.t("gaya-word")/> })
        .collect_view();
    let products = ProductStatus::ALL.iter().map(|status| view! { <ProductBadge status=*status/> }).collect_view();
    let shops = ShopStatus::ALL.iter().map(|status| view! { <ShopBadge status=*status/> }).collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-marks")}</h2>
            <div class="row">{tones}<Badge tone=Tone::Good icon="check" label=tr.t("gaya-word")/><span class="count">"14"</span></div>
            <div class="row">{products}</div>
            <div class="row">{shops}</div>
            <div class="chips">
                <a class="chip" href="#tanda" aria-current="true">{tr.t("gaya-word")}</a>
                <a class="chip" href="#tanda">{tr.t("gaya-word")}</a>
                <a class="chip chip--x" href="#tanda">{tr.t("gaya-word")}<Icon name="x" class="i--s"/></a>
            </div>
            <Breadcrumb trail=vec![(tr.t("nav-products"), Some("/produk".to_owned())), (tr.t("gaya-sample"), None)]/>
            <details class="proof proofs" open data-sentra="sanan">
                <summary><Icon name="badge-check"/><span>{tr.t("gaya-word")}</span><Icon name="chevron-down"/></summary>
                <div>{tr.t("gaya-text")}</div>
            </details>
        </section>
    }
}

#[component]
pub(super) fn Notices() -> impl IntoView {
    let tr = tr();
    let notices = [Tone::Info, Tone::Good, Tone::Note, Tone::Bad]
        .into_iter()
        .map(|tone| view! { <Notice tone=tone><p>{tr.t("gaya-sample")}</p><p>{tr.t("gaya-text")}</p></Notice> })
        .collect_view();
    view! {
        <section>
            <h2>{tr.t("gaya-notices")}</h2>
            <div class="demo-2">
                {notices}
                <Notice tone=Tone::Note slim=true icon="wifi-off"><p>{tr.t("gaya-text")}</p></Notice>
            </div>
            <Toast message=Some(tr.t("done-saved")) link=("#tanda".to_owned(), tr.t("gaya-word"))/>
        </section>
    }
}

#[component]
pub(super) fn Dialogs() -> impl IntoView {
    let tr = tr();
    view! {
        <section>
            <h2>{tr.t("gaya-dialog")}</h2>
            <div><LinkButton href="#contoh-dialog" kind=ButtonKind::Danger icon="trash-2">{tr.t("gaya-delete")}</LinkButton></div>
            <Dialog id="contoh-dialog" title=tr.t("gaya-delete-question")>
                <p>{tr.t("gaya-text")}</p>
                <form class="dialog__act">
                    <LinkButton href="#_" kind=ButtonKind::Quiet>{tr.t("close")}</LinkButton>
                    <Button kind=ButtonKind::Danger>{tr.t("gaya-delete")}</Button>
                </form>
            </Dialog>
        </section>
    }
}
