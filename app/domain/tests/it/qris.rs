use domain::{
    money::Rupiah,
    qris::{MAX_AMOUNT, Qris, QrisError},
};
use proptest::prelude::*;

/// Of a merchant who does not exist; not payable.
const CERAMICS: &str = "00020101021126650016ID.CO.CONTOH.WWW01189360999900000000120212CTH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999910303UMI5204594753033605802ID5921KERAMIK CONTOH DINOYO6011KOTA MALANG61056514462070703A0163043768";
const CERAMICS_FOR_ORDER: &str = "00020101021226650016ID.CO.CONTOH.WWW01189360999900000000120212CTH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999910303UMI52045947530336054061253455802ID5921KERAMIK CONTOH DINOYO6011KOTA MALANG61056514462280517DNY-20261017-00420703A0163042112";
const TEMPE: &str = "00020101021126650016ID.CO.CONTOH.WWW01189360999900000000250212CTH0000000020303UMI51440014ID.CO.QRIS.WWW0215ID10999999999920303UMI5204549953033605802ID5918TEMPE CONTOH SANAN6011KOTA MALANG61056512262070703A01630409A2";

fn ceramics() -> Qris {
    CERAMICS.parse().unwrap()
}

#[test]
fn reads_payee_city_and_merchant_id() {
    let qris = ceramics();
    assert_eq!((qris.payee(), qris.city()), ("KERAMIK CONTOH DINOYO", "KOTA MALANG"));
    assert_eq!(qris.merchant_id(), "ID1099999999991");
    assert!(!qris.is_dynamic());
    assert_eq!(qris.amount(), None);
}

#[test]
fn writes_back_what_it_read() {
    for payload in [CERAMICS, CERAMICS_FOR_ORDER, TEMPE] {
        assert_eq!(payload.parse::<Qris>().unwrap().to_string(), payload);
    }
}

#[test]
fn asks_for_an_amount_under_a_reference() {
    let asked = ceramics().with_amount(Rupiah::new(125_345), "DNY-20261017-0042").unwrap();
    assert_eq!(asked.to_string(), CERAMICS_FOR_ORDER);
    assert_eq!(asked.amount(), Some(Rupiah::new(125_345)));
    assert_eq!(asked.reference(), Some("DNY-20261017-0042"));
}

#[test]
fn refuses_a_wrong_checksum() {
    let wrong = CERAMICS.replace("63043768", "63040000");
    assert_eq!(wrong.parse::<Qris>(), Err(QrisError::WrongChecksum));
}

#[test]
fn refuses_what_is_no_payload() {
    for text in ["", "6304", "hello", "000201", "0002016304ABCD", "9999016304ABCD", "00020101021é"] {
        assert!(text.parse::<Qris>().is_err(), "{text}");
    }
}

#[test]
fn a_code_for_one_payment_gets_no_second_amount() {
    let dynamic: Qris = CERAMICS_FOR_ORDER.parse().unwrap();
    assert_eq!(dynamic.with_amount(Rupiah::new(1), "A"), Err(QrisError::NotStatic));
}

#[test]
fn amounts_and_references_are_bounded() {
    let qris = ceramics();
    for amount in [-1, 0, MAX_AMOUNT.get() + 1] {
        assert_eq!(qris.with_amount(Rupiah::new(amount), "A"), Err(QrisError::Amount));
    }
    assert!(qris.with_amount(MAX_AMOUNT, "A").is_ok());
    for reference in ["", "with space", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] {
        assert_eq!(qris.with_amount(Rupiah::new(1), reference), Err(QrisError::Reference));
    }
}

proptest! {
    #[test]
    fn one_wrong_character_is_found(place in 0..CERAMICS.len(), digit in 0_u8..10) {
        let mut bytes = CERAMICS.as_bytes().to_vec();
        let digit = b'0' + digit;
        prop_assume!(bytes[place] != digit);
        bytes[place] = digit;
        prop_assert!(String::from_utf8(bytes).unwrap().parse::<Qris>().is_err());
    }

    #[test]
    fn any_amount_comes_back(amount in 1..=MAX_AMOUNT.get(), reference in "[A-Z0-9-]{1,25}") {
        let asked = ceramics().with_amount(Rupiah::new(amount), &reference).unwrap();
        let read: Qris = asked.to_string().parse().unwrap();
        prop_assert_eq!(read.amount(), Some(Rupiah::new(amount)));
        prop_assert_eq!(read.reference(), Some(reference.as_str()));
        prop_assert!(read.is_dynamic());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,120}") {
        let _ = text.parse::<Qris>();
    }
}

#[test]
fn merchants_who_do_not_exist_have_codes_that_are_well_formed() {
    let code = Qris::fictional("SRI KOBALT", 17).unwrap();
    assert_eq!(code.to_string().parse::<Qris>().unwrap(), code);
    assert_eq!((code.payee(), code.merchant_id()), ("SRI KOBALT", "ID1099000000017"));
    assert!(code.with_amount(Rupiah::new(125_345), "S-261124-7K3QF").is_ok());
    assert!(Qris::fictional("", 1).is_err());
    assert!(Qris::fictional("SRI KOBALT", -1).is_err());
}
