//! The form of the checkout: its buttons search, add up, or order.

use std::collections::HashMap;

use access::{Caller, Denied};
use app::pages::shopping::{
    cart::{FORM as CART_FORM, quantity_field},
    checkout::{
        EXPECTED_TOTAL, FORM, ITEM, KEY, REGION, REGION_QUERY, REGION_SEARCHED, STEP, STEP_KEEP, STEP_QUOTE,
        STEP_SEARCH, STEP_TOTAL, delivery_field, is_search, line_field, note_field, parse_delivery, parse_item,
        payment_field, shown_delivery_field,
    },
};
use axum::response::{IntoResponse as _, Response};
use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use services::{
    Error, FieldError, RejectionCode,
    cart::{self, CartView},
    checkout::{self, AddressRequest, BuyerRequest, CheckoutRequest, DeliveryRequest, IdempotencyKey},
    holds,
    shipping::ItemRequest,
    vouchers::FIELD,
};

use super::cart::{token, with_count};
use crate::http::{form::SubmittedForm, recorder::Recorder};

const CHECKOUT: &str = "/checkout";
const CART: &str = "/keranjang";
/// Starts the names of the fields that say how a shop's goods come.
const DELIVERY: &str = "delivery-";

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default().post("/checkout", submit).post("/checkout/mulai", begin)
}

/// From the cart to the payment: holds what is in it for a while.
async fn begin(form: SubmittedForm) -> Response {
    let Some(token) = token(&form) else { return form.redirect(CART) };
    match holds::begin(form.services(), &token).await {
        Ok(_) => form.redirect(CHECKOUT),
        Err(Error::Rejected(mut rejection)) => {
            for error in &mut rejection.fields {
                error.field = quantity_field(&error.field);
            }
            form.refuse(CART_FORM, CART, Error::Rejected(rejection)).await
        }
        Err(error) => Denied(error).into_response(),
    }
}

async fn submit(caller: Caller, form: SubmittedForm) -> Response {
    let step = form.value(STEP);
    let query = form.value(REGION_QUERY);
    if is_search(&step, &query, &form.value(REGION_SEARCHED)) {
        return form.show_again(FORM, "/checkout#alamat", Vec::new()).await;
    }
    match step.as_str() {
        STEP_SEARCH => {
            let missing = FieldError::new(REGION_QUERY, "region-query-missing");
            form.show_again(FORM, CHECKOUT, vec![missing]).await
        }
        STEP_QUOTE | STEP_TOTAL => {
            let is_total = step == STEP_TOTAL;
            match misses_region(&form, is_total).await {
                Ok(true) => {
                    let missing = FieldError::new(REGION_QUERY, "region-missing");
                    form.show_again(FORM, CHECKOUT, vec![missing]).await
                }
                Ok(false) => {
                    let next = if is_total { "/checkout#bayar" } else { "/checkout#pengiriman" };
                    form.show_again(FORM, next, Vec::new()).await
                }
                Err(error) => Denied(error).into_response(),
            }
        }
        STEP_KEEP => form.show_again(FORM, CHECKOUT, Vec::new()).await,
        _ => order(caller, form).await,
    }
}

/// Without an address there is nothing to show, except a total of goods that are all fetched at their workshops.
async fn misses_region(form: &SubmittedForm, is_total: bool) -> Result<bool, Error> {
    if !form.value(REGION).is_empty() {
        return Ok(false);
    }
    if !is_total {
        return Ok(true);
    }
    let cart = cart::view(form.services(), token(form).as_deref(), form.locale()).await?;
    let chosen = deliveries(form);
    let is_fetched = |shop: &str| chosen.iter().any(|way| way.shop == shop && way.method == DeliveryMethod::Pickup);
    Ok(!cart.shops.iter().all(|shop| is_fetched(&shop.slug)))
}

async fn order(caller: Caller, form: SubmittedForm) -> Response {
    let token = token(&form);
    // What was shown is what is ordered, even where the cart is another one by now.
    let cart = match cart::view(form.services(), token.as_deref(), form.locale()).await {
        Ok(cart) => cart,
        Err(error) => return Denied(error).into_response(),
    };
    let request = read(&form);
    let key = match form.optional(KEY).map(|key| idempotency(key, &request)).transpose() {
        Ok(key) => key,
        Err(error) => return Denied(error).into_response(),
    };
    let account = caller.identity.map(|identity| identity.id);
    match checkout::place(form.services(), &request, account, token.as_deref(), key.as_ref()).await {
        Ok(placed) => {
            if let Err(error) = form.forget(FORM).await {
                // The order stands; what was typed is forgotten by itself within a day.
                tracing::warn!(%error, "a form that went through could not be forgotten");
            }
            let answer = form.redirect(&format!("/pesanan/{}", placed.token));
            match token {
                Some(token) => with_count(&form, token, answer).await,
                None => answer,
            }
        }
        Err(Error::Rejected(rejection)) if !rejection.fields.is_empty() => {
            let is_price = rejection.code == RejectionCode::PriceChanged;
            let chose_anew = is_price && chose_anew(&form);
            let fields = rejection.fields.into_iter().map(|field| at_field(field, &request, &cart, chose_anew));
            let mut fields: Vec<FieldError> = fields.collect();
            fields.sort_by_key(|error| place_on_page(&error.field));
            form.show_again(FORM, CHECKOUT, fields).await
        }
        // The way back from an order, and then another one by the same page: the first stands, and nothing else is done.
        Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::IdempotencyConflict => {
            form.done(CART, "ordered-already")
        }
        Err(error) => form.refuse(FORM, CHECKOUT, error).await,
    }
}

fn idempotency(key: String, request: &CheckoutRequest) -> Result<IdempotencyKey, Error> {
    Ok(IdempotencyKey { key, body_hash: checkout::body_hash(request)? })
}

/// The order that the form asks for. What is missing in it is refused by the use case, all at once.
fn read(form: &SubmittedForm) -> CheckoutRequest {
    let items = form
        .values(ITEM)
        .iter()
        .filter_map(|value| parse_item(value))
        .map(|(variant, quantity)| ItemRequest { variant: variant.to_owned(), quantity })
        .collect();
    let deliveries = deliveries(form);
    let is_sent = deliveries.is_empty() || deliveries.iter().any(|delivery| delivery.method != DeliveryMethod::Pickup);
    let address = AddressRequest {
        region: form.value(REGION),
        street: form.value("address.street"),
        landmark: form.optional("address.landmark"),
        postal_code: form.optional("address.postal_code"),
    };
    CheckoutRequest {
        items,
        buyer: BuyerRequest {
            name: form.value("buyer.name"),
            phone: form.value("buyer.phone"),
            email: form.optional("buyer.email"),
        },
        // Where somebody lives is nobody's business who hands over at the sentra.
        address: is_sent.then_some(address),
        deliveries,
        payment: PaymentMethod::Transfer,
        voucher: form.optional(FIELD),
        // No amount is never the right one.
        expected_total: form.integer(EXPECTED_TOTAL).unwrap_or(-1),
        locale: form.locale(),
    }
}

/// The ways that were chosen, by the name of their shop.
fn deliveries(form: &SubmittedForm) -> Vec<DeliveryRequest> {
    let mut shops: Vec<&str> = form.names().filter_map(|name| name.strip_prefix(DELIVERY)).collect();
    // The same body has to look the same every time.
    shops.sort_unstable();
    shops
        .into_iter()
        .filter_map(|shop| {
            let value = form.value(&delivery_field(shop));
            let (method, service) = parse_delivery(&value)?;
            // A way that there is not must not become the usual one; whoever sends it has not used our page.
            let payment = match form.optional(&payment_field(shop)) {
                Some(way) => Some(way.parse().ok()?),
                None => None,
            };
            Some(DeliveryRequest {
                shop: shop.to_owned(),
                method,
                service: service.map(str::to_owned),
                payment,
                note: form.optional(&note_field(shop)),
            })
        })
        .collect()
}

/// Whether another way was chosen than the one that the shown total was added up with.
fn chose_anew(form: &SubmittedForm) -> bool {
    let mut shops = form.names().filter_map(|name| name.strip_prefix(DELIVERY));
    shops.any(|shop| form.value(&delivery_field(shop)) != form.value(&shown_delivery_field(shop)))
}

/// The field of the page that an error of the use case is about.
fn at_field(error: FieldError, request: &CheckoutRequest, cart: &CartView, chose_anew: bool) -> FieldError {
    let FieldError { field, mut code, args } = error;
    let field = if let Some(index) = index_of(&field, "items[") {
        if code == "out-of-stock" && args.iter().any(|(name, value)| name == "available" && value == "0") {
            "sold-out".clone_into(&mut code);
        }
        request.items.get(index).map_or_else(|| "form".to_owned(), |item| line_field(&item.variant))
    } else if let Some(index) = index_of(&field, "deliveries[") {
        let shop = request.deliveries.get(index).map(|delivery| delivery.shop.as_str()).unwrap_or_default();
        match code.as_str() {
            _ if code.starts_with("payment-") => payment_field(shop),
            _ if field.ends_with(".note") => note_field(shop),
            _ => delivery_field(shop),
        }
    } else {
        let args: HashMap<&str, &str> = args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        match field.as_str() {
            "deliveries" => {
                shop_named(cart, args.get("shop").copied()).map_or_else(|| "form".to_owned(), delivery_field)
            }
            "address" | "address.region" => {
                if request.address.as_ref().is_none_or(|address| address.region.is_empty()) {
                    "region-missing".clone_into(&mut code);
                }
                REGION_QUERY.to_owned()
            }
            EXPECTED_TOTAL => {
                if chose_anew {
                    "total-updated".clone_into(&mut code);
                }
                field
            }
            _ if field == FIELD || field.starts_with("buyer.") || field.starts_with("address.") => field,
            _ => "form".to_owned(),
        }
    };
    FieldError { field, code, args }
}

/// The summary of errors follows the page from top to bottom.
fn place_on_page(field: &str) -> usize {
    const ORDER: [&str; 8] =
        ["buyer.", REGION_QUERY, "address.", "delivery-", "payment-", "note-", FIELD, EXPECTED_TOTAL];
    ORDER.iter().position(|start| field.starts_with(start)).unwrap_or(ORDER.len())
}

/// The number in a path like `items[3].quantity`.
fn index_of(path: &str, list: &str) -> Option<usize> {
    path.strip_prefix(list)?.split(']').next()?.parse().ok()
}

fn shop_named<'a>(cart: &'a CartView, name: Option<&str>) -> Option<&'a str> {
    cart.shops.iter().find(|shop| Some(shop.name.as_str()) == name).map(|shop| shop.slug.as_str())
}

#[cfg(test)]
mod tests {
    use super::{index_of, place_on_page};

    #[test]
    fn errors_follow_the_page() {
        let mut fields = ["item-var_a", "address.street", "payment-toko", "region_query", "buyer.phone"];
        fields.sort_by_key(|field| place_on_page(field));
        assert_eq!(fields, ["buyer.phone", "region_query", "address.street", "payment-toko", "item-var_a"]);
    }

    #[test]
    fn paths_name_their_place() {
        assert_eq!(index_of("items[12].quantity", "items["), Some(12));
        assert_eq!(index_of("deliveries[0]", "deliveries["), Some(0));
        assert_eq!(index_of("items", "items["), None);
        assert_eq!(index_of("deliveries[0]", "items["), None);
    }
}
