# Words of the components.
breadcrumb = Where this page is
close = Close
form-errors = { $n ->
    [one] { $n } field needs a correction
   *[other] { $n } fields need a correction
}
form-refused = This could not be sent
goods-count = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
load-more = Load more
made-in-days = { $n ->
    [one] made in { $n } day
   *[other] made in { $n } days
}
no-photo = No photo yet
optional = (optional)
pages = Pages
price-from = from
rating = Rated
ready-to-ship = ready to ship
search = Search
search-suggestions = Search suggestions
search-example = Vases, mugs, tempe chips…
search-products = Search products
search-site = Search all of Sentra
sold-out = sold out

# States of things.
order-state-awaiting_payment = Awaiting payment
order-state-awaiting_seller = Waiting for the seller
order-state-cancelled = Cancelled
order-state-completed = Completed
order-state-delivered = Delivered
order-state-expired = Expired
order-state-shipped = On its way
order-state-preparing = Being prepared
order-state-proof_submitted = Payment proof under review
order-state-ready = Ready to ship
order-state-awaiting_pickup = Ready for pick-up
order-state-returned = Returned
order-state-undeliverable = Could not be delivered
product-state-archived = Archived
product-state-changes_requested = Changes requested
product-state-draft = Draft
product-state-hidden = Hidden
product-state-proposed = Awaiting review
product-state-published = On sale
product-state-rejected = Rejected
product-state-suspended = Suspended
shop-state-applied = Awaiting approval
shop-state-approved = Open
shop-state-rejected = Rejected
shop-state-suspended = Suspended

# What the action before did, by its code in the address.
done-saved = Saved.

# Pages for what went wrong.
fault-forbidden-text = Your account may not see this page. Sign in with another account, or contact the operator.
fault-forbidden-title = This page is not for your account
fault-conflict-text = Something changed since you opened the page. Open it again and repeat if you still need to.
fault-conflict-title = Already changed
fault-invalid-text = Part of the address or the form was not understood. Go back and try again.
fault-invalid-title = The request could not be read
fault-not-found-text = The item may no longer be on sale, or the address has a typing error. Try a search here.
fault-not-found-title = This page does not exist
fault-server-text = This is our mistake and it has been recorded. Reload the page in a moment. Existing orders are safe.
fault-server-title = Something went wrong on our side
fault-busy-text = Sentra is busy at the moment. Reload the page in a moment.
fault-busy-title = One moment, it is crowded
fault-too-many-text = Too many attempts in a short time. Wait a few minutes, then try again.
fault-too-many-title = Please wait a little
to-home = To the home page
to-products = See all products
done-pekerjaan-diulangi = Will be tried again shortly.
