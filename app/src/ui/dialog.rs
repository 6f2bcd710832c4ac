//! A question on top of the page. It opens by its address (`#id`), so that it works without JavaScript and Back closes it.

use leptos::prelude::*;

use super::Icon;
use crate::viewer::tr;

/// A fragment that names nothing: leaving a dialog by it keeps the place on the page.
const NOWHERE: &str = "#_";

/// A dialog; a link to `#id` opens it.
#[component]
pub fn Dialog(
    /// Its address on the page.
    #[prop(into)]
    id: String,
    /// The question. For something that cannot be undone it names the thing.
    #[prop(into)]
    title: String,
    /// What one should know, and the form with the buttons.
    children: Children,
) -> impl IntoView {
    let tr = tr();
    let heading = format!("{id}-title");
    view! {
        <div class="dialog-host" id=id role="dialog" aria-labelledby=heading>
            <a class="dialog-host__ground" href=NOWHERE tabindex="-1" aria-hidden="true"></a>
            <div class="dialog stack">
                <div class="row row--between row--nowrap">
                    <h2 class="dialog__title" id=heading.clone()>{title}</h2>
                    <a class="icon-link" href=NOWHERE aria-label=tr.t("close")><Icon name="x"/></a>
                </div>
                {children()}
            </div>
        </div>
    }
}
