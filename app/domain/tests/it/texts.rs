use std::{fmt::Debug, str::FromStr};

use domain::{
    actor::Actor,
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
    locale::Locale,
    order::{CancelReason, OrderStatus},
    payment::{PaymentMethod, PaymentStatus},
    permission::Permission,
    product::{ProductStatus, RevisionStatus},
    region::RegionLevel,
    role::Role,
    shop::ShopStatus,
    time::Zone,
    transport::TransportClass,
};
use serde::{Serialize, de::DeserializeOwned};

/// Display, `FromStr` and JSON of each value agree; an unknown value is refused by both readers.
fn agree<T>(all: &[T])
where
    T: Copy + PartialEq + Debug + ToString + FromStr<Err: Debug> + Serialize + DeserializeOwned,
{
    assert!(!all.is_empty());
    for &value in all {
        let text = value.to_string();
        let json = format!("{text:?}");
        assert_eq!(text.parse::<T>().unwrap(), value);
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    }
    assert!("Something else".parse::<T>().is_err());
    assert!(serde_json::from_str::<T>("\"Something else\"").is_err());
}

#[test]
fn every_enum_has_one_spelling() {
    agree(Actor::ALL);
    agree(CancelReason::ALL);
    agree(DeliveryMethod::ALL);
    agree(FulfilmentStatus::ALL);
    agree(Locale::ALL);
    agree(OrderLabel::ALL);
    agree(OrderStatus::ALL);
    agree(PaymentMethod::ALL);
    agree(PaymentStatus::ALL);
    agree(Permission::ALL);
    agree(ProductStatus::ALL);
    agree(RegionLevel::ALL);
    agree(RevisionStatus::ALL);
    agree(Role::ALL);
    agree(ShopStatus::ALL);
    agree(TransportClass::ALL);
    agree(Zone::ALL);
}

#[test]
fn english_lives_under_its_prefix() {
    assert_eq!((Locale::Id.prefix(), Locale::En.prefix()), ("", "/en"));
    assert_eq!(Locale::Id.other(), Locale::En);
}
