//! What a proposal changes of the version on sale: before and after, with the words that differ marked.

use domain::locale::Locale;
use leptos::prelude::*;
use services::{
    catalogue,
    curation::{ChangedField, Changes, FieldChange},
};
use text::Tr;

use super::photos::largest;
use crate::{pages::storefront::view::photo, ui::Photo, viewer::tr};

#[component]
pub(super) fn ChangesView(changes: Changes) -> impl IntoView {
    let tr = tr();
    if changes.is_empty() {
        return view! { <p class="muted">{tr.t("curating-changes-none")}</p> }.into_any();
    }
    let fields = changes.fields.iter().map(|change| field(change, tr)).collect_view();
    let added = strip("curating-photos-added", changes.photos_added, tr);
    let removed = strip("curating-photos-removed", changes.photos_removed, tr);
    let reordered = changes.photos_reordered.then(|| view! { <p>{tr.t("curating-photos-reordered")}</p> });
    view! {
        <section class="panel stack changes">
            <h2>{tr.t("curating-changes-title")}</h2>
            {fields}
            {added}
            {removed}
            {reordered}
        </section>
    }
    .into_any()
}

fn field(change: &FieldChange, tr: Tr) -> impl IntoView + use<> {
    let language = |locale: Locale| match locale {
        Locale::Id => tr.t("curating-language-id"),
        Locale::En => tr.t("curating-language-en"),
    };
    let label = match &change.field {
        ChangedField::Name(locale) => format!("{}, {}", tr.t("curating-field-name"), language(*locale)),
        ChangedField::Description(locale) => format!("{}, {}", tr.t("curating-field-description"), language(*locale)),
        ChangedField::Attribute(name) => name.clone(),
        ChangedField::PhotoText(place, locale) => {
            format!("{}, {}", tr.count("curating-field-photo", *place), language(*locale))
        }
    };
    let (start, old, new, end) = parts(&change.before, &change.after);
    let side = |caption: &str, mark: AnyView, is_empty: bool| {
        let text = if is_empty {
            view! { <span class="muted">{tr.t("curating-empty-value")}</span> }.into_any()
        } else {
            view! { {start.to_owned()}{mark}{end.to_owned()} }.into_any()
        };
        view! { <div><p class="small muted">{tr.t(caption)}</p><p class="pre">{text}</p></div> }
    };
    let deleted = (!old.is_empty()).then(|| view! { <del>{old.to_owned()}</del> }).into_any();
    let inserted = (!new.is_empty()).then(|| view! { <ins>{new.to_owned()}</ins> }).into_any();
    view! {
        <div class="change">
            <h3>{label}</h3>
            <div class="change__sides">
                {side("curating-before", deleted, change.before.is_empty())}
                {side("curating-after", inserted, change.after.is_empty())}
            </div>
        </div>
    }
}

fn strip(title: &'static str, photos: Vec<catalogue::Photo>, tr: Tr) -> Option<impl IntoView> {
    if photos.is_empty() {
        return None;
    }
    let photos = photos
        .into_iter()
        .map(|item| {
            let shown = photo(item);
            let file = largest(&shown);
            view! { <li><a href=file><Photo photo=Some(shown) sizes="120px"/></a></li> }
        })
        .collect_view();
    Some(view! { <div class="change"><h3>{tr.t(title)}</h3><ul class="strip">{photos}</ul></div> })
}

/// Two texts as what both begin with, what differs in each, and what both end with; cut between words.
fn parts<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str, &'a str, &'a str) {
    let words = |text: &'a str| text.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let (old, new) = (words(before), words(after));
    let common = old.iter().zip(&new).take_while(|(left, right)| left == right).count();
    let rest = old.len().min(new.len()) - common;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(left, right)| left == right).count();
    let length = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let start = length(&old[..common]);
    let end = length(&old[old.len() - tail..]);
    (
        &before[..start],
        &before[start..before.len() - end],
        &after[start..after.len() - end],
        &before[before.len() - end..],
    )
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn only_what_differs_is_marked() {
        assert_eq!(parts("Vas biru tua 20 cm", "Vas hijau 20 cm"), ("Vas ", "biru tua ", "hijau ", "20 cm"));
        assert_eq!(parts("", "Baru"), ("", "", "Baru", ""));
        assert_eq!(parts("a a", "a a a"), ("a ", "", "a ", "a"));
        assert_eq!(parts("sama", "sama"), ("sama", "", "", ""));
    }
}
