//! What the pages of this area have in common.

use leptos::prelude::*;

use crate::{
    layout::{OfficeArea, OfficeLayout, SectionTabs},
    ui::{PageHead, Toast},
};

/// Path of the queue.
pub(super) const QUEUE: &str = "/kurasi/antrean";

/// A page with a title, what the last action did, and how much waits in the queue.
#[component]
pub(super) fn CuratingFrame(
    /// The heading.
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// Proposals that wait.
    waiting: i64,
    /// What the action before did.
    #[prop(optional_no_strip)]
    message: Option<String>,
    /// Buttons beside the heading.
    #[prop(optional_no_strip)]
    actions: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <PageHead title=title.clone() private=true/>
        <OfficeLayout area=OfficeArea::Curating counts=vec![(QUEUE, waiting)]>
            <div class="wrap wrap--top stack gap-3">
                <Toast message=message/>
                <SectionTabs/>
                <div class="row row--between">
                    <div class="stack gap-05">
                        <h1>{title}</h1>
                        {lead.map(|lead| view! { <p class="muted">{lead}</p> })}
                    </div>
                    {actions}
                </div>
                {children()}
            </div>
        </OfficeLayout>
    }
}
