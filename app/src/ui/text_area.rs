//! The only place that writes a text area.
//!
//! The renderer does not escape what stands inside this element, so user text would end it and go on as HTML. Here it is
//! escaped by hand; a check refuses the bare tag anywhere else.

use leptos::prelude::*;

use super::field::{described_by, error_line, hint_line, label_line};

/// A text of several lines.
#[component]
pub fn TextArea(
    /// Name in the form, and id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// Help before typing.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it may stay empty; the label says so.
    #[prop(optional)]
    optional: bool,
    /// How many lines it shows.
    #[prop(default = 4)]
    rows: u8,
    /// Longest text; the same bound as on the server.
    #[prop(optional)]
    maxlength: Option<usize>,
    /// Token of what a browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Another id than the name, when a page has the name twice.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    // HTML drops one line break right after the tag: with ours in front, one of the text stays.
    let content = format!("\n{}", escape(&value));
    view! {
        <div class="field">
            {label_line(&id, label, optional)}
            {hint_line(&id, hint)}
            {error_line(&id, error.as_deref())}
            <textarea class="textarea" id=id name=name rows=rows.to_string()
                autocomplete=autocomplete maxlength=maxlength.map(|n| n.to_string()) aria-describedby=described
                aria-invalid=error.is_some().then_some("true")>
                {content}
            </textarea>
        </div>
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(value: &str) -> String {
        let owner = Owner::new();
        owner.with(|| view! { <TextArea name="note" label="Catatan" value=value/> }.to_html())
    }

    #[test]
    fn user_text_cannot_leave_it() {
        let html = html("</textarea><script>alert(1)</script>&amp;");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"), "{html}");
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    }

    #[test]
    fn a_first_line_break_survives() {
        assert!(html("\nbaris").contains(">\n\nbaris"), "{}", html("\nbaris"));
    }
}
