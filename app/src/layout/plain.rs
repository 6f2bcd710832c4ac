//! Layout of checkout and of account forms: nothing that leads away by accident.

use leptos::prelude::*;

use super::{CONTENT, SkipLink, footer::Footer, header::LanguageLink, logo::Logo};
use crate::ui::{Icon, to};

/// A header with one way back, content, footer.
#[component]
pub fn PlainLayout(
    /// Path and words of the way back.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// A bar of the page (`.action-bar`).
    #[prop(optional)]
    bar: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <SkipLink/>
        <header class="site-head">
            <div class="wrap site-head__in">
                {back.map(|(path, label)| view! {
                    <a class="back-link" href=to(&path)><Icon name="chevron-left"/>{label}</a>
                })}
                <Logo href=to("/")/>
                <div class="site-head__end"><LanguageLink/></div>
            </div>
        </header>
        <main id=CONTENT tabindex="-1">{children()}</main>
        <Footer/>
        {bar}
    }
}
