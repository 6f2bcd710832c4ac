//! QRIS codes of the demo's shops: well-formed, of an acquirer that does not exist, so that nobody can pay to them.

use domain::{id, qris::Qris, time::Timestamp};
use services::secret;
use store::{
    Tx,
    seeding::{self, Value},
};

/// Longest name of a payee.
const MAX_PAYEE: usize = 25;

/// Gives a shop a verified code.
pub(super) async fn insert(tx: &Tx, shop_id: i64, shop: &str, now: Timestamp) -> anyhow::Result<()> {
    let qris = Qris::fictional(&payee(shop), shop_id)?;
    let columns: Vec<(&str, Value)> = vec![
        ("public_id", secret::public_id(id::QRIS)?.into()),
        ("shop_id", shop_id.into()),
        ("payload", qris.to_string().into()),
        ("payee", qris.payee().into()),
        ("merchant_id", qris.merchant_id().into()),
        ("city", qris.city().into()),
        ("status", "verified".into()),
        ("proposed_at", now.millis().into()),
        ("decided_at", now.millis().into()),
        ("active_from", now.millis().into()),
    ];
    seeding::insert(tx, "shop_qris", columns).await?;
    Ok(())
}

/// The shop's name as acquirers write names: capitals, ASCII, short.
fn payee(shop: &str) -> String {
    let name: String = shop.chars().filter(char::is_ascii).take(MAX_PAYEE).collect();
    name.trim().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::payee;

    #[test]
    fn payees_are_short_capitals() {
        assert_eq!(payee("Sri Kobalt"), "SRI KOBALT");
        assert_eq!(payee("Warung Ibu Ratri dan Keluarga Besar"), "WARUNG IBU RATRI DAN KELU");
    }
}
