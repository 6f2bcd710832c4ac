//! Vouchers made, listed and ended by those who pay for them.

use domain::{
    actor::Actor,
    limits,
    time::{Date, Timestamp, Zone},
    voucher::{VoucherCode, VoucherKind},
};
use serde::Deserialize;
use store::{
    Tx,
    vouchers::{NewVoucher, Owner},
};
use utoipa::ToSchema;

use super::VoucherTerms;
use crate::{
    Error, FieldError, Result, Services, accounts::Identity, check, curation::actor_of, fulfilment::SellerScope,
};

/// The clock by which vouchers begin and end: days of the sentra.
const ZONE: Zone = Zone::Wib;
/// Vouchers of a page.
const PAGE: usize = 20;

/// A voucher to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct VoucherRequest {
    /// 4 to 20 letters and digits; kept in capitals.
    pub code: String,
    /// What it takes off.
    pub kind: VoucherKind,
    /// Percent off the goods, 1 to 100; of that kind only.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 100)]
    pub percent: Option<i64>,
    /// Rupiah off the goods; of a percentage, and of the carriage of each order, the most that is taken off.
    #[serde(default)]
    pub amount: Option<i64>,
    /// Rupiah of goods that it is for.
    #[serde(default)]
    pub minimum_goods: i64,
    /// First day, ISO; today when left out.
    #[serde(default)]
    #[schema(format = Date)]
    pub valid_from: Option<String>,
    /// Last day, ISO.
    #[schema(format = Date)]
    pub valid_to: String,
    /// Checkouts that it is good for; any number when left out.
    #[serde(default)]
    #[schema(minimum = 1)]
    pub most_uses: Option<i64>,
    /// Checkouts of one buyer; any number when left out.
    #[serde(default)]
    #[schema(minimum = 1)]
    pub most_uses_per_buyer: Option<i64>,
}

/// A page of vouchers.
#[derive(Debug, Clone, Default)]
pub struct VoucherPage {
    /// The newest first.
    pub items: Vec<VoucherTerms>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

/// A shop makes a voucher for its own goods, and pays for it.
///
/// # Errors
/// [`Error::NotFound`] for another's shop; `code`: `voucher-code-invalid`, `voucher-code-taken`; `percent`, `amount`,
/// `minimum_goods`, `valid_from`, `valid_to`, `most_uses`, `most_uses_per_buyer`: what is wrong with them.
pub async fn make(services: &Services, scope: SellerScope<'_>, shop: &str, request: &VoucherRequest) -> Result<String> {
    let shop = store::curation::find_shop(services.store(), shop).await?;
    let shop = shop.filter(|shop| scope.shop_ids.contains(&shop.id)).ok_or(Error::NotFound)?;
    write(services, request, Some(shop.id), (Actor::Seller, scope.account_id)).await
}

/// A curator makes a voucher for goods of all shops; the site pays for it.
///
/// # Errors
/// As [`make`].
pub async fn make_for_site(services: &Services, curator: &Identity, request: &VoucherRequest) -> Result<String> {
    write(services, request, None, (actor_of(curator), curator.id)).await
}

/// The vouchers of shops.
///
/// # Errors
/// Invalid `cursor`.
pub async fn list(services: &Services, scope: SellerScope<'_>, cursor: Option<&str>) -> Result<VoucherPage> {
    page(services, Owner::Shops(scope.shop_ids), cursor).await
}

/// The vouchers that the site pays.
///
/// # Errors
/// Invalid `cursor`.
pub async fn list_of_site(services: &Services, cursor: Option<&str>) -> Result<VoucherPage> {
    page(services, Owner::Site, cursor).await
}

/// Ends a voucher of a shop before its time; a second time changes nothing. What was bought with it stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for another's.
pub async fn end(services: &Services, scope: SellerScope<'_>, code: &str) -> Result<()> {
    end_of(services, Owner::Shops(scope.shop_ids), code, (Actor::Seller, scope.account_id)).await
}

/// The same for a voucher that the site pays.
///
/// # Errors
/// As [`end`].
pub async fn end_for_site(services: &Services, curator: &Identity, code: &str) -> Result<()> {
    end_of(services, Owner::Site, code, (actor_of(curator), curator.id)).await
}

async fn end_of(services: &Services, owner: Owner<'_>, code: &str, by: (Actor, i64)) -> Result<()> {
    let code: VoucherCode = code.parse().map_err(|_| Error::NotFound)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    if !store::vouchers::end(&tx, owner, code.as_str(), now).await? {
        return Err(Error::NotFound);
    }
    note(&tx, "voucher_ended", code.as_str(), by, now).await?;
    Ok(tx.commit().await?)
}

async fn page(services: &Services, owner: Owner<'_>, cursor: Option<&str>) -> Result<VoucherPage> {
    let below = cursor.map_or(Ok(i64::MAX), str::parse).map_err(|_| Error::invalid("cursor", "bad-cursor"))?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = store::vouchers::list(services.store(), owner, below, limit).await?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| has_more).map(|row| row.id.to_string());
    let now = services.now();
    Ok(VoucherPage { items: rows.iter().map(|row| VoucherTerms::of(row, now)).collect::<Result<_>>()?, next })
}

/// What was made or ended, by whom.
async fn note(tx: &Tx, action: &str, code: &str, (actor, account_id): (Actor, i64), now: Timestamp) -> Result<()> {
    let line = store::audit::NewAuditEvent {
        account_id: Some(account_id),
        actor,
        action,
        object_kind: "voucher",
        object_id: code,
        reason: None,
    };
    Ok(store::audit::record(tx, &line, now).await?)
}

async fn write(
    services: &Services,
    request: &VoucherRequest,
    shop_id: Option<i64>,
    by: (Actor, i64),
) -> Result<String> {
    let now = services.now();
    let mut errors = Vec::new();
    let code: Option<VoucherCode> = request.code.parse().ok();
    if code.is_none() {
        errors.push(FieldError::new("code", "voucher-code-invalid"));
    }
    let basis_points = percent(request, &mut errors);
    amounts(request, &mut errors);
    let (valid_from, valid_until) = days(request, now, &mut errors);
    for (field, uses) in [("most_uses", request.most_uses), ("most_uses_per_buyer", request.most_uses_per_buyer)] {
        if uses.is_some_and(|uses| !limits::VOUCHER_USES.contains(&uses)) {
            errors.push(FieldError::new(field, "voucher-uses").with("max", limits::VOUCHER_USES.end()));
        }
    }
    check(errors)?;
    let code = code.ok_or_else(|| Error::internal("a code without an error"))?;
    let new = NewVoucher {
        code: code.as_str(),
        shop_id,
        kind: request.kind.as_str(),
        basis_points,
        amount: request.amount,
        minimum_goods: request.minimum_goods,
        valid_from,
        valid_until,
        most_uses: request.most_uses,
        most_uses_per_buyer: request.most_uses_per_buyer,
        created_by: by.1,
    };
    let tx = services.store().begin().await?;
    if !store::vouchers::insert(&tx, &new, now).await? {
        return Err(Error::invalid("code", "voucher-code-taken"));
    }
    note(&tx, "voucher_made", code.as_str(), by, now).await?;
    tx.commit().await?;
    Ok(code.as_str().to_owned())
}

fn percent(request: &VoucherRequest, errors: &mut Vec<FieldError>) -> Option<i64> {
    match (request.kind, request.percent) {
        (VoucherKind::Percent, Some(percent)) if (1..=100).contains(&percent) => Some(percent * 100),
        (VoucherKind::Percent, _) => {
            errors.push(FieldError::new("percent", "voucher-percent"));
            None
        }
        (_, None) => None,
        (_, Some(_)) => {
            errors.push(FieldError::new("percent", "voucher-percent-only"));
            None
        }
    }
}

fn amounts(request: &VoucherRequest, errors: &mut Vec<FieldError>) {
    let fits = |amount: i64| limits::PRICE.contains(&amount);
    if request.amount.map_or(request.kind == VoucherKind::Amount, |amount| !fits(amount)) {
        errors.push(FieldError::new("amount", "voucher-amount"));
    }
    if request.minimum_goods != 0 && !fits(request.minimum_goods) {
        errors.push(FieldError::new("minimum_goods", "voucher-amount"));
    }
}

/// From the start of the first day to the end of the last.
fn days(request: &VoucherRequest, now: Timestamp, errors: &mut Vec<FieldError>) -> (Timestamp, Timestamp) {
    let today = Date::from_timestamp(now, ZONE);
    let mut read = |field: &str, text: &str| -> Option<Date> {
        let day = text.trim().parse().ok();
        if day.is_none() {
            errors.push(FieldError::new(field, "voucher-date"));
        }
        day
    };
    let from = match request.valid_from.as_deref().filter(|text| !text.trim().is_empty()) {
        Some(text) => read("valid_from", text),
        None => Some(today),
    };
    let to = read("valid_to", &request.valid_to);
    if let (Some(from), Some(to)) = (from, to)
        && (to < from || to < today || to > today.plus_days(limits::VOUCHER_DAYS))
    {
        errors.push(FieldError::new("valid_to", "voucher-days").with("max", limits::VOUCHER_DAYS));
    }
    let (from, to) = (from.unwrap_or(today), to.unwrap_or(today));
    (from.start_of_day(ZONE), to.plus_days(1).start_of_day(ZONE))
}
