use std::collections::HashSet;

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
    order::OrderStatus,
    payment::PaymentStatus,
    permission::{Permission, allows},
    role::Role,
};

#[test]
fn every_combination_has_a_label_and_every_label_a_combination() {
    let mut seen = HashSet::new();
    for &order in OrderStatus::ALL {
        for &payment in PaymentStatus::ALL {
            for &fulfilment in FulfilmentStatus::ALL {
                for &method in DeliveryMethod::ALL {
                    seen.insert(OrderLabel::of(order, payment, fulfilment, method));
                }
            }
        }
    }
    assert_eq!(seen.len(), OrderLabel::ALL.len());
}

#[test]
fn an_ended_order_says_so_whatever_else_is_written() {
    for &payment in PaymentStatus::ALL {
        for &fulfilment in FulfilmentStatus::ALL {
            for &method in DeliveryMethod::ALL {
                let label = |order| OrderLabel::of(order, payment, fulfilment, method);
                assert_eq!(label(OrderStatus::Cancelled), OrderLabel::Cancelled);
                assert_eq!(label(OrderStatus::Expired), OrderLabel::Expired);
            }
        }
    }
}

#[test]
fn rights_belong_to_roles() {
    let roles =
        |permission| -> Vec<Role> { Role::ALL.iter().copied().filter(|&role| allows(role, permission)).collect() };
    assert_eq!(roles(Permission::CurateProducts), [Role::Curator, Role::Admin]);
    assert_eq!(roles(Permission::ManageShops), [Role::Curator, Role::Admin]);
    assert_eq!(roles(Permission::ReadAudit), [Role::Curator, Role::Admin]);
    assert_eq!(roles(Permission::ManageAccounts), [Role::Admin]);
}
