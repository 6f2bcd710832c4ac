//! What a buyer shows for a payment. The photo is read before anything is written, and only those see it whom it concerns.

use bytes::Bytes;
use domain::{actor::Actor, limits};
use store::payments::proofs::{self, ProofPhotoRow};

use crate::{
    Error, FieldError, Result, Services, check,
    fulfilment::{self, SellerScope},
    orders::{self, Command, OrderView, Proof, apply},
    photos,
    rate_limits::{self, RateLimit},
    secret,
};

/// Decoding pictures is work: nobody needs more tries for one order.
const UPLOADS: RateLimit = RateLimit { action: "payment_proof", most: 10, window_minutes: 60 };

/// A proof as it is sent.
#[derive(Debug, Clone)]
pub struct NewProof<'a> {
    /// The file.
    pub photo: Bytes,
    /// A word to the seller; may be empty.
    pub note: &'a str,
}

/// Shows the seller of an order that it is paid. The time to pay stands still, and the pieces are kept, until the seller
/// has answered.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::Invalid`] at `photo` (`photo-none`, `photo-not-image` …) and `note`
/// (`too-long`); [`crate::RejectionCode::InvalidState`] when no money is waited for, or a proof is being looked at;
/// [`Error::TooManyRequests`].
pub async fn submit_proof(
    services: &Services,
    token: &str,
    account_id: Option<i64>,
    proof: NewProof<'_>,
) -> Result<OrderView> {
    let order = orders::by_token(services, token).await?;
    let note = proof.note.trim();
    let mut errors = Vec::new();
    if proof.photo.is_empty() {
        errors.push(FieldError::new("photo", "photo-none"));
    }
    if !limits::fits(note, &limits::NOTE) {
        errors.push(FieldError::new("note", "too-long").with("max", limits::NOTE.end()));
    }
    check(errors)?;
    if !order.detail.can_prove {
        return Err(Error::invalid_state());
    }
    rate_limits::count(services, UPLOADS, token).await?;
    let photo = services.ports().photos.process_private(proof.photo).await.map_err(photos::refusal)?;
    let command = Command::SubmitProof(Proof {
        public_id: secret::public_id(domain::id::PROOF)?,
        photo_key: photo.key,
        photo_size: (photo.width, photo.height),
        photo_widths: serde_json::to_string(&photo.widths).map_err(Error::internal)?,
        note: (!note.is_empty()).then(|| note.to_owned()),
    });
    let row = orders::find(services, token).await?;
    apply(services, row.id, &command, Actor::Buyer, account_id).await?;
    orders::by_token(services, token).await
}

/// The photo of the latest proof, for whoever has the order's token.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn proof_photo_of_buyer(services: &Services, token: &str) -> Result<Bytes> {
    let order = orders::find(services, token).await?;
    of_order(services, order.id).await
}

/// The photo of the latest proof of an order of the caller's shops.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn proof_photo_of_seller(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<Bytes> {
    let order = fulfilment::find_row(services, scope, number).await?;
    of_order(services, order.id).await
}

/// The photo of a proof, for curators.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn proof_photo(services: &Services, id: &str) -> Result<Bytes> {
    read(services, proofs::photo(services.store(), id).await?).await
}

async fn of_order(services: &Services, order_id: i64) -> Result<Bytes> {
    read(services, proofs::photo_of_order(services.store(), order_id).await?).await
}

async fn read(services: &Services, row: Option<ProofPhotoRow>) -> Result<Bytes> {
    let row = row.ok_or(Error::NotFound)?;
    photos::read_private(services, &row.photo_key, &row.photo_widths).await
}
