use domain::{
    actor::Actor,
    certificate::{CertificateEvent, CertificateStatus as Certificate},
    fulfilment::{DeliveryMethod, FulfilmentEvent as Move, FulfilmentStatus as Goods},
    order::{OrderEvent, OrderStatus as Order},
    payment::{PaymentEvent, PaymentStatus as Payment},
    product::{ProductEvent, ProductStatus as Product, RevisionStatus as Revision},
    shop::{ShopEvent, ShopStatus as Shop},
};

#[test]
fn terminal_states_stay_terminal() {
    for order in Order::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(OrderEvent::ALL.iter().all(|&event| order.transition(event).is_err()), "{order}");
    }
    for payment in Payment::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(PaymentEvent::ALL.iter().all(|&event| payment.transition(event).is_err()), "{payment}");
    }
    for goods in Goods::ALL.iter().filter(|status| status.is_terminal()) {
        for &method in DeliveryMethod::ALL {
            assert!(Move::ALL.iter().all(|&event| goods.transition(event, method).is_err()), "{goods}");
        }
    }
    for product in Product::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(ProductEvent::ALL.iter().all(|&event| product.transition(event).is_err()), "{product}");
    }
    for revision in Revision::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(ProductEvent::ALL.iter().all(|&event| revision.transition(event).is_err()), "{revision}");
        assert!(revision.supersede().is_err());
    }
    for certificate in Certificate::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(CertificateEvent::ALL.iter().all(|&event| certificate.transition(event).is_err()), "{certificate}");
    }
    for shop in Shop::ALL.iter().filter(|status| status.is_terminal()) {
        assert!(ShopEvent::ALL.iter().all(|&event| shop.transition(event).is_err()), "{shop}");
    }
}

#[test]
fn an_order_moves_as_designed() {
    let allowed = [
        (Order::AwaitingPayment, OrderEvent::Captured, Order::AwaitingConfirmation),
        (Order::AwaitingPayment, OrderEvent::ConfirmPayment, Order::Confirmed),
        (Order::AwaitingPayment, OrderEvent::Expire, Order::Expired),
        (Order::AwaitingPayment, OrderEvent::Cancel, Order::Cancelled),
        (Order::AwaitingConfirmation, OrderEvent::Confirm, Order::Confirmed),
        (Order::AwaitingConfirmation, OrderEvent::Cancel, Order::Cancelled),
        (Order::Confirmed, OrderEvent::Complete, Order::Completed),
        (Order::Confirmed, OrderEvent::Cancel, Order::Cancelled),
    ];
    for &status in Order::ALL {
        for &event in OrderEvent::ALL {
            let expected = allowed.iter().find(|row| row.0 == status && row.1 == event).map(|row| row.2);
            assert_eq!(status.transition(event).ok(), expected, "{status} {event:?}");
        }
    }
}

#[test]
fn a_buyer_cancels_only_until_the_seller_accepts() {
    let of_buyer: Vec<Order> =
        Order::ALL.iter().copied().filter(|status| status.is_cancellable_by(Actor::Buyer)).collect();
    assert_eq!(of_buyer, [Order::AwaitingPayment, Order::AwaitingConfirmation]);
    for &status in Order::ALL {
        for &actor in Actor::ALL {
            let may_change = status.transition(OrderEvent::Cancel).is_ok();
            assert!(may_change || !status.is_cancellable_by(actor), "{status} {actor}");
        }
    }
}

#[test]
fn a_proof_pauses_expiry() {
    let proof = Payment::Pending.transition(PaymentEvent::SubmitProof).unwrap();
    assert_eq!(proof, Payment::ProofSubmitted);
    assert!(proof.transition(PaymentEvent::Expire).is_err());
    assert_eq!(proof.transition(PaymentEvent::RejectProof), Ok(Payment::Pending));
    assert_eq!(proof.transition(PaymentEvent::Capture), Ok(Payment::Captured));
    assert_eq!(Payment::Pending.transition(PaymentEvent::Expire), Ok(Payment::Expired));
}

#[test]
fn goods_are_fetched_or_sent() {
    let ready = |method| Goods::Preparing.transition(Move::Ready, method);
    assert_eq!(ready(DeliveryMethod::Pickup), Ok(Goods::AwaitingPickup));
    assert_eq!(ready(DeliveryMethod::Courier), Ok(Goods::Ready));
    assert!(Goods::AwaitingPickup.transition(Move::Ship, DeliveryMethod::Pickup).is_err());
    assert_eq!(Goods::AwaitingPickup.transition(Move::Deliver, DeliveryMethod::Pickup), Ok(Goods::Delivered));
    assert_eq!(Goods::Ready.transition(Move::Ship, DeliveryMethod::SellerDelivery), Ok(Goods::Shipped));
    assert!(Goods::Ready.transition(Move::Deliver, DeliveryMethod::Courier).is_err());
    assert!(Goods::Delivered.transition(Move::Cancel, DeliveryMethod::Courier).is_err());
}

#[test]
fn only_the_curator_puts_a_new_product_on_sale() {
    let proposed = Product::Draft.transition(ProductEvent::Propose).unwrap();
    assert_eq!(proposed, Product::Proposed);
    assert_eq!(proposed.transition(ProductEvent::Publish), Ok(Product::Published));
    assert_eq!(proposed.transition(ProductEvent::RequestChanges), Ok(Product::ChangesRequested));
    assert!(Product::Draft.transition(ProductEvent::Publish).is_err());
    assert!(Product::Suspended.transition(ProductEvent::Show).is_err(), "a seller cannot undo a suspension");
    assert_eq!(Product::Suspended.transition(ProductEvent::Restore), Ok(Product::Published));
}

#[test]
fn a_published_product_stays_on_sale_while_its_revision_is_reviewed() {
    for event in [ProductEvent::Propose, ProductEvent::Reject, ProductEvent::RequestChanges, ProductEvent::Publish] {
        assert_eq!(Product::Published.transition(event), Ok(Product::Published), "{event:?}");
    }
    let published = Revision::Proposed.transition(ProductEvent::Publish).unwrap();
    assert_eq!(published.supersede(), Ok(Revision::Superseded));
}

#[test]
fn a_shop_is_approved_once_and_may_be_stopped() {
    assert_eq!(Shop::Applied.transition(ShopEvent::Approve), Ok(Shop::Approved));
    assert_eq!(Shop::Approved.transition(ShopEvent::Suspend), Ok(Shop::Suspended));
    assert_eq!(Shop::Suspended.transition(ShopEvent::Restore), Ok(Shop::Approved));
    assert!(Shop::Applied.transition(ShopEvent::Suspend).is_err());
}
