//! A quantity with buttons for one less and one more.

use leptos::{html, prelude::*};

/// What the stepper's buttons send when they send the form: `change=less` or `change=more`, beside the quantity.
const CHANGE: &str = "change";

/// A number to type or to step.
///
/// With `submits` the buttons send the form that they stand in, with or without scripts, and typing sends it too once
/// there are scripts. Without `submits` the buttons only count, so the style sheet hides them where scripts are off.
#[island]
pub fn QuantityStepper(
    /// Name of the number in the form.
    #[prop(into)]
    name: String,
    /// What stands in it first.
    value: u32,
    /// Least that may be asked for.
    min: u32,
    /// Most that may be asked for.
    max: u32,
    /// What the number is, for screen readers: "jumlah Vas silinder".
    #[prop(into)]
    label: String,
    /// What the left button does: "Kurangi jumlah Vas silinder".
    #[prop(into)]
    less: String,
    /// What the right button does: "Tambah jumlah Vas silinder".
    #[prop(into)]
    more: String,
    /// Whether a change is sent at once, as in the cart.
    submits: bool,
) -> impl IntoView {
    let quantity = RwSignal::new(value);
    let input = NodeRef::<html::Input>::new();
    let kind = if submits { "submit" } else { "button" };
    let class = if submits { "" } else { "needs-script" };
    let step = move |next: fn(u32) -> u32| {
        move |_| {
            if !submits {
                quantity.update(|now| *now = next(*now).clamp(min, max));
                if let Some(input) = input.get_untracked() {
                    input.set_value(&quantity.get_untracked().to_string());
                }
            }
        }
    };
    let typed = move |_| {
        let Some(input) = input.get_untracked() else { return };
        // What is sent goes as it is: the answer says what is wrong, or what is left. What is only counted is put right here.
        if !submits && let Ok(number) = input.value().trim().parse::<u32>() {
            let number = number.clamp(min, max);
            quantity.set(number);
            input.set_value(&number.to_string());
        }
        if submits && let Some(form) = input.form() {
            // Refused only where the form is not valid, and then the browser says so itself.
            let _ = form.request_submit();
        }
    };
    let at_least = move || quantity.get() <= min;
    let at_most = move || quantity.get() >= max;
    view! {
        <div class="stepper">
            <button type=kind class=class name=submits.then_some(CHANGE) value="less" aria-label=less
                disabled=at_least on:click=step(|now| now.saturating_sub(1))>
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14"></path></svg>
            </button>
            <input node_ref=input name=name inputmode="numeric" autocomplete="off" maxlength="4" value=value.to_string()
                aria-label=label on:change=typed/>
            <button type=kind class=class name=submits.then_some(CHANGE) value="more" aria-label=more
                disabled=at_most on:click=step(|now| now.saturating_add(1))>
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M5 12h14"></path>
                    <path d="M12 5v14"></path>
                </svg>
            </button>
        </div>
    }
}
