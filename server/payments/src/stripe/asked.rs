//! What we send to Stripe.

use domain::money::Rupiah;
use ports::payment::{NewProviderRefund, NewSession};
use serde::Serialize;

use crate::minor_units;

#[derive(Debug, Serialize)]
pub(super) struct SessionForm {
    mode: &'static str,
    client_reference_id: String,
    success_url: String,
    cancel_url: String,
    expires_at: i64,
    locale: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_email: Option<String>,
    line_items: Vec<LineForm>,
    metadata: Metadata,
    payment_intent_data: IntentForm,
    payment_method_types: [&'static str; 1],
}

#[derive(Debug, Serialize)]
struct LineForm {
    quantity: i64,
    price_data: PriceForm,
}

#[derive(Debug, Serialize)]
struct PriceForm {
    currency: String,
    unit_amount: i64,
    product_data: ProductForm,
}

#[derive(Debug, Serialize)]
struct ProductForm {
    name: String,
}

#[derive(Debug, Serialize)]
struct IntentForm {
    metadata: Metadata,
}

/// Comes back with every object.
#[derive(Debug, Clone, Serialize)]
struct Metadata {
    reference: String,
}

impl SessionForm {
    pub(super) fn of(new: &NewSession) -> Option<Self> {
        let metadata = Metadata { reference: new.reference.clone() };
        let lines = new.lines.iter().map(|(name, amount)| LineForm::of(name, *amount)).collect::<Option<_>>()?;
        Some(Self {
            mode: "payment",
            client_reference_id: new.reference.clone(),
            success_url: new.return_url.clone(),
            cancel_url: new.return_url.clone(),
            expires_at: new.expires_at.millis().div_euclid(1_000),
            locale: match new.locale {
                domain::locale::Locale::Id => "id",
                domain::locale::Locale::En => "en",
            },
            customer_email: new.email.clone(),
            line_items: lines,
            payment_intent_data: IntentForm { metadata: metadata.clone() },
            metadata,
            payment_method_types: ["card"],
        })
    }
}

impl LineForm {
    fn of(name: &str, amount: Rupiah) -> Option<Self> {
        let money = minor_units::of_rupiah(amount)?;
        let product_data = ProductForm { name: name.to_owned() };
        Some(Self {
            quantity: 1,
            price_data: PriceForm { currency: money.currency, unit_amount: money.minor, product_data },
        })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct RefundForm {
    payment_intent: String,
    amount: i64,
    metadata: Metadata,
}

impl RefundForm {
    pub(super) fn of(new: &NewProviderRefund) -> Option<Self> {
        let money = minor_units::of_rupiah(new.amount)?;
        let metadata = Metadata { reference: new.reference.clone() };
        Some(Self { payment_intent: new.payment.clone(), amount: money.minor, metadata })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct RefundQuery {
    payment_intent: String,
    limit: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) starting_after: Option<String>,
}

impl RefundQuery {
    pub(super) fn of(payment: &str) -> Self {
        Self { payment_intent: payment.to_owned(), limit: 100, starting_after: None }
    }
}

/// Asks for the fee together with a payment.
#[derive(Debug, Serialize)]
pub(super) struct WithFee {
    expand: [&'static str; 1],
}

impl Default for WithFee {
    fn default() -> Self {
        Self { expand: ["latest_charge.balance_transaction"] }
    }
}
