//! A table with the columns of Meta's catalogue.

use services::csv::{Cell, line};

use super::{Context, Feed, Goods};

/// Most characters of a title, and of a description.
const TITLE: usize = 200;
const DESCRIPTION: usize = 9_999;
const COLUMNS: [&str; 13] = [
    "id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "link",
    "image_link",
    "brand",
    "item_group_id",
    "product_type",
    "shipping_weight",
    "origin_country",
];

#[derive(Debug, Clone, Copy)]
pub(super) struct Meta;

impl Feed for Meta {
    fn open(self, _: &Context) -> String {
        let mut out = String::new();
        line(&mut out, &COLUMNS.map(Cell::text));
        out
    }

    fn push(self, out: &mut String, context: &Context, goods: &Goods<'_>) {
        let (product, variant) = (goods.product, goods.variant);
        let begin = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let photo = goods.photos.first().map(|path| format!("{}{path}", context.site)).unwrap_or_default();
        let cells: [String; COLUMNS.len()] = [
            variant.id.clone(),
            begin(&goods.title(), TITLE),
            begin(&product.description.join("\n"), DESCRIPTION),
            if goods.is_available() { "in stock" } else { "out of stock" }.to_owned(),
            "new".to_owned(),
            goods.price(),
            context.address(&goods.path()),
            photo,
            product.shop.name.clone(),
            product.slug.clone(),
            format!("{} > {}", product.sentra_name, product.category_name),
            format!("{} g", variant.weight.get()),
            "ID".to_owned(),
        ];
        line(out, &cells.map(Cell::Text));
    }

    fn close(self) -> &'static str {
        ""
    }
}
