//! Certificates: their numbers, and how long they hold.

use domain::{
    certificate::{CertificateEvent, CertificateKind as Kind, CertificateStatus as Status, Validity, validity},
    time::Timestamp,
};
use proptest::prelude::*;

#[test]
fn numbers_are_read_as_they_are_printed() {
    assert_eq!(Kind::Pirt.number("P-IRT 2153573010123-30").as_deref(), Some("P-IRT 2153573010123-30"));
    assert_eq!(Kind::Pirt.number("pirt. no 2 15 3573 01 0123 30").as_deref(), Some("P-IRT 2153573010123-30"));
    assert_eq!(Kind::Halal.number("id 35110000012345678").as_deref(), Some("ID35110000012345678"));
    assert_eq!(Kind::Sni.number("  LSPro  7275-2026 ").as_deref(), Some("LSPro 7275-2026"));
    for (kind, text) in [
        (Kind::Pirt, "P-IRT 9153573010123-30"),
        (Kind::Pirt, "P-IRT 215357301012-30"),
        (Kind::Halal, "35110000012345678"),
        (Kind::Halal, "ID351100"),
        (Kind::Halal, "ID3511000001234567X"),
        (Kind::BpomMd, "x"),
    ] {
        assert_eq!(kind.number(text), None, "{kind} {text}");
    }
}

#[test]
fn a_certificate_moves_as_designed() {
    let allowed = [
        (Status::Submitted, CertificateEvent::Verify, Status::Verified),
        (Status::Submitted, CertificateEvent::Reject, Status::Rejected),
        (Status::Verified, CertificateEvent::Expire, Status::Expired),
        (Status::Verified, CertificateEvent::Revoke, Status::Revoked),
    ];
    for &status in Status::ALL {
        for &event in CertificateEvent::ALL {
            let expected = allowed.iter().find(|row| row.0 == status && row.1 == event).map(|row| row.2);
            assert_eq!(status.transition(event).ok(), expected, "{status} {event:?}");
        }
    }
}

proptest! {
    #[test]
    fn a_kept_number_is_read_as_itself(digits in "[1-8][0-9]{14}", halal in "[0-9]{13,18}") {
        let pirt = Kind::Pirt.number(&digits).unwrap();
        let again = Kind::Pirt.number(&pirt);
        prop_assert_eq!(again, Some(pirt));
        let halal = format!("ID{halal}");
        let again = Kind::Halal.number(&halal);
        prop_assert_eq!(again, Some(halal));
    }

    #[test]
    fn what_runs_out_holds_until_its_last_moment(left in -1_000_i64..1_000, days in 1_i64..720) {
        let now = Timestamp::from_millis(1_795_485_600_000);
        let stands = validity(Some(now.plus_days(left)), now, days);
        let expected = if left <= 0 { Validity::Over } else if left <= days { Validity::Expiring } else { Validity::Valid };
        prop_assert_eq!(stands, expected);
        prop_assert_eq!(validity(None, now, days), Validity::Valid);
    }
}
