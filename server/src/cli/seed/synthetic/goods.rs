//! Products with everything that hangs on them.

use std::ops::RangeInclusive;

use domain::{
    id, shelf_life,
    slug::Slug,
    time::{Date, Timestamp, Zone},
};
use store::{
    Tx,
    seeding::{self, CategoryRow, Value},
};

use super::{MADE_AT, Stage, random::Random, sheet::Sheet, words};

/// Food of these rows keeps for ten years: fixed dates must not make the shelves empty one day.
const SHELF_LIFE_DAYS: i64 = 3_650;
const SIZES: [&str; 3] = ["Kecil", "Sedang", "Besar"];

/// Writes products batch by batch, with keys that go on after those that are there.
pub(super) struct Goods<'a> {
    stage: &'a Stage,
    first_product: i64,
    first_revision: i64,
    first_photo: i64,
    next_variant: i64,
    next_lot: i64,
    next_stock: i64,
    sheets: Sheets,
}

struct Sheets {
    products: Sheet,
    revisions: Sheet,
    texts: Sheet,
    photos: Sheet,
    variants: Sheet,
    lots: Sheet,
    stock: Sheet,
    movements: Sheet,
}

/// What the variants of a product say about it.
struct Summary {
    price_from: i64,
    in_stock: bool,
}

impl<'a> Goods<'a> {
    pub(super) async fn begin(tx: &Tx, stage: &'a Stage) -> anyhow::Result<Self> {
        Ok(Self {
            stage,
            first_product: seeding::last_id(tx, "product").await? + 1,
            first_revision: seeding::last_id(tx, "product_revision").await? + 1,
            first_photo: seeding::last_id(tx, "product_photo").await? + 1,
            next_variant: seeding::last_id(tx, "variant").await? + 1,
            next_lot: seeding::last_id(tx, "lot").await? + 1,
            next_stock: seeding::last_id(tx, "stock").await? + 1,
            sheets: Sheets::new(),
        })
    }

    /// Writes the products with those numbers; their keys.
    pub(super) async fn write(&mut self, tx: &Tx, numbers: RangeInclusive<i64>) -> anyhow::Result<Vec<i64>> {
        let mut ids = Vec::new();
        for number in numbers {
            ids.push(self.add(number));
        }
        self.sheets.write(tx).await?;
        Ok(ids)
    }

    fn add(&mut self, number: i64) -> i64 {
        let stage = self.stage;
        let mut random = Random::new("product", number);
        let shop_number = number % stage.shops + 1;
        let sentra = stage.sentra_of(shop_number).id;
        let fitting: Vec<&CategoryRow> = stage.categories.iter().filter(|row| row.sentra_id == sentra).collect();
        let category = random.pick(&fitting).map_or((0, false), |row| (row.id, row.kind == "food"));
        let (category_id, is_food) = category;
        let naming = words::naming(&mut random, is_food, number);
        let made_to_order = !is_food && random.once_in(25);
        let (product_id, revision_id) = (self.first_product + number - 1, self.first_revision + number - 1);
        // Ten seconds apart, so that "newest" has an order.
        let at = MADE_AT.plus_millis(number * 10_000);
        let summary = self.add_variants(&mut random, product_id, is_food, made_to_order, at);
        self.sheets.products.add([
            product_id.into(),
            id::public_id(id::PRODUCT, random.bytes()).into(),
            Slug::from_title(&naming.name_id).as_str().into(),
            (stage.first_shop + shop_number - 1).into(),
            category_id.into(),
            "published".into(),
            if is_food { "dry" } else { "fragile" }.into(),
            (if made_to_order { 14 } else { random.within(0, 3) }).into(),
            made_to_order.into(),
            is_food.then_some(SHELF_LIFE_DAYS).into(),
            summary.price_from.into(),
            summary.in_stock.into(),
            revision_id.into(),
            at.millis().into(),
            at.millis().into(),
            at.millis().into(),
        ]);
        self.sheets.revisions.add([
            revision_id.into(),
            id::public_id(id::REVISION, random.bytes()).into(),
            product_id.into(),
            1_i64.into(),
            "published".into(),
            attributes(&mut random, is_food).into(),
            (stage.first_account + shop_number - 1).into(),
            at.millis().into(),
            at.millis().into(),
            at.millis().into(),
        ]);
        if let Some(&media) = random.pick(&stage.media) {
            self.sheets.photos.add([
                (self.first_photo + number - 1).into(),
                id::public_id(id::PHOTO, random.bytes()).into(),
                revision_id.into(),
                media.into(),
                naming.name_id.as_str().into(),
                naming.name_en.as_str().into(),
                0_i64.into(),
            ]);
        }
        self.sheets.texts.add([revision_id.into(), "id".into(), naming.name_id.into(), naming.about_id.into()]);
        self.sheets.texts.add([revision_id.into(), "en".into(), naming.name_en.into(), naming.about_en.into()]);
        product_id
    }

    fn add_variants(
        &mut self,
        random: &mut Random,
        product_id: i64,
        is_food: bool,
        made_to_order: bool,
        at: Timestamp,
    ) -> Summary {
        let count = random.within(1, 3);
        let base_price = random.within(20, 400) * 500;
        let base_weight = random.within(2, 15) * 100;
        let sold_out = random.once_in(20);
        for position in 0..count {
            let variant_id = self.next_variant;
            self.next_variant += 1;
            let name = if count == 1 { "" } else { SIZES[usize::try_from(position).unwrap_or(0)] };
            self.sheets.variants.add([
                variant_id.into(),
                id::public_id(id::VARIANT, random.bytes()).into(),
                product_id.into(),
                name.into(),
                (base_price * (position + 2) / 2).into(),
                (base_weight * (position + 1)).into(),
                200_i64.into(),
                150_i64.into(),
                (80 + 40 * position).into(),
                position.into(),
            ]);
            if !made_to_order {
                let on_hand = if sold_out { 0 } else { random.within(1, 60) };
                self.add_stock(random, variant_id, on_hand, is_food, at);
            }
        }
        Summary { price_from: base_price, in_stock: made_to_order || !sold_out }
    }

    fn add_stock(&mut self, random: &mut Random, variant_id: i64, on_hand: i64, is_food: bool, at: Timestamp) {
        let lot_id = is_food.then_some(self.next_lot);
        if let Some(lot_id) = lot_id {
            self.next_lot += 1;
            let produced_on = Date::from_timestamp(MADE_AT, Zone::Wib);
            let best_before = shelf_life::best_before(produced_on, SHELF_LIFE_DAYS);
            self.sheets.lots.add([
                lot_id.into(),
                // 25 random bits are too few for that many lots of one day.
                format!("{}-{lot_id}", id::lot_code(produced_on, random.bytes())).into(),
                variant_id.into(),
                produced_on.to_string().into(),
                best_before.to_string().into(),
                at.millis().into(),
            ]);
        }
        let stock_id = self.next_stock;
        self.next_stock += 1;
        self.sheets.stock.add([stock_id.into(), variant_id.into(), lot_id.into(), on_hand.into()]);
        let movement: [Value; 5] =
            [stock_id.into(), "received".into(), on_hand.into(), "system".into(), at.millis().into()];
        self.sheets.movements.add(movement);
    }
}

impl Sheets {
    fn new() -> Self {
        Self {
            products: Sheet::new(
                "product",
                &[
                    "id",
                    "public_id",
                    "slug",
                    "shop_id",
                    "category_id",
                    "status",
                    "transport_class",
                    "lead_time_days",
                    "made_to_order",
                    "shelf_life_days",
                    "price_from",
                    "in_stock",
                    "published_revision_id",
                    "created_at",
                    "updated_at",
                    "published_at",
                ],
            ),
            revisions: Sheet::new(
                "product_revision",
                &[
                    "id",
                    "public_id",
                    "product_id",
                    "number",
                    "status",
                    "attributes",
                    "created_by",
                    "created_at",
                    "proposed_at",
                    "decided_at",
                ],
            ),
            texts: Sheet::new("product_text", &["revision_id", "locale", "name", "description"]),
            photos: Sheet::new(
                "product_photo",
                &["id", "public_id", "revision_id", "media_id", "alt_id", "alt_en", "position"],
            ),
            variants: Sheet::new(
                "variant",
                &[
                    "id",
                    "public_id",
                    "product_id",
                    "name",
                    "price",
                    "weight_g",
                    "length_mm",
                    "width_mm",
                    "height_mm",
                    "position",
                ],
            ),
            lots: Sheet::new("lot", &["id", "code", "variant_id", "produced_on", "best_before", "created_at"]),
            stock: Sheet::new("stock", &["id", "variant_id", "lot_id", "on_hand"]),
            movements: Sheet::new("stock_movement", &["stock_id", "kind", "quantity", "actor", "at"]),
        }
    }

    /// Parents before children.
    async fn write(&mut self, tx: &Tx) -> anyhow::Result<()> {
        let Self { products, revisions, texts, photos, variants, lots, stock, movements } = self;
        for sheet in [products, revisions, texts, photos, variants, lots, stock, movements] {
            sheet.write(tx).await?;
        }
        Ok(())
    }
}

fn attributes(random: &mut Random, is_food: bool) -> String {
    let object = if is_food {
        serde_json::json!({
            "ingredients": "Kedelai, minyak nabati, garam, bumbu",
            "net_weight_g": random.within(1, 10) * 100,
            "allergens": "Kedelai",
            "storage": "Simpan di tempat sejuk dan kering",
        })
    } else {
        serde_json::json!({
            "material": "Stoneware",
            "size": format!("Tinggi {} cm", random.within(6, 40)),
            "food_contact": "decorative",
        })
    };
    object.to_string()
}
