//! Products in lists: filters, orders and keyset pages.

use domain::{
    certificate::CertificateKind,
    listing::{Making, Sort},
    locale::Locale,
};
use sea_orm::FromQueryResult;

use super::VISIBLE;
use crate::{Db, Result, certificates::covers_sql, search::Terms, sql, sql::Fragment};

/// Most products of a search that are ranked: those that came last.
pub const MAX_RANKED: i64 = 2_000;

/// What a step of the words' score weighs against ratings: among products that fit a search as well, those that people
/// like come first, and no rating lifts one over a product that fits better.
const WORDS: i64 = 4;
/// How much a product is liked, in a few steps, so that what is new still has its turn among the good.
const LIKED: &str = "CASE WHEN p.rating_score >= 4600 THEN 3 WHEN p.rating_score >= 4300 THEN 2
    WHEN p.rating_score >= 4000 THEN 1 ELSE 0 END";

/// Which products.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What was searched for.
    pub terms: Terms,
    /// Slug of a sentra.
    pub sentra: Option<String>,
    /// Slug of a category.
    pub category: Option<String>,
    /// Slug of a shop.
    pub shop: Option<String>,
    /// Only what can be bought now.
    pub in_stock: bool,
    /// Only what is ready, or what is made to order.
    pub making: Option<Making>,
    /// Only what has a verified certificate of that kind.
    pub certificate: Option<CertificateKind>,
    /// What it is made of, as a facet names it.
    pub material: Option<String>,
    /// What it tastes of, as a facet names it.
    pub taste: Option<String>,
    /// Lowest price, in rupiah.
    pub price_min: Option<i64>,
    /// Highest price, in rupiah.
    pub price_max: Option<i64>,
    /// Product to leave out.
    pub except: Option<i64>,
}

impl Filter {
    /// Whether anything but the words narrows it.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.shop.is_some() || !narrowing(self, &mut Fragment::default()).is_empty()
    }
}

/// A product in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Card {
    /// Key inside the database.
    pub id: i64,
    /// Part of its address.
    pub slug: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
    /// Slug of its category.
    pub category: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Lowest price of its variants, in rupiah.
    pub price_from: i64,
    /// Highest price of its variants, in rupiah.
    pub price_to: i64,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// Whether it is made when ordered.
    pub made_to_order: bool,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// The certificate that a list shows: halal food, or a glaze that is safe for food.
    pub badge: Option<String>,
    /// Its published revision.
    pub revision_id: i64,
    /// Ratings that are shown.
    pub rating_count: i64,
    /// Stars of all of them.
    pub rating_sum: i64,
    /// Place in the order of the list, for [`Key`].
    pub sort_rank: i64,
    /// Place in the order of the list, for [`Key`].
    pub sort_value: i64,
}

/// A list, or a page of it.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// Which products.
    pub filter: &'a Filter,
    /// In which order.
    pub sort: Sort,
    /// Where the page before ended.
    pub after: Option<Key>,
    /// Most products.
    pub limit: i64,
}

/// Place of a product in a list; the next page begins after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Whether it was in stock.
    pub in_stock: bool,
    /// How well it fits what was searched for, or how well it is rated.
    pub rank: i64,
    /// Its price or its time of publication.
    pub value: i64,
    /// Its key.
    pub id: i64,
}

impl Card {
    /// Its place.
    #[must_use]
    pub fn key(&self) -> Key {
        Key { in_stock: self.in_stock, rank: self.sort_rank, value: self.sort_value, id: self.id }
    }
}

/// A page of a list. Of a search in the order of relevance, the [`MAX_RANKED`] products that came last are ranked.
///
/// # Errors
/// Whatever the database says.
pub async fn cards(db: &impl Db, list: &List<'_>, locale: Locale) -> Result<Vec<Card>> {
    let mut sql = Fragment::default();
    list.push(db, locale, &mut sql);
    sql::all(db, &sql.text, sql.values).await
}

/// Several lists in one statement; one without a limit above zero is not asked for.
///
/// # Errors
/// Whatever the database says.
pub async fn several<const N: usize>(db: &impl Db, lists: [List<'_>; N], locale: Locale) -> Result<[Vec<Card>; N]> {
    #[derive(FromQueryResult)]
    struct Row {
        list: i64,
        #[sea_orm(nested)]
        card: Card,
    }
    let mut sql = Fragment::default();
    for (number, list) in lists.iter().enumerate().filter(|(_, list)| list.limit > 0) {
        if !sql.text.is_empty() {
            sql.push(" UNION ALL ");
        }
        let (_, direction, _) = order(list.sort);
        sql.push(&format!(
            "SELECT CAST({number} AS BIGINT) AS list, ROW_NUMBER() OVER (ORDER BY l{number}.in_stock DESC,
                 l{number}.sort_rank DESC, l{number}.sort_value {direction}, l{number}.id {direction}) AS place, l{number}.*
             FROM ("
        ));
        list.push(db, locale, &mut sql);
        sql.push(&format!(") AS l{number}"));
    }
    sql.push(" ORDER BY list, place");
    let mut found = std::array::from_fn(|_| Vec::new());
    let rows: Vec<Row> = sql::all(db, &sql.text, sql.values).await?;
    for row in rows {
        if let Some(cards) = usize::try_from(row.list).ok().and_then(|list| found.get_mut(list)) {
            cards.push(row.card);
        }
    }
    Ok(found)
}

impl<'a> List<'a> {
    /// The newest ones, from the first.
    #[must_use]
    pub const fn newest(filter: &'a Filter, limit: i64) -> Self {
        Self { filter, sort: Sort::Newest, after: None, limit }
    }

    fn push(&self, db: &impl Db, locale: Locale, sql: &mut Fragment) {
        let (value, direction, beyond) = order(self.sort);
        let is_found = self.sort == Sort::Relevance && !self.filter.terms.is_empty();
        let rank = match (is_found, self.sort) {
            (true, _) => "hit.score",
            (false, Sort::Rating) => "p.rating_score",
            (false, _) => "0",
        };
        let is_ranked = rank != "0";
        if is_found {
            select(sql, locale, rank, value);
            let score = self.filter.terms.rank(sql);
            sql.push(&format!(
                " JOIN (SELECT p.id AS product_id, ({score}) * {WORDS} + {LIKED} AS score FROM product p JOIN shop s ON s.id = p.shop_id
                      JOIN category c ON c.id = p.category_id JOIN sentra se ON se.id = c.sentra_id"
            ));
            conditions(db, self.filter, sql);
            let most = sql.bind(MAX_RANKED);
            sql.push(&format!(
                " ORDER BY product_search.rowid DESC LIMIT {most}) AS hit ON hit.product_id = p.id WHERE 1 = 1"
            ));
        } else {
            select(sql, locale, rank, value);
            conditions(db, self.filter, sql);
        }
        if let Some(key) = self.after {
            let (value_at, id_at) = (sql.bind(key.value), sql.bind(key.id));
            let mut rest = format!("({value} {beyond} {value_at} OR ({value} = {value_at} AND p.id {beyond} {id_at}))");
            if is_ranked {
                let rank_at = sql.bind(key.rank);
                rest = format!("({rank} < {rank_at} OR ({rank} = {rank_at} AND {rest}))");
            }
            sql.push(&match key.in_stock {
                true => format!(" AND (p.in_stock = FALSE OR {rest})"),
                false => format!(" AND p.in_stock = FALSE AND {rest}"),
            });
        }
        let limit = sql.bind(self.limit);
        let rank_order = if is_ranked { format!("{rank} DESC, ") } else { String::new() };
        sql.push(&format!(
            " ORDER BY p.in_stock DESC, {rank_order}{value} {direction}, p.id {direction} LIMIT {limit}"
        ));
    }
}

/// Column, direction and comparison of the next page.
fn order(sort: Sort) -> (&'static str, &'static str, &'static str) {
    match sort {
        Sort::PriceAsc => ("p.price_from", "ASC", ">"),
        Sort::PriceDesc => ("p.price_from", "DESC", "<"),
        Sort::Relevance | Sort::Newest | Sort::Rating => ("p.published_at", "DESC", "<"),
    }
}

/// Cards of these products, as far as they are visible, in no order.
///
/// # Errors
/// Whatever the database says.
pub async fn cards_of(db: &impl Db, ids: &[i64], locale: Locale) -> Result<Vec<Card>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Fragment::default();
    select(&mut sql, locale, "0", "p.published_at");
    let list: Vec<String> = ids.iter().map(|id| sql.bind(*id)).collect();
    sql.push(&format!(" WHERE {VISIBLE} AND p.id IN ({})", list.join(", ")));
    sql::all(db, &sql.text, sql.values).await
}

/// Keys of the newest products that can be bought, so many of each sentra.
///
/// # Errors
/// Whatever the database says.
pub async fn newest_per_sentra(db: &impl Db, sentra: &[String], each: i64) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: i64,
    }
    if sentra.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Fragment::default();
    let limit = sql.bind(each);
    let parts: Vec<String> = sentra
        .iter()
        .map(|slug| {
            let slug = sql.bind(slug.as_str());
            format!(
                "SELECT id FROM (SELECT p.id FROM product p JOIN shop s ON s.id = p.shop_id
                     JOIN sentra se ON se.id = s.sentra_id
                     WHERE {VISIBLE} AND p.in_stock = TRUE AND se.slug = {slug}
                     ORDER BY p.published_at DESC, p.id DESC LIMIT {limit}) AS newest"
            )
        })
        .collect();
    let rows: Vec<IdRow> = sql::all(db, &parts.join(" UNION ALL "), sql.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

fn select(sql: &mut Fragment, locale: Locale, rank: &str, value: &str) {
    let (locale, covers) = (sql.bind(locale.as_str()), covers_sql("p"));
    sql.push(&format!(
        "SELECT p.id, p.slug, COALESCE(tl.name, ti.name) AS name, c.slug AS category, se.slug AS sentra,
             se.name AS sentra_name, p.price_from,
             COALESCE((SELECT MAX(v.price) FROM variant v WHERE v.product_id = p.id AND v.archived_at IS NULL),
                 p.price_from) AS price_to,
             s.slug AS shop, s.name AS shop_name, p.in_stock, p.made_to_order, p.lead_time_days,
             (SELECT MIN(x.kind) FROM certificate x WHERE x.kind = CASE c.kind WHEN 'food' THEN 'halal'
                 WHEN 'ceramic' THEN 'food_contact_test' END AND x.status = 'verified' AND {covers}) AS badge,
             p.published_revision_id AS revision_id,
             p.stars_1 + p.stars_2 + p.stars_3 + p.stars_4 + p.stars_5 AS rating_count,
             p.stars_1 + 2 * p.stars_2 + 3 * p.stars_3 + 4 * p.stars_4 + 5 * p.stars_5 AS rating_sum, CAST({rank} AS BIGINT) AS sort_rank,
             COALESCE({value}, 0) AS sort_value
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN category c ON c.id = p.category_id
         JOIN sentra se ON se.id = c.sentra_id
         JOIN product_text ti ON ti.revision_id = p.published_revision_id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = p.published_revision_id AND tl.locale = {locale}"
    ));
}

/// Joins the search index where it is needed, and adds the conditions of a filter.
pub(super) fn conditions(db: &impl Db, filter: &Filter, sql: &mut Fragment) {
    if !filter.terms.is_empty() {
        sql.push(" JOIN product_search ON product_search.rowid = p.id");
    }
    sql.push(&format!(" WHERE {VISIBLE}"));
    filter.terms.condition(db.engine(), sql);
    if let Some(shop) = &filter.shop {
        let shop = sql.bind(shop.as_str());
        sql.push(&format!(" AND s.slug = {shop}"));
    }
    for (_, condition) in narrowing(filter, sql) {
        sql.push(&format!(" AND {condition}"));
    }
    if let Some(except) = filter.except {
        let except = sql.bind(except);
        sql.push(&format!(" AND p.id <> {except}"));
    }
}

/// The conditions that facets are counted for, by name.
pub(super) fn narrowing(filter: &Filter, sql: &mut Fragment) -> Vec<(&'static str, String)> {
    let mut conditions = Vec::new();
    for (name, column, value) in [("sentra", "se.slug", &filter.sentra), ("category", "c.slug", &filter.category)] {
        if let Some(value) = value {
            conditions.push((name, format!("{column} = {}", sql.bind(value.as_str()))));
        }
    }
    for (key, value) in [("material", &filter.material), ("taste", &filter.taste)] {
        if let Some(value) = value {
            conditions.push((
                key,
                format!(
                    "EXISTS (SELECT 1 FROM product_search_facet f
                         WHERE f.product_id = p.id AND f.key = '{key}' AND f.value = {})",
                    sql.bind(value.as_str())
                ),
            ));
        }
    }
    if let Some(kind) = filter.certificate {
        conditions.push((
            "certificate",
            format!(
                "EXISTS (SELECT 1 FROM certificate x WHERE x.kind = '{kind}' AND x.status = 'verified' AND {})",
                covers_sql("p")
            ),
        ));
    }
    if let Some(making) = filter.making {
        let is_so = if making == Making::ToOrder { "TRUE" } else { "FALSE" };
        conditions.push(("making", format!("p.made_to_order = {is_so}")));
    }
    if filter.in_stock {
        conditions.push(("in_stock", "p.in_stock = TRUE".to_owned()));
    }
    let bounds: Vec<String> = [(">=", filter.price_min), ("<=", filter.price_max)]
        .into_iter()
        .filter_map(|(comparison, bound)| Some(format!("p.price_from {comparison} {}", sql.bind(bound?))))
        .collect();
    if !bounds.is_empty() {
        conditions.push(("price", format!("({})", bounds.join(" AND "))));
    }
    conditions
}
