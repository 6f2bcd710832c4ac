//! What happens at Stripe, and what of it reaches us.

use services::{
    Error,
    cards::{self, Told},
};
use testkit::SessionState;

use super::{
    acts::Act,
    desk::{Desk, Placed},
};
use crate::cards::work;

impl Desk {
    /// A buyer pays on the page of Stripe, and may come back before we are told; or the time of the page ends.
    pub(super) async fn at_stripe(&self, act: Act, order: &Placed, comes_back: bool) -> Result<bool, Error> {
        let text = "SELECT public_id FROM payment WHERE group_id = $1 AND method = 'stripe' AND late_of IS NULL";
        let Some(payment) = self.world.texts(text, [order.group_id.into()]).await.pop() else { return Ok(false) };
        let sessions = self.stripe.sessions_of(&payment);
        let open = sessions.iter().rev().find(|session| self.stripe.session_state(session) == SessionState::Open);
        let Some(session) = open else { return Ok(false) };
        if act == Act::LeaveStripe {
            self.stripe.expire(session);
            return Ok(true);
        }
        assert!(!self.stripe.pay(session).is_empty());
        if comes_back {
            cards::come_back(&self.world.services, &order.group).await?;
        }
        Ok(true)
    }

    /// Stripe tells what we have not heard, and the work that follows is done.
    pub(super) async fn listen(&mut self) -> Result<(), Error> {
        for body in self.stripe.events_after(self.heard) {
            let told = cards::receive(&self.world.services, &self.stripe.sign(&body), body.as_bytes()).await?;
            assert!(matches!(told, Told::New | Told::Again), "{told:?}");
            self.heard += 1;
        }
        work(&self.world).await;
        Ok(())
    }
}
