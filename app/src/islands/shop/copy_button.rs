//! Copies a text, such as an account number, to the clipboard.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// How long the button says that it has copied.
const THANKS: Duration = Duration::from_secs(2);

/// A button that copies. Without scripts the style sheet hides it: the text stands beside it and can be selected.
#[island]
pub fn CopyButton(
    /// What to copy.
    #[prop(into)]
    text: String,
    /// Words of the button: "Salin".
    #[prop(into)]
    label: String,
    /// Words of the button once it has copied: "Tersalin".
    #[prop(into)]
    done: String,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let clipboard = window().navigator().clipboard();
            if clipboard.is_undefined() || JsFuture::from(clipboard.write_text(&text)).await.is_err() {
                return;
            }
            copied.set(true);
            set_timeout(move || copied.set(false), THANKS);
        });
    };
    view! {
        <button type="button" class="btn btn--quiet btn--s needs-script" on:click=copy>
            <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                <rect width="14" height="14" x="8" y="8" rx="2" ry="2"></rect>
                <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"></path>
            </svg>
            <span aria-live="polite">{move || if copied.get() { done.clone() } else { label.clone() }}</span>
        </button>
    }
}
