//! How shops are paid directly: bank accounts, QRIS codes, cash; what buyers show for their payments; and money that no
//! open order waits for.

mod desk;
mod payees;
mod proofs;
mod qris;
mod queue;
mod unmatched;

pub use desk::{PaymentDesk, ShopPayments, desk};
pub use payees::{BankChange, set_bank, set_cash};
pub use proofs::{NewProof, proof_photo, proof_photo_of_buyer, proof_photo_of_seller, submit_proof};
pub use qris::{QrisView, in_use, propose_qris, reject_qris, verify_qris};
pub use queue::{OverdueProof, PaymentQueue, queue};
pub use unmatched::{NewUnmatched, Resolution, UnmatchedPage, UnmatchedView, list, record, resolve};
