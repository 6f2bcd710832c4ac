//! What a cart holds while its owner pays: nobody else can buy it meanwhile.

use std::collections::HashMap;

use domain::{
    cart_hold::HoldTime,
    locale::Locale,
    time::{Date, Timestamp},
};
use store::{
    Tx,
    cart_holds::{self, HoldEnd},
    goods::GoodsRow,
    guard,
};

use crate::{
    Error, FieldError, RejectionCode, Result, Services, secret,
    shipping::{ParcelLine, Shelves},
};

/// Takes a hold of everything in the cart of which there is only so much, or renews it; until when. `None` where the cart has held
/// for as long as it may: then it is first come, first served.
///
/// # Errors
/// [`RejectionCode::OutOfStock`] at the variant, with what is left; [`RejectionCode::Invalid`] at the variant
/// (`item-unavailable`) for what is not sold any more. What was held before stays so.
pub async fn begin(services: &Services, token: &str) -> Result<Option<Timestamp>> {
    let now = services.now();
    let hash = secret::hash(token);
    let tx = services.store().begin().await?;
    // Two taps take turns.
    store::cart::open(&tx, &hash, now).await?;
    let lines = store::cart::lines(&tx, &hash).await?;
    let ids: Vec<i64> = lines.iter().map(|line| line.variant_id).collect();
    let goods = store::goods::by_ids(&tx, &ids, Locale::Id.as_str(), now).await?;
    let wanted = wanted(&lines, &goods)?;
    let length = store::settings::all(&tx).await?.get("checkout_hold_minutes", 15);
    let time = HoldTime::taken(now, length, cart_holds::first_at(&tx, &hash).await?);
    let before = cart_holds::end(&tx, &hash, HoldEnd::Released, now).await?;
    let mut variants: Vec<i64> = wanted.iter().map(|(row, _)| row.variant_id).collect();
    variants.sort_unstable();
    // Where it goes is not known yet, so that any lot will do.
    let shelves = Shelves::read(&guard::lock_shelves(&tx, &variants, before, now).await?, 0)?;
    let (mut picks, mut short) = (Vec::new(), Vec::new());
    for (row, quantity) in wanted {
        let line = ParcelLine { goods: row, quantity, items: Vec::new() };
        match shelves.picks(&line, Date::from_timestamp(now, row.zone()?), None) {
            Ok(found) => picks.extend(found),
            Err(left) => {
                short.push(FieldError::new(&row.variant_public_id, "out-of-stock").with("available", left));
            }
        }
    }
    if !short.is_empty() {
        return Err(Error::rejected(RejectionCode::OutOfStock, short));
    }
    let taken: &[guard::Pick] = if time.is_some() { &picks } else { &[] };
    let products = guard::hold(&tx, taken, before).await?;
    let products = products.ok_or_else(|| Error::internal("locked stock has changed"))?;
    if let Some(time) = time.filter(|_| !taken.is_empty()) {
        cart_holds::insert(&tx, &hash, time, taken, now).await?;
    }
    store::catalogue::refresh_availability(&tx, &products, now).await?;
    tx.commit().await?;
    Ok(time.map(|time| time.expires_at))
}

/// What of a cart is limited, with the pieces of each.
fn wanted<'a>(lines: &[store::cart::CartLineRow], goods: &'a [GoodsRow]) -> Result<Vec<(&'a GoodsRow, i64)>> {
    let by_id: HashMap<i64, &GoodsRow> = goods.iter().map(|row| (row.variant_id, row)).collect();
    let rows = lines.iter().filter_map(|line| Some((*by_id.get(&line.variant_id)?, line.quantity)));
    let rows: Vec<(&GoodsRow, i64)> = rows.collect();
    let gone = rows.iter().filter(|(row, _)| !row.for_sale);
    let gone: Vec<_> = gone.map(|(row, _)| FieldError::new(&row.variant_public_id, row.refusal())).collect();
    crate::check(gone)?;
    Ok(rows.into_iter().filter(|(row, _)| row.is_limited()).collect())
}

/// Until when a cart holds what is in it.
///
/// # Errors
/// When the database is not available.
pub async fn live_until(services: &Services, token: Option<&str>) -> Result<Option<Timestamp>> {
    let Some(token) = token else { return Ok(None) };
    let hold = cart_holds::live(services.store(), &secret::hash(token)).await?;
    Ok(hold.map(|hold| Timestamp::from_millis(hold.expires_at)).filter(|until| *until > services.now()))
}

/// Ends what a cart holds since it is changed now; its row must be locked.
pub(crate) async fn release(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<()> {
    if let Some(hold) = cart_holds::end(tx, token_hash, HoldEnd::Released, now).await? {
        put_back(tx, hold, now).await?;
    }
    Ok(())
}

/// Ends holds whose time is up; how many.
///
/// # Errors
/// When the database is not available.
pub async fn expire_due(services: &Services, most: i64) -> Result<usize> {
    let now = services.now();
    let mut ended = 0;
    for hold in cart_holds::due(services.store(), now, most).await? {
        let tx = services.store().begin().await?;
        if cart_holds::expire(&tx, hold, now).await? {
            put_back(&tx, hold, now).await?;
            tx.commit().await?;
            ended += 1;
        }
    }
    Ok(ended)
}

async fn put_back(tx: &Tx, hold: i64, now: Timestamp) -> Result<()> {
    let products = guard::put_back_cart(tx, hold).await?;
    Ok(store::catalogue::refresh_availability(tx, &products, now).await?)
}
