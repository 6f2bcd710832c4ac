//! Islands of the buyers' pages.

mod copy_button;
mod quantity_stepper;

pub use copy_button::CopyButton;
pub use quantity_stepper::QuantityStepper;
