//! Puts payouts together.

use domain::{actor::Actor, time::Timestamp};
use store::{
    guard,
    history::{self, History},
    payouts::ShopMoney,
};

use crate::{
    Error, Result, Services,
    accounts::Identity,
    ledger::{DailyJob, beat},
    secret,
};

/// Shops that are looked at in one go.
const CHUNK: i64 = 200;

/// Puts a draft together for every shop that has money to get: of orders whose time to complain is over, lines in an
/// open case excepted, collected by us, less commission of direct sales and whatever is carried over. May run twice at a time. How many drafts were made.
///
/// # Errors
/// When the database is not available; what was made until then stays.
pub async fn sweep(services: &Services) -> Result<usize> {
    let made = run(services, None).await?;
    let tx = services.store().begin().await?;
    beat(&tx, DailyJob::PayoutSweep, services.now()).await?;
    tx.commit().await?;
    Ok(made)
}

/// The same at once, because somebody wants it; another person has to agree to what it makes.
///
/// # Errors
/// As [`sweep`].
pub async fn sweep_by(services: &Services, maker: &Identity) -> Result<usize> {
    run(services, Some(maker.id)).await
}

async fn run(services: &Services, made_by: Option<i64>) -> Result<usize> {
    let now = services.now();
    let (mut made, mut above) = (0, 0);
    let mut fault = None;
    loop {
        let shops = store::payouts::releasable_shops(services.store(), above, CHUNK, now).await?;
        let Some(last) = shops.last() else { break };
        above = last.shop_id;
        for shop in shops.iter().filter(|shop| shop.has_bank) {
            match draft(services, shop, made_by, now).await {
                Ok(true) => made += 1,
                Ok(false) => {}
                // One shop's fault does not keep the others from their money.
                Err(error) => fault = Some(error),
            }
        }
    }
    fault.map_or(Ok(made), Err)
}

async fn draft(services: &Services, shop: &ShopMoney, made_by: Option<i64>, now: Timestamp) -> Result<bool> {
    let id = secret::public_id(domain::id::PAYOUT)?;
    let tx = services.store().begin().await?;
    guard::lock_payouts(&tx, shop.shop_id).await?;
    let (payout, amount) = match store::payouts::put_together(&tx, &id, shop.shop_id, made_by, now).await? {
        Some(made) => made,
        None => return Ok(false),
    };
    // A sweep beside us was faster; dropped, the transaction leaves nothing.
    if amount <= 0 {
        return Ok(false);
    }
    let actor = if made_by.is_some() { Actor::Curator } else { Actor::System };
    history::record(&tx, History::Payout, payout, "made", (actor, made_by), None, now).await?;
    tx.commit().await.map_err(Error::from)?;
    Ok(true)
}
