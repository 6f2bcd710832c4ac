//! The question before something is taken off the shelf.

use domain::limits;
use leptos::prelude::*;

use crate::{
    forms::FormView,
    ui::{Button, ButtonKind, Dialog, ErrorSummary, TextArea},
    viewer::tr,
};

/// Address of the question on its page, and key of the address that says what it is about.
pub const SUSPEND: &str = "tangguhkan";

/// Name of what is refused on a list as a whole: somebody was faster.
pub const LIST_FORM: &str = "curating-list";

/// Name of the form that suspends the product or shop of that id or slug.
#[must_use]
pub fn form_name(key: &str) -> String {
    format!("curating-suspend:{key}")
}

/// Asks for the reason.
#[component]
pub(super) fn SuspendDialog(
    /// The question; it names the thing.
    title: String,
    /// What follows from it.
    lead: String,
    /// Where the form goes.
    action: String,
    /// The form, when it was refused.
    form: FormView,
    /// The filter of the list, as fields of the form.
    carried: AnyView,
    /// Words of the button.
    button: String,
) -> impl IntoView {
    let tr = tr();
    view! {
        <Dialog id=SUSPEND title=title>
            <p>{lead}</p>
            <ErrorSummary errors=form.summary(tr)/>
            <form method="post" action=action class="stack gap-2">
                {carried}
                <TextArea name="reason" label=tr.t("curating-reason") value=form.value("reason")
                    error=form.error("reason", tr) rows=4 maxlength=*limits::REASON.end()/>
                <div class="dialog__act"><Button kind=ButtonKind::Danger>{button}</Button></div>
            </form>
        </Dialog>
    }
}
