//! What a buyer sends, and what is wrong with it before anything is looked up.

use domain::{email::Email, fulfilment::DeliveryMethod, limits, locale::Locale, payment::PaymentMethod, phone::Phone};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;

use crate::{Error, FieldError, Result, shipping::ItemRequest};

/// Who buys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BuyerRequest {
    /// 2 to 80 characters.
    pub name: String,
    /// An Indonesian mobile number in any usual spelling.
    pub phone: String,
    /// For mails about the orders.
    pub email: Option<String>,
}

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddressRequest {
    /// Code of the village.
    pub region: String,
    /// 5 to 200 characters.
    pub street: String,
    /// What to look for.
    pub landmark: Option<String>,
    /// Five digits; that of the village when left out.
    pub postal_code: Option<String>,
}

/// How the goods of one shop come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeliveryRequest {
    /// Path of the shop.
    pub shop: String,
    /// Who brings them.
    pub method: DeliveryMethod,
    /// Which of the quoted services; the cheapest when left out.
    pub service: Option<String>,
    /// Another way to pay this shop; direct ways only.
    pub payment: Option<PaymentMethod>,
    /// A note to the seller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A whole checkout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CheckoutRequest {
    /// What; a variant may be named twice.
    #[schema(min_items = 1, max_items = 50)]
    pub items: Vec<ItemRequest>,
    /// Who.
    pub buyer: BuyerRequest,
    /// Where to; not needed when everything is picked up.
    pub address: Option<AddressRequest>,
    /// How, exactly one a shop.
    pub deliveries: Vec<DeliveryRequest>,
    /// How it is paid.
    pub payment: PaymentMethod,
    /// The code of a voucher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voucher: Option<String>,
    /// The total that the buyer saw, after the voucher and before unique codes.
    pub expected_total: i64,
    /// Language of names and mails.
    pub locale: Locale,
}

/// The key that makes a repeated request harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// 16 to 255 characters, chosen by the caller.
    pub key: String,
    /// [`body_hash`] of the request.
    pub body_hash: String,
}

/// Hash of a request in canonical form: the same for any spelling of the same body.
///
/// # Errors
/// Never in practice.
pub fn body_hash(request: &CheckoutRequest) -> Result<String> {
    let json = serde_json::to_vec(request).map_err(Error::internal)?;
    Ok(hex::encode(Sha256::digest(json)))
}

/// The buyer's data, in their types.
pub(super) struct Buyer {
    pub name: String,
    pub phone: Phone,
    pub email: Option<Email>,
}

/// The address, cleaned; the region is not looked up yet.
pub(super) struct Address {
    pub region: String,
    pub street: String,
    pub landmark: Option<String>,
    pub postal_code: Option<String>,
}

pub(super) fn buyer(request: &BuyerRequest, errors: &mut Vec<FieldError>) -> Option<Buyer> {
    let before = errors.len();
    let name = request.name.trim();
    if !limits::fits(name, &limits::PERSON_NAME) || name.contains(['\n', '\r', '\t']) {
        errors.push(FieldError::new("buyer.name", if name.is_empty() { "name-missing" } else { "name-invalid" }));
    }
    let phone: Option<Phone> = request.phone.parse().ok();
    if phone.is_none() {
        errors.push(FieldError::new("buyer.phone", "phone-invalid"));
    }
    let email = trimmed(request.email.as_deref()).map(|text| text.parse::<Email>());
    let email = match email {
        None => None,
        Some(Ok(email)) => Some(email),
        Some(Err(_)) => {
            errors.push(FieldError::new("buyer.email", "email-invalid"));
            None
        }
    };
    if errors.len() > before {
        return None;
    }
    Some(Buyer { name: name.to_owned(), phone: phone?, email })
}

pub(super) fn address(request: &AddressRequest, errors: &mut Vec<FieldError>) -> Address {
    let street = request.street.trim();
    if !limits::fits(street, &limits::STREET) {
        errors.push(FieldError::new("address.street", "street-invalid"));
    }
    let landmark = trimmed(request.landmark.as_deref());
    if landmark.is_some_and(|text| !limits::fits(text, &limits::LANDMARK)) {
        errors.push(FieldError::new("address.landmark", "too-long").with("max", limits::LANDMARK.end()));
    }
    let postal_code = trimmed(request.postal_code.as_deref());
    if postal_code.is_some_and(|code| code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        errors.push(FieldError::new("address.postal_code", "postal-code-invalid"));
    }
    Address {
        region: request.region.trim().to_owned(),
        street: street.to_owned(),
        landmark: landmark.map(str::to_owned),
        postal_code: postal_code.map(str::to_owned),
    }
}

pub(super) fn check_notes(deliveries: &[DeliveryRequest], errors: &mut Vec<FieldError>) {
    for (index, delivery) in deliveries.iter().enumerate() {
        if trimmed(delivery.note.as_deref()).is_some_and(|note| !limits::fits(note, &limits::NOTE)) {
            let error = FieldError::new(format!("deliveries[{index}].note"), "too-long");
            errors.push(error.with("max", limits::NOTE.end()));
        }
    }
}

pub(super) fn trimmed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
