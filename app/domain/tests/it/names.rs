use domain::{
    id, limits,
    region::{RegionCode, RegionLevel},
    slug::{MAX_SLUG_CHARACTERS, Slug},
    time::Date,
};
use proptest::prelude::*;

#[test]
fn a_title_becomes_a_slug() {
    let slug = |title| Slug::from_title(title).as_str().to_owned();
    assert_eq!(slug("Vas Ukir 35 cm"), "vas-ukir-35-cm");
    assert_eq!(slug("  Café — Déjà Vu!  "), "cafe-deja-vu");
    assert_eq!(slug("陶器 🏺"), "produk");
    assert_eq!(slug(""), "produk");
}

#[test]
fn refuses_what_is_no_slug() {
    for text in ["", "-a", "a-", "a--b", "A", "a b", "é", "../x", &"a".repeat(81)] {
        assert!(text.parse::<Slug>().is_err(), "{text:?}");
    }
}

#[test]
fn a_region_knows_its_place() {
    let region = |text: &str| text.parse::<RegionCode>().unwrap();
    let dinoyo = region("35.73.05.1004");
    assert_eq!(dinoyo.level(), RegionLevel::Village);
    assert_eq!(dinoyo.parent(), Some(region("35.73.05")));
    assert_eq!(region("35").parent(), None);
    assert!(dinoyo.is_within(&region("35.73")));
    assert!(dinoyo.is_within(&dinoyo));
    assert!(!region("35.73").is_within(&dinoyo));
    assert!(!dinoyo.is_within(&region("35.07")));
    for text in ["", "3", "355", "35.", "35.7", "35.73.05.104", "35.73.05.1004.1", "3a", "35,73", "३५"] {
        assert!(text.parse::<RegionCode>().is_err(), "{text:?}");
    }
}

#[test]
fn public_names_have_their_form() {
    let variant = id::public_id(id::VARIANT, [0xff; 10]);
    assert_eq!(variant, "var_zzzzzzzzzzzzzzzz");
    assert!(id::is_public_id(&variant, id::VARIANT));
    assert!(!id::is_public_id(&variant, id::PRODUCT));
    assert!(!id::is_public_id("var_ZZZZZZZZZZZZZZZZ", id::VARIANT));
    assert!(!id::is_public_id("var_", id::VARIANT));
    let day = Date::from_ymd(2026, 11, 24).unwrap();
    assert_eq!(id::order_number(day, [0, 0, 0, 0]), "S-261124-00000");
    assert_eq!(id::lot_code(day, [0xff; 4]), "L-261124-ZZZZZ");
}

#[test]
fn bounds_count_characters() {
    assert!(limits::fits("Bu Sri", &limits::PERSON_NAME));
    assert!(limits::fits("é".repeat(80).as_str(), &limits::PERSON_NAME));
    assert!(!limits::fits("é".repeat(81).as_str(), &limits::PERSON_NAME));
    assert!(!limits::fits("   a   ", &limits::PERSON_NAME));
    assert!(!limits::fits("Bu\u{0}Sri", &limits::PERSON_NAME));
    assert!(limits::fits("satu\ndua", &limits::NOTE));
}

proptest! {
    #[test]
    fn every_title_gives_a_valid_slug(title in ".{0,200}") {
        let slug = Slug::from_title(&title);
        prop_assert!(slug.as_str().len() <= MAX_SLUG_CHARACTERS);
        prop_assert_eq!(slug.as_str().parse::<Slug>().unwrap(), slug);
    }

    #[test]
    fn regions_round_trip(code in "[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?") {
        let region: RegionCode = code.parse().unwrap();
        prop_assert_eq!(region.to_string(), code);
        if let Some(parent) = region.parent() {
            prop_assert!(region.is_within(&parent) && !parent.is_within(&region));
        }
    }

    #[test]
    fn tokens_keep_every_bit(left in any::<[u8; 32]>(), right in any::<[u8; 32]>()) {
        let token = id::token(left);
        prop_assert!(id::is_token(&token));
        prop_assert_eq!(left == right, token == id::token(right));
    }

    #[test]
    fn public_ids_keep_every_bit(left in any::<[u8; 10]>(), right in any::<[u8; 10]>()) {
        let public_id = id::public_id(id::ORDER, left);
        prop_assert!(id::is_public_id(&public_id, id::ORDER));
        prop_assert_eq!(left == right, public_id == id::public_id(id::ORDER, right));
    }
}
