//! How many products of a search there are under each filter.

use domain::{listing::Making, locale::Locale};
use sea_orm::FromQueryResult;

use super::{
    VISIBLE,
    cards::{Filter, MAX_RANKED, conditions, narrowing},
};
use crate::{Db, Result, sql, sql::Fragment};

/// A category with the number of products found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryFacet {
    /// Slug of the category.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products found.
    pub count: i64,
}

/// A value of an attribute with the number of products that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueFacet {
    /// What a filter names it by.
    pub value: String,
    /// Name in the language asked for.
    pub name: String,
    /// Products found.
    pub count: i64,
}

/// Counts of the products that were found. Each filter is counted as if it were not set and all others were, among the
/// [`MAX_RANKED`] candidates that came last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// All categories, in their order.
    pub categories: Vec<CategoryFacet>,
    /// What ceramics are made of, the most frequent first.
    pub materials: Vec<ValueFacet>,
    /// What food tastes of, the most frequent first.
    pub tastes: Vec<ValueFacet>,
    /// Kinds of verified certificates, the most frequent first; without names.
    pub certificates: Vec<ValueFacet>,
    /// Products that are ready.
    pub ready: i64,
    /// Products that are made to order.
    pub made_to_order: i64,
    /// Products that can be bought now.
    pub in_stock: i64,
    /// Lowest and highest price, in rupiah.
    pub prices: Option<(i64, i64)>,
    /// Whether there are more candidates than are counted, so that every count means "or more".
    pub is_capped: bool,
    /// Products that fit all filters, [`MAX_RANKED`] at most.
    pub found: i64,
}

#[derive(FromQueryResult)]
struct Row {
    facet: String,
    value: String,
    name: String,
    sentra: String,
    sentra_name: String,
    amount: i64,
}

/// The counts of a filter, in one statement. `found` is how many products fit, where that is known already.
///
/// # Errors
/// Whatever the database says.
pub async fn facets(db: &impl Db, filter: &Filter, found: Option<i64>, locale: Locale) -> Result<Facets> {
    let mut sql = Fragment::default();
    let most = push(db, filter, locale, &mut sql);
    if found.is_none() {
        push_found(db, filter, &most, &mut sql);
    }
    sql.push(" ORDER BY first_place, second_place");
    let rows: Vec<Row> = sql::all(db, &sql.text, sql.values).await?;
    let mut facets = Facets { found: found.unwrap_or_default(), ..Facets::default() };
    let (mut low, mut high) = (None, None);
    for row in rows {
        let Row { facet, value, name, sentra, sentra_name, amount: count } = row;
        match facet.as_str() {
            "category" => facets.categories.push(CategoryFacet { slug: value, name, sentra, sentra_name, count }),
            "material" => facets.materials.push(ValueFacet { value, name, count }),
            "taste" => facets.tastes.push(ValueFacet { value, name, count }),
            "certificate" => facets.certificates.push(ValueFacet { value, name, count }),
            "making" if value == Making::Ready.as_str() => facets.ready = count,
            "making" => facets.made_to_order = count,
            "in_stock" => facets.in_stock = count,
            "price_low" => low = Some(count),
            "price_high" => high = Some(count),
            "candidates" => facets.is_capped = count >= MAX_RANKED,
            _ => facets.found = count,
        }
    }
    facets.prices = low.zip(high);
    for values in [&mut facets.materials, &mut facets.tastes, &mut facets.certificates] {
        values.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
    }
    Ok(facets)
}

/// Candidates with a column for each filter that says whether they fit it, then a count for each. Gives the placeholder
/// of how many are looked at.
fn push(db: &impl Db, filter: &Filter, locale: Locale, sql: &mut Fragment) -> String {
    let locale = locale.as_str();
    let wide = Filter { terms: filter.terms.clone(), shop: filter.shop.clone(), ..Filter::default() };
    let fits: Vec<(&str, String)> = narrowing(filter, sql);
    let columns: Vec<String> = fits
        .iter()
        .map(|(name, condition)| format!("CASE WHEN {condition} THEN 1 ELSE 0 END AS fits_{name}"))
        .collect();
    let others = |own: &[&str]| {
        let names: Vec<String> =
            fits.iter().filter(|(name, _)| !own.contains(name)).map(|(name, _)| format!("fits_{name} = 1")).collect();
        if names.is_empty() { "1 = 1".to_owned() } else { names.join(" AND ") }
    };
    let extra = if columns.is_empty() { String::new() } else { format!(", {}", columns.join(", ")) };
    sql.push(&format!(
        "WITH hit AS MATERIALIZED (SELECT p.id AS product_id, p.shop_id, p.category_id, p.price_from, p.made_to_order, p.in_stock{extra}
             FROM product p JOIN shop s ON s.id = p.shop_id
             JOIN category c ON c.id = p.category_id JOIN sentra se ON se.id = c.sentra_id"
    ));
    conditions(db, &wide, sql);
    if !wide.terms.is_empty() {
        sql.push(" ORDER BY product_search.rowid DESC");
    }
    let limit = sql.bind(MAX_RANKED);
    sql.push(&format!(
        " LIMIT {limit})
         SELECT 'category' AS facet, k.slug AS value, k.name_{locale} AS name, t.slug AS sentra, t.name AS sentra_name,
             COALESCE(n.found, 0) AS amount, t.position AS first_place, k.position AS second_place
         FROM category k JOIN sentra t ON t.id = k.sentra_id
         LEFT JOIN (SELECT category_id, COUNT(*) AS found FROM hit WHERE {} GROUP BY category_id) AS n
             ON n.category_id = k.id",
        others(&["sentra", "category"])
    ));
    let plain = |facet: &str, amount: &str, condition: &str| {
        format!(" UNION ALL SELECT '{facet}', '', '', '', '', {amount}, 0, 0 FROM hit WHERE {condition}")
    };
    for key in ["material", "taste"] {
        sql.push(&format!(
            " UNION ALL SELECT '{key}', f.value, MIN(f.name_{locale}), '', '', COUNT(*), 0, 0
             FROM hit JOIN product_search_facet f ON f.product_id = hit.product_id AND f.key = '{key}'
             WHERE {} GROUP BY f.value",
            others(&[key])
        ));
    }
    sql.push(&format!(
        " UNION ALL SELECT 'certificate', x.kind, '', '', '', COUNT(DISTINCT hit.product_id), 0, 0
         FROM hit JOIN certificate x ON x.status = 'verified' AND x.shop_id = hit.shop_id AND (x.covers_all = TRUE
             OR EXISTS (SELECT 1 FROM certificate_product y WHERE y.certificate_id = x.id AND y.product_id = hit.product_id))
         WHERE {} GROUP BY x.kind",
        others(&["certificate"])
    ));
    for (making, is_so) in [(Making::Ready, "FALSE"), (Making::ToOrder, "TRUE")] {
        sql.push(&format!(
            " UNION ALL SELECT 'making', '{making}', '', '', '', COUNT(*), 0, 0 FROM hit
             WHERE made_to_order = {is_so} AND {}",
            others(&["making"])
        ));
    }
    sql.push(&plain("in_stock", "COUNT(*)", &format!("in_stock = TRUE AND {}", others(&["in_stock"]))));
    let has_price = format!("{} HAVING COUNT(*) > 0", others(&["price"]));
    sql.push(&plain("price_low", "MIN(price_from)", &has_price));
    sql.push(&plain("price_high", "MAX(price_from)", &has_price));
    sql.push(&plain("candidates", "COUNT(*)", "1 = 1"));
    limit
}

/// The number of those that fit. Not among the candidates: these are cut off before the filters are looked at.
fn push_found(db: &impl Db, filter: &Filter, most: &str, sql: &mut Fragment) {
    sql.push(
        " UNION ALL SELECT 'found', '', '', '', '', COUNT(*), 0, 0 FROM (SELECT p.id FROM product p
             JOIN shop s ON s.id = p.shop_id JOIN category c ON c.id = p.category_id
             JOIN sentra se ON se.id = c.sentra_id",
    );
    conditions(db, filter, sql);
    sql.push(&format!(" LIMIT {most}) AS fitting"));
}

/// A category by its name.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CategoryName {
    /// Slug of the category.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Name of its sentra.
    pub sentra_name: String,
}

/// All categories, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn category_names(db: &impl Db, locale: Locale) -> Result<Vec<CategoryName>> {
    let text = format!(
        "SELECT k.slug, k.name_{} AS name, t.name AS sentra_name FROM category k JOIN sentra t ON t.id = k.sentra_id
         ORDER BY t.position, k.position",
        locale.as_str()
    );
    sql::all(db, &text, []).await
}

/// A revision whose first photo stands for its category.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CategoryCover {
    /// Slug of the category.
    pub category: String,
    /// The latest published revision with a photo.
    pub revision_id: i64,
}

/// One revision with photos for each category of a sentra that has any.
///
/// # Errors
/// Whatever the database says.
pub async fn category_covers(db: &impl Db, sentra: &str) -> Result<Vec<CategoryCover>> {
    let text = format!(
        "SELECT k.slug AS category, MAX(p.published_revision_id) AS revision_id
         FROM product p JOIN shop s ON s.id = p.shop_id JOIN category k ON k.id = p.category_id
         JOIN sentra t ON t.id = k.sentra_id
         WHERE {VISIBLE} AND t.slug = $1
           AND EXISTS (SELECT 1 FROM product_photo f WHERE f.revision_id = p.published_revision_id)
         GROUP BY k.slug"
    );
    sql::all(db, &text, [sentra.into()]).await
}
