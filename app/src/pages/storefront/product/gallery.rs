//! Photos of a product: a strip that snaps, with thumbnails that lead to each by its address.

use leptos::prelude::*;

use super::super::view;
use crate::{
    ui::{Icon, Photo, PhotoView},
    viewer::tr,
};

#[component]
pub(super) fn Gallery(
    photos: Vec<services::catalogue::Photo>,
    food: bool,
    /// Key of the photo of the chosen variant, which comes first.
    #[prop(optional_no_strip)]
    chosen: Option<String>,
) -> impl IntoView {
    let tr = tr();
    let mut photos = photos;
    if let Some(place) = chosen.and_then(|key| photos.iter().position(|photo| photo.key == key)) {
        photos[..=place].rotate_right(1);
    }
    let photos: Vec<PhotoView> = photos.into_iter().map(view::photo).collect();
    if photos.is_empty() {
        return view! { <div class="gallery gallery--single"><Photo photo=None food=food/></div> }.into_any();
    }
    let is_single = photos.len() == 1;
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
    let large = photos.iter().enumerate().map(|(place, photo)| large(place + 1, photo)).collect_view();
    let strip = photos
        .into_iter()
        .enumerate()
        .map(|(place, photo)| {
            let number = place + 1;
            let args = [("n", number.into()), ("alt", (&photo.alt).into())];
            let label = format!("{}: {}", tr.t("zoom"), tr.t_args("photo-number", &args));
            view! {
                <li id=format!("foto-{number}")>
                    <Photo photo=Some(photo) sizes="(min-width: 64rem) 560px, (min-width: 48rem) 50vw, 62vw" eager=place == 0/>
                    <a class="icon-link gallery__zoom" href=format!("#perbesar-{number}") aria-label=label><Icon name="zoom-in"/></a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class=if is_single { "gallery gallery--single" } else { "gallery" }>
            <div class="gallery__main">
                <ul class="gallery__strip" role="list" tabindex="0" aria-label=tr.t("photos")>{strip}</ul>
            </div>
            {(!is_single).then(|| view! { <ol class="gallery__thumbs" role="list">{thumbs}</ol> })}
            {large}
        </div>
    }
    .into_any()
}

/// A photo at twice its size and more, to be moved about in; it opens by its address, so that Back closes it.
fn large(number: usize, photo: &PhotoView) -> impl IntoView + use<> {
    let tr = tr();
    let source = photo.sources.last().map(|source| source.jpeg.clone());
    let (alt, width, height) = (photo.alt.clone(), photo.width, photo.height);
    let args = [("n", number.into()), ("alt", (&photo.alt).into())];
    view! {
        <div class="large" id=format!("perbesar-{number}") role="dialog" aria-label=tr.t_args("photo-number", &args)>
            <div class="large__room" tabindex="0">
                <img src=source alt=alt width=width height=height loading="lazy" decoding="async"/>
            </div>
            <a class="icon-link large__close" href=format!("#foto-{number}") aria-label=tr.t("close")><Icon name="x"/></a>
        </div>
    }
}
