//! Delivery methods and the state machine of a fulfilment.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// How goods reach the buyer.
    DeliveryMethod {
        /// By a courier, priced by zone and weight.
        Courier = "courier",
        /// By the seller's own people.
        SellerDelivery = "seller_delivery",
        /// The buyer fetches them at the sentra.
        Pickup = "pickup",
    }
}

text_enum! {
    /// Where the goods of an order are.
    FulfilmentStatus {
        /// Being made or packed.
        Preparing = "preparing",
        /// Packed, waiting for courier or driver.
        Ready = "ready",
        /// On the way.
        Shipped = "shipped",
        /// Packed, waiting for the buyer at the sentra.
        AwaitingPickup = "awaiting_pickup",
        /// Handed over.
        Delivered = "delivered",
        /// Called off before hand-over.
        Cancelled = "cancelled",
        /// It could not be handed over: refused, not found, or never fetched.
        Undeliverable = "undeliverable",
        /// Came back.
        Returned = "returned",
    }
}

/// What can happen to a fulfilment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FulfilmentEvent {
    /// Packed.
    Ready,
    /// Given to the courier or driver.
    Ship,
    /// In the buyer's hands.
    Deliver,
    /// Could not be handed over.
    FailDelivery,
    /// Came back to the seller.
    Return,
    /// Called off.
    Cancel,
}

impl FulfilmentEvent {
    /// Every event.
    pub const ALL: &'static [Self] =
        &[Self::Ready, Self::Ship, Self::Deliver, Self::FailDelivery, Self::Return, Self::Cancel];
}

impl FulfilmentStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Cancelled | Self::Returned)
    }

    /// The status after an event; readiness for pick-up waits for the buyer, not for a courier.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub fn transition(self, event: FulfilmentEvent, method: DeliveryMethod) -> Result<Self, InvalidTransition> {
        let is_pickup = method == DeliveryMethod::Pickup;
        match (self, event) {
            (Self::Preparing, FulfilmentEvent::Ready) if is_pickup => Ok(Self::AwaitingPickup),
            (Self::Preparing, FulfilmentEvent::Ready) => Ok(Self::Ready),
            (Self::Preparing | Self::Ready, FulfilmentEvent::Ship) if !is_pickup => Ok(Self::Shipped),
            (Self::Shipped | Self::AwaitingPickup, FulfilmentEvent::Deliver) => Ok(Self::Delivered),
            (Self::Shipped | Self::AwaitingPickup, FulfilmentEvent::FailDelivery) => Ok(Self::Undeliverable),
            (Self::Shipped | Self::Delivered | Self::Undeliverable, FulfilmentEvent::Return) => Ok(Self::Returned),
            (Self::Preparing | Self::Ready | Self::AwaitingPickup, FulfilmentEvent::Cancel) => Ok(Self::Cancelled),
            _ => Err(InvalidTransition),
        }
    }
}
