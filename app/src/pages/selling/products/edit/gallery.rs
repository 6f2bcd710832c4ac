//! Photos: shown, arranged, removed, described, uploaded.

use domain::limits;
use leptos::prelude::*;
use services::selling::{SellerPhoto, SellerProduct};

use super::address;
use crate::{
    forms::FormView,
    pages::storefront::view::photo,
    ui::{Button, ButtonKind, Dialog, Field, Icon, Notice, Photo, Tone},
    viewer::tr,
};

/// What phones and cameras send; iPhones turn their own format into JPEG for it.
const ACCEPT: &str = "image/jpeg,image/png,image/webp";

/// The section.
pub(super) fn section(product: &SellerProduct, form: &FormView, alt: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let count = product.photos.len();
    let edit = product.actions.edit;
    let shots = product
        .photos
        .iter()
        .enumerate()
        .map(|(place, shot)| {
            let tools = edit.then(|| tools(product, place, shot));
            let label = if place == 0 { tr.t("selling-cover") } else { tr.number(number(place)) };
            view! {
                <li class="shot">
                    <span class="shot__photo">
                        <Photo photo=Some(photo(shot.photo.clone())) sizes="(min-width: 48rem) 230px, 30vw"/>
                        <span class="shot__no">{label}</span>
                    </span>
                    {tools}
                </li>
            }
        })
        .collect_view();
    let questions = if edit {
        product.photos.iter().enumerate().map(|(place, shot)| removal(product, place, shot)).collect_view().into_any()
    } else {
        ().into_any()
    };
    view! {
        <section class="form-step" aria-labelledby="photos">
            <h2 id="photos">
                {tr.t("selling-photos")}
                <span class="small">
                    {tr.t_args("selling-photos-count", &[("n", count.into()), ("max", limits::MAX_PHOTOS.into())])}
                </span>
            </h2>
            {(count > 0).then(|| view! { <ul class="shots">{shots}</ul> })}
            {questions}
            {(edit && count < limits::MAX_PHOTOS).then(|| upload(product, form))}
            {(edit && count > 0).then(|| descriptions(product, alt))}
        </section>
    }
}

fn upload(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let errors: Vec<String> =
        form.summary(tr).into_iter().filter(|(field, _)| field == "photo").map(|(_, sentence)| sentence).collect();
    let is_wrong = (!errors.is_empty()).then_some("true");
    let errors = errors
        .into_iter()
        .map(|sentence| view! { <p class="error"><Icon name="circle-x" class="i--s"/><span>{sentence}</span></p> })
        .collect_view();
    let is_first = product.photos.is_empty();
    view! {
        <form method="post" action=address(product, "/foto") enctype="multipart/form-data" class="stack gap-15">
            <div class="field">
                <label for="photo">{tr.t(if is_first { "selling-upload-first" } else { "selling-upload-more" })}</label>
                <p class="hint" id="photo-hint">
                    {tr.t_args("selling-upload-hint", &[("max", limits::PHOTOS_PER_UPLOAD.into())])}
                </p>
                <div id="photo-error">{errors}</div>
                <input class="input" id="photo" name="photo" type="file" multiple accept=ACCEPT
                    aria-describedby="photo-hint photo-error" aria-invalid=is_wrong/>
            </div>
            <Button kind=ButtonKind::Secondary block=true icon="camera">{tr.t("selling-upload")}</Button>
            <Notice slim=true icon="ruler"><p>{tr.t("selling-upload-scale")}</p></Notice>
        </form>
    }
}

/// Order and removal; moving works without dragging.
fn tools(product: &SellerProduct, place: usize, shot: &SellerPhoto) -> impl IntoView + use<> {
    let tr = tr();
    let n = [("n", number(place).into())];
    let is_last = place + 1 == product.photos.len();
    let base = format!("/foto/{}", shot.id);
    view! {
        <div class="shot__tools">
            <form method="post" action=address(product, &format!("{base}/maju"))>
                <button type="submit" aria-label=tr.t_args("selling-photo-earlier", &n) disabled={place == 0}>
                    <Icon name="chevron-left"/>
                </button>
            </form>
            <form method="post" action=address(product, &format!("{base}/mundur"))>
                <button type="submit" aria-label=tr.t_args("selling-photo-later", &n) disabled=is_last>
                    <Icon name="chevron-right"/>
                </button>
            </form>
            <a class="icon-link" href=format!("#hapus-{}", shot.id) aria-label=tr.t_args("selling-photo-remove", &n)>
                <Icon name="trash-2"/>
            </a>
        </div>
    }
}

fn removal(product: &SellerProduct, place: usize, shot: &SellerPhoto) -> impl IntoView + use<> {
    let tr = tr();
    let title = tr.t_args("selling-photo-remove-question", &[("n", number(place).into())]);
    let action = address(product, &format!("/foto/{}/hapus", shot.id));
    let alt = shot.photo.alt.clone();
    view! {
        <Dialog id=format!("hapus-{}", shot.id) title=title>
            <p>{alt}</p>
            <form method="post" action=action class="dialog__act">
                <a class="btn btn--quiet" href="#_">{tr.t("selling-cancel")}</a>
                <Button kind=ButtonKind::Danger icon="trash-2">{tr.t("selling-photo-remove-button")}</Button>
            </form>
        </Dialog>
    }
}

fn descriptions(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let fields = product
        .photos
        .iter()
        .enumerate()
        .map(|(place, shot)| {
            let n = [("n", number(place).into())];
            let (alt, alt_en) = (format!("photos[{place}].alt"), format!("photos[{place}].alt_en"));
            view! {
                <input type="hidden" name=format!("photos[{place}].id") value=shot.id.clone()/>
                <div class="fields-2">
                    <Field name=alt.clone() label=tr.t_args("selling-alt", &n) value=form.value_or(&alt, &shot.photo.alt)
                        error=form.error(&alt, tr) maxlength=*limits::ALT_TEXT.end()/>
                    <Field name=alt_en.clone() label=tr.t_args("selling-alt-en", &n)
                        value=form.value_or(&alt_en, &shot.alt_en) error=form.error(&alt_en, tr)
                        maxlength=*limits::ALT_TEXT.end() optional=true/>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="fold" open=form.is_refused()>
            <summary><Icon name="pencil"/>{tr.t("selling-alts")}<Icon name="chevron-down"/></summary>
            <form method="post" action=address(product, "/foto/keterangan") class="stack">
                <p class="small muted">{tr.t("selling-alts-hint")}</p>
                {fields}
                <div class="row"><Button icon="save">{tr.t("selling-alts-save")}</Button></div>
            </form>
        </details>
        <Notice slim=true tone=Tone::Plain><p>{tr.t("selling-cover-hint")}</p></Notice>
    }
}

/// People count from one.
fn number(place: usize) -> i64 {
    i64::try_from(place + 1).unwrap_or(i64::MAX)
}
