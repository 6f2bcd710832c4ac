//! The product that is worked on, and the revision that an edit goes into.

use domain::{
    actor::Actor,
    locale::Locale,
    product::{ProductEvent, ProductStatus, RevisionStatus},
    time::{Date, Timestamp, Zone},
};
use serde_json::{Map, Value};
use store::{
    Db, Tx, guard,
    products::{self, EditRow, GalleryRow},
};

use super::view::Actions;
use crate::{Error, FieldError, RejectionCode, Result, fulfilment::SellerScope, secret};

/// A product of the caller's with its states read.
pub(super) struct Draft {
    pub(super) row: EditRow,
    pub(super) status: ProductStatus,
    pub(super) revision: RevisionStatus,
}

impl Draft {
    /// A product of the caller's.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is nobody's or somebody else's.
    pub(super) async fn load(db: &impl Db, scope: SellerScope<'_>, id: &str, locale: Locale) -> Result<Self> {
        let row = products::find(db, id, scope.shop_ids, locale).await?.ok_or(Error::NotFound)?;
        let corrupt = || Error::internal(format!("state of product {}", row.public_id));
        Ok(Self {
            status: row.status.parse().map_err(|_| corrupt())?,
            revision: row.revision_status.parse().map_err(|_| corrupt())?,
            row,
        })
    }

    /// The same, kept from others until the end of the transaction.
    pub(super) async fn lock(tx: &Tx, scope: SellerScope<'_>, id: &str) -> Result<Self> {
        guard::lock_product(tx, id).await?;
        Self::load(tx, scope, id, Locale::Id).await
    }

    pub(super) fn actions(&self) -> Actions {
        let can = |event| self.status.transition(event).is_ok();
        let trade = !self.status.is_terminal();
        let edit = trade && self.revision != RevisionStatus::Proposed;
        Actions {
            edit,
            trade,
            propose: edit && can(ProductEvent::Propose) && self.revision.transition(ProductEvent::Propose).is_ok(),
            hide: can(ProductEvent::Hide),
            show: can(ProductEvent::Show),
            archive: can(ProductEvent::Archive),
        }
    }

    /// `Ok` when prices, variants and handling may change.
    pub(super) fn check_trade(&self) -> Result<()> {
        if self.actions().trade { Ok(()) } else { Err(Error::invalid_state()) }
    }

    /// `Ok` when what the curator looks at may change.
    pub(super) fn check_edit(&self) -> Result<()> {
        self.check_trade()?;
        if self.actions().edit {
            return Ok(());
        }
        Err(Error::rejected(RejectionCode::InvalidState, vec![FieldError::new("form", "under-review")]))
    }

    pub(super) fn attributes(&self) -> Result<Map<String, Value>> {
        serde_json::from_str(&self.row.attributes).map_err(Error::internal)
    }

    /// Today where the shop is.
    pub(super) fn today(&self, now: Timestamp) -> Result<Date> {
        let zone: Zone = self.row.zone.parse().map_err(|_| Error::internal("zone of a sentra"))?;
        Ok(Date::from_timestamp(now, zone))
    }

    /// The revision that an edit goes into: the latest one while the curator has not decided on it, else a new one that
    /// begins as a copy of it.
    pub(super) async fn editable(&self, tx: &Tx, scope: SellerScope<'_>, now: Timestamp) -> Result<i64> {
        self.check_edit()?;
        if matches!(self.revision, RevisionStatus::Draft | RevisionStatus::ChangesRequested) {
            return Ok(self.row.revision_id);
        }
        let revision_id = products::insert_revision(
            tx,
            &secret::public_id(domain::id::REVISION)?,
            self.row.id,
            self.row.revision_number + 1,
            &self.row.attributes,
            scope.account_id,
            now,
        )
        .await?;
        for text in products::texts(tx, self.row.revision_id).await? {
            let locale: Locale = text.locale.parse().map_err(|_| Error::internal("locale of a text"))?;
            products::put_text(tx, revision_id, locale, &text.name, &text.description).await?;
        }
        let gallery = products::gallery(tx, self.row.revision_id).await?;
        let copies = gallery.iter().map(copy).collect::<Result<Vec<_>>>()?;
        products::insert_photos(tx, revision_id, &copies).await?;
        record(tx, scope, &self.row.public_id, "product_revised", now).await?;
        Ok(revision_id)
    }
}

fn copy(row: &GalleryRow) -> Result<products::NewPhoto<'_>> {
    Ok(products::NewPhoto {
        public_id: secret::public_id(domain::id::PHOTO)?,
        media_id: row.media_id,
        alt_id: &row.photo.alt,
        alt_en: &row.alt_en,
        position: row.position,
    })
}

/// Adds a line about a product to the audit trail.
pub(super) async fn record(tx: &Tx, scope: SellerScope<'_>, id: &str, action: &str, now: Timestamp) -> Result<()> {
    let event = store::audit::NewAuditEvent {
        account_id: Some(scope.account_id),
        actor: Actor::Seller,
        action,
        object_kind: "product",
        object_id: id,
        reason: None,
    };
    Ok(store::audit::record(tx, &event, now).await?)
}
