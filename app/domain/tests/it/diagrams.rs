//! The diagrams of the state machines in `docs/state-machines.md` are drawn from the code. After a change,
//! `SENTRA_WRITE_DOCS=1 cargo test -p domain --test it diagrams` draws them anew.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use domain::{
    certificate::{CertificateEvent, CertificateStatus},
    complaint::{CaseEvent, CaseStatus},
    fulfilment::{DeliveryMethod, FulfilmentEvent, FulfilmentStatus},
    order::{OrderEvent, OrderStatus},
    payment::{PaymentEvent, PaymentStatus},
    payout::{PayoutEvent, PayoutStatus},
    refund::{RefundEvent, RefundStatus},
};

const HEAD: &str = "# State machines

Drawn from the `transition` functions of `app/domain`: every arrow is an event that the code lets happen, and every event that has no
arrow is refused. A test compares this page with the code; `SENTRA_WRITE_DOCS=1 cargo test -p domain --test it diagrams` draws it anew.
";

/// `SellerReplies` as words.
fn words(name: &str) -> String {
    let mut words = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && at > 0 {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// A machine: where it begins, its states with whether nothing changes any more, its arrows.
struct Machine {
    title: &'static str,
    about: &'static str,
    begins: Vec<&'static str>,
    ends: Vec<&'static str>,
    arrows: Vec<(&'static str, &'static str, String)>,
}

impl Machine {
    fn draw(&self, page: &mut String) {
        writeln!(page, "\n## {}\n\n{}\n\n```mermaid\nstateDiagram-v2", self.title, self.about).unwrap();
        for begin in &self.begins {
            writeln!(page, "    [*] --> {begin}").unwrap();
        }
        for (from, to, label) in &self.arrows {
            writeln!(page, "    {from} --> {to}: {label}").unwrap();
        }
        for end in &self.ends {
            writeln!(page, "    {end} --> [*]").unwrap();
        }
        page.push_str("```\n");
    }
}

/// The arrows of a machine, out of every status and every event.
macro_rules! arrows {
    ($status:ident, $event:ident) => {{
        let mut arrows = Vec::new();
        for &from in $status::ALL {
            for &event in $event::ALL {
                if let Ok(to) = from.transition(event) {
                    assert!(!from.is_terminal(), "{from} is terminal, and {event:?} changes it");
                    arrows.push((from.as_str(), to.as_str(), words(&format!("{event:?}"))));
                }
            }
        }
        arrows
    }};
}

macro_rules! ends {
    ($status:ident) => {
        $status::ALL.iter().filter(|status| status.is_terminal()).map(|status| status.as_str()).collect()
    };
}

/// Readiness for pick-up is another state than readiness for a courier, so the arrows say for whom they are.
fn arrows_of_fulfilment() -> Vec<(&'static str, &'static str, String)> {
    let mut arrows = Vec::new();
    for &from in FulfilmentStatus::ALL {
        for &event in FulfilmentEvent::ALL {
            let mut ways: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for &method in DeliveryMethod::ALL {
                if let Ok(to) = from.transition(event, method) {
                    ways.entry(to.as_str()).or_default().push(method.as_str());
                }
            }
            for (to, methods) in ways {
                let event = words(&format!("{event:?}"));
                let is_any = methods.len() == DeliveryMethod::ALL.len();
                let label = if is_any { event } else { format!("{event} ({})", methods.join(" or ")) };
                arrows.push((from.as_str(), to, label));
            }
        }
    }
    arrows
}

fn machines() -> Vec<Machine> {
    vec![
        Machine {
            title: "Payment",
            about: "One for each checkout paid by card, one for each seller order otherwise. Its shares, one for each seller order, have no \
                    state of their own. Cash is pending until hand-over. Money that arrives after an end is new, unmatched money.",
            begins: vec![PaymentStatus::Created.as_str()],
            ends: ends!(PaymentStatus),
            arrows: arrows!(PaymentStatus, PaymentEvent),
        },
        Machine {
            title: "Seller order",
            about: "Cash on delivery and at pick-up begins with the seller's confirmation.",
            begins: vec![OrderStatus::AwaitingPayment.as_str(), OrderStatus::AwaitingConfirmation.as_str()],
            ends: ends!(OrderStatus),
            arrows: arrows!(OrderStatus, OrderEvent),
        },
        Machine {
            title: "Fulfilment",
            about: "Where the goods of a seller order are. Delivered goods may still come back. Goods that are sent again to settle a case go the same way from preparing to delivered.",
            begins: vec![FulfilmentStatus::Preparing.as_str()],
            ends: ends!(FulfilmentStatus),
            arrows: arrows_of_fulfilment(),
        },
        Machine {
            title: "Refund",
            about: "Money that goes back from the captured share of one seller order.",
            begins: vec![RefundStatus::Requested.as_str()],
            ends: ends!(RefundStatus),
            arrows: arrows!(RefundStatus, RefundEvent),
        },
        Machine {
            title: "Case",
            about: "A complaint about lines of one seller order. It ends with a refund, a replacement, or not upheld, and \
                    begins again only when the replacement does not come.",
            begins: vec![CaseStatus::Open.as_str()],
            ends: ends!(CaseStatus),
            arrows: arrows!(CaseStatus, CaseEvent),
        },
        Machine {
            title: "Payout",
            about: "Money that was collected for a shop, on its way to the shop's bank.",
            begins: vec![PayoutStatus::Draft.as_str()],
            ends: ends!(PayoutStatus),
            arrows: arrows!(PayoutStatus, PayoutEvent),
        },
        Machine {
            title: "Certificate",
            about: "Of a shop, for all or some of its goods. That it runs out soon is derived from its last day; what has run out does not come back, a renewal is a new one.",
            begins: vec![CertificateStatus::Submitted.as_str()],
            ends: ends!(CertificateStatus),
            arrows: arrows!(CertificateStatus, CertificateEvent),
        },
    ]
}

#[test]
fn the_page_of_state_machines_is_what_the_code_does() {
    let mut page = HEAD.to_owned();
    for machine in machines() {
        machine.draw(&mut page);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/state-machines.md");
    if std::env::var_os("SENTRA_WRITE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/state-machines.md is not what the code does; draw it anew");
}

#[test]
fn every_state_can_be_reached() {
    for machine in machines() {
        let mut reached = machine.begins.clone();
        let mut at = 0;
        while at < reached.len() {
            let from = reached[at];
            for (_, to, _) in machine.arrows.iter().filter(|(start, ..)| *start == from) {
                if !reached.contains(to) {
                    reached.push(to);
                }
            }
            at += 1;
        }
        let named = machine.arrows.iter().flat_map(|(from, to, _)| [from, to]).chain(&machine.ends);
        for state in named {
            assert!(reached.contains(state), "{}: nothing leads to {state}", machine.title);
        }
    }
}
