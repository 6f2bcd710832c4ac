# Orders, as buyers see them.
order-title = Order { $number }
order-placed = Order { $number } · placed { $time }
order-open = Open order
order-steps = How it is going
order-details = Details
order-copy = Copy
order-copied = Copied

# What happens next: a headline and one sentence for each state.
order-next-soon-lead = The next news appears on this page.
order-next-awaiting_payment = Pay { $amount } to { $shop }
order-next-awaiting_payment-lead = By { $until }. After that the order ends by itself and its stock is released.
order-next-proof_submitted = Your proof of payment is being checked
order-next-proof_submitted-lead = { $shop } is matching your payment. There is nothing for you to do.
order-next-awaiting_seller = Waiting for { $shop } to accept
order-next-awaiting_seller-lead = They answer by { $until }. Without an answer the order is cancelled by itself.
order-next-preparing = { $shop } is preparing your order
order-next-preparing-lead = Expected to arrive { $arrival }.
order-next-preparing-pickup-lead = Expected to be ready for pick-up { $arrival }.
order-next-ready = Your order is ready to be sent
order-next-ready-lead = Expected to arrive { $arrival }.
order-next-awaiting_pickup = Your order is ready for pick-up
order-next-awaiting_pickup-lead = Pick it up at { $shop }, { $street }. Tell them your order number.
order-next-shipped = Your order is on its way
order-next-shipped-lead = Expected to arrive { $arrival }.
order-next-delivered = Your order has arrived
order-next-delivered-lead = Something not right? Contact the seller by { $until }. After that the order is complete.
order-next-completed = Your order is complete
order-next-completed-lead = Thank you for buying directly from the makers.
order-next-cancelled = The order is cancelled
order-next-cancelled-by-buyer-lead = You cancelled this order. There is nothing to pay.
order-next-cancelled-by-seller-lead = { $shop } cannot fulfil it: “{ $reason }”. Do not pay; if you already have, contact the seller.
order-next-cancelled-unanswered-lead = { $shop } did not answer in time. There is nothing to pay.
order-next-expired = The time to pay has passed
order-next-expired-lead = Its stock was released, so please do not pay any more. You can order again at any time.
order-next-undeliverable = The order could not be delivered
order-next-undeliverable-lead = Contact { $shop } to arrange another delivery.
order-next-returned = The order was returned
order-next-returned-lead = The goods are back at { $shop }. Contact the seller if something is still open.

# Steps: what happened.
order-event-placed = Order placed
order-event-confirmed = { $shop } accepted the order
order-event-paid = Card payment received
order-event-payment_confirmed = { $shop } received the payment
order-event-payment_rejected = Payment not found yet
order-event-rejected = { $shop } refused the order
order-event-cancelled = The buyer cancelled the order
order-event-unanswered = Cancelled without an answer
order-event-expired = The time to pay passed
order-event-ready = Ready to be sent
order-event-ready-pickup = Ready for pick-up
order-event-shipped = Sent
order-event-delivered = Handed over by { $shop }
order-event-received = Received by the buyer
order-event-completed = Complete
order-event-called_off = { $shop } called the order off
order-event-case_opened = The buyer reported a problem
order-event-case_resolved = The complaint is settled
order-event-case_reopened = The complaint is looked at again: the replacement did not come
order-event-case_withdrawn = The complaint was withdrawn

# Steps: what is still to come.
order-step-pay = Payment
order-step-check = { $shop } checks the proof of payment
order-step-accept = { $shop } accepts the order
order-step-prepare = { $shop } prepares it
order-step-send = Sent by { $service }
order-step-bring = Brought by { $shop }
order-step-arrive = Arrives in { $place }
order-step-pickup = Picked up at { $shop }
order-step-done = Complete
order-step-done-at = By itself on { $when }, unless there is a complaint
order-step-done-lead = By itself some days after it was received, unless there is a complaint
order-step-until = By { $when }
order-step-about = Expected { $when }

# Sums and payment.
order-sum-items = Goods
order-sum-packing = Safe packing
order-sum-unique-code = Unique code taken off
order-sum-free = Free
order-sum-total = Total
order-delivery-seller = Seller's own delivery
order-delivery-pickup = Pick-up at the sentra
order-payment-cod = Cash on delivery
order-payment-pickup = Pay at pick-up
order-payment-transfer = Bank transfer
order-payment-qris = QRIS
order-payment-stripe = Card
order-paid = paid
order-unpaid = not paid yet
order-proof-sent = proof sent
order-not-to-be-paid = nothing to pay
order-pay-holder = in the name of { $name }
order-card-pay = Pay by card
order-card-all = One payment for all shops of this order.
order-card-how = You go to a page of Stripe, pay there, and come back here. The card number does not pass through us.
order-card-wait = The payment page is being prepared. Reload this page in a moment.
order-pay-amount = Amount to pay
order-pay-unique-code = A unique code of { $code } is already taken off, so that the seller recognises your transfer.
order-pay-how-transfer = Transfer by banking app, ATM or at the counter.
order-pay-how-exact = Pay the exact amount, down to the last digit.
order-pay-how-wait = { $shop } checks the account and then starts preparing.
order-cash-delivery = Have { $amount } ready in cash
order-cash-delivery-lead = Pay the driver when your goods arrive.
order-cash-pickup = Pay { $amount } in cash at pick-up
order-cash-pickup-place = { $place }. Open { $hours }.

# Delivery and contact.
order-delivery = Delivery
order-fact-address = Address
order-fact-courier = Courier
order-fact-hours = Opening hours
order-fact-landmark = Landmark
order-fact-note = Note
order-fact-phone = Phone
order-fact-pickup = Pick up at
order-fact-recipient = Recipient
order-fact-tracking = Tracking number
order-contact = Contact { $shop }
order-contact-lead = A question, or something not right? Talk to the seller first.
order-chat = Chat on WhatsApp
order-chat-text = Hello, I have a question about order { $number }.
order-again = Order again
order-complaint = Still not settled? See how to complain

# What the buyer can do.
order-receive = Order received
order-receive-lead = Are the goods in your hands and complete? Let the seller know.
order-cancel = Cancel the order
order-cancel-free = free until the seller accepts
order-cancel-question = Cancel order { $number }?
order-cancel-lead = Its stock is released to other buyers. If you have already paid, contact the seller first.
order-cancel-keep = Keep it
order-cancel-yes = Yes, cancel the order
done-pesanan-dibatalkan = The order is cancelled.
done-pesanan-diterima = Thank you, the seller has been told.
done-pesanan-berubah = This order has changed. This is how it stands now.

# Several orders.
order-group-title = Your orders
order-group-headline = { $n } orders from one checkout
order-group-lead = Each shop prepares and sends its own order.
order-group-to-pay = { $n ->
    [one] One order waits to be paid. Each shop is paid separately.
   *[other] { $n } orders wait to be paid. Each shop is paid separately.
}
order-keep-link = Keep the address of this page, and do not share it.
order-siblings = From the same checkout
order-siblings-all = See all of them
order-own-title = My orders
order-own-missing = Is an order missing here?
order-none = No orders yet
order-none-lead = Orders that you place while signed in are kept here.

# Finding an order.
order-find-title = Track an order
order-find-lead = Every order has a page of its own that is opened by its link.
order-find-mail = Open the link in the e-mail that we sent after you ordered.
order-find-history = No e-mail given? Look for the “Order” page in your browser history.
order-find-seller = Contact the shop that you ordered from; the seller finds the order by your phone number.
order-find-own = Your orders are kept
order-find-own-lead = All orders placed with this account are in one list.
order-find-own-button = See my orders
order-find-sign-in = Ordered with an account?
order-find-sign-in-lead = Sign in to see all your orders.
order-find-help = Still not found? Contact us

# QRIS and proofs of payment.
order-qris-label = QRIS code of { $payee }
order-qris-how-scan = Scan this code with the app of your bank or wallet.
order-qris-how-check = See that the name is { $payee } and the amount { $amount }, then pay.
order-qris-same-phone = Ordering on the same phone? Take a screenshot and open it in the payment app. Where the amount is not filled in, type it.
order-qris-stopped = The QRIS code of { $shop } is not in use now. Do not pay with an old one; contact the seller.
order-proof = Your proof of payment
order-proof-title = Paid already?
order-proof-lead = Send a photo of the proof. The time to pay stands still until { $shop } answers.
order-proof-photo = Photo or screenshot of the proof
order-proof-photo-hint = JPEG, PNG or WebP. Only the seller and the operators can see it.
order-proof-note = A word to the seller
order-proof-send = Send the proof
order-proof-sent-at = Sent { $time }
order-proof-alt = Photo of the proof that you sent
order-event-proof_submitted = The buyer sent a proof of payment
order-event-refused = The buyer did not take the order
order-next-cancelled-refused-lead = The goods were not taken, so the order is closed. There is nothing to pay.
done-bukti-terkirim = The proof was sent. The seller knows.
order-to-shop = See the shop { $shop }
done-order-again = The goods are in your cart again, at today’s prices.
done-order-again-part = Some of it is in your cart. The rest is sold out, short, or not sold any more.
done-order-again-short = There is not as much any more, or it is not sold any more. What is left is in your cart.
