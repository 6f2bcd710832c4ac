//! What a proposed version changes of the published one.

use domain::locale::Locale;

use super::review::{ReviewPhoto, Version};
use crate::catalogue::Photo;

/// The differences of two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Texts that differ, in the order of the form.
    pub fields: Vec<FieldChange>,
    /// Photos that are new.
    pub photos_added: Vec<Photo>,
    /// Photos that are gone.
    pub photos_removed: Vec<Photo>,
    /// Whether the photos of both versions come in another order.
    pub photos_reordered: bool,
}

/// A text that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: ChangedField,
    /// What is published; empty where nothing was.
    pub before: String,
    /// What is proposed; empty where it was taken out.
    pub after: String,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedField {
    /// The name.
    Name(Locale),
    /// The description.
    Description(Locale),
    /// The attribute of that name.
    Attribute(String),
    /// The description of the photo at that place, from 1.
    PhotoText(usize, Locale),
}

impl Changes {
    /// Whether the versions say and show the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The differences between the published version and the proposed one.
pub(super) fn between(before: &Version, after: &Version) -> Changes {
    let mut fields = Vec::new();
    let mut compare = |field: ChangedField, before: &str, after: &str| {
        if before.trim() != after.trim() {
            fields.push(FieldChange { field, before: before.to_owned(), after: after.to_owned() });
        }
    };
    for locale in Locale::ALL.iter().copied() {
        let text = |version: &Version| {
            let found = version.texts.iter().find(|text| text.locale == locale);
            found.map(|text| (text.name.clone(), text.description.clone())).unwrap_or_default()
        };
        let ((old_name, old_description), (name, description)) = (text(before), text(after));
        compare(ChangedField::Name(locale), &old_name, &name);
        compare(ChangedField::Description(locale), &old_description, &description);
    }
    let value = |version: &Version, key: &str| {
        let found = version.attributes.iter().find(|attribute| attribute.key == key);
        found.map(|attribute| attribute.value.clone()).unwrap_or_default()
    };
    let gone = before.attributes.iter().filter(|old| !after.attributes.iter().any(|new| new.key == old.key));
    for attribute in after.attributes.iter().chain(gone) {
        let field = ChangedField::Attribute(attribute.name.clone());
        compare(field, &value(before, &attribute.key), &value(after, &attribute.key));
    }
    for (place, photo) in after.photos.iter().enumerate() {
        if let Some(old) = before.photos.iter().find(|old| old.key == photo.key) {
            compare(ChangedField::PhotoText(place + 1, Locale::Id), &old.alt_id, &photo.alt_id);
            compare(ChangedField::PhotoText(place + 1, Locale::En), &old.alt_en, &photo.alt_en);
        }
    }
    Changes {
        fields,
        photos_added: missing(&after.photos, &before.photos),
        photos_removed: missing(&before.photos, &after.photos),
        photos_reordered: common(&before.photos, &after.photos) != common(&after.photos, &before.photos),
    }
}

/// Photos of `these` that are not among `those`.
fn missing(these: &[ReviewPhoto], those: &[ReviewPhoto]) -> Vec<Photo> {
    let unknown = |photo: &&ReviewPhoto| !those.iter().any(|other| other.key == photo.key);
    these.iter().filter(unknown).map(|photo| photo.photo.clone()).collect()
}

/// Photos of `these` that are also among `those`, in the order of `these`.
fn common<'a>(these: &'a [ReviewPhoto], those: &[ReviewPhoto]) -> Vec<&'a str> {
    let known = |photo: &&ReviewPhoto| those.iter().any(|other| other.key == photo.key);
    these.iter().filter(known).map(|photo| photo.key.as_str()).collect()
}
