//! Goods and what is asked for them.

use serde::Serialize;
use services::{
    catalogue::{CountryWide, Photo, Postage, ProductView, VariantView},
    reviews::Shown,
};

use super::{
    COUNTRY,
    rating::{AggregateRating, Review},
};
use crate::{ui::to, viewer::site_url};

/// Days in which faults are told to the shop. The terms (`legal-terms-cancel-text`) give working days; that many days
/// hold whatever the calendar says.
pub(crate) const RETURN_DAYS: i64 = 3;

/// A product with an offer for each variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Product {
    name: String,
    description: String,
    url: String,
    image: Vec<String>,
    category: String,
    brand: Brand,
    country_of_origin: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    additional_property: Vec<PropertyValue>,
    offers: Vec<Offer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aggregate_rating: Option<AggregateRating>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    review: Vec<Review>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct Brand {
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct PropertyValue {
    name: String,
    value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Offer {
    url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    sku: String,
    price: i64,
    price_currency: &'static str,
    availability: &'static str,
    item_condition: &'static str,
    seller: Seller,
    #[serde(skip_serializing_if = "Option::is_none")]
    shipping_details: Option<OfferShippingDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_merchant_return_policy: Option<MerchantReturnPolicy>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename = "Organization")]
struct Seller {
    name: String,
    url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct OfferShippingDetails {
    shipping_rate: MonetaryAmount,
    shipping_destination: DefinedRegion,
    delivery_time: ShippingDeliveryTime,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct MonetaryAmount {
    max_value: i64,
    currency: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct DefinedRegion {
    address_country: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct ShippingDeliveryTime {
    handling_time: QuantitativeValue,
    transit_time: QuantitativeValue,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct QuantitativeValue {
    min_value: i64,
    max_value: i64,
    unit_code: &'static str,
}

/// The rule of the terms: faulty goods are exchanged or paid back; others are not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct MerchantReturnPolicy {
    applicable_country: &'static str,
    return_policy_category: &'static str,
    merchant_return_days: i64,
    item_condition: &'static str,
    refund_type: [&'static str; 2],
    merchant_return_link: String,
}

impl Product {
    /// The product, in the language of the page.
    #[must_use]
    pub fn of(product: &ProductView, postage: &Postage) -> Self {
        let site = site_url();
        let url = format!("{site}{}", to(&format!("/produk/{}", product.slug)));
        let attributes = product.attributes.iter();
        let offers = product.variants.iter().map(|variant| {
            let sent = postage.of(product, variant);
            Offer::of(product, variant, sent, &site, &url)
        });
        Self {
            name: product.name.clone(),
            description: product.description.join("\n"),
            image: product.photos.iter().filter_map(widest).map(|path| format!("{site}{path}")).collect(),
            category: product.category_name.clone(),
            brand: Brand { name: product.shop.name.clone() },
            country_of_origin: COUNTRY,
            additional_property: attributes
                .map(|row| PropertyValue { name: row.name.clone(), value: row.value.clone() })
                .collect(),
            offers: offers.collect(),
            aggregate_rating: None,
            review: Vec::new(),
            url,
        }
    }

    /// The same with what buyers say, where somebody has said something.
    #[must_use]
    pub fn with_reviews(self, shown: &Shown) -> Self {
        Self {
            aggregate_rating: AggregateRating::of(shown.spread),
            review: shown.list.items.iter().map(Review::of).collect(),
            ..self
        }
    }
}

impl Offer {
    fn of(product: &ProductView, variant: &VariantView, sent: Option<CountryWide>, site: &str, url: &str) -> Self {
        let is_thing = product.kind != "experience";
        Self {
            url: format!("{url}?varian={}", variant.id),
            name: variant.name.clone(),
            sku: variant.id.clone(),
            price: variant.price.get(),
            price_currency: "IDR",
            // What is made to order can be ordered today; how long it takes is said as handling time.
            availability: match variant.available {
                Some(0) => "https://schema.org/OutOfStock",
                None | Some(_) => "https://schema.org/InStock",
            },
            item_condition: "https://schema.org/NewCondition",
            seller: Seller {
                name: product.shop.name.clone(),
                url: format!("{site}{}", to(&format!("/toko/{}", product.shop.slug))),
            },
            shipping_details: sent.map(|sent| OfferShippingDetails::of(product, sent)),
            has_merchant_return_policy: is_thing.then(|| MerchantReturnPolicy::of_terms(site)),
        }
    }
}

impl OfferShippingDetails {
    fn of(product: &ProductView, sent: CountryWide) -> Self {
        let days = |min_value, max_value| QuantitativeValue { min_value, max_value, unit_code: "DAY" };
        Self {
            shipping_rate: MonetaryAmount { max_value: sent.most.get(), currency: "IDR" },
            shipping_destination: DefinedRegion { address_country: COUNTRY },
            delivery_time: ShippingDeliveryTime {
                handling_time: days(
                    if product.made_to_order { product.lead_time_days } else { 0 },
                    product.lead_time_days,
                ),
                transit_time: days(sent.days_min, sent.days_max),
            },
        }
    }
}

impl MerchantReturnPolicy {
    fn of_terms(site: &str) -> Self {
        Self {
            applicable_country: COUNTRY,
            return_policy_category: "https://schema.org/MerchantReturnFiniteReturnWindow",
            merchant_return_days: RETURN_DAYS,
            item_condition: "https://schema.org/DamagedCondition",
            refund_type: ["https://schema.org/FullRefund", "https://schema.org/ExchangeRefund"],
            merchant_return_link: format!("{site}{}#cancel", to("/syarat")),
        }
    }
}

/// Path of the widest JPEG of a photo.
fn widest(photo: &Photo) -> Option<&str> {
    photo.sources.last().map(|source| source.jpeg.as_str())
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;
    use text::Tr;

    use super::RETURN_DAYS;

    #[test]
    fn the_days_are_those_of_the_terms() {
        let terms = Tr::new(Locale::Id).t("legal-terms-cancel-text");
        assert!(terms.contains(&format!("{RETURN_DAYS} hari kerja")), "{terms}");
    }
}
