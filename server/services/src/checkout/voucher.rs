//! The voucher of a checkout.

use domain::{money::Rupiah, time::Timestamp, voucher::VoucherPayer};
use store::{
    Tx,
    vouchers::{NewUse, VoucherBuyer},
};

use super::{
    amounts::{Part, out_of_range},
    request::Buyer,
};
use crate::{
    Result,
    vouchers::{self, applies, payer, worth},
};

/// A voucher that is locked until the checkout is placed.
pub(super) struct UsedVoucher {
    id: i64,
    is_paid_by_site: bool,
}

/// Locks the voucher, so that no more checkouts use it than may, and takes off what it is worth.
pub(super) async fn take_off(
    tx: &Tx,
    text: &str,
    parts: &mut [Part<'_>],
    buyer: &Buyer,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<UsedVoucher> {
    let code = vouchers::read(text)?;
    store::vouchers::lock(tx, code.as_str()).await?;
    let who = VoucherBuyer { phone: Some(buyer.phone.as_e164()), account_id };
    let row = store::vouchers::find(tx, code.as_str(), who).await?.ok_or_else(vouchers::unknown)?;
    let goods: Vec<(&str, Rupiah)> =
        parts.iter().map(|part| (part.parcel.shop().shop_slug.as_str(), part.items_total)).collect();
    let off = applies(&row, &goods, now)?.map_err(vouchers::refused)?;
    let (worth, own) = (worth(&row)?, row.shop_slug.as_deref());
    for (part, off) in parts.iter_mut().zip(off) {
        let is_for = own.is_none_or(|own| own == part.parcel.shop().shop_slug);
        let carriage = part.option.price.checked_sub(part.option.packing_fee).ok_or_else(out_of_range)?;
        part.voucher = (off, if is_for { worth.off_carriage(carriage) } else { Rupiah::ZERO });
    }
    Ok(UsedVoucher { id: row.id, is_paid_by_site: payer(&row) == VoucherPayer::Site })
}

impl UsedVoucher {
    /// Writes down what it takes off the orders of the parts; where that is nothing, it is not used up.
    pub async fn write(&self, tx: &Tx, parts: &[Part<'_>], ids: &[i64]) -> Result<()> {
        let uses: Vec<NewUse> = parts
            .iter()
            .zip(ids)
            .filter(|(part, _)| part.voucher != (Rupiah::ZERO, Rupiah::ZERO))
            .map(|(part, &order_id)| NewUse {
                order_id,
                voucher_id: self.id,
                goods_amount: part.voucher.0.get(),
                shipping_amount: part.voucher.1.get(),
                is_paid_by_site: self.is_paid_by_site,
            })
            .collect();
        Ok(store::vouchers::insert_uses(tx, &uses).await?)
    }
}
