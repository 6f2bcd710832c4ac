//! Something that one should know before going on.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A notice inside a page.
#[component]
pub fn Notice(
    /// Its colour and icon; plain, info and outline look alike.
    #[prop(optional)]
    tone: Tone,
    /// For dense places.
    #[prop(optional)]
    slim: bool,
    /// Another icon than the one of the tone.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Paragraphs; the second and later ones are muted.
    children: Children,
) -> impl IntoView {
    let (class, own_icon) = match tone {
        Tone::Plain | Tone::Info | Tone::Outline => ("notice", "info"),
        Tone::Good => ("notice notice--ok", "circle-check"),
        Tone::Note => ("notice notice--warn", "triangle-alert"),
        Tone::Bad => ("notice notice--bad", "circle-x"),
    };
    view! {
        <div class=format!("{class}{}", if slim { " notice--slim" } else { "" })>
            <Icon name=icon.unwrap_or(own_icon)/>
            {children()}
        </div>
    }
}
