//! Writes a decided checkout: stock, orders, lines, payments, history, mails.

use std::collections::{HashMap, HashSet};

use domain::{
    money::Rupiah,
    order::OrderStatus,
    payment::PaymentMethod,
    qris::Qris,
    time::{Date, Timestamp},
};
use store::{
    Tx, guard,
    orders::{NewContact, NewHold, NewLine, NewOrder},
    payments::NewPayment,
};

use super::{
    CheckoutRequest, PlacedGroup,
    amounts::{Part, is_paid_first, out_of_range, transfer_amounts, unique_code},
    request::{Address, Buyer},
    voucher::UsedVoucher,
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services,
    cards::CardJob,
    orders::{BankView, OrderSummary, PaymentView, Placed, PlacedMail, placed_mails},
    secret,
    shipping::Book,
};

/// How often numbers are drawn for the orders of a checkout.
const NUMBER_DRAWS: usize = 10;

/// Who receives it, where.
pub(super) struct Destination<'a> {
    pub buyer: &'a Buyer,
    pub address: Option<&'a Address>,
    pub region: Option<&'a store::regions::Region>,
}

/// What every row of a checkout shares.
pub(super) struct Writer<'a> {
    pub services: &'a Services,
    pub tx: &'a Tx,
    pub now: Timestamp,
    pub request: &'a CheckoutRequest,
    pub account_id: Option<i64>,
    pub book: &'a Book,
    /// The ended hold of the cart that the items came from; it becomes the hold of the orders.
    pub held: Option<i64>,
    /// What takes something off.
    pub voucher: Option<UsedVoucher>,
}

impl Writer<'_> {
    pub async fn write(&self, parts: &[Part<'_>], to: &Destination<'_>) -> Result<PlacedGroup> {
        let (tx, now) = (self.tx, self.now);
        let (picks, changed) = self.hold(parts).await?;
        let codes = self.unique_codes(parts).await?;
        let mut orders = self.orders(parts, &codes)?;
        let total = Rupiah::new(orders.iter().map(NewOrder::total).sum());
        let (group, token) = (secret::public_id(domain::id::GROUP)?, secret::token()?);
        let locale = self.request.locale.as_str();
        let group_id =
            store::orders::insert_group(tx, &group, &token, self.account_id, locale, total.get(), now).await?;
        let ids = self.insert(group_id, &mut orders).await?;
        self.contacts(parts, &ids, to).await?;
        self.lines(parts, &ids, &picks).await?;
        if let Some(voucher) = &self.voucher {
            voucher.write(tx, parts, &ids).await?;
        }
        let payments = match self.card(parts, total)? {
            Some(card) => vec![card],
            None => self.payments(parts, &orders, &codes)?,
        };
        self.pay(group_id, &payments, &orders, &ids).await?;
        store::orders::insert_events(tx, &ids, self.account_id, now).await?;
        let products: HashSet<i64> = lines_of(parts).map(|line| line.goods.product_id).chain(changed).collect();
        store::catalogue::refresh_availability(tx, &products.into_iter().collect::<Vec<_>>(), now).await?;
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
            phone: to.buyer.phone.as_e164(),
            locale: self.request.locale,
            public_id: &group,
            token: &token,
            total,
        };
        placed_mails(self.services, tx, &mail, &told, now).await?;
        // One for each order, or one for all.
        let payments = payments.iter().cycle();
        let orders =
            parts.iter().zip(&orders).zip(payments).map(|((part, order), payment)| answer(part, order, payment));
        Ok(PlacedGroup { group, token, total, orders: orders.collect() })
    }

    /// Takes the pieces of all lines, or says which items are short; and the products whose stock changed.
    async fn hold(&self, parts: &[Part<'_>]) -> Result<(HashMap<i64, Vec<guard::Pick>>, Vec<i64>)> {
        let mut short: Vec<(usize, i64)> = parts.iter().flat_map(|part| part.short.iter().copied()).collect();
        if !short.is_empty() {
            short.sort_unstable();
            let fields = short.into_iter().map(|(index, left)| {
                FieldError::new(format!("items[{index}]"), "out-of-stock").with("available", left)
            });
            return Err(Error::rejected(RejectionCode::OutOfStock, fields.collect()));
        }
        let picks: HashMap<i64, Vec<guard::Pick>> =
            parts.iter().flat_map(|part| &part.picks).map(|(variant, picks)| (*variant, picks.clone())).collect();
        let all: Vec<guard::Pick> = picks.values().flatten().copied().collect();
        let changed = guard::hold(self.tx, &all, self.held).await?;
        let changed = changed.ok_or_else(|| Error::internal("locked stock has changed"))?;
        Ok((picks, changed))
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
        for (bank, amount) in store::payments::used_transfer_amounts(self.tx, &banks, low..=high).await? {
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
                let waits_for_money = is_paid_first(part.payment);
                let shipping = part.shipping().ok_or_else(out_of_range)?;
                Ok(NewOrder {
                    number: domain::id::order_number(today, secret::random()?),
                    placed_on: today,
                    token: secret::token()?,
                    shop_id: shop.shop_id,
                    status: if waits_for_money {
                        OrderStatus::AwaitingPayment
                    } else {
                        OrderStatus::AwaitingConfirmation
                    },
                    payment_method: part.payment,
                    delivery_method: part.option.method,
                    service_code: part.option.service.clone(),
                    service_name: part.option.name.clone(),
                    items_total: part.items_total.get(),
                    shipping_total: shipping.get(),
                    packing_fee: part.option.packing_fee.get(),
                    discount_total: code + part.voucher.0.get(),
                    chargeable_kg: part.option.chargeable_kg,
                    arrives_from: part.option.arrives_from,
                    arrives_to: part.option.arrives_to,
                    confirm_by: (!waits_for_money).then(|| self.now.plus_hours(accept_hours)),
                })
            })
            .collect()
    }

    /// Adds the orders and gives their keys. One whose number another order of the day has gets a new one: with 25
    /// random bits, a thousand orders of one day meet one time in 67.
    async fn insert(&self, group_id: i64, orders: &mut [NewOrder]) -> Result<Vec<i64>> {
        let mut keys: HashMap<String, i64> = HashMap::new();
        for _ in 0..NUMBER_DRAWS {
            let missing: Vec<&NewOrder> = orders.iter().filter(|order| !keys.contains_key(&order.token)).collect();
            if missing.is_empty() {
                break;
            }
            keys.extend(store::orders::insert_orders(self.tx, group_id, &missing, self.now).await?);
            for order in orders.iter_mut().filter(|order| !keys.contains_key(&order.token)) {
                order.number = domain::id::order_number(order.placed_on, secret::random()?);
            }
        }
        let id = |order: &NewOrder| keys.get(&order.token).copied();
        orders.iter().map(|order| id(order).ok_or_else(|| Error::internal("no free number for an order"))).collect()
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
                part.parcel.lines.iter().map(move |line| {
                    Ok(NewLine {
                        order_id,
                        variant_id: line.goods.variant_id,
                        product_name: line.goods.product_name.clone(),
                        variant_name: line.goods.variant_name.clone(),
                        media_id: line.goods.media_id,
                        unit_price: line.unit_price()?.get(),
                        quantity: line.quantity,
                        weight_g: line.goods.weight_g,
                    })
                })
            })
            .collect::<Result<_>>()?;
        let keys = store::orders::insert_lines(self.tx, &lines, self.now).await?;
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
                let qris = qris(part, order)?;
                Ok(NewPayment {
                    public_id: secret::public_id(domain::id::PAYMENT)?,
                    method: part.payment,
                    amount: order.total(),
                    unique_code: (code > 0).then_some(code),
                    expires_at: is_paid_first(part.payment).then(|| self.now.plus_hours(hours)),
                    qris,
                    bank,
                    session: None,
                })
            })
            .collect()
    }

    /// The one payment of a checkout by card. The time of its session is written down before the provider is asked.
    fn card(&self, parts: &[Part<'_>], total: Rupiah) -> Result<Option<NewPayment>> {
        if !parts.iter().all(|part| part.payment == PaymentMethod::Stripe) {
            return Ok(None);
        }
        let provider = self.services.ports().payments.as_ref().ok_or_else(|| Error::internal("nobody collects"))?;
        let until = self.now.plus_minutes(self.book.settings.get("card_session_minutes", 35));
        let hold = self.now.plus_minutes(self.book.settings.get("card_hold_minutes", 45));
        Ok(Some(NewPayment {
            public_id: secret::public_id(domain::id::PAYMENT)?,
            method: PaymentMethod::Stripe,
            amount: total.get(),
            unique_code: None,
            expires_at: Some(hold),
            qris: None,
            bank: None,
            session: Some((provider.name(), until)),
        }))
    }

    async fn pay(&self, group_id: i64, payments: &[NewPayment], orders: &[NewOrder], ids: &[i64]) -> Result<()> {
        let keys = store::payments::insert_payments(self.tx, group_id, payments, self.now).await?;
        let shares: Vec<(i64, i64, i64)> = payments
            .iter()
            .cycle()
            .zip(orders.iter().zip(ids))
            .filter_map(|(payment, (order, &order_id))| Some((*keys.get(&payment.public_id)?, order_id, order.total())))
            .collect();
        store::payments::insert_shares(self.tx, &shares).await?;
        for payment in payments.iter().filter(|payment| payment.session.is_some()) {
            CardJob::Session.enqueue_later(self.tx, &payment.public_id, self.now).await?;
        }
        Ok(())
    }
}

fn lines_of<'a>(parts: &'a [Part<'a>]) -> impl Iterator<Item = &'a crate::shipping::ParcelLine<'a>> {
    parts.iter().flat_map(|part| &part.parcel.lines)
}

/// The code of the shop with amount and number of the order, where it is paid so.
fn qris(part: &Part<'_>, order: &NewOrder) -> Result<Option<(String, i64)>> {
    let shop = part.parcel.shop();
    let (PaymentMethod::Qris, Some(payload), Some(id)) = (part.payment, &shop.qris_payload, shop.qris_id) else {
        return Ok(None);
    };
    let code: Qris = payload.parse().map_err(|_| Error::internal(format!("QRIS code {id}")))?;
    let code = code.with_amount(Rupiah::new(order.total()), &order.number).map_err(Error::internal)?;
    Ok(Some((code.to_string(), id)))
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
            amount: Rupiah::new(order.total()),
            expires_at: payment.expires_at.map(Timestamp::to_rfc3339),
            qris_payload: payment.qris.as_ref().map(|(payload, _)| payload.clone()),
            bank: payment.bank.clone().map(|(bank, account, holder)| BankView { bank, account, holder }),
            checkout_url: None,
        },
    }
}
