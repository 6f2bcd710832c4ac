//! Photos of a product: a strip that snaps, with thumbnails that lead to each by its address.

use leptos::prelude::*;

use super::super::view;
use crate::{
    ui::{Icon, Photo, PhotoView},
    viewer::tr,
};

#[component]
pub(super) fn Gallery(photos: Vec<services::catalogue::Photo>, food: bool) -> impl IntoView {
    let tr = tr();
    let photos: Vec<PhotoView> = photos.into_iter().map(view::photo).collect();
    if photos.is_empty() {
        return view! { <div class="gallery gallery--single"><Photo photo=None food=food/></div> }.into_any();
    }
    let is_single = photos.len() == 1;
    let zoom = photos.first().and_then(|photo| photo.sources.last()).map(|source| source.jpeg.clone());
    let thumbs = photos
        .iter()
        .enumerate()
        .map(|(place, photo)| {
            let number = place + 1;
            let args = [("n", number.into()), ("alt", (&photo.alt).into())];
            view! {
                <li>
                    <a href=format!("#foto-{number}") aria-label=tr.t_args("photo-number", &args)>
                        <Photo photo=Some(photo.clone()) sizes="80px" decorative=true/>
                    </a>
                </li>
            }
        })
        .collect_view();
    let strip = photos
        .into_iter()
        .enumerate()
        .map(|(place, photo)| view! {
            <li id=format!("foto-{}", place + 1)>
                <Photo photo=Some(photo) sizes="(min-width: 64rem) 560px, (min-width: 48rem) 50vw, 62vw" eager=place == 0/>
            </li>
        })
        .collect_view();
    view! {
        <div class=if is_single { "gallery gallery--single" } else { "gallery" }>
            <div class="gallery__main">
                <ul class="gallery__strip" role="list" tabindex="0" aria-label=tr.t("photos")>{strip}</ul>
                {zoom.map(|href| view! {
                    <a class="icon-link gallery__zoom" href=href aria-label=tr.t("zoom")><Icon name="zoom-in"/></a>
                })}
            </div>
            {(!is_single).then(|| view! { <ol class="gallery__thumbs" role="list">{thumbs}</ol> })}
        </div>
    }
    .into_any()
}
