//! Tables that become cards on a phone: each cell carries its heading, so that nothing scrolls sideways.

use leptos::prelude::*;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    label: String,
    class: Option<&'static str>,
}

impl Column {
    /// The column that names the row; the title of the card on a phone.
    pub fn main(label: impl Into<String>) -> Self {
        Self { label: label.into(), class: Some("table__main") }
    }

    /// Words.
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), class: None }
    }

    /// Numbers, set to the right.
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), class: Some("num") }
    }
}

/// A table.
#[component]
pub fn Table(
    /// What it lists; for screen readers.
    #[prop(into)]
    caption: String,
    /// Its columns.
    columns: Vec<Column>,
    /// The cells of each row, one per column: `"text".into_any()` or any view.
    rows: Vec<Vec<AnyView>>,
    /// Sums below.
    #[prop(optional)]
    footer: Option<Vec<AnyView>>,
) -> impl IntoView {
    let heads = columns
        .iter()
        .map(|column| view! { <th scope="col" class=column.class.filter(|class| *class == "num")>{column.label.clone()}</th> })
        .collect_view();
    let line = |cells: Vec<AnyView>| {
        let cells = cells
            .into_iter()
            .zip(&columns)
            .map(|(cell, column)| view! { <td class=column.class data-l=column.label.clone()>{cell}</td> })
            .collect_view();
        view! { <tr>{cells}</tr> }
    };
    let body = rows.into_iter().map(line).collect_view();
    let footer = footer.map(line);
    view! {
        <div class="panel panel--flush">
            <table class="table">
                <caption class="vh">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{body}</tbody>
                {footer.map(|row| view! { <tfoot>{row}</tfoot> })}
            </table>
        </div>
    }
}
