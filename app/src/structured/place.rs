//! Workshops that one can visit.

use serde::Serialize;
use services::catalogue::ShopView;

use super::{COUNTRY, PostalAddress};
use crate::{ui::to, viewer::site_url};

/// A shop at its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Store {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    founding_date: Option<String>,
    founder: Person,
    address: PostalAddress,
    currencies_accepted: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
struct Person {
    name: String,
}

impl Store {
    /// The shop, with pictures of what it sells: paths of ours.
    #[must_use]
    pub fn of(shop: &ShopView, pictures: &[String]) -> Self {
        let site = site_url();
        let url = format!("{site}{}", to(&format!("/toko/{}", shop.slug)));
        let pictures = shop.logo.iter().chain(pictures);
        // "Dinoyo, Lowokwaru, Kota Malang, Jawa Timur": the last two are what others call locality and region.
        let mut parts: Vec<&str> = shop.region.split(", ").collect();
        let region = parts.pop().map(str::to_owned);
        let locality = parts.pop().map(str::to_owned);
        let street = std::iter::once(shop.street.as_str()).chain(parts).filter(|part| !part.is_empty());
        Self {
            id: format!("{url}#toko"),
            name: shop.name.clone(),
            url,
            description: shop.tagline.clone(),
            image: pictures.map(|path| format!("{site}{path}")).collect(),
            telephone: shop.phone.as_ref().map(|phone| phone.as_e164().to_owned()),
            founding_date: shop.since_year.map(|year| year.to_string()),
            founder: Person { name: shop.owner.clone() },
            address: PostalAddress {
                street_address: street.collect::<Vec<_>>().join(", "),
                address_locality: locality,
                address_region: region,
                address_country: COUNTRY,
            },
            currencies_accepted: "IDR",
        }
    }
}
