//! RSS 2.0 with the words of Google Merchant Center.

use text::Tr;

use super::{Context, Feed, Goods};
use crate::http::xml::{PROLOGUE, push_element};

/// Most characters of a title, and of a description.
const TITLE: usize = 150;
const DESCRIPTION: usize = 5_000;
/// Further pictures that are read.
const MORE_PHOTOS: usize = 10;

#[derive(Debug, Clone, Copy)]
pub(super) struct Google;

impl Feed for Google {
    fn open(self, context: &Context) -> String {
        let mut out = format!("{PROLOGUE}<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n");
        push_element(&mut out, "title", "Sentra");
        push_element(&mut out, "link", &context.address("/"));
        push_element(&mut out, "description", &Tr::new(context.locale).t("home-lead"));
        out
    }

    fn push(self, out: &mut String, context: &Context, goods: &Goods<'_>) {
        let (product, variant) = (goods.product, goods.variant);
        let begin = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        out.push_str("<item>\n");
        let mut add = |name: &str, text: &str| push_element(out, name, text);
        add("g:id", &variant.id);
        add("g:title", &begin(&goods.title(), TITLE));
        add("g:description", &begin(&product.description.join("\n"), DESCRIPTION));
        add("g:link", &context.address(&goods.path()));
        for (index, photo) in goods.photos.iter().take(1 + MORE_PHOTOS).enumerate() {
            let name = if index == 0 { "g:image_link" } else { "g:additional_image_link" };
            add(name, &format!("{}{photo}", context.site));
        }
        add("g:availability", if goods.is_available() { "in_stock" } else { "out_of_stock" });
        add("g:price", &goods.price());
        add("g:condition", "new");
        add("g:brand", &product.shop.name);
        // Nothing here has a number of the trade.
        add("g:identifier_exists", "no");
        add("g:product_type", &format!("{} > {}", product.sentra_name, product.category_name));
        add("g:shipping_weight", &format!("{} g", variant.weight.get()));
        add("g:max_handling_time", &product.lead_time_days.to_string());
        out.push_str("</item>\n");
    }

    fn close(self) -> &'static str {
        "</channel>\n</rss>\n"
    }
}
