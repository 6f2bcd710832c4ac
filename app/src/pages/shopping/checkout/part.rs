//! One shop's part of a checkout: the ways it can come and be paid, and which of them are chosen.

use domain::{fulfilment::DeliveryMethod, money::Rupiah, payment::PaymentMethod};
use services::{
    cart::{CartShop, CartView},
    shipping::{PaymentRefusal, RefusedOption, ShippingOption, ShopQuote},
};

use super::fields::{delivery_field, delivery_value, payment_field};
use crate::forms::FormView;

/// What one shop sends.
#[derive(Clone)]
pub struct Part {
    /// The shop with its lines.
    pub shop: CartShop,
    /// All ways to get the goods.
    pub options: Vec<ShippingOption>,
    /// Ways that these goods cannot go.
    pub refused: Vec<RefusedOption>,
    /// Index of the chosen one.
    chosen: Option<usize>,
    /// The chosen way to pay.
    pub payment: Option<PaymentMethod>,
}

impl Part {
    /// The chosen way to get the goods.
    pub fn chosen(&self) -> Option<&ShippingOption> {
        self.options.get(self.chosen?)
    }

    /// The ways to pay that go with at least one way to get the goods.
    pub fn takes(&self, payment: PaymentMethod) -> bool {
        self.options.iter().any(|option| option.payments.contains(&payment))
    }

    /// Why a way to pay does not go with the chosen way to get the goods, or with any.
    pub fn refusal(&self, payment: PaymentMethod) -> Option<PaymentRefusal> {
        let of = |option: &ShippingOption| option.refusals.iter().find(|(way, _)| *way == payment).map(|(_, why)| *why);
        self.chosen().and_then(of).or_else(|| self.options.iter().find_map(of))
    }

    /// Whether a line keeps the whole part from being sent: no way but pick-up is left, and it is named as the cause.
    pub fn keeps_back(&self, variant: &str) -> bool {
        !self.refused.is_empty()
            && self.options.iter().all(|option| option.method == DeliveryMethod::Pickup)
            && self.refused.iter().any(|refused| refused.items.iter().any(|item| item == variant))
    }

    /// Goods and the way they come; `None` while no way is chosen.
    pub fn total(&self) -> Option<Rupiah> {
        self.shop.subtotal.checked_add(self.chosen()?.price)
    }
}

/// Value of a way in the form.
pub(super) fn value_of(option: &ShippingOption) -> String {
    delivery_value(option.method, option.service.as_deref())
}

/// The parts of a cart; shops of which nothing can be bought are none.
pub(super) fn parts(cart: &CartView, quotes: Vec<ShopQuote>, form: &FormView, has_region: bool) -> Vec<Part> {
    quotes
        .into_iter()
        .filter_map(|quote| {
            let shop = cart.shops.iter().find(|shop| shop.slug == quote.shop)?.clone();
            let wanted = form.value(&delivery_field(&shop.slug));
            let chosen = quote.options.iter().position(|option| value_of(option) == wanted);
            // Nobody is sent to the sentra without having asked for it.
            let cheapest = || quote.options.iter().position(|option| option.method != DeliveryMethod::Pickup);
            let chosen = chosen.or_else(|| if has_region { cheapest() } else { None });
            let payment = payment(&quote.options, chosen, &form.value(&payment_field(&shop.slug)));
            Some(Part { shop, options: quote.options, refused: quote.refused, chosen, payment })
        })
        .collect()
}

/// What was marked, where the shop takes it at all; else the first way that goes with the delivery.
fn payment(options: &[ShippingOption], chosen: Option<usize>, wanted: &str) -> Option<PaymentMethod> {
    let marked = wanted.parse().ok().filter(|marked| options.iter().any(|option| option.payments.contains(marked)));
    let fitting = chosen.and_then(|index| options[index].payments.first());
    let any = || options.iter().find_map(|option| option.payments.first());
    marked.or_else(|| fitting.or_else(any).copied())
}
