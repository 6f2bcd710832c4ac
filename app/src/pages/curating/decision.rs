//! Decisions in words, for the lists of what was decided.

use leptos::prelude::*;
use services::curation::{CurationAction, TrailItem, TrailObject};
use text::Tr;

use super::frame::QUEUE;
use crate::{
    pages::storefront::view::path_with,
    ui::{Badge, Tone, to},
};

/// Badge of what was done.
#[component]
pub(super) fn ActionBadge(
    /// What was done.
    action: CurationAction,
) -> impl IntoView {
    let tone = match action {
        CurationAction::Publish
        | CurationAction::Restore
        | CurationAction::RestoreShop
        | CurationAction::VerifyQris => Tone::Good,
        CurationAction::RequestChanges => Tone::Note,
        CurationAction::Reject
        | CurationAction::Suspend
        | CurationAction::SuspendShop
        | CurationAction::RejectQris
        | CurationAction::RecallLot => Tone::Bad,
    };
    view! { <Badge tone=tone label=name(action, crate::viewer::tr())/> }
}

/// What was done, in words.
pub(super) fn name(action: CurationAction, tr: Tr) -> String {
    tr.t(&format!("curating-action-{}", action.as_str()))
}

/// A link to what a decision was about.
pub(super) fn object_link(item: &TrailItem) -> impl IntoView + use<> {
    let path = match &item.object {
        TrailObject::Product(id) => format!("{QUEUE}/{id}"),
        TrailObject::Lot(code) => format!("/lot/{code}"),
        TrailObject::Shop(slug) => path_with("/kurasi/toko", &[("toko", Some(slug))]),
    };
    view! { <a href=to(&path)>{item.name.clone()}</a> }
}
