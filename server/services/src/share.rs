//! The pictures that chat apps show beside a link to a product or a shop: drawn when one is first asked for, and kept.

use domain::locale::Locale;
use ports::{MediaError, PhotoError, SHARE_PHOTOS, ShareCard};
use sha2::{Digest as _, Sha256};

use crate::{
    Error, Result, Services,
    catalogue::{self, ListQuery, Photo, ProductItem, ProductView, ShopView},
    photos,
};

/// Folder of the pictures in the media store. All of them can be drawn again.
pub const FOLDER: &str = "og";
/// Raised when they are drawn in another way, so that the old ones are not found.
const DESIGN: u8 = 1;
/// Narrowest rendition that fills its half of the picture.
const PHOTO_WIDTH: i64 = 640;

/// What has a share picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareKind {
    /// A product.
    Product,
    /// A shop.
    Shop,
}

impl ShareKind {
    /// Its word in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Product => "produk",
            Self::Shop => "toko",
        }
    }

    /// The kind of a word in an address.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        [Self::Product, Self::Shop].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A share picture by what stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharePicture {
    kind: ShareKind,
    slug: String,
    title: String,
    above: String,
    below: String,
    /// Keys of renditions.
    photos: Vec<String>,
}

impl SharePicture {
    /// In pixels.
    pub const WIDTH: u32 = ports::SHARE_WIDTH;
    /// In pixels.
    pub const HEIGHT: u32 = ports::SHARE_HEIGHT;

    /// That of a product.
    #[must_use]
    pub fn of_product(product: &ProductView) -> Self {
        Self {
            kind: ShareKind::Product,
            slug: product.slug.clone(),
            title: product.name.clone(),
            above: product.sentra_name.clone(),
            below: product.shop.name.clone(),
            photos: product.photos.first().and_then(key).into_iter().collect(),
        }
    }

    /// That of a shop with its newest products.
    #[must_use]
    pub fn of_shop(shop: &ShopView, newest: &[ProductItem]) -> Self {
        let photos = newest.iter().filter_map(|item| item.photo.as_ref());
        Self {
            kind: ShareKind::Shop,
            slug: shop.slug.clone(),
            title: shop.name.clone(),
            above: shop.sentra_name.clone(),
            below: shop.tagline.clone(),
            photos: photos.filter_map(key).take(SHARE_PHOTOS).collect(),
        }
    }

    /// A name for exactly this picture.
    fn tag(&self) -> String {
        let mut hash = Sha256::new_with_prefix([DESIGN]);
        for part in [&self.title, &self.above, &self.below].into_iter().chain(&self.photos) {
            // No part holds a NUL: PostgreSQL would not have taken it.
            hash.update(part);
            hash.update([0]);
        }
        hex::encode(&hash.finalize()[..16])
    }

    /// Its address, without the locale prefix. It changes with what stands on the picture.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/og/{}/{}/{}.jpg", self.kind.as_str(), self.slug, self.tag())
    }

    /// The picture as it is now of a visible product or shop.
    ///
    /// # Errors
    /// Not found; or the database is not available.
    pub async fn find(services: &Services, kind: ShareKind, slug: &str, locale: Locale) -> Result<Self> {
        match kind {
            ShareKind::Product => Ok(Self::of_product(&catalogue::product(services, slug, locale).await?)),
            ShareKind::Shop => {
                let page = catalogue::shop(services, slug, &ListQuery::default(), locale).await?;
                Ok(Self::of_shop(&page.shop, &page.products.items))
            }
        }
    }

    /// Draws it and keeps it.
    ///
    /// # Errors
    /// When a photo cannot be read, or the picture not be stored.
    pub async fn paint(&self, services: &Services) -> Result<bytes::Bytes> {
        let mut card = ShareCard {
            title: self.title.clone(),
            above: self.above.clone(),
            below: self.below.clone(),
            photos: Vec::new(),
        };
        for key in &self.photos {
            card.photos.push(photos::read(services, key).await?);
        }
        let picture = services.ports().share.paint(card).await.map_err(|error| match error {
            PhotoError::Storage(error) => Error::Unavailable(error.to_string()),
            other => Error::internal(other),
        })?;
        match services.ports().media.put(&stored(&self.tag()), picture.clone()).await {
            Ok(()) => Ok(picture),
            Err(MediaError::Key(key)) => Err(Error::internal(key)),
            Err(MediaError::Storage(message)) => Err(Error::Unavailable(message)),
        }
    }
}

/// A picture that was drawn before, by the file that its address ends with.
///
/// # Errors
/// Not found; or the media store is not available.
pub async fn read(services: &Services, file: &str) -> Result<bytes::Bytes> {
    let tag = file.strip_suffix(".jpg").ok_or(Error::NotFound)?;
    if tag.len() != 32 || !tag.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Error::NotFound);
    }
    photos::read(services, &stored(tag)).await
}

fn stored(tag: &str) -> String {
    format!("{FOLDER}/{tag}.jpg")
}

/// Key of the JPEG that is shown.
fn key(photo: &Photo) -> Option<String> {
    let wide = photo.sources.iter().find(|source| source.width >= PHOTO_WIDTH).or(photo.sources.last())?;
    wide.jpeg.strip_prefix("/media/").map(str::to_owned)
}
