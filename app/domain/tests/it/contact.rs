use domain::{email::Email, phone::Phone};
use proptest::prelude::*;

#[test]
fn reads_a_number_in_every_spelling() {
    for text in [
        "081234567890",
        "6281234567890",
        "+6281234567890",
        "81234567890",
        " 0812-3456-7890 ",
        "+62 (812) 3456.7890",
        "0812 3456 7890",
    ] {
        let phone: Phone = text.parse().unwrap();
        assert_eq!(phone.as_e164(), "+6281234567890", "{text:?}");
        assert_eq!(phone.to_string(), "0812-3456-7890");
    }
}

#[test]
fn refuses_what_is_no_mobile_number() {
    for text in [
        "",
        "0812",
        "081234567",
        "08123456789012",
        "0341551234",
        "+6591234567",
        "+0812345678",
        "0812a3456789",
        "0812+3456789",
        "62-0812-3456-7890",
    ] {
        assert!(text.parse::<Phone>().is_err(), "{text:?}");
    }
    assert!("0".repeat(10_000).parse::<Phone>().is_err());
}

#[test]
fn opens_a_chat() {
    let phone: Phone = "081234567890".parse().unwrap();
    assert_eq!(
        phone.whatsapp_link("Halo & salam, ü"),
        "https://wa.me/6281234567890?text=Halo%20%26%20salam%2C%20%C3%BC"
    );
    assert_eq!(phone.masked(), "0812-••••-890");
}

#[test]
fn email_is_bounded_and_lower_case() {
    assert_eq!(" Siti@Contoh.Test ".parse::<Email>().unwrap().as_str(), "siti@contoh.test");
    assert!("nama+toko@mail.contoh.co.id".parse::<Email>().is_ok());
    let long = format!("a@{}.test", "b".repeat(250));
    for text in [
        "",
        "@",
        "a@",
        "@b.test",
        "a@b",
        "a@b@c.test",
        "a b@c.test",
        "a@-b.test",
        "a@b..test",
        ".a@b.test",
        "a@b.test\nBcc: x@y.test",
        "ä@b.test",
        &long,
    ] {
        assert!(text.parse::<Email>().is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_number_reads_back_in_both_forms(national in "8[0-9]{8,11}") {
        let phone: Phone = format!("0{national}").parse().unwrap();
        prop_assert_eq!(&phone.to_string().parse::<Phone>().unwrap(), &phone);
        prop_assert_eq!(&phone.as_e164().parse::<Phone>().unwrap(), &phone);
        let json = serde_json::to_string(&phone).unwrap();
        prop_assert_eq!(serde_json::from_str::<Phone>(&json).unwrap(), phone);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let phone = text.parse::<Phone>().map(|phone| (phone.masked(), phone.whatsapp_link(&text)));
        let _ = (phone, text.parse::<Email>());
    }
}
