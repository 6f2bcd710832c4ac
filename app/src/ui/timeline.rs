//! Steps of an order, in words with dates.

use leptos::prelude::*;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// What happens now.
    Now,
    /// Still to come.
    Later,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineStep {
    /// What happens.
    pub title: String,
    /// When, or until when.
    pub detail: Option<String>,
    /// Where it stands.
    pub state: StepState,
}

/// The steps.
#[component]
pub fn Timeline(
    /// In their order.
    steps: Vec<TimelineStep>,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|step| {
            let class = match step.state {
                StepState::Done => Some("is-done"),
                StepState::Now => Some("is-now"),
                StepState::Later => None,
            };
            let current = (step.state == StepState::Now).then_some("step");
            view! {
                <li class=class aria-current=current>
                    <span class="steps__t">{step.title}</span>
                    {step.detail.map(|detail| view! { <p>{detail}</p> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }
}
