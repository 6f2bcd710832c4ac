//! Islands of the buyers' pages.

mod copy_button;
mod order_button;
mod quantity_stepper;

pub use copy_button::CopyButton;
pub use order_button::{OrderButton, PricedWay};
pub use quantity_stepper::QuantityStepper;
