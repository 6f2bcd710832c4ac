//! What of an order can still be given back, and what a request of it is worth.

use domain::{
    limits,
    money::Rupiah,
    payment::PaymentMethod,
    refund::{RefundMethod, amount_of_pieces, check_amount, paid_parts, refundable},
};
use serde::Deserialize;
use store::{
    Db,
    refunds::{GivenRow, RefundableLine, ShareRow},
};
use utoipa::ToSchema;

use crate::{Error, FieldError, RejectionCode, Result};

/// Pieces of a line to be given back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct RefundLineRequest {
    /// `var_…`
    pub variant: String,
    /// How many.
    #[schema(minimum = 1)]
    pub pieces: i64,
}

/// What somebody wants to give back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub struct RefundRequest {
    /// Pieces of lines, worth what was paid for them after discount.
    #[serde(default)]
    pub lines: Vec<RefundLineRequest>,
    /// Rupiah of shipping.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub shipping: i64,
    /// Rupiah that belong to no line, out of goodwill.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub amount: i64,
    /// For the buyer to read.
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
    /// How; the usual way of the payment when left out. A card is always given back by its provider.
    pub method: Option<RefundMethod>,
}

/// The money of one order: what came in, what went back.
pub(super) struct Purse {
    pub share: ShareRow,
    pub given: GivenRow,
    pub lines: Vec<RefundableLine>,
    method: PaymentMethod,
}

/// What a request is worth.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// Line, pieces, rupiah.
    pub lines: Vec<(i64, i64, i64)>,
    pub shipping: i64,
    pub goodwill: i64,
}

impl Worth {
    pub fn goods(&self) -> i64 {
        self.lines.iter().map(|(.., amount)| amount).sum()
    }

    pub fn total(&self) -> Rupiah {
        Rupiah::new(self.goods() + self.shipping + self.goodwill)
    }
}

impl Purse {
    /// Of an order that is locked, or for a page to show.
    pub async fn load(db: &impl Db, order_id: i64) -> Result<Option<Self>> {
        let Some(share) = store::refunds::captured_share(db, order_id).await? else { return Ok(None) };
        let method = share.method.parse().map_err(|_| Error::internal("an unknown payment method"))?;
        let given = store::refunds::given(db, order_id).await?;
        let lines = store::refunds::refundable_lines(db, order_id).await?;
        Ok(Some(Self { share, given, lines, method }))
    }

    pub fn left(&self) -> Rupiah {
        refundable(Rupiah::new(self.share.amount), [Rupiah::new(self.given.amount)])
    }

    /// Rupiah of shipping that were not given back.
    pub fn shipping_left(&self) -> i64 {
        (self.paid().shipping.get() - self.given.shipping_amount).max(0)
    }

    fn paid(&self) -> domain::refund::PaidParts {
        let totals: Vec<i64> = self.lines.iter().map(|line| line.line_total).collect();
        paid_parts(Rupiah::new(self.share.amount), Rupiah::new(self.share.shipping_total), &totals)
    }

    /// What so many pieces of the line at that place give back.
    pub fn pieces(&self, place: usize, pieces: i64) -> i64 {
        let (Some(line), Some(paid)) = (self.lines.get(place), self.paid().lines.get(place).copied()) else { return 0 };
        let given = Rupiah::new(line.given_amount);
        amount_of_pieces(paid, line.quantity, line.given_pieces, given, pieces).get()
    }

    /// Ways in which the money can go back; the first is the usual one.
    pub const fn methods(&self) -> &'static [RefundMethod] {
        match self.method {
            PaymentMethod::Stripe => &[RefundMethod::Provider],
            PaymentMethod::Transfer | PaymentMethod::Qris => &[RefundMethod::ManualTransfer, RefundMethod::Cash],
            PaymentMethod::Cod => &[RefundMethod::Cash, RefundMethod::ManualTransfer],
        }
    }

    pub fn method(&self, asked: Option<RefundMethod>, errors: &mut Vec<FieldError>) -> RefundMethod {
        let usual = self.methods().first().copied().unwrap_or(RefundMethod::ManualTransfer);
        match asked {
            Some(method) if !self.methods().contains(&method) => {
                errors.push(FieldError::new("method", "refund-method"));
                usual
            }
            asked => asked.unwrap_or(usual),
        }
    }

    /// Everything that is left, split among what it was paid for.
    pub fn rest(&self) -> Worth {
        let mut weights: Vec<i64> =
            self.lines.iter().enumerate().map(|(place, line)| self.pieces(place, line.left())).collect();
        weights.push(self.shipping_left());
        let mut parts = self.left().split_by_largest_remainder(&weights);
        let shipping = parts.pop().unwrap_or(Rupiah::ZERO);
        // After goodwill less is left than the pieces are worth; where nothing of them is left it has no line.
        if weights.iter().all(|&weight| weight == 0) {
            return Worth { lines: Vec::new(), shipping: 0, goodwill: self.left().get() };
        }
        let lines = self
            .lines
            .iter()
            .zip(parts)
            .filter(|(line, _)| line.left() > 0)
            .map(|(line, amount)| (line.id, line.left(), amount.get()))
            .collect();
        Worth { lines, shipping: shipping.get(), goodwill: 0 }
    }

    /// What a request is worth; what is wrong with it goes to `errors`.
    pub fn worth(&self, request: &RefundRequest, errors: &mut Vec<FieldError>) -> Worth {
        let mut lines: Vec<(i64, i64, i64)> = Vec::new();
        if request.lines.len() > limits::MAX_LINES {
            errors.push(FieldError::new("lines", "refund-lines").with("max", limits::MAX_LINES));
        }
        for (index, asked) in request.lines.iter().take(limits::MAX_LINES).enumerate() {
            let field = |name: &str| format!("lines[{index}].{name}");
            let Some(place) = self.lines.iter().position(|line| line.variant == asked.variant) else {
                errors.push(FieldError::new(field("variant"), "choice-unknown"));
                continue;
            };
            let line = &self.lines[place];
            if lines.iter().any(|&(id, ..)| id == line.id) {
                errors.push(FieldError::new(field("variant"), "refund-line-twice"));
            } else if !(1..=line.left()).contains(&asked.pieces) {
                errors.push(FieldError::new(field("pieces"), "refund-pieces").with("max", line.left()));
            } else {
                lines.push((line.id, asked.pieces, self.pieces(place, asked.pieces)));
            }
        }
        if !(0..=self.shipping_left()).contains(&request.shipping) {
            let most = Rupiah::new(self.shipping_left());
            errors.push(FieldError::new("shipping", "refund-shipping").with("max", most));
        }
        if !(0..=*limits::PRICE.end()).contains(&request.amount) {
            errors.push(FieldError::new("amount", "refund-amount"));
        }
        let worth = Worth { lines, shipping: request.shipping, goodwill: request.amount };
        if errors.is_empty() {
            errors.extend(self.check(&worth).err());
        }
        worth
    }

    /// Whether so much is left.
    pub fn check(&self, worth: &Worth) -> Result<(), FieldError> {
        check_amount(worth.total(), self.left()).map_err(|over| {
            if worth.total() <= Rupiah::ZERO {
                FieldError::new("amount", "refund-nothing")
            } else {
                FieldError::new("amount", "refund-over").with("left", over.left)
            }
        })
    }
}

/// The money is not there, so none can go back.
pub(super) fn not_paid() -> Error {
    Error::rejected(RejectionCode::InvalidState, Vec::new())
}
