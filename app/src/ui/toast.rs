//! What the last action did; shown once, on the page after it.

use leptos::prelude::*;

use super::Icon;

/// The sentence of the action before, with a link to go on by where there is one.
#[component]
pub fn Toast(
    /// The sentence; nothing without one.
    message: Option<String>,
    /// Address and words of a way on.
    #[prop(optional)]
    link: Option<(String, String)>,
) -> impl IntoView {
    message.map(|message| {
        view! {
            <div class="toast" role="status">
                <span class="toast__text"><Icon name="circle-check"/>{message}</span>
                {link.map(|(href, label)| view! { <a class="btn btn--text" href=href>{label}</a> })}
            </div>
        }
    })
}
