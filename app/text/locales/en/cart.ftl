# Cart
cart-title = Cart
cart-pieces = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
cart-empty = Your cart is empty
cart-empty-text = What you choose waits here, even after your phone was switched off.
cart-more = Keep shopping
cart-shop-place = { $sentra }, Malang
cart-change = Change
cart-remove = Remove
cart-removed = { $name } was removed.
cart-undo = Undo
cart-quantity-of = Quantity of { $name }
cart-less-of = One less { $name }
cart-more-of = One more { $name }
cart-price-fell = The price fell from { $before } to { $now } since you put it here.
cart-price-rose = The price rose from { $before } to { $now } since you put it here.
cart-unavailable = This is no longer on sale. Remove it to go on.
cart-sold-out = This has just sold out. Remove it to go on.
cart-not-enough = Only { $n } left. Lower the quantity to go on.
cart-take-left = Take { $n }
cart-summary = Summary
cart-total = Goods in total
cart-destination = Sent to { $region }.
cart-destination-change = Change
cart-total-shipped = Total with shipping
cart-shipping-next = Shipping and the day of arrival are shown in the next step, before you order.
cart-several-shops = { $n ->
    [one] { $n } shop, { $n } order.
   *[other] { $n } shops, { $n } orders. You choose how to pay in the next step.
}
cart-not-ready = Something here cannot be bought in that quantity.
cart-see-line = See which
cart-next-region = Next
cart-to-checkout = Go to checkout
sum-goods = Goods

done-cart-added = Added to your cart.
done-cart-put-back = Back in your cart.
done-ordered-already = The order from that page was placed already; we left it as it is.
cart-not-sent-there = This cannot be sent to that place; it can only be picked up at the sentra.
