//! Builders of shops and goods for tests.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait as _, Statement, Value};

use crate::World;

static NUMBER: AtomicU32 = AtomicU32::new(1);

/// A village inside the origin's own zone.
pub const NEAR_VILLAGE: &str = "35.73.05.1004";

/// An approved shop with an owner, a bank account, courier, pick-up, own delivery and cash at hand-over; one of Sanan with
/// certificates without an end.
#[derive(Debug, Clone)]
pub struct TestShop {
    /// Key.
    pub id: i64,
    /// Path.
    pub slug: String,
    /// Account of the owner.
    pub owner_id: i64,
    /// Address of the owner.
    pub owner_email: String,
    sentra: String,
}

/// A product with one variant.
#[derive(Debug, Clone)]
pub struct TestProduct {
    /// Key.
    pub id: i64,
    /// `prd_…`
    pub public_id: String,
    /// Part of its address.
    pub slug: String,
    /// `var_…`
    pub variant: String,
    /// Key of the variant.
    pub variant_id: i64,
}

/// What a product is to be like.
#[derive(Debug)]
pub struct ProductBuilder<'a> {
    world: &'a World,
    shop: &'a TestShop,
    price: i64,
    weight_g: i64,
    stock: Vec<(i64, Option<String>)>,
    class: &'static str,
    shelf_life_days: Option<i64>,
    made_to_order: bool,
    status: Option<&'static str>,
}

impl World {
    /// A shop of `dinoyo` or `sanan`.
    pub async fn shop(&self, sentra: &str) -> TestShop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let owner_email = format!("penjual{number}@contoh.test");
        let owner_id = self
            .sql(
                "INSERT INTO account (public_id, email, name, password_hash, locale, created_at)
                 VALUES ($1, $2, 'Penjual', '', 'id', 0) RETURNING id",
                [public_id("acc_", number).into(), owner_email.as_str().into()],
            )
            .await;
        let slug = format!("toko-{number}");
        let id = self
            .sql(
                "INSERT INTO shop (public_id, slug, sentra_id, name, owner_name, tagline_id, tagline_en, story_id, story_en,
                    street, region_code, phone, status, opening_hours, offers_pickup, offers_courier, accepts_cod,
                    bank_name, bank_account, bank_holder, created_at, updated_at)
                 VALUES ($1, $2, (SELECT id FROM sentra WHERE slug = $3), $2, 'Pemilik', '', '', '', '', 'Jalan Contoh 1', $4,
                    '+6281200000000', 'approved', '08.00-16.00', TRUE, TRUE, TRUE, 'Bank Contoh', $5, 'Pemilik', 0, 0)
                 RETURNING id",
                [
                    public_id("shp_", number).into(),
                    slug.as_str().into(),
                    sentra.into(),
                    NEAR_VILLAGE.into(),
                    format!("000{number}").into(),
                ],
            )
            .await;
        self.sql(
            "INSERT INTO shop_member (shop_id, account_id, created_at) VALUES ($1, $2, 0) RETURNING shop_id",
            [id.into(), owner_id.into()],
        )
        .await;
        self.sql(
            "INSERT INTO seller_delivery_area (shop_id, region_prefix, fee, days_min, days_max)
             VALUES ($1, '35.73', 12000, 0, 1) RETURNING shop_id",
            [id.into()],
        )
        .await;
        if sentra == "sanan" {
            self.sql(
                "INSERT INTO certificate (public_id, shop_id, kind, number, issuer, issued_on, covers_all, status,
                    submitted_at, verified_at)
                 VALUES ($1, $4, 'halal', $5, 'Contoh', '2026-01-01', TRUE, 'verified', 0, 0),
                    ($2, $4, 'pirt', $6, 'Contoh', '2026-01-01', TRUE, 'verified', 0, 0),
                    ($3, $4, 'bpom_md', $7, 'Contoh', '2026-01-01', TRUE, 'verified', 0, 0) RETURNING id",
                [
                    public_id("crh_", number).into(),
                    public_id("crp_", number).into(),
                    public_id("crb_", number).into(),
                    id.into(),
                    format!("ID35{number:013}").into(),
                    format!("P-IRT 2153573{number:06}-30").into(),
                    format!("MD contoh {number}").into(),
                ],
            )
            .await;
        }
        TestShop { id, slug, owner_id, owner_email, sentra: sentra.to_owned() }
    }

    /// A bearer token of the shop's owner.
    pub async fn seller_token(&self, shop: &TestShop) -> String {
        self.sql(
            "INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'seller', 0) RETURNING account_id",
            [shop.owner_id.into()],
        )
        .await;
        services::accounts::create_api_token(&self.services, &shop.owner_email).await.expect("a token")
    }

    /// A product to be described further.
    #[must_use]
    pub fn product<'a>(&'a self, shop: &'a TestShop) -> ProductBuilder<'a> {
        ProductBuilder {
            world: self,
            shop,
            price: 45_000,
            weight_g: 400,
            stock: Vec::new(),
            class: "dry",
            shelf_life_days: None,
            made_to_order: false,
            status: None,
        }
    }

    /// Another revision of a product, in that state and with that name; its key.
    pub async fn revision(&self, product: &TestProduct, shop: &TestShop, status: &str, name: &str) -> i64 {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let id = self
            .sql(
                "INSERT INTO product_revision (public_id, product_id, number, status, attributes, created_by, created_at,
                    proposed_at)
                 VALUES ($1, $2, (SELECT COUNT(*) + 1 FROM product_revision WHERE product_id = $2), $3, '{}', $4, $5, $5)
                 RETURNING id",
                [
                    public_id("rev_", number).into(),
                    product.id.into(),
                    status.into(),
                    shop.owner_id.into(),
                    i64::from(number).into(),
                ],
            )
            .await;
        for locale in ["id", "en"] {
            self.sql(
                "INSERT INTO product_text (revision_id, locale, name, description)
                 VALUES ($1, $2, $3, 'Satu.') RETURNING revision_id",
                [id.into(), locale.into(), name.into()],
            )
            .await;
        }
        id
    }

    /// Runs a statement that answers one number, on the writing side.
    pub async fn sql(&self, text: &str, values: impl IntoIterator<Item = Value>) -> i64 {
        let connection = self.store().queue_connection();
        let statement = Statement::from_sql_and_values(connection.get_database_backend(), text, values);
        let row = connection.query_one_raw(statement).await.expect(text).expect("a row");
        row.try_get_by_index::<Option<i64>>(0).expect("a number").unwrap_or_default()
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Vec<String> {
        let connection = self.store().queue_connection();
        let statement = Statement::from_sql_and_values(connection.get_database_backend(), text, values);
        let rows = connection.query_all_raw(statement).await.expect(text);
        rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
    }

    /// Runs a statement on the writing side; how many rows it changed.
    pub async fn change(&self, text: &str, values: impl IntoIterator<Item = Value>) -> u64 {
        let connection = self.store().queue_connection();
        let statement = Statement::from_sql_and_values(connection.get_database_backend(), text, values);
        connection.execute_raw(statement).await.expect(text).rows_affected()
    }

    /// What the database says to a statement that it refuses.
    pub async fn refusal(&self, text: &str) -> String {
        self.store().queue_connection().execute_unprepared(text).await.expect_err(text).to_string()
    }
}

impl ProductBuilder<'_> {
    /// Rupiah a piece.
    #[must_use]
    pub fn price(mut self, rupiah: i64) -> Self {
        self.price = rupiah;
        self
    }

    /// Grams a piece.
    #[must_use]
    pub fn weight(mut self, grams: i64) -> Self {
        self.weight_g = grams;
        self
    }

    /// Pieces on the shelf.
    #[must_use]
    pub fn stock(mut self, pieces: i64) -> Self {
        self.stock.push((pieces, None));
        self
    }

    /// Pieces of a lot with that best-before date.
    #[must_use]
    pub fn lot(mut self, pieces: i64, best_before: &str) -> Self {
        self.stock.push((pieces, Some(best_before.to_owned())));
        self
    }

    /// What it has to survive: `fresh`, `frozen`, `dry`, `fragile`.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// Food that keeps so long.
    #[must_use]
    pub fn keeps(mut self, days: i64) -> Self {
        self.shelf_life_days = Some(days);
        self
    }

    /// Made only when ordered.
    #[must_use]
    pub fn made_to_order(mut self) -> Self {
        self.made_to_order = true;
        self
    }

    /// In that state instead of on sale, with a first revision in the same state: `proposed`, `published` …
    #[must_use]
    pub fn status(mut self, status: &'static str) -> Self {
        self.status = Some(status);
        self
    }

    /// Puts it on sale, or into the state asked for.
    pub async fn create(self) -> TestProduct {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let world = self.world;
        let (own_id, slug) = (public_id("prd_", number), format!("barang-{number}"));
        let id = world
            .sql(
                "INSERT INTO product (public_id, slug, shop_id, category_id, status, transport_class, lead_time_days,
                    made_to_order, shelf_life_days, price_from, in_stock, created_at, updated_at, published_at)
                 VALUES ($1, $2, $3, (SELECT MIN(c.id) FROM category c JOIN sentra s ON s.id = c.sentra_id WHERE s.slug = $4),
                    $9, $5, 1, $6, $7, $8, TRUE, 0, 0, $10) RETURNING id",
                [
                    own_id.as_str().into(),
                    slug.as_str().into(),
                    self.shop.id.into(),
                    self.shop.sentra.as_str().into(),
                    self.class.into(),
                    self.made_to_order.into(),
                    self.shelf_life_days.into(),
                    self.price.into(),
                    self.status.unwrap_or("published").into(),
                    self.status.is_none_or(|status| status == "published").then_some(0_i64).into(),
                ],
            )
            .await;
        let variant = public_id("var_", number);
        let variant_id = world
            .sql(
                "INSERT INTO variant (public_id, product_id, name, price, weight_g, position)
                 VALUES ($1, $2, '', $3, $4, 1) RETURNING id",
                [variant.as_str().into(), id.into(), self.price.into(), self.weight_g.into()],
            )
            .await;
        for (index, (pieces, best_before)) in self.stock.iter().enumerate() {
            let mut lot = None;
            if let Some(best_before) = best_before {
                let lot_id = world
                    .sql(
                        "INSERT INTO lot (code, variant_id, produced_on, best_before, created_at)
                         VALUES ($1, $2, '2026-11-01', $3, 0) RETURNING id",
                        [format!("L-{number}-{index}").into(), variant_id.into(), best_before.as_str().into()],
                    )
                    .await;
                lot = Some(lot_id);
            }
            world
                .sql(
                    "INSERT INTO stock (variant_id, lot_id, on_hand) VALUES ($1, $2, $3) RETURNING id",
                    [variant_id.into(), lot.into(), (*pieces).into()],
                )
                .await;
        }
        let product = TestProduct { id, public_id: own_id, slug, variant, variant_id };
        if let Some(status) = self.status {
            let revision = world.revision(&product, self.shop, status, &format!("Barang {number}")).await;
            if status == "published" {
                world
                    .sql(
                        "UPDATE product SET published_revision_id = $1 WHERE id = $2 RETURNING id",
                        [revision.into(), id.into()],
                    )
                    .await;
            }
        }
        product
    }
}

fn public_id(prefix: &str, number: u32) -> String {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&number.to_be_bytes());
    domain::id::public_id(prefix, random)
}
