//! Buttons, and links that look like them. One primary button per screen; its label is a verb.

use leptos::prelude::*;

use super::Icon;

/// How much a button asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing that this screen is for.
    Primary,
    /// A second good way on.
    #[default]
    Secondary,
    /// Something that one may do.
    Quiet,
    /// Something small, inside other things.
    Text,
    /// Takes something away; the label names what.
    Danger,
}

impl ButtonKind {
    fn class(self, small: bool, block: bool) -> String {
        let kind = match self {
            Self::Primary => "btn btn--primary",
            Self::Secondary => "btn btn--secondary",
            Self::Quiet => "btn btn--quiet",
            Self::Text => "btn btn--text",
            Self::Danger => "btn btn--danger",
        };
        format!("{kind}{}{}", if small { " btn--s" } else { "" }, if block { " btn--block" } else { "" })
    }
}

/// A button of a form.
#[component]
pub fn Button(
    /// How much it asks for.
    #[prop(optional)]
    kind: ButtonKind,
    /// For dense places.
    #[prop(optional)]
    small: bool,
    /// As wide as its container.
    #[prop(optional)]
    block: bool,
    /// Not possible now; the page says why beside it.
    #[prop(optional)]
    disabled: bool,
    /// Name that the form sends when this button was pressed.
    #[prop(optional, into)]
    name: Option<String>,
    /// Value sent with the name.
    #[prop(optional, into)]
    value: Option<String>,
    /// Id of the form, when the button stands outside of it.
    #[prop(optional, into)]
    form: Option<String>,
    /// Where the form goes by this button, when not to its own address.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// The words: a verb.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="submit" class=kind.class(small, block) name=name value=value form=form formaction=formaction
            disabled=disabled>
            {icon.map(|name| view! { <Icon name=name/> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Address, with locale prefix where it is ours.
    #[prop(into)]
    href: String,
    /// How much it asks for.
    #[prop(optional)]
    kind: ButtonKind,
    /// For dense places.
    #[prop(optional)]
    small: bool,
    /// As wide as its container.
    #[prop(optional)]
    block: bool,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Leads to a file to save.
    #[prop(optional)]
    download: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    // A link to another site learns nothing of the page that it is on.
    let rel = (href.starts_with("http://") || href.starts_with("https://")).then_some("noopener noreferrer");
    view! {
        <a class=kind.class(small, block) href=href rel=rel download=download.then_some("")>
            {icon.map(|name| view! { <Icon name=name/> })}
            {children()}
        </a>
    }
}
