//! The one transaction that places a checkout.

use std::collections::{HashMap, HashSet};

use domain::{
    limits, money::Rupiah, order::OrderStatus, payment::PaymentMethod,
    time::{Date, Timestamp},
};
use store::{
    Tx, guard,
    goods::GoodsRow,
    orders::{NewContact, NewHold, NewLine, NewOrder, NewPayment},
};

use super::{
    CheckoutRequest, IdempotencyKey, PlacedGroup,
    amounts::{Part, decide, match_deliveries, out_of_range, pick, transfer_amounts, unique_code},
    request::{self, Address, Buyer},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, check,
    orders::{BankView, OrderSummary, PaymentView, Placed, PlacedMail, placed_mails},
    secret,
    shipping::{Book, check_items, group_by_shop, known_region},
};

/// Longest total that we take, far from any overflow.
const MOST_RUPIAH: i64 = 1_000_000_000_000;

/// Places one order a shop, all or nothing. `cart_token` names the cart that the items came from; what was bought is
/// taken out of it. With a key, a repeated request gets the answer of the first.
///
/// # Errors
/// [`RejectionCode::Invalid`] with all wrong fields by their path; [`RejectionCode::NotDeliverable`] and
/// [`RejectionCode::PaymentUnavailable`] at `deliveries[i]`; [`RejectionCode::PriceChanged`] at `expected_total`;
/// [`RejectionCode::OutOfStock`] at `items[i]` with what is left; [`RejectionCode::IdempotencyConflict`].
pub async fn place(
    services: &Services,
    request: &CheckoutRequest,
    account_id: Option<i64>,
    cart_token: Option<&str>,
    idempotency: Option<&IdempotencyKey>,
) -> Result<PlacedGroup> {
    if let Some(key) = idempotency {
        if !limits::IDEMPOTENCY_KEY.contains(&key.key.chars().count()) {
            return Err(Error::invalid("Idempotency-Key", "idempotency-key-invalid"));
        }
        if let Some(answer) = kept_answer(services, key).await? {
            return Ok(answer);
        }
    }
    let placed = place_once(services, request, account_id, cart_token, idempotency).await;
    match (placed, idempotency) {
        // A twin of this request may have been placed meanwhile and have changed what the checks saw.
        (Err(Error::Rejected(rejection)), Some(key)) => {
            kept_answer(services, key).await?.ok_or(Error::Rejected(rejection))
        }
        (placed, _) => placed,
    }
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

async fn place_once(
    services: &Services,
    request: &CheckoutRequest,
    account_id: Option<i64>,
    cart_token: Option<&str>,
    idempotency: Option<&IdempotencyKey>,
) -> Result<PlacedGroup> {
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
    let ids: Vec<&str> =
        request.items.iter().take(limits::MAX_LINES).map(|item| item.variant.as_str()).collect();
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

    let book = Book::load(services.store(), &parcels, region.as_ref().map(|region| region.code.as_str())).await?;
    let parts = decide(parcels, &request.deliveries, &indexes, request.payment, &book, locale, now)?;
    limit_open_orders(services, &buyer, &parts, &indexes, &book).await?;
    let total = Rupiah::checked_sum(parts.iter().map(Part::subtotal).collect::<Result<Vec<_>>>()?)
        .filter(|total| total.get() <= MOST_RUPIAH)
        .ok_or_else(out_of_range)?;
    if total.get() != request.expected_total {
        return Err(price_changed(total));
    }

    let tx = services.store().begin().await?;
    if let Some(key) = idempotency
        && !store::idempotency::take(&tx, &key.key, &key.body_hash, now).await?
    {
        let record = store::idempotency::find(&tx, &key.key).await?;
        return answer_of(&record.ok_or_else(|| Error::Unavailable("a key is being released".to_owned()))?, key);
    }
    let wanted: Vec<i64> = goods.iter().map(|row| row.variant_id).collect();
    check_goods_again(&tx, &goods, &wanted, request, now).await?;
    let destination = Destination { buyer: &buyer, address: address.as_ref(), region: region.as_ref() };
    let writer = Writer { services, tx: &tx, now, request, account_id, book: &book };
    let placed = writer.write(&parts, &destination).await?;
    if let Some(token) = cart_token {
        store::cart::remove_bought(&tx, &secret::hash(token), &wanted).await?;
    }
    if let Some(key) = idempotency {
        let response = serde_json::to_string(&placed).map_err(Error::internal)?;
        store::idempotency::answer(&tx, &key.key, &response).await?;
    }
    tx.commit().await?;
    Ok(placed)
}

fn price_changed(total: Rupiah) -> Error {
    let field = FieldError::new("expected_total", "price-changed").with("total", total);
    Error::rejected(RejectionCode::PriceChanged, vec![field])
}

/// Prices may have changed, and goods been withdrawn, since they were read outside of the transaction.
async fn check_goods_again(
    tx: &Tx,
    seen: &[GoodsRow],
    wanted: &[i64],
    request: &CheckoutRequest,
    now: Timestamp,
) -> Result<()> {
    let current = store::goods::by_ids(tx, wanted, request.locale.as_str(), now).await?;
    for row in seen {
        let Some(fresh) = current.iter().find(|fresh| fresh.variant_id == row.variant_id && fresh.for_sale) else {
            let index = request.items.iter().position(|item| item.variant == row.variant_public_id).unwrap_or(0);
            return Err(Error::invalid(format!("items[{index}]"), "item-unavailable"));
        };
        if fresh.price != row.price || fresh.weight_g != row.weight_g {
            return Err(Error::rejected(
                RejectionCode::PriceChanged,
                vec![FieldError::new("expected_total", "price-changed").with("total", Rupiah::new(fresh.price))],
            ));
        }
    }
    Ok(())
}

/// How many unfinished cash orders one phone number may have; off by default.
async fn limit_open_orders(
    services: &Services,
    buyer: &Buyer,
    parts: &[Part<'_>],
    indexes: &[usize],
    book: &Book,
) -> Result<()> {
    let most = book.settings.get("cod_max_open_orders_per_phone", 0);
    let Some(first) = parts.iter().position(|part| part.payment == PaymentMethod::Cod).filter(|_| most > 0) else {
        return Ok(());
    };
    let open = store::orders::open_orders_of_phone(services.store(), buyer.phone.as_e164()).await?;
    let new = i64::try_from(parts.iter().filter(|part| part.payment == PaymentMethod::Cod).count()).unwrap_or(i64::MAX);
    if open.saturating_add(new) <= most {
        return Ok(());
    }
    let field = FieldError::new(format!("deliveries[{}]", indexes[first]), "payment-unavailable")
        .with("shop", &parts[first].parcel.shop().shop_name);
    Err(Error::rejected(RejectionCode::PaymentUnavailable, vec![field]))
}

struct Destination<'a> {
    buyer: &'a Buyer,
    address: Option<&'a Address>,
    region: Option<&'a store::regions::Region>,
}

struct Writer<'a> {
    services: &'a Services,
    tx: &'a Tx,
    now: Timestamp,
    request: &'a CheckoutRequest,
    account_id: Option<i64>,
    book: &'a Book,
}

impl Writer<'_> {
    async fn write(&self, parts: &[Part<'_>], to: &Destination<'_>) -> Result<PlacedGroup> {
        let (tx, now) = (self.tx, self.now);
        let picks = self.hold(parts).await?;
        let codes = self.unique_codes(parts).await?;
        let orders = self.orders(parts, &codes)?;
        let total = Rupiah::new(orders.iter().map(NewOrder::total).sum());
        let (group, token) = (secret::public_id(domain::id::GROUP)?, secret::token()?);
        let locale = self.request.locale.as_str();
        let group_id =
            store::orders::insert_group(tx, &group, &token, self.account_id, locale, total.get(), now).await?;
        let keys = store::orders::insert_orders(tx, group_id, &orders, now).await?;
        let ids: Vec<i64> = orders
            .iter()
            .map(|order| keys.get(&order.number).copied().ok_or_else(|| Error::internal("an order without an id")))
            .collect::<Result<_>>()?;
        self.contacts(parts, &ids, to).await?;
        self.lines(parts, &ids, &picks).await?;
        let payments = self.payments(parts, &orders, &codes)?;
        self.pay(group_id, &payments, &ids).await?;
        store::orders::insert_events(tx, &ids, self.account_id, now).await?;
        let products: HashSet<i64> = lines_of(parts).map(|line| line.goods.product_id).collect();
        store::stock::refresh_in_stock(tx, &products.into_iter().collect::<Vec<_>>(), now).await?;
        let told: Vec<Placed<'_>> = parts
            .iter()
            .zip(&orders)
            .map(|(part, order)| Placed {
                shop_id: order.shop_id,
                shop_name: &part.parcel.shop().shop_name,
                number: &order.number,
                total: Rupiah::new(order.total()),
            })
            .collect();
        let mail = PlacedMail {
            name: &to.buyer.name,
            email: to.buyer.email.as_ref().map(domain::email::Email::as_str),
            locale: self.request.locale,
            public_id: &group,
            token: &token,
            total,
        };
        placed_mails(self.services, tx, &mail, &told, now).await?;
        let orders = parts.iter().zip(&orders).zip(&payments).map(|((part, order), payment)| answer(part, order, payment));
        Ok(PlacedGroup { group, token, total, orders: orders.collect() })
    }

    /// Takes the pieces of all lines, or says which items are short.
    async fn hold(&self, parts: &[Part<'_>]) -> Result<HashMap<i64, Vec<guard::Pick>>> {
        let stocked: Vec<_> = lines_of(parts).filter(|line| !line.goods.made_to_order).collect();
        let mut ids: Vec<i64> = stocked.iter().map(|line| line.goods.variant_id).collect();
        ids.sort_unstable();
        let rows = guard::lock_sellable(self.tx, &ids, self.now).await?;
        let mut short = Vec::new();
        let mut picks = HashMap::new();
        for line in stocked {
            let own: Vec<_> = rows.iter().filter(|row| row.variant_id == line.goods.variant_id).collect();
            match pick(&own, line.quantity) {
                Ok(found) => {
                    picks.insert(line.goods.variant_id, found);
                }
                Err(left) => short.extend(line.items.iter().map(|index| {
                    FieldError::new(format!("items[{index}]"), "out-of-stock").with("available", left)
                })),
            }
        }
        if !short.is_empty() {
            short.sort_by_key(|error| error.field.clone());
            return Err(Error::rejected(RejectionCode::OutOfStock, short));
        }
        let all: Vec<guard::Pick> = picks.values().flatten().copied().collect();
        if !guard::hold(self.tx, &all).await? {
            return Err(Error::internal("locked stock has changed"));
        }
        Ok(picks)
    }

    /// The code of every part, 0 where it is not a transfer.
    async fn unique_codes(&self, parts: &[Part<'_>]) -> Result<Vec<i64>> {
        let banks: HashSet<(String, String)> = parts.iter().filter_map(Part::bank).collect();
        if banks.is_empty() {
            return Ok(vec![0; parts.len()]);
        }
        let banks: Vec<(String, String)> = banks.into_iter().collect();
        let most = self.book.settings.get("unique_code_max", 499);
        let (mut low, mut high) = (i64::MAX, 0);
        for part in parts.iter().filter(|part| part.bank().is_some()) {
            let range = transfer_amounts(part.subtotal()?, most);
            (low, high) = (low.min(*range.start()), high.max(*range.end()));
        }
        let accounts: Vec<String> = banks.iter().map(|(_, account)| account.clone()).collect();
        guard::lock_bank_accounts(self.tx, &accounts).await?;
        let mut used: HashMap<(String, String), HashSet<i64>> = HashMap::new();
        for (bank, amount) in store::orders::used_transfer_amounts(self.tx, &banks, low..=high).await? {
            used.entry(bank).or_default().insert(amount);
        }
        let mut codes = Vec::new();
        for part in parts {
            let Some(bank) = part.bank() else {
                codes.push(0);
                continue;
            };
            let subtotal = part.subtotal()?;
            let used = used.entry(bank).or_default();
            let code = unique_code(subtotal, most, used, u64::from_le_bytes(secret::random()?))
                .ok_or_else(|| Error::Unavailable("all unique codes of an account are in use".to_owned()))?;
            used.insert(subtotal.get() - code);
            codes.push(code);
        }
        Ok(codes)
    }

    fn orders(&self, parts: &[Part<'_>], codes: &[i64]) -> Result<Vec<NewOrder>> {
        let accept_hours = self.book.settings.get("seller_accept_hours", 24);
        parts
            .iter()
            .zip(codes)
            .map(|(part, &code)| {
                let shop = part.parcel.shop();
                let today = Date::from_timestamp(self.now, shop.zone()?);
                let is_transfer = part.payment == PaymentMethod::Transfer;
                Ok(NewOrder {
                    number: domain::id::order_number(today, secret::random()?),
                    token: secret::token()?,
                    shop_id: shop.shop_id,
                    status: if is_transfer {
                        OrderStatus::AwaitingPayment
                    } else {
                        OrderStatus::AwaitingConfirmation
                    },
                    payment_method: part.payment,
                    delivery_method: part.option.method,
                    service_code: part.option.service.clone(),
                    service_name: part.option.name.clone(),
                    items_total: part.items_total.get(),
                    shipping_total: part.option.price.get(),
                    packing_fee: part.option.packing_fee.get(),
                    discount_total: code,
                    chargeable_kg: part.option.chargeable_kg,
                    arrives_from: part.option.arrives_from,
                    arrives_to: part.option.arrives_to,
                    confirm_by: (!is_transfer).then(|| self.now.plus_hours(accept_hours)),
                })
            })
            .collect()
    }

    async fn contacts(&self, parts: &[Part<'_>], ids: &[i64], to: &Destination<'_>) -> Result<()> {
        let contacts: Vec<NewContact> = parts
            .iter()
            .zip(ids)
            .map(|(part, &order_id)| {
                let postal_code = to.address.and_then(|address| address.postal_code.clone());
                NewContact {
                    order_id,
                    name: to.buyer.name.clone(),
                    phone: to.buyer.phone.as_e164().to_owned(),
                    email: to.buyer.email.as_ref().map(|email| email.as_str().to_owned()),
                    region_code: to.region.map(|region| region.code.clone()),
                    region_name: to.region.map(|region| region.full_name.clone()).unwrap_or_default(),
                    street: to.address.map(|address| address.street.clone()).unwrap_or_default(),
                    landmark: to.address.and_then(|address| address.landmark.clone()),
                    postal_code: postal_code.or_else(|| to.region.and_then(|region| region.postal_code.clone())),
                    note: part.note.clone(),
                }
            })
            .collect();
        Ok(store::orders::insert_contacts(self.tx, &contacts).await?)
    }

    async fn lines(&self, parts: &[Part<'_>], ids: &[i64], picks: &HashMap<i64, Vec<guard::Pick>>) -> Result<()> {
        let lines: Vec<NewLine> = parts
            .iter()
            .zip(ids)
            .flat_map(|(part, &order_id)| {
                part.parcel.lines.iter().map(move |line| NewLine {
                    order_id,
                    variant_id: line.goods.variant_id,
                    product_name: line.goods.product_name.clone(),
                    variant_name: line.goods.variant_name.clone(),
                    media_id: line.goods.media_id,
                    unit_price: line.goods.price,
                    quantity: line.quantity,
                    weight_g: line.goods.weight_g,
                })
            })
            .collect();
        let keys = store::orders::insert_lines(self.tx, &lines).await?;
        let holds: Vec<NewHold> = picks
            .iter()
            .filter_map(|(variant_id, picks)| Some((keys.get(variant_id)?, picks)))
            .flat_map(|(&order_line_id, picks)| {
                picks.iter().map(move |pick| NewHold {
                    order_line_id,
                    stock_id: pick.stock_id,
                    quantity: pick.quantity,
                })
            })
            .collect();
        Ok(store::orders::insert_holds(self.tx, &holds, self.now).await?)
    }

    fn payments(&self, parts: &[Part<'_>], orders: &[NewOrder], codes: &[i64]) -> Result<Vec<NewPayment>> {
        let hours = self.book.settings.get("transfer_payment_hours", 24);
        parts
            .iter()
            .zip(orders)
            .zip(codes)
            .map(|((part, order), &code)| {
                let bank = part
                    .bank()
                    .map(|(name, account)| (name, account, part.parcel.shop().bank_holder.clone().unwrap_or_default()));
                Ok(NewPayment {
                    public_id: secret::public_id(domain::id::PAYMENT)?,
                    method: part.payment,
                    amount: order.total(),
                    unique_code: (code > 0).then_some(code),
                    expires_at: bank.is_some().then(|| self.now.plus_hours(hours)),
                    bank,
                })
            })
            .collect()
    }

    async fn pay(&self, group_id: i64, payments: &[NewPayment], ids: &[i64]) -> Result<()> {
        let keys = store::orders::insert_payments(self.tx, group_id, payments, self.now).await?;
        let shares: Vec<(i64, i64, i64)> = payments
            .iter()
            .zip(ids)
            .filter_map(|(payment, &order_id)| Some((*keys.get(&payment.public_id)?, order_id, payment.amount)))
            .collect();
        Ok(store::orders::insert_shares(self.tx, &shares).await?)
    }
}

fn lines_of<'a>(parts: &'a [Part<'a>]) -> impl Iterator<Item = &'a crate::shipping::ParcelLine<'a>> {
    parts.iter().flat_map(|part| &part.parcel.lines)
}

fn answer(part: &Part<'_>, order: &NewOrder, payment: &NewPayment) -> OrderSummary {
    OrderSummary {
        number: order.number.clone(),
        token: order.token.clone(),
        shop: part.parcel.shop().shop_slug.clone(),
        items_total: Rupiah::new(order.items_total),
        shipping_total: Rupiah::new(order.shipping_total),
        discount_total: Rupiah::new(order.discount_total),
        total: Rupiah::new(order.total()),
        status: order.status,
        fulfilment: domain::fulfilment::FulfilmentStatus::Preparing,
        payment: PaymentView {
            method: payment.method,
            status: domain::payment::PaymentStatus::Pending,
            amount: Rupiah::new(payment.amount),
            expires_at: payment.expires_at.map(Timestamp::to_rfc3339),
            qris_payload: None,
            bank: payment.bank.clone().map(|(bank, account, holder)| BankView { bank, account, holder }),
            checkout_url: None,
        },
    }
}
