//! Reviews: read, listed and counted.

mod photos;
mod rating;
mod reports;
mod rows;
mod writing;

use domain::locale::Locale;
pub use photos::{add_photo, forget_photos, remove_photo};
pub use rating::rate;
pub use reports::{
    NewReport, ReportCounts, close_reports, insert_report, open_reports, report_counts, was_reported_by,
};
pub use rows::{LineRow, ReportRow, ReviewPhotoRow, ReviewRow, ReviewWithPhotos, SpreadRow};
use sea_orm::FromQueryResult;
pub use writing::{
    NewReview, ReviewText, due_invitations, edit, insert, is_of_shop, line, mark_invited, remove, set_hidden, set_reply,
};

use crate::{Db, Result, sql, sql::Fragment};

/// Whose reviews, and which of them.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// What everybody sees of a product.
    Product(i64),
    /// What everybody sees of a shop.
    Shop(i64),
    /// What is shown of these shops, for their people.
    Shops(&'a [i64]),
    /// The same, without a reply.
    Unanswered(&'a [i64]),
    /// Those with reports that wait for a curator.
    Reported,
    /// Those that a curator hid.
    Hidden,
    /// All but those that were taken back.
    All,
}

/// What narrows a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrowing {
    /// Only those with so many stars.
    pub stars: Option<i64>,
    /// Only those with photos.
    pub with_photos: bool,
}

/// Begins a question for reviews `r`. How many reviews with photos there are of what is asked for is read along where
/// somebody wants to know.
fn select(locale: Locale, count_photos_of: Option<Which<'_>>, into: &mut Fragment) {
    let locale = into.bind(locale.as_str());
    let with_photos = match count_photos_of {
        None => "CAST(0 AS BIGINT)".to_owned(),
        Some(which) => format!(
            "(SELECT COUNT(*) FROM review r WHERE {} AND EXISTS (SELECT 1 FROM review_photo f WHERE f.review_id = r.id))",
            condition(which, into)
        ),
    };
    into.push(&format!(
        "SELECT {with_photos} AS with_photos, r.id, r.public_id, r.order_id, r.product_id, r.shop_id, r.stars, r.text, r.author, r.author_form, r.status,
             r.hidden_reason, r.reply, r.replied_at, r.created_at, r.edited_at, v.public_id AS variant,
             l.variant_name, p.slug AS product_slug, s.slug AS shop_slug, s.name AS shop_name, t.zone,
             COALESCE(tl.name, ti.name, l.product_name) AS product_name,
             (p.status = 'published' AND s.status = 'approved') AS is_on_sale, o.number, o.token
         FROM review r
         JOIN order_line l ON l.id = r.order_line_id
         JOIN seller_order o ON o.id = r.order_id
         JOIN variant v ON v.id = l.variant_id
         JOIN product p ON p.id = r.product_id
         JOIN shop s ON s.id = r.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         LEFT JOIN product_text ti ON ti.revision_id = p.published_revision_id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = p.published_revision_id AND tl.locale = {locale}"
    ));
}

/// A row of the answer: a review, and one of its photos where it has any.
#[derive(FromQueryResult)]
struct JoinedRow {
    with_photos: i64,
    #[sea_orm(nested)]
    review: ReviewRow,
    photo_id: Option<String>,
    photo_key: Option<String>,
    thumbhash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    widths: Option<String>,
}

impl JoinedRow {
    fn photo(&self) -> Option<ReviewPhotoRow> {
        Some(ReviewPhotoRow {
            public_id: self.photo_id.clone()?,
            key: self.photo_key.clone()?,
            thumbhash: self.thumbhash.clone()?,
            width: self.width?,
            height: self.height?,
            widths: self.widths.clone()?,
        })
    }
}

/// Reads reviews with their photos, in one statement.
async fn read(db: &impl Db, question: Fragment, order: &str) -> Result<(Vec<ReviewWithPhotos>, i64)> {
    let text = format!(
        "SELECT r.*, f.public_id AS photo_id, m.key AS photo_key, m.thumbhash, m.width, m.height, m.widths
         FROM ({}) AS r LEFT JOIN review_photo f ON f.review_id = r.id LEFT JOIN media m ON m.id = f.media_id
         ORDER BY r.id {order}, f.id",
        question.text
    );
    let rows: Vec<JoinedRow> = sql::all(db, &text, question.values).await?;
    let with_photos = rows.first().map_or(0, |row| row.with_photos);
    let mut reviews: Vec<ReviewWithPhotos> = Vec::new();
    for row in rows {
        let photo = row.photo();
        match reviews.last_mut().filter(|last| last.row.id == row.review.id) {
            Some(last) => last.photos.extend(photo),
            None => reviews.push(ReviewWithPhotos { row: row.review, photos: photo.into_iter().collect() }),
        }
    }
    Ok((reviews, with_photos))
}

/// The review with that public id, whatever became of it.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str, locale: Locale) -> Result<Option<ReviewWithPhotos>> {
    let mut sql = Fragment::default();
    select(locale, None, &mut sql);
    let id = sql.bind(public_id);
    sql.push(&format!(" WHERE r.public_id = {id}"));
    Ok(read(db, sql, "ASC").await?.0.pop())
}

/// Reviews of the lines of an order, whatever became of them.
///
/// # Errors
/// Whatever the database says.
pub async fn of_order(db: &impl Db, order_id: i64, locale: Locale) -> Result<Vec<ReviewWithPhotos>> {
    let mut sql = Fragment::default();
    select(locale, None, &mut sql);
    let order = sql.bind(order_id);
    sql.push(&format!(" WHERE r.order_id = {order}"));
    Ok(read(db, sql, "ASC").await?.0)
}

/// Reviews with a key below that one, the newest first; and, where there are any, how many of all have photos when
/// `count_photos` asks for it.
///
/// # Errors
/// Whatever the database says.
pub async fn list(
    db: &impl Db,
    which: Which<'_>,
    narrowing: Narrowing,
    page: Page,
    locale: Locale,
) -> Result<(Vec<ReviewWithPhotos>, i64)> {
    let mut sql = Fragment::default();
    select(locale, page.count_photos.then_some(which), &mut sql);
    let below = sql.bind(page.below);
    let condition = condition(which, &mut sql);
    sql.push(&format!(" WHERE r.id < {below} AND {condition}"));
    if let Some(stars) = narrowing.stars {
        let stars = sql.bind(stars);
        sql.push(&format!(" AND r.stars = {stars}"));
    }
    if narrowing.with_photos {
        sql.push(" AND EXISTS (SELECT 1 FROM review_photo f WHERE f.review_id = r.id)");
    }
    let limit = sql.bind(page.limit);
    sql.push(&format!(" ORDER BY r.id DESC LIMIT {limit}"));
    read(db, sql, "DESC").await
}

/// Which page of a list.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Key above which the page before ended.
    pub below: i64,
    /// Most reviews.
    pub limit: i64,
    /// Whether it is asked how many of all have photos.
    pub count_photos: bool,
}

fn condition(which: Which<'_>, into: &mut Fragment) -> String {
    match which {
        Which::Product(id) => format!("r.product_id = {} AND r.status = 'shown'", into.bind(id)),
        Which::Shop(id) => format!("r.shop_id = {} AND r.status = 'shown'", into.bind(id)),
        Which::Shops(ids) | Which::Unanswered(ids) => {
            let list: Vec<String> = ids.iter().map(|id| into.bind(*id)).collect();
            let of = if list.is_empty() { "FALSE".to_owned() } else { format!("r.shop_id IN ({})", list.join(", ")) };
            let open = if matches!(which, Which::Unanswered(_)) { " AND r.reply IS NULL" } else { "" };
            format!("{of} AND r.status = 'shown'{open}")
        }
        Which::Reported => {
            "EXISTS (SELECT 1 FROM review_report q WHERE q.review_id = r.id AND q.outcome IS NULL)".to_owned()
        }
        Which::Hidden => "r.status = 'hidden'".to_owned(),
        Which::All => "r.status <> 'removed'".to_owned(),
    }
}

/// How many shown reviews of these shops have no reply.
///
/// # Errors
/// Whatever the database says.
pub async fn count_unanswered(db: &impl Db, shop_ids: &[i64]) -> Result<i64> {
    let mut sql = Fragment::default();
    let condition = condition(Which::Unanswered(shop_ids), &mut sql);
    sql.push(&format!("SELECT COUNT(*) FROM review r WHERE {condition}"));
    Ok(sql::integer(db, &sql.text, sql.values).await?.unwrap_or_default())
}

/// Key of the visible product or shop with that slug.
///
/// # Errors
/// Whatever the database says.
pub async fn key_of(db: &impl Db, subject: Subject<'_>) -> Result<Option<i64>> {
    let (text, slug) = match subject {
        Subject::Product(slug) => (
            "SELECT p.id FROM product p JOIN shop s ON s.id = p.shop_id
             WHERE p.status = 'published' AND s.status = 'approved' AND p.slug = $1",
            slug,
        ),
        Subject::Shop(slug) => ("SELECT id FROM shop WHERE status = 'approved' AND slug = $1", slug),
    };
    sql::integer(db, text, [slug.into()]).await
}

/// What is rated, by the slug of its page.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// A product.
    Product(&'a str),
    /// A shop.
    Shop(&'a str),
}

/// Ratings of several shops together.
///
/// # Errors
/// Whatever the database says.
pub async fn spread_of_shops(db: &impl Db, shop_ids: &[i64]) -> Result<SpreadRow> {
    let sums = (1..=5).map(|stars| format!("CAST(COALESCE(SUM(stars_{stars}), 0) AS BIGINT) AS stars_{stars}"));
    let sums = sums.collect::<Vec<_>>().join(", ");
    let mut sql = Fragment::default();
    let list: Vec<String> = shop_ids.iter().map(|id| sql.bind(*id)).collect();
    let of = if list.is_empty() { "FALSE".to_owned() } else { format!("id IN ({})", list.join(", ")) };
    sql.push(&format!("SELECT {sums} FROM shop WHERE {of}"));
    Ok(sql::one(db, &sql.text, sql.values).await?.unwrap_or_default())
}
