# Checkout
checkout-title = Checkout
checkout-lead = No account needed. After ordering you get a link to follow your order.
checkout-lead-signed-in = Name and number come from your account. Change them if somebody else receives the goods.
checkout-keep = Keep what I typed
checkout-cart-changed = Something in your cart can no longer be bought in that quantity. Put it right in the cart first; what you typed here stays.
checkout-to-cart = Put the cart right

# Recipient and address
checkout-recipient = Recipient
checkout-name = Name of the recipient
checkout-phone = Mobile or WhatsApp number
checkout-email = Email
checkout-email-hint = We send the link of your order here too.
checkout-address = Address
checkout-address-lead = Not needed if you collect everything at the workshops.
checkout-village = Village
checkout-village-other = Change the village
checkout-village-query = Village (kelurahan) or postcode
checkout-village-hint = Type, then choose from the list. District and city follow by themselves.
checkout-village-search = Search
checkout-village-choose = Choose your village
checkout-village-more = Not in the list yet? Add the district or city and search again.
checkout-village-take = Use this village, show shipping
checkout-village-unknown = No village matches “{ $q }”. Check the spelling, or type its postcode.
checkout-street = Full address
checkout-street-hint = Street, house number, RT and RW.
checkout-landmark = Landmark
checkout-landmark-example = For example: opposite the mosque
checkout-postal = Postcode
checkout-postal-hint = 5 digits.
checkout-postal-known = If left empty, we use { $code }.

# Delivery
checkout-delivery = Delivery
checkout-delivery-first = Choose your village first to see shipping and the day of arrival, or collect the goods at the workshop.
checkout-delivery-none = { $shop } cannot send this to that address and does not hand over at the workshop. Remove it from your cart.
checkout-delivery-only-pickup = { $shop } cannot send this to that address. It can only be collected at the workshop.
checkout-seller-delivery = Brought by the seller
checkout-pickup = Collect at the workshop
checkout-pickup-detail = { $street }, { $hours }. Ready around { $date }.
checkout-arrives = Arrives { $dates }.
checkout-packing-inside = Safe packing for { $fee } included.
checkout-free = Free
checkout-recount = Recalculate the total

# Payment
checkout-payment = Payment
checkout-pay-each = You pay each shop directly, each in its own way if you like.
checkout-pay-each-or-card = You pay each shop directly, each in its own way if you like. Or choose card for all shops and pay once.
checkout-pay-to = Pay { $shop }
checkout-transfer = Bank transfer
checkout-transfer-detail = With a unique amount. You see the shop's account number after ordering.
checkout-card = Credit or debit card
checkout-card-detail = After ordering you pay on a page of Stripe. One payment for all shops.
checkout-cash = Cash at hand-over (COD)
checkout-cash-pickup = Cash when you collect the goods. Only for collecting at the workshop.
checkout-cash-seller = Cash at hand-over. Only if the seller brings the goods or you collect them.
checkout-cash-courier = Cash at hand-over.
checkout-note = Add a note to the seller
checkout-note-to = Note to { $shop }

# Amounts
checkout-summary = Your order
checkout-summary-count = { $n ->
    [one] Your order, { $n } item
   *[other] Your order, { $n } items
}
checkout-never-rises = This total will not rise after you press the button.
checkout-order = Place the order, { $total }
checkout-see-total = Show the total
checkout-after = Nothing is paid now. How to pay is shown on the page of your order.
sum-packing = Safe packing
sum-shipping = { $n ->
    [one] Shipping
   *[other] Shipping, { $n } shops
}
sum-shipping-open = not chosen yet
sum-total = Total
sum-so-far = So far

# QRIS
checkout-qris = QRIS
checkout-qris-detail = With the app of a bank or wallet. The amount is filled in.
checkout-held = What is in your cart is kept for you until { $until }.
checkout-refused = { $n ->
    [one] { $n } other way does not suit these goods
   *[other] { $n } other ways do not suit these goods
}
checkout-refused-far = { $way }: { $goods } is not sent that far.
checkout-refused-heavy = { $way }: the parcel is too heavy.
checkout-refused-spoils = { $way }: { $goods } does not keep long enough when it arrives on { $date } only.
