//! The proposed photos: large, each a link to its largest file, with what is said of it in both languages.

use leptos::prelude::*;
use services::curation::ReviewPhoto;

use crate::{
    pages::storefront::view::photo,
    ui::{Notice, Photo, PhotoView, Tone},
    viewer::tr,
};

#[component]
pub(super) fn ContactSheet(photos: Vec<ReviewPhoto>) -> impl IntoView {
    let tr = tr();
    if photos.is_empty() {
        return view! { <Notice tone=Tone::Note><p>{tr.t("curating-no-photos")}</p></Notice> }.into_any();
    }
    let words = photos
        .iter()
        .map(|photo| {
            let said = |text: &str| if text.is_empty() { tr.t("curating-photo-unsaid") } else { text.to_owned() };
            view! {
                <li>
                    <p>{said(&photo.alt_id)}</p>
                    <p class="muted" lang="en">{said(&photo.alt_en)}</p>
                </li>
            }
        })
        .collect_view();
    let pictures = photos
        .into_iter()
        .enumerate()
        .map(|(place, item)| {
            let shown = photo(item.photo);
            let label = tr.t_args("curating-photo-open", &[("n", (place + 1).into()), ("alt", (&shown.alt).into())]);
            let sizes = if place == 0 { "(min-width: 64rem) 330px, 66vw" } else { "(min-width: 64rem) 165px, 33vw" };
            let file = largest(&shown);
            view! {
                <a href=file aria-label=label>
                    <Photo photo=Some(shown) sizes=sizes eager=place == 0 decorative=true/>
                </a>
            }
        })
        .collect_view();
    view! {
        <div class="stack gap-15">
            <div class="contact-sheet">{pictures}</div>
            <ol class="photo-words small">{words}</ol>
        </div>
    }
    .into_any()
}

/// Address of the largest file.
pub(super) fn largest(photo: &PhotoView) -> String {
    photo.sources.last().map(|source| source.jpeg.clone()).unwrap_or_default()
}
