//! `sentra seed --synthetic`: as many goods as asked for, to try the site under weight. The same numbers always make the
//! same rows, so that two machines, or two engines, can be compared.

mod goods;
mod random;
mod sheet;
mod words;

use anyhow::ensure;
use domain::{certificate::CertificateKind, id, locale::Locale, role::Role, time::Timestamp};
use services::Services;
use store::{
    Tx, archive,
    seeding::{self, CategoryRow, SentraPlace},
};

use self::{goods::Goods, random::Random, sheet::Sheet};

/// 1 January 2026, 00.00 UTC: rows must not depend on when they are made.
const MADE_AT: Timestamp = Timestamp::from_millis(1_767_225_600_000);
/// Products that are held in memory before they are written.
const BATCH: i64 = 2_000;
/// Photos that all products share.
const PHOTOS: i64 = 24;
/// The most that identifiers and slugs are made for.
const MOST_SHOPS: i64 = 99_999;
const MOST_PRODUCTS: i64 = 9_999_999;

/// What the goods are made from.
struct Stage {
    categories: Vec<CategoryRow>,
    sentra: Vec<SentraPlace>,
    media: Vec<i64>,
    first_account: i64,
    first_shop: i64,
    shops: i64,
}

/// Adds shops and products beside what there is, in one transaction; published, priced, in stock and in the index.
pub(super) async fn create(services: &Services, shops: i64, products: i64) -> anyhow::Result<()> {
    ensure!((1..=MOST_SHOPS).contains(&shops), "--shops takes 1 to {MOST_SHOPS}");
    ensure!((1..=MOST_PRODUCTS).contains(&products), "--products takes 1 to {MOST_PRODUCTS}");
    let there = store::catalogue::find_shop(services.store(), &shop_slug(1), Locale::Id).await?;
    ensure!(there.is_none(), "this database has synthetic goods already; nothing was changed");
    let tx = services.store().begin().await?;
    let stage = Stage {
        categories: seeding::goods_categories(&tx).await?,
        sentra: seeding::sentra_places(&tx).await?,
        media: seeding::product_media(&tx, PHOTOS).await?,
        first_account: seeding::last_id(&tx, "account").await? + 1,
        first_shop: seeding::last_id(&tx, "shop").await? + 1,
        shops,
    };
    ensure!(!stage.sentra.is_empty(), "the database has no sentra: run `sentra migrate` first");
    insert_shops(&tx, &stage).await?;
    let mut goods = Goods::begin(&tx, &stage).await?;
    let mut number = 1;
    while number <= products {
        let last = products.min(number + BATCH - 1);
        let ids = goods.write(&tx, number..=last).await?;
        store::search::index_products(&tx, &ids).await?;
        number = last + 1;
    }
    archive::continue_ids(&tx).await?;
    tx.commit().await?;
    services.store().analyze().await?;
    println!("{shops} shops with {products} products made");
    Ok(())
}

fn shop_slug(number: i64) -> String {
    format!("sintetis-{number:05}")
}

async fn insert_shops(tx: &Tx, stage: &Stage) -> anyhow::Result<()> {
    let mut accounts =
        Sheet::new("account", &["id", "public_id", "email", "name", "password_hash", "locale", "created_at"]);
    let mut roles = Sheet::new("account_role", &["account_id", "role", "granted_at"]);
    let mut shops = Sheet::new(
        "shop",
        &[
            "id",
            "public_id",
            "slug",
            "sentra_id",
            "name",
            "owner_name",
            "since_year",
            "tagline_id",
            "tagline_en",
            "story_id",
            "story_en",
            "street",
            "region_code",
            "phone",
            "status",
            "opening_hours",
            "offers_pickup",
            "offers_courier",
            "accepts_cod",
            "bank_name",
            "bank_account",
            "bank_holder",
            "created_at",
            "updated_at",
        ],
    );
    let mut members = Sheet::new("shop_member", &["shop_id", "account_id", "created_at"]);
    let mut certificates = Sheet::new(
        "certificate",
        &[
            "public_id",
            "shop_id",
            "kind",
            "number",
            "issuer",
            "issued_on",
            "covers_all",
            "status",
            "submitted_at",
            "verified_at",
        ],
    );
    let mut areas = Sheet::new("seller_delivery_area", &["shop_id", "region_prefix", "fee", "days_min", "days_max"]);
    let at = MADE_AT.millis();
    for number in 1..=stage.shops {
        let mut random = Random::new("shop", number);
        let (account, shop) = (stage.first_account + number - 1, stage.first_shop + number - 1);
        let (slug, owner) = (shop_slug(number), words::owner(&mut random));
        let place = stage.sentra_of(number);
        accounts.add([
            account.into(),
            id::public_id(id::ACCOUNT, random.bytes()).into(),
            format!("{slug}@contoh.test").into(),
            owner.clone().into(),
            // No password fits an empty hash: these accounts act by API tokens only.
            "".into(),
            Locale::Id.as_str().into(),
            at.into(),
        ]);
        for role in [Role::Buyer, Role::Seller] {
            roles.add([account.into(), role.as_str().into(), at.into()]);
        }
        shops.add([
            shop.into(),
            id::public_id(id::SHOP, random.bytes()).into(),
            slug.into(),
            place.id.into(),
            format!("{} {number}", words::shop(&mut random)).into(),
            owner.clone().into(),
            random.within(1975, 2020).into(),
            "Buatan tangan, dari bengkel sendiri".into(),
            "Made by hand in our own workshop".into(),
            "Bengkel contoh untuk uji beban.".into(),
            "An invented workshop for load tests.".into(),
            format!("Jalan Contoh {number}").into(),
            place.origin_region.clone().into(),
            format!("+62812{:08}", 10_000_000 + number).into(),
            "approved".into(),
            "08.00-16.00".into(),
            true.into(),
            true.into(),
            true.into(),
            "Bank Contoh".into(),
            format!("{:010}", 1_000_000 + number).into(),
            owner.into(),
            at.into(),
            at.into(),
        ]);
        members.add([shop.into(), account.into(), at.into()]);
        // Without an end, so that all food can be bought whatever the day.
        for (kind, number) in [
            (CertificateKind::Halal, format!("ID35{:013}", 5_000_000_000_000 + number)),
            (CertificateKind::Pirt, format!("P-IRT 2153573{:06}-30", 500_000 + number)),
            (CertificateKind::BpomMd, format!("MD contoh {number}")),
        ] {
            certificates.add([
                id::public_id(id::CERTIFICATE, random.bytes()).into(),
                shop.into(),
                kind.as_str().into(),
                number.into(),
                "Contoh".into(),
                "2026-01-01".into(),
                true.into(),
                "verified".into(),
                at.into(),
                at.into(),
            ]);
        }
        areas.add([shop.into(), "35.73".into(), 12_000_i64.into(), 0_i64.into(), 1_i64.into()]);
    }
    for sheet in [&mut accounts, &mut roles, &mut shops, &mut members, &mut areas, &mut certificates] {
        sheet.write(tx).await?;
    }
    Ok(())
}

impl Stage {
    /// The sentra of the shop with that number: shops take turns.
    fn sentra_of(&self, shop_number: i64) -> &SentraPlace {
        let count = i64::try_from(self.sentra.len()).unwrap_or(1);
        &self.sentra[usize::try_from(shop_number % count).unwrap_or(0)]
    }
}
