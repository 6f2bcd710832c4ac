# Mails. Each has a subject, a lead and, where there is something to do, the label of its link.
mail-greeting = Hello { $name },
mail-footer = This is an automatic e-mail from Sentra, the marketplace of Malang's Dinoyo ceramics and Sanan tempe makers.
mail-total = Total: { $total }
mail-reason = Reason: { $detail }
mail-note = Note: { $detail }
mail-pickup-place = Pick-up place: { $detail }
mail-courier = Delivery: { $detail }

mail-order-placed-subject = We have received your order
mail-order-placed-lead = Thank you for your order. How to pay and how your order is doing is on the order page. Keep its link and do not share it.
mail-order-placed-action = See your order

mail-order-received-subject = New order { $number } for { $shop }
mail-order-received-lead = There is a new order { $number } for { $shop }. Check the goods and the address, then answer as soon as you can.
mail-order-received-action = Open the order

mail-order-confirmed-subject = Order { $number } is confirmed
mail-order-confirmed-lead = { $shop } confirmed order { $number } and is preparing it.

mail-order-payment-rejected-subject = The payment of order { $number } was not found
mail-order-payment-rejected-lead = { $shop } has not found the payment of order { $number } yet. Check the account and the amount on the order page, and contact the seller if you have already paid.

mail-order-cancelled-by-seller-subject = Order { $number } is cancelled
mail-order-cancelled-by-seller-lead = Sorry, { $shop } cannot fulfil order { $number }, so it is cancelled. A payment that was received is given back; follow it on the order page.

mail-order-cancelled-by-buyer-subject = Order { $number } was cancelled by the buyer
mail-order-cancelled-by-buyer-lead = The buyer cancelled order { $number } at { $shop }. Its stock can be sold again.

mail-order-paid-subject = Order { $number } was paid by card
mail-order-paid-lead = We have received the card payment for order { $number } at { $shop }. Please accept or decline the order soon; we keep the money for you until the order is complete.

mail-order-expired-subject = Order { $number } ended unpaid
mail-order-expired-lead = We did not receive the payment for order { $number } at { $shop } in time, so it is cancelled. You are welcome to order again.

mail-order-ready-subject = Order { $number } is ready for pick-up
mail-order-ready-lead = Order { $number } is ready for pick-up at { $shop }.

mail-order-shipped-subject = Order { $number } is on its way
mail-order-shipped-lead = { $shop } has sent order { $number }. When it arrives, mark it as received on the order page.

mail-order-action = See the order

mail-sign-up-subject = Finish making your account
mail-sign-up-lead = Open this link to make your account. It is valid for 24 hours and works once. If you did not sign up, ignore this e-mail.
mail-sign-up-action = Finish your account

mail-password-reset-subject = Set a new password
mail-password-reset-lead = Somebody asked to set a new password for your account. The link is valid for 1 hour and works once. If it was not you, ignore this e-mail; your password stays as it is.
mail-password-reset-action = Set the password

mail-password-changed-subject = Your password was changed
mail-password-changed-lead = The password of your account was just changed. If it was not you, ask for a new password link on the sign-in page right away.

mail-account-exists-subject = You already have an account
mail-account-exists-lead = Somebody tried to sign up with this e-mail address, which already has an account. If it was you, sign in as usual or set a new password. If not, ignore this e-mail.
mail-account-exists-action = Forgot the password

mail-product-published-subject = { $product } is published
mail-product-published-lead = The curator published { $product }. Buyers can now see and buy it.

mail-product-change-published-subject = The change of { $product } is approved
mail-product-change-published-lead = The curator approved the change of { $product }. Buyers see the new version.

mail-product-changes-requested-subject = { $product } needs changes
mail-product-changes-requested-lead = The curator asks for changes to { $product }. Make them, then propose it again.

mail-product-rejected-subject = { $product } was not accepted
mail-product-rejected-lead = The curator did not accept { $product }.

mail-product-suspended-subject = { $product } was taken off the shelf
mail-product-suspended-lead = The curator took { $product } off the shelf. Orders already placed go on.

mail-product-action = Open the product

mail-product-restored-subject = { $product } is back on the shelf
mail-product-restored-lead = The curator put { $product } back on the shelf. Buyers can buy it again.

mail-shop-suspended-subject = { $shop } is closed for now
mail-shop-suspended-lead = The curator closed { $shop } for now. Buyers do not see its goods. Orders already placed go on.

mail-shop-restored-subject = { $shop } is open again
mail-shop-restored-lead = The curator opened { $shop } again. Buyers see its goods and can buy them.

mail-shop-action = Open the sales desk

mail-order-proof-submitted-subject = Proof of payment for order { $number }
mail-order-proof-submitted-lead = The buyer sent a proof of payment for order { $number } at { $shop }. Compare it with your account, then answer.

mail-payee = Payee: { $detail }
mail-payee-action = See how the shop is paid

mail-shop-qris-proposed-subject = QRIS code of { $shop } changed
mail-shop-qris-proposed-lead = Somebody of { $shop } handed in a new QRIS code. The curator checks it first. Was it neither you nor a colleague? Contact the curator at once and change your password.

mail-shop-qris-verified-subject = QRIS code of { $shop } approved
mail-shop-qris-verified-lead = The curator approved the QRIS code of { $shop }. The page of payments says from when it is used.

mail-shop-qris-rejected-subject = QRIS code of { $shop } not approved
mail-shop-qris-rejected-lead = The curator did not approve the QRIS code of { $shop }. Buyers cannot pay with it.

mail-shop-bank-changed-subject = Bank account of { $shop } changed
mail-shop-bank-changed-lead = The bank account of { $shop } was changed. New orders are paid to this one. Was it neither you nor a colleague? Contact the curator at once and change your password.

# Refunds and cases
mail-amount-detail = Amount: { $detail }
mail-case-text = What was written: “{ $detail }”
mail-refund-promised-subject = Money for order { $number } will be returned
mail-refund-promised-lead = Part or all of the money for order { $number } at { $shop } goes back to you. If it comes by transfer, give your account on the order page. We will tell you once it has been sent.
mail-refund-to-send-subject = Return the money for order { $number }
mail-refund-to-send-lead = The money for order { $number } at { $shop } has to go back to the buyer. Send it, then note the number of the transfer on the page of the order.
mail-refund-sent-subject = The money for order { $number } has been sent back
mail-refund-sent-lead = { $shop } has sent back the money for order { $number }. Check your account, then mark it as received on the page of the order.
mail-refund-failed-subject = The refund for order { $number } has not worked yet
mail-refund-failed-lead = The refund for order { $number } at { $shop } has not worked yet. See how it goes on on the page of the order.
mail-refund-declined-subject = The refund for order { $number } was not approved
mail-refund-declined-lead = The curator did not approve the refund for order { $number } at { $shop }.
mail-case-opened-subject = A complaint about order { $number }
mail-case-opened-lead = The buyer reports a problem with order { $number } at { $shop }. Please answer soon; after the deadline a curator decides.
mail-case-answered-subject = { $shop } answered your complaint
mail-case-answered-lead = { $shop } answered your complaint about order { $number }. Accept the offer, reply, or ask a curator to decide.
mail-case-message-subject = A new message about the complaint on order { $number }
mail-case-message-lead = There is a new message about the complaint on order { $number } at { $shop }.
mail-case-escalated-subject = A curator looks at the complaint on order { $number }
mail-case-escalated-lead = A curator now looks at the complaint about order { $number } at { $shop }. We will tell you the decision.
mail-case-refunded-subject = Complaint on order { $number } settled: money back
mail-case-refunded-lead = The complaint about order { $number } at { $shop } is settled with a refund.
mail-case-replaced-subject = Complaint on order { $number } settled: goods replaced
mail-case-replaced-lead = The complaint about order { $number } at { $shop } is settled. The goods are sent again.
mail-case-rejected-subject = Complaint on order { $number } not upheld
mail-case-rejected-lead = The curator did not uphold the complaint about order { $number } at { $shop }.
mail-case-withdrawn-subject = Complaint on order { $number } withdrawn
mail-case-withdrawn-lead = The buyer withdrew the complaint about order { $number } at { $shop }.

# Lots that are called back
mail-recall-detail = Recalled: { $detail }
mail-lot-action = Open the page of the lot
mail-lot-recalled-subject = Important: goods of order { $number } are recalled
mail-lot-recalled-lead = Some goods of order { $number } from { $shop } are of a lot that is recalled. Do not eat them or give them away. Contact the seller from the page of your order for a replacement or your money back.
mail-lot-recalled-shop-subject = A curator recalled a lot of { $product }
mail-lot-recalled-shop-lead = A curator recalled a lot of { $product }. It is no longer sold and its buyers have been told. Set what is left aside, then write it off.
