//! The cart: what a browser has put aside, sorted by shop.

use std::collections::{HashMap, HashSet};

use domain::{certificate::CertificateKind, limits, locale::Locale, money::Rupiah, quantity::Quantity, time::Zone};
use store::{cart::CartLineRow, catalogue::PhotoRow, goods::GoodsRow};

use crate::{
    Error, Result, Services,
    catalogue::{Photo, logo_of, photo_of},
    holds, secret,
};

/// How long a cart that nobody touches is kept; its cookie lasts as long.
pub const CART_DAYS: i64 = 90;

/// Why a line cannot be bought as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineProblem {
    /// Not on sale any more.
    Unavailable,
    /// It cannot be sold without a certificate that does not hold at present.
    Uncertified(CertificateKind),
    /// Nothing is left.
    SoldOut,
    /// Less is left than is in the cart.
    NotEnough,
}

/// A line of the cart.
#[derive(Debug, Clone)]
pub struct CartLine {
    /// `var_…`
    pub variant: String,
    /// Path of the product's page.
    pub product_slug: String,
    /// Name of the product.
    pub product_name: String,
    /// Name of the variant; empty where there is one only.
    pub variant_name: String,
    /// First photo.
    pub photo: Option<Photo>,
    /// Price of each of so many pieces now.
    pub unit_price: Rupiah,
    /// Price of one piece alone now.
    pub single_price: Rupiah,
    /// What one piece alone cost when it was put in, if it was another price.
    pub price_changed_from: Option<Rupiah>,
    /// Pieces.
    pub quantity: i64,
    /// Price of all pieces.
    pub line_total: Rupiah,
    /// What is left; `None` for what is made without a limit.
    pub available: Option<i64>,
    /// Why it cannot be bought as it stands; such a line is not part of the totals.
    pub problem: Option<LineProblem>,
}

/// What is in the cart from one shop.
#[derive(Debug, Clone)]
pub struct CartShop {
    /// Path of the shop's page.
    pub slug: String,
    /// Name of the shop.
    pub name: String,
    /// Address of its logo.
    pub logo: Option<String>,
    /// Where goods are handed over.
    pub street: String,
    /// When it is open, as its owner wrote it.
    pub opening_hours: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Time zone of its sentra.
    pub zone: Zone,
    /// In the order they were put in.
    pub lines: Vec<CartLine>,
    /// Of the lines that can be bought.
    pub subtotal: Rupiah,
}

/// A whole cart.
#[derive(Debug, Clone, Default)]
pub struct CartView {
    /// In the order of their first lines.
    pub shops: Vec<CartShop>,
    /// Of the lines that can be bought.
    pub total: Rupiah,
    /// Pieces of all lines.
    pub piece_count: i64,
}

impl CartView {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shops.is_empty()
    }

    /// Whether everything in it can be bought as it stands.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.is_empty() && self.shops.iter().all(|shop| shop.lines.iter().all(|line| line.problem.is_none()))
    }
}

/// What a line was before it was changed; enough to undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedLine {
    /// `var_…`
    pub variant: String,
    /// Pieces before.
    pub quantity_before: i64,
}

/// Result of putting something in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Token of the cart: the caller's own, or a new one for a cookie.
    pub token: String,
    /// Pieces of that variant now.
    pub quantity: i64,
    /// Pieces of the whole cart.
    pub piece_count: i64,
}

/// The cart of a browser; empty without a token. Two statements.
///
/// # Errors
/// When the database is not available.
pub async fn view(services: &Services, token: Option<&str>, locale: Locale) -> Result<CartView> {
    let Some(token) = token else { return Ok(CartView::default()) };
    let lines = store::cart::lines(services.store(), &secret::hash(token)).await?;
    let ids: Vec<i64> = lines.iter().map(|line| line.variant_id).collect();
    let goods = store::goods::by_ids(services.store(), &ids, locale.as_str(), services.now()).await?;
    let by_id: HashMap<i64, &GoodsRow> = goods.iter().map(|row| (row.variant_id, row)).collect();
    let mut cart = CartView::default();
    for line in &lines {
        let Some(row) = by_id.get(&line.variant_id) else { continue };
        let shown = show(row, line)?;
        cart.piece_count += line.quantity;
        let zone = row.zone()?;
        let index = cart.shops.iter().position(|shop| shop.slug == row.shop_slug).unwrap_or_else(|| {
            cart.shops.push(CartShop {
                slug: row.shop_slug.clone(),
                name: row.shop_name.clone(),
                logo: logo_of(row.logo_key.as_deref(), row.logo_widths.as_deref()),
                street: row.shop_street.clone(),
                opening_hours: row.shop_hours.clone(),
                sentra: row.sentra_slug.clone(),
                sentra_name: row.sentra_name.clone(),
                zone,
                lines: Vec::new(),
                subtotal: Rupiah::ZERO,
            });
            cart.shops.len() - 1
        });
        if shown.problem.is_none() {
            cart.total = sum(cart.total, shown.line_total)?;
            cart.shops[index].subtotal = sum(cart.shops[index].subtotal, shown.line_total)?;
        }
        cart.shops[index].lines.push(shown);
    }
    Ok(cart)
}

/// Puts pieces in, on top of what is there.
///
/// # Errors
/// `quantity`: `quantity-invalid`; `variant`: `item-unavailable`, `item-uncertified`, `cart-full`, or `out-of-stock` with what is left.
pub async fn add(services: &Services, token: Option<&str>, variant: &str, quantity: i64) -> Result<Added> {
    let quantity = Quantity::try_from(quantity).map_err(|_| quantity_error())?;
    change(services, token, variant, |before| before + quantity.get()).await.map(|(added, _)| added)
}

/// Result of putting several things in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedAgain {
    /// Token of the cart; nothing when nothing could be put in and there was no cart.
    pub token: Option<String>,
    /// Variants of which there are as many as wanted now.
    pub whole: usize,
    /// Variants of which there is less, or which are not sold any more.
    pub short: usize,
}

/// Puts in what an order held, as far as it can be bought now. What is in the cart already counts, so that a second time
/// changes nothing.
///
/// # Errors
/// When the database is not available.
pub async fn add_again(services: &Services, token: Option<&str>, wanted: &[(&str, i64)]) -> Result<AddedAgain> {
    let mut all = AddedAgain { token: token.map(str::to_owned), whole: 0, short: 0 };
    for &(variant, quantity) in wanted {
        let at_least = |least: i64| move |before: i64| before.max(least);
        let token = all.token.clone();
        let added = change(services, token.as_deref(), variant, at_least(quantity)).await;
        let (added, is_whole) = match added {
            Ok((added, _)) => (Some(added), true),
            Err(Error::Rejected(rejection)) => {
                let left = rejection.fields.iter().flat_map(|field| &field.args).find(|(name, _)| name == "available");
                let left = left.and_then(|(_, left)| left.parse().ok()).filter(|left: &i64| *left > 0);
                let added = match left {
                    Some(left) => change(services, token.as_deref(), variant, at_least(left)).await.ok(),
                    None => None,
                };
                (added.map(|(added, _)| added), false)
            }
            Err(error) => return Err(error),
        };
        all.token = added.map(|added| added.token).or(token);
        if is_whole {
            all.whole += 1;
        } else {
            all.short += 1;
        }
    }
    Ok(all)
}

/// Sets the pieces of a line; 0 takes it out. Answers what it was before.
///
/// # Errors
/// As [`add`]; [`Error::NotFound`] for an unknown variant.
pub async fn set_quantity(services: &Services, token: &str, variant: &str, quantity: i64) -> Result<ChangedLine> {
    if quantity == 0 {
        return remove(services, token, variant).await;
    }
    let quantity = Quantity::try_from(quantity).map_err(|_| quantity_error())?;
    let (_, before) = change(services, Some(token), variant, |_| quantity.get()).await?;
    Ok(ChangedLine { variant: variant.to_owned(), quantity_before: before })
}

/// Takes a line out. Answers what it was; taking out what is not there changes nothing.
///
/// # Errors
/// [`Error::NotFound`] for an unknown variant.
pub async fn remove(services: &Services, token: &str, variant: &str) -> Result<ChangedLine> {
    let now = services.now();
    let goods = store::goods::by_public_ids(services.store(), &[variant], Locale::Id.as_str(), now).await?;
    let row = goods.first().ok_or(Error::NotFound)?;
    let hash = secret::hash(token);
    let tx = services.store().begin().await?;
    let cart_id = store::cart::open(&tx, &hash, now).await?;
    let lines = store::cart::lines(&tx, &hash).await?;
    let before = lines.iter().find(|line| line.variant_id == row.variant_id).map_or(0, |line| line.quantity);
    holds::release(&tx, &hash, now).await?;
    store::cart::remove(&tx, cart_id, row.variant_id).await?;
    tx.commit().await?;
    Ok(ChangedLine { variant: variant.to_owned(), quantity_before: before })
}

/// Pieces of all lines of a cart; 0 without a token. One statement.
///
/// # Errors
/// When the database is not available.
pub async fn piece_count(services: &Services, token: Option<&str>) -> Result<i64> {
    let Some(token) = token else { return Ok(0) };
    let lines = store::cart::lines(services.store(), &secret::hash(token)).await?;
    Ok(lines.iter().map(|line| line.quantity).sum())
}

/// Name of a product by one of its variants, whether or not it is on sale; `None` for an unknown variant.
///
/// # Errors
/// When the database is not available.
pub async fn product_name(services: &Services, variant: &str, locale: Locale) -> Result<Option<String>> {
    let goods = store::goods::by_public_ids(services.store(), &[variant], locale.as_str(), services.now()).await?;
    Ok(goods.into_iter().next().map(|row| row.product_name))
}

/// The items of a cart as a checkout takes them, those that can be bought only.
#[must_use]
pub fn items(cart: &CartView) -> Vec<crate::shipping::ItemRequest> {
    cart.shops
        .iter()
        .flat_map(|shop| &shop.lines)
        .filter(|line| line.problem.is_none())
        .map(|line| crate::shipping::ItemRequest { variant: line.variant.clone(), quantity: line.quantity })
        .collect()
}

async fn change(
    services: &Services,
    token: Option<&str>,
    variant: &str,
    wanted: impl Fn(i64) -> i64,
) -> Result<(Added, i64)> {
    let now = services.now();
    let goods = store::goods::by_public_ids(services.store(), &[variant], Locale::Id.as_str(), now).await?;
    let row = goods.first().ok_or_else(|| Error::invalid("variant", "item-unavailable"))?;
    if !row.for_sale {
        return Err(Error::invalid("variant", row.refusal()));
    }
    let token = token.map_or_else(secret::token, |token| Ok(token.to_owned()))?;
    let hash = secret::hash(&token);
    let tx = services.store().begin().await?;
    let cart_id = store::cart::open(&tx, &hash, now).await?;
    let lines = store::cart::lines(&tx, &hash).await?;
    let own = lines.iter().find(|line| line.variant_id == row.variant_id);
    let (before, held) = own.map_or((0, 0), |line| (line.quantity, line.held));
    let distinct: HashSet<i64> = lines.iter().map(|line| line.variant_id).collect();
    if before == 0 && distinct.len() >= limits::MAX_LINES {
        return Err(Error::rejected(
            crate::RejectionCode::Invalid,
            vec![crate::FieldError::new("variant", "cart-full").with("max", limits::MAX_LINES)],
        ));
    }
    let quantity = Quantity::try_from(wanted(before)).map_err(|_| quantity_error())?.get();
    let available = row.available + held;
    if row.is_limited() && quantity > available {
        return Err(Error::rejected(
            crate::RejectionCode::OutOfStock,
            vec![crate::FieldError::new("quantity", "out-of-stock").with("available", available)],
        ));
    }
    // What is held is what was in the cart; the way to the payment holds it anew.
    holds::release(&tx, &hash, now).await?;
    store::cart::put(&tx, cart_id, row.variant_id, quantity, row.price, now).await?;
    tx.commit().await?;
    let others: i64 = lines.iter().map(|line| line.quantity).sum::<i64>() - before;
    Ok((Added { token, quantity, piece_count: others + quantity }, before))
}

fn show(row: &GoodsRow, line: &CartLineRow) -> Result<CartLine> {
    let unit_price = row.unit_price(line.quantity)?;
    let (quantity, price_seen) = (line.quantity, line.price_seen);
    // What the cart holds itself is there for its owner.
    let available = row.available + line.held;
    let problem = match (row.for_sale, row.is_limited(), available) {
        (false, ..) => {
            let kind = row.lacking_certificate.as_deref().and_then(|kind| kind.parse().ok());
            Some(kind.map_or(LineProblem::Unavailable, LineProblem::Uncertified))
        }
        (_, false, _) => None,
        (.., left) if left <= 0 => Some(LineProblem::SoldOut),
        (.., left) => (left < quantity).then_some(LineProblem::NotEnough),
    };
    Ok(CartLine {
        variant: row.variant_public_id.clone(),
        product_slug: row.product_slug.clone(),
        product_name: row.product_name.clone(),
        variant_name: row.variant_name.clone(),
        photo: photo(row),
        unit_price,
        single_price: Rupiah::new(row.price),
        price_changed_from: (price_seen != row.price).then(|| Rupiah::new(price_seen)),
        quantity,
        line_total: unit_price.checked_mul(quantity).ok_or_else(|| Error::internal("a line is out of range"))?,
        available: row.is_limited().then_some(available),
        problem,
    })
}

fn photo(row: &GoodsRow) -> Option<Photo> {
    Some(photo_of(PhotoRow {
        revision_id: 0,
        key: row.media_key.clone()?,
        alt: row.media_alt.clone().unwrap_or_default(),
        thumbhash: row.media_thumbhash.clone()?,
        width: row.media_width?,
        height: row.media_height?,
        widths: serde_json::from_str(row.media_widths.as_deref()?).ok()?,
    }))
}

fn sum(a: Rupiah, b: Rupiah) -> Result<Rupiah> {
    a.checked_add(b).ok_or_else(|| Error::internal("a cart is out of range"))
}

fn quantity_error() -> Error {
    Error::rejected(
        crate::RejectionCode::Invalid,
        vec![crate::FieldError::new("quantity", "quantity-invalid").with("max", Quantity::MAX)],
    )
}
