//! Bounds of everything that people type; forms and API agree on them.

use std::ops::RangeInclusive;

/// Fewest characters of a person's name.
pub const PERSON_NAME_MIN: usize = 2;
/// Most characters of a person's name.
pub const PERSON_NAME_MAX: usize = 80;
/// Characters of a buyer's or account's name.
pub const PERSON_NAME: RangeInclusive<usize> = PERSON_NAME_MIN..=PERSON_NAME_MAX;
/// Characters of a product's or shop's name.
pub const TITLE: RangeInclusive<usize> = 1..=120;
/// Characters of a variant's name; a single variant needs none.
pub const VARIANT_NAME: RangeInclusive<usize> = 0..=60;
/// Characters of a description.
pub const DESCRIPTION: RangeInclusive<usize> = 0..=4_000;
/// Characters of an attribute's value.
pub const ATTRIBUTE: RangeInclusive<usize> = 0..=500;
/// Characters of a street address.
pub const STREET: RangeInclusive<usize> = 5..=200;
/// Characters of a landmark.
pub const LANDMARK: RangeInclusive<usize> = 0..=120;
/// Characters of a note to the seller.
pub const NOTE: RangeInclusive<usize> = 0..=500;
/// Characters of a reason or a curator's note.
pub const REASON: RangeInclusive<usize> = 3..=500;
/// Characters of a photo's description.
pub const ALT_TEXT: RangeInclusive<usize> = 0..=200;
/// Characters of a bank's name.
pub const BANK: RangeInclusive<usize> = 2..=40;
/// Digits of a bank account's number.
pub const BANK_ACCOUNT: RangeInclusive<usize> = 6..=20;
/// Rupiah that somebody says were paid.
pub const PAID: RangeInclusive<i64> = 1..=1_000_000_000;
/// Characters of a courier's name.
pub const COURIER: RangeInclusive<usize> = 2..=60;
/// Characters of a tracking number.
pub const TRACKING: RangeInclusive<usize> = 4..=60;
/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 10;
/// Most characters of a password.
pub const PASSWORD_MAX: usize = 200;
/// Characters of a browser's name that are kept with a session.
pub const USER_AGENT_MAX: usize = 200;
/// Characters of a bank's number of a transfer.
pub const BANK_REFERENCE: RangeInclusive<usize> = 3..=60;
/// Size of a correction in the ledger, in rupiah, either way.
pub const ADJUSTMENT: RangeInclusive<i64> = 1..=1_000_000_000;
/// Characters of a search.
pub const SEARCH: RangeInclusive<usize> = 0..=100;
/// Price of one piece, in rupiah.
pub const PRICE: RangeInclusive<i64> = 100..=1_000_000_000;
/// Pieces on a shelf.
pub const ON_HAND: RangeInclusive<i64> = 0..=1_000_000;
/// Pieces a week that are made to order.
pub const WEEKLY_CAPACITY: RangeInclusive<i64> = 0..=100_000;
/// Characters of the code of a lot.
pub const LOT_CODE: RangeInclusive<usize> = 3..=32;
/// Characters of the number of a certificate, and of the name of who gave it.
pub const CERTIFICATE_NUMBER: RangeInclusive<usize> = 3..=60;
/// Products that a certificate is for where it is not for all of a shop.
pub const CERTIFICATE_PRODUCTS: RangeInclusive<usize> = 1..=500;
/// Years that a certificate holds at most.
pub const CERTIFICATE_YEARS: i64 = 30;
/// Characters of the code of a voucher.
pub const VOUCHER_CODE: RangeInclusive<usize> = 4..=20;
/// Checkouts that a voucher is good for.
pub const VOUCHER_USES: RangeInclusive<i64> = 1..=100_000;
/// Days that a voucher is good for.
pub const VOUCHER_DAYS: i64 = 366;
/// Days of a lead time.
pub const LEAD_TIME_DAYS: RangeInclusive<i64> = 0..=180;
/// Days of a shelf life.
pub const SHELF_LIFE_DAYS: RangeInclusive<i64> = 1..=3_650;
/// Bytes of an uploaded photo.
pub const PHOTO_BYTES: usize = 12 * 1024 * 1024;
/// Photos that one form uploads.
pub const PHOTOS_PER_UPLOAD: usize = 10;
/// Photos of a product.
pub const MAX_PHOTOS: usize = 8;
/// Steps of the price of a variant by quantity.
pub const MAX_TIERS: usize = 4;
/// Variants of a product.
pub const MAX_VARIANTS: usize = 30;
/// Lines of a cart or a checkout.
pub const MAX_LINES: usize = 50;
/// Characters of what a buyer or seller writes in a case.
pub const CASE_TEXT: RangeInclusive<usize> = 3..=2_000;
/// Photos of a case.
pub const CASE_PHOTOS: usize = 5;
/// Characters of a review; stars alone are one.
pub const REVIEW_TEXT: RangeInclusive<usize> = 0..=1_500;
/// Characters of a seller's reply to a review.
pub const REVIEW_REPLY: RangeInclusive<usize> = 3..=1_000;
/// Photos of a review.
pub const REVIEW_PHOTOS: usize = 5;
/// Characters that a report adds to its reason.
pub const REPORT_NOTE: RangeInclusive<usize> = 0..=500;
/// Characters of the number of a transfer at the bank.
pub const REFERENCE: RangeInclusive<usize> = 3..=80;
/// Items of a page of a list.
pub const PAGE_SIZE: RangeInclusive<i64> = 1..=100;
/// Items of a page where nothing was asked for.
pub const DEFAULT_PAGE_SIZE: i64 = 24;
/// Characters of an idempotency key.
pub const IDEMPOTENCY_KEY: RangeInclusive<usize> = 16..=255;

/// Whether a text, trimmed, has a length inside the bounds and no control characters but line breaks.
#[must_use]
pub fn fits(text: &str, bounds: &RangeInclusive<usize>) -> bool {
    let text = text.trim();
    // Four bytes a character at most: a cheap refusal of huge input.
    text.len() <= bounds.end().saturating_mul(4)
        && bounds.contains(&text.chars().count())
        && text.chars().all(|character| !character.is_control() || matches!(character, '\n' | '\r' | '\t'))
}
