//! Where a product stands, what the curator said, and what can be done with it as a whole.

use domain::product::{ProductStatus, RevisionStatus};
use leptos::prelude::*;
use services::selling::SellerProduct;

use super::{address, badges, shop_link};
use crate::{
    forms::sentence,
    ui::{Button, ButtonKind, Dialog, Icon, Notice, Tone},
    viewer::tr,
};

/// Badge, category, shop, and the way to the page that buyers see.
pub(super) fn line(product: &SellerProduct) -> impl IntoView + use<> {
    view! {
        <div class="row">
            {badges(product)}
            <span class="small muted">{format!("{} · {}", product.category_name, product.shop_name)}</span>
            <span class="small">{shop_link(product)}</span>
        </div>
    }
}

/// What one should know before editing; the curator's words when there are some.
pub(super) fn notice(product: &SellerProduct) -> impl IntoView + use<> {
    let tr = tr();
    let (tone, title, text) = match (product.status, product.revision.status) {
        (ProductStatus::Archived, _) => (Tone::Plain, "selling-notice-archived", None),
        (ProductStatus::Suspended, _) => (Tone::Bad, "selling-notice-suspended", product.status_reason.clone()),
        (_, RevisionStatus::ChangesRequested) => (Tone::Note, "selling-notice-changes", product.revision.note.clone()),
        (_, RevisionStatus::Rejected) => (Tone::Bad, "selling-notice-rejected", product.revision.note.clone()),
        (_, RevisionStatus::Proposed) => {
            (Tone::Info, "selling-notice-proposed", Some(tr.t("selling-notice-proposed-text")))
        }
        (ProductStatus::Published | ProductStatus::Hidden, RevisionStatus::Draft) => {
            (Tone::Info, "selling-notice-revision", Some(tr.t("selling-notice-revision-text")))
        }
        (ProductStatus::Hidden, _) => (Tone::Plain, "selling-notice-hidden", None),
        (ProductStatus::Published, _) => (Tone::Plain, "selling-notice-published", None),
        _ => return ().into_any(),
    };
    // A curator's words are a quotation: they stand first in size, not muted below.
    let is_quoted = matches!(tone, Tone::Note | Tone::Bad);
    let text = text.map(|text| {
        if is_quoted {
            view! { <blockquote class="curator-note">{text}</blockquote> }.into_any()
        } else {
            view! { <p>{text}</p> }.into_any()
        }
    });
    let title = tr.t(title);
    match text {
        Some(text) => view! { <Notice tone=tone><p><b>{title}</b></p>{text}</Notice> }.into_any(),
        None => view! { <Notice tone=tone><p>{title}</p></Notice> }.into_any(),
    }
}

/// What is missing before the curator can be asked.
pub(super) fn checklist(product: &SellerProduct) -> impl IntoView + use<> {
    let tr = tr();
    if !product.actions.propose {
        return ().into_any();
    }
    if product.missing.is_empty() {
        return view! {
            <Notice tone=Tone::Good><p><b>{tr.t("selling-complete")}</b></p><p>{tr.t("selling-complete-text")}</p></Notice>
        }
        .into_any();
    }
    let items = product
        .missing
        .iter()
        .map(|error| {
            view! {
                <li>
                    <Icon name="circle-alert" class="i--s"/>
                    <a href=format!("#{}", error.field)>{sentence(error, tr)}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="form-step" aria-labelledby="kurang">
            <h2 id="kurang">{tr.t("selling-missing")}</h2>
            <ul class="checklist" role="list">{items}</ul>
        </section>
    }
    .into_any()
}

/// Hiding, showing, giving up: each in its own form, the last two steps of no return behind a question.
pub(super) fn ways_out(product: &SellerProduct) -> impl IntoView + use<> {
    let tr = tr();
    let actions = product.actions;
    if !(actions.hide || actions.show || actions.archive) {
        return ().into_any();
    }
    let name = product.name.clone();
    let show = actions.show.then(|| {
        view! {
            <form method="post" action=address(product, "/tampilkan")>
                <Button icon="eye">{tr.t("selling-show")}</Button>
            </form>
        }
    });
    let hide = actions.hide.then(|| {
        view! {
            <a class="btn btn--quiet" href="#sembunyikan"><Icon name="eye-off"/>{tr.t("selling-hide")}</a>
            {question(product, "sembunyikan", "selling-hide", &name, ButtonKind::Primary)}
        }
    });
    let archive = actions.archive.then(|| {
        view! {
            <a class="btn btn--quiet" href="#arsipkan"><Icon name="box"/>{tr.t("selling-archive")}</a>
            {question(product, "arsipkan", "selling-archive", &name, ButtonKind::Danger)}
        }
    });
    view! {
        <section class="form-step" aria-labelledby="kelola">
            <h2 id="kelola">{tr.t("selling-manage")}</h2>
            <div class="row">{show}{hide}{archive}</div>
        </section>
    }
    .into_any()
}

fn question(
    product: &SellerProduct,
    verb: &'static str,
    key: &str,
    name: &str,
    kind: ButtonKind,
) -> impl IntoView + use<> {
    let tr = tr();
    let title = tr.t_args(&format!("{key}-question"), &[("name", name.into())]);
    let action = address(product, &format!("/{verb}"));
    let (text, label) = (tr.t(&format!("{key}-text")), tr.t(key));
    view! {
        <Dialog id=verb title=title>
            <p>{text}</p>
            <form method="post" action=action class="dialog__act">
                <a class="btn btn--quiet" href="#_">{tr.t("selling-cancel")}</a>
                <Button kind=kind>{label}</Button>
            </form>
        </Dialog>
    }
}
