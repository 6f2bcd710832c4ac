//! How such goods are made: material, hand, fire or pan, place.

use leptos::prelude::*;
use services::catalogue::ProductView;

use crate::{
    ui::{Icon, SectionHead},
    viewer::tr,
};

/// Steps with the end of their texts' keys and an icon, in order.
type Steps = [(&'static str, &'static str); 4];

const CERAMIC: Steps = [("clay", "amphora"), ("form", "scissors"), ("glaze", "pencil"), ("fire", "flame")];
const FRESH: Steps = [("soak", "wheat"), ("boil", "flame"), ("culture", "leaf"), ("ripen", "clock")];
const FRIED: Steps = [("tempe", "wheat"), ("slice", "scissors"), ("fry", "flame"), ("pack", "package")];
const COOKED: Steps = [("tempe", "wheat"), ("season", "leaf"), ("cook", "flame"), ("pack", "package")];

/// The steps that goods of that kind go through; none where nothing is made.
fn steps(product: &ProductView) -> Option<(&'static str, &'static Steps)> {
    match (product.kind.as_str(), product.category.as_str()) {
        ("ceramic", _) => Some(("ceramic", &CERAMIC)),
        ("food", "tempe-segar" | "tempe-beku") => Some(("fresh", &FRESH)),
        ("food", "keripik") => Some(("fried", &FRIED)),
        ("food", "olahan") => Some(("cooked", &COOKED)),
        _ => None,
    }
}

/// The strip; a phone scrolls it sideways.
pub(super) fn strip(product: &ProductView) -> Option<impl IntoView + use<>> {
    let tr = tr();
    let (kind, steps) = steps(product)?;
    let place = [("place", product.sentra_name.as_str().into())];
    let steps = steps
        .iter()
        .map(|(step, icon)| {
            view! {
                <li>
                    <Icon name=icon class="i--l"/>
                    <p><b>{tr.t(&format!("process-{step}"))}</b>{tr.t_args(&format!("process-{kind}-{step}"), &place)}</p>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="section" id="proses">
            <SectionHead title=tr.t(&format!("process-of-{kind}"))/>
            <ol class="process" role="list" tabindex="0" aria-label=tr.t("process")>{steps}</ol>
        </section>
    })
}
