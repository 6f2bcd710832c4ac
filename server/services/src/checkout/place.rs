//! The one transaction that places a checkout.

use domain::{limits, money::Rupiah, payment::PaymentMethod};
use store::{Tx, goods::GoodsRow, guard, shelves::ShelfRow};

use super::{
    CheckoutRequest, IdempotencyKey, OrderSummary, PlacedGroup,
    amounts::{Part, decide, match_deliveries, out_of_range},
    request::{self, Buyer},
    voucher,
    write::{Destination, Writer},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, cards, check, secret,
    shipping::{Book, Shelves, check_items, group_by_shop, known_region},
};

/// Longest total that we take, far from any overflow.
const MOST_RUPIAH: i64 = 1_000_000_000_000;
/// How often a checkout begins anew because a price changed while it was under way.
const ATTEMPTS: usize = 3;

/// Places one order a shop, all or nothing. `cart_token` names the cart that the items came from; what was bought is
/// taken out of it, and what it held becomes the hold of the orders. With a key, a repeated request gets the answer of the first.
///
/// # Errors
/// [`RejectionCode::Invalid`] with all wrong fields by their path, at `voucher` why it does nothing;
/// [`RejectionCode::NotDeliverable`] and
/// [`RejectionCode::PaymentUnavailable`] at `deliveries[i]`; [`RejectionCode::PriceChanged`] at `expected_total`;
/// [`RejectionCode::OutOfStock`] at `items[i]` with what is left; [`RejectionCode::IdempotencyConflict`].
pub async fn place(
    services: &Services,
    request: &CheckoutRequest,
    account_id: Option<i64>,
    cart_token: Option<&str>,
    idempotency: Option<&IdempotencyKey>,
) -> Result<PlacedGroup> {
    if idempotency.is_some_and(|key| !limits::IDEMPOTENCY_KEY.contains(&key.key.chars().count())) {
        return Err(Error::invalid("Idempotency-Key", "idempotency-key-invalid"));
    }
    let placed = place_unchanged(services, request, account_id, cart_token, idempotency).await;
    let placed = match (placed, idempotency) {
        // A twin of this request may have been placed and have changed what the checks saw. Looked for only here and
        // where the key is taken: most requests have no twin.
        (Err(Error::Rejected(rejection)), Some(key)) => {
            kept_answer(services, key).await?.ok_or(Error::Rejected(rejection))?
        }
        (placed, _) => placed?,
    };
    with_session(services, placed, idempotency).await
}

/// Adds where a card is charged. The order stands already: when the provider cannot be reached, a job tries again and
/// the order's page shows it. Repeated requests get the same session, and so the same answer.
async fn with_session(
    services: &Services,
    mut placed: PlacedGroup,
    idempotency: Option<&IdempotencyKey>,
) -> Result<PlacedGroup> {
    let lacks_session =
        |order: &OrderSummary| order.payment.method == PaymentMethod::Stripe && order.payment.checkout_url.is_none();
    if !placed.orders.iter().any(lacks_session) {
        return Ok(placed);
    }
    let Some(payment) = store::payments::cards::of_group(services.store(), &placed.token).await? else {
        return Err(Error::internal("a card payment that is not there"));
    };
    match cards::offer(services, &payment.public_id).await {
        Ok(url) => {
            for order in &mut placed.orders {
                order.payment.checkout_url.clone_from(&url);
            }
        }
        Err(error) => {
            tracing::warn!(payment = payment.public_id, %error, "a card payment waits for its session");
            return Ok(placed);
        }
    }
    if let Some(key) = idempotency {
        let response = serde_json::to_string(&placed).map_err(Error::internal)?;
        let tx = services.store().begin().await?;
        store::idempotency::answer(&tx, &key.key, &response).await?;
        tx.commit().await?;
    }
    Ok(placed)
}

async fn kept_answer(services: &Services, key: &IdempotencyKey) -> Result<Option<PlacedGroup>> {
    match store::idempotency::find(services.store(), &key.key).await? {
        None => Ok(None),
        Some(record) => answer_of(&record, key).map(Some),
    }
}

fn answer_of(record: &store::idempotency::Record, key: &IdempotencyKey) -> Result<PlacedGroup> {
    if record.body_hash != key.body_hash {
        return Err(Error::rejected(RejectionCode::IdempotencyConflict, Vec::new()));
    }
    let response = record.response.as_deref().ok_or_else(|| Error::internal("a key without an answer"))?;
    serde_json::from_str(response).map_err(Error::internal)
}

async fn place_unchanged(
    services: &Services,
    request: &CheckoutRequest,
    account_id: Option<i64>,
    cart_token: Option<&str>,
    idempotency: Option<&IdempotencyKey>,
) -> Result<PlacedGroup> {
    for _ in 0..ATTEMPTS {
        if let Some(placed) = try_place(services, request, account_id, cart_token, idempotency).await? {
            return Ok(placed);
        }
    }
    Err(Error::Unavailable("prices keep changing".to_owned()))
}

/// Reads, decides and writes; `None`, with nothing written, when a price changed in between.
async fn try_place(
    services: &Services,
    request: &CheckoutRequest,
    account_id: Option<i64>,
    cart_token: Option<&str>,
    idempotency: Option<&IdempotencyKey>,
) -> Result<Option<PlacedGroup>> {
    let now = services.now();
    let mut errors = check_items(&request.items);
    let buyer = request::buyer(&request.buyer, &mut errors);
    let address = request.address.as_ref().map(|address| request::address(address, &mut errors));
    request::check_notes(&request.deliveries, &mut errors);
    let needs_address =
        request.deliveries.iter().any(|delivery| delivery.method != domain::fulfilment::DeliveryMethod::Pickup);
    if address.is_none() && needs_address {
        errors.push(FieldError::new("address", "address-missing"));
    }
    let region = match &address {
        None => None,
        Some(address) => match known_region(services, &address.region).await? {
            Ok(region) => Some(region),
            Err(code) => {
                errors.push(FieldError::new("address.region", code));
                None
            }
        },
    };
    let locale = request.locale;
    let ids: Vec<&str> = request.items.iter().take(limits::MAX_LINES).map(|item| item.variant.as_str()).collect();
    let goods = store::goods::by_public_ids(services.store(), &ids, locale.as_str(), now).await?;
    let parcels = match group_by_shop(&request.items, &goods) {
        Ok(parcels) => parcels,
        Err(unknown) => {
            errors.extend(unknown);
            Vec::new()
        }
    };
    let indexes = if parcels.is_empty() {
        Vec::new()
    } else {
        match_deliveries(&parcels, &request.deliveries).unwrap_or_else(|wrong| {
            errors.extend(wrong);
            Vec::new()
        })
    };
    check(errors)?;
    let buyer = buyer.ok_or_else(|| Error::internal("a buyer without an error"))?;

    let book = Book::load(services, &parcels, region.as_ref()).await?;
    let tx = services.store().begin().await?;
    if let Some(key) = idempotency
        && !store::idempotency::take(&tx, &key.key, &key.body_hash, now).await?
    {
        let record = store::idempotency::find(&tx, &key.key).await?;
        let record = record.ok_or_else(|| Error::Unavailable("a key is being released".to_owned()))?;
        return answer_of(&record, key).map(Some);
    }
    let wanted: Vec<i64> = goods.iter().map(|row| row.variant_id).collect();
    let cart = cart_token.map(secret::hash);
    let held = match &cart {
        Some(cart) => store::cart_holds::consume(&tx, cart, &wanted, now).await?,
        None => None,
    };
    let rows = guard::lock_shelves(&tx, &wanted, held, now).await?;
    if !are_unchanged(&goods, &rows) {
        return Ok(None);
    }
    // Nobody changes these shelves until the end, so that what is promised here is kept.
    let shelves = Shelves::read(&rows, book.remaining_percent())?;
    let mut parts = decide(parcels, &request.deliveries, &indexes, request.payment, (&book, &shelves), locale, now)?;
    let voucher = match request.voucher.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        Some(code) => Some(voucher::take_off(&tx, code, &mut parts, &buyer, account_id, now).await?),
        None => None,
    };
    limit_cash(&tx, &buyer, &parts, &indexes, &book).await?;
    let total = Rupiah::checked_sum(parts.iter().map(Part::subtotal).collect::<Result<Vec<_>>>()?)
        .filter(|total| total.get() <= MOST_RUPIAH)
        .ok_or_else(out_of_range)?;
    if total.get() != request.expected_total {
        return Err(price_changed(total));
    }
    limit_card(&parts, &indexes, total, book.card_least)?;
    let destination = Destination { buyer: &buyer, address: address.as_ref(), region: region.as_ref() };
    let writer = Writer { services, tx: &tx, now, request, account_id, book: &book, held, voucher };
    let placed = writer.write(&parts, &destination).await?;
    if let (Some(cart), Some(_)) = (&cart, &writer.voucher) {
        store::vouchers::take_out_of_cart(&tx, cart).await?;
    }
    if let Some(key) = idempotency {
        let response = serde_json::to_string(&placed).map_err(Error::internal)?;
        store::idempotency::answer(&tx, &key.key, &response).await?;
    }
    tx.commit().await?;
    Ok(Some(placed))
}

/// A card pays for the whole checkout at once, and the provider takes no trifles.
fn limit_card(parts: &[Part<'_>], indexes: &[usize], total: Rupiah, least: Option<Rupiah>) -> Result<()> {
    let by_card: Vec<usize> = (0..parts.len()).filter(|&index| parts[index].payment == PaymentMethod::Stripe).collect();
    let refusal = |least: Option<Rupiah>| {
        let fields = by_card.iter().map(|&index| {
            let field = format!("deliveries[{}]", indexes[index]);
            match least {
                Some(least) => FieldError::new(field, "payment-card-least").with("min", least),
                None => FieldError::new(field, "payment-card-all"),
            }
        });
        Err(Error::rejected(RejectionCode::PaymentUnavailable, fields.collect()))
    };
    if by_card.is_empty() {
        Ok(())
    } else if by_card.len() < parts.len() {
        refusal(None)
    } else if least.is_some_and(|least| total < least) {
        refusal(least)
    } else {
        Ok(())
    }
}

fn price_changed(total: Rupiah) -> Error {
    let field = FieldError::new("expected_total", "price-changed").with("total", total);
    Error::rejected(RejectionCode::PriceChanged, vec![field])
}

/// Whether goods are still as they were read before: on sale, at that price and weight. What is sold out has no row.
fn are_unchanged(seen: &[GoodsRow], current: &[ShelfRow]) -> bool {
    seen.iter().all(|row| {
        current.iter().filter(|fresh| fresh.variant_id == row.variant_id).all(|fresh| {
            let same = (fresh.price, &fresh.tiers, fresh.weight_g) == (row.price, &row.tiers, row.weight_g);
            fresh.for_sale && same
        })
    })
}

/// How many unfinished cash orders one phone number may have, and how many parcels it may have refused; both limits are
/// off by default.
async fn limit_cash(tx: &Tx, buyer: &Buyer, parts: &[Part<'_>], indexes: &[usize], book: &Book) -> Result<()> {
    let Some(first) = parts.iter().position(|part| part.payment == PaymentMethod::Cod) else { return Ok(()) };
    let phone = buyer.phone.as_e164();
    let refusal = |code: &str| {
        let field = FieldError::new(format!("deliveries[{}]", indexes[first]), code)
            .with("shop", &parts[first].parcel.shop().shop_name);
        Err(Error::rejected(RejectionCode::PaymentUnavailable, vec![field]))
    };
    let most = book.settings.get("cod_max_open_orders_per_phone", 0);
    if most > 0 {
        let open = store::orders::open_orders_of_phone(tx, phone).await?;
        let new = parts.iter().filter(|part| part.payment == PaymentMethod::Cod).count();
        if open.saturating_add(i64::try_from(new).unwrap_or(i64::MAX)) > most {
            return refusal("payment-cash-open-orders");
        }
    }
    let most = book.settings.get("cod_max_refused_per_phone", 0);
    if most > 0 && store::payments::shops::refused_parcels(tx, phone).await? >= most {
        return refusal("payment-cash-refused-before");
    }
    Ok(())
}
