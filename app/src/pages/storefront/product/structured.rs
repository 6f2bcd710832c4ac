//! What search engines read of a product (schema.org).

use serde_json::{Value, json};
use services::catalogue::{ProductView, VariantView};

/// A Product with its offers. `<` is written as an escape, so that no text can end the script element.
pub(super) fn json(product: &ProductView, address: &str) -> String {
    let origin_end = address.find("://").and_then(|at| address[at + 3..].find('/').map(|end| at + 3 + end));
    let origin = origin_end.map_or(address, |end| &address[..end]);
    let images: Vec<String> = product
        .photos
        .iter()
        .filter_map(|photo| photo.sources.last())
        .map(|source| format!("{origin}{}", source.jpeg))
        .collect();
    let offers: Vec<Value> = product.variants.iter().map(|variant| offer(variant, product, address)).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name,
        "description": product.description.join("\n"),
        "image": images,
        "brand": { "@type": "Brand", "name": product.shop.name },
        "offers": offers,
    })
    .to_string()
    .replace('<', "\\u003c")
}

fn offer(variant: &VariantView, product: &ProductView, address: &str) -> Value {
    let availability = match variant.available {
        None => "PreOrder",
        Some(0) => "OutOfStock",
        Some(_) => "InStock",
    };
    json!({
        "@type": "Offer",
        "url": format!("{address}?varian={}", variant.id),
        "name": variant.name,
        "price": variant.price.get(),
        "priceCurrency": "IDR",
        "availability": format!("https://schema.org/{availability}"),
        "seller": { "@type": "Organization", "name": product.shop.name },
    })
}
