//! A short word about the state of a thing.

use leptos::prelude::*;

use super::Icon;

/// What a badge or notice says by its colour; the words say it too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Done, paid, in stock.
    Good,
    /// Waits for somebody.
    Note,
    /// Went wrong.
    Bad,
    /// Good to know.
    Info,
    /// A quiet property, like "COD".
    Outline,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "badge",
            Self::Good => "badge badge--ok",
            Self::Note => "badge badge--note",
            Self::Bad => "badge badge--bad",
            Self::Info => "badge badge--info",
            Self::Outline => "badge badge--line",
        }
    }
}

/// A badge.
#[component]
pub fn Badge(
    /// Its colour.
    #[prop(optional)]
    tone: Tone,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// The words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <span class=tone.class()>{icon.map(|name| view! { <Icon name=name class="i--s"/> })}{label}</span> }
}
