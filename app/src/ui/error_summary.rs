//! All errors of a form on top of it, in the words that stand at the fields.

use leptos::prelude::*;

use super::Icon;
use crate::{forms::WHOLE_FORM, viewer::tr};

/// The errors of a refused form; nothing for a fresh one. It takes the focus when the page loads.
#[component]
pub fn ErrorSummary(
    /// (field, sentence), in the order of the fields; each links to the field of that id.
    errors: Vec<(String, String)>,
) -> impl IntoView {
    if errors.is_empty() {
        return ().into_any();
    }
    let tr = tr();
    let fields = errors.iter().filter(|(field, _)| field != WHOLE_FORM).count();
    let title = if fields == 0 { tr.t("form-refused") } else { tr.count("form-errors", fields) };
    let items = errors
        .into_iter()
        .map(|(field, sentence)| {
            if field == WHOLE_FORM {
                view! { <li>{sentence}</li> }.into_any()
            } else {
                view! { <li><a href=format!("#{field}")>{sentence}</a></li> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon name="circle-alert"/>{title}</h2>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(errors: &[(&str, &str)]) -> String {
        let errors = errors.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        Owner::new().with(|| view! { <ErrorSummary errors=errors/> }.to_html())
    }

    #[test]
    fn links_to_the_fields_and_takes_the_focus() {
        let html = html(&[("buyer.phone", "Nomor kurang panjang."), ("form", "Stok berubah.")]);
        assert!(html.contains("href=\"#buyer.phone\""), "{html}");
        assert!(html.contains("autofocus"), "{html}");
        assert!(html.contains("Ada 1 isian"), "{html}");
        assert!(!html.contains("#form"), "{html}");
    }

    #[test]
    fn a_fresh_form_has_none() {
        assert!(!html(&[]).contains("error-summary"));
    }
}
