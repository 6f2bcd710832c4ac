//! Amounts that add up to a total.

use domain::money::Rupiah;
use leptos::prelude::*;

/// One amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What it is for.
    pub label: String,
    /// How much, already written: money, "Gratis", or "belum diketahui".
    pub amount: String,
    /// Name by which an island finds the amount.
    pub name: Option<&'static str>,
}

impl Sum {
    /// An amount of money.
    pub fn money(label: impl Into<String>, amount: Rupiah) -> Self {
        Self { label: label.into(), amount: amount.to_string(), name: None }
    }

    /// A word in place of an amount.
    pub fn text(label: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { label: label.into(), amount: amount.into(), name: None }
    }

    /// The same amount, for an island to find.
    #[must_use]
    pub fn named(self, name: &'static str) -> Self {
        Self { name: Some(name), ..self }
    }
}

/// A sum, line by line.
#[component]
pub fn Sums(
    /// The lines.
    lines: Vec<Sum>,
    /// What they come to.
    #[prop(optional)]
    total: Option<Sum>,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| view! { <div><dt>{line.label}</dt><dd data-sum=line.name>{line.amount}</dd></div> })
        .collect_view();
    view! {
        <dl class="sums">
            {lines}
            {total.map(|total| view! { <div class="sums__total"><dt>{total.label}</dt><dd data-sum=total.name>{total.amount}</dd></div> })}
        </dl>
    }
}
