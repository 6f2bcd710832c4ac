# One sentence per error code: what happened and what to do.
error-too-many-requests = Too many attempts. Try again in { $minutes } min.
error-unreadable = The form could not be read. Reload the page and try again.
error-too-many-fields = The form has too many fields. Reload the page and try again.
error-too-large = This is too large. Send less and try again.

# Account
error-sign-in-failed = E-mail or password is wrong. Check both, or set a new password.
error-email-missing = Please write your e-mail.
error-email-invalid = The e-mail address is not complete. Write it like name@example.com.
error-email-taken = Another account uses this e-mail address.
error-name-missing = Please write your name, at least 2 letters.
error-too-long = Too long. At most { $max } characters.
error-phone-invalid = The mobile number does not fit. Write 10 to 13 digits, such as 0812-3456-7890.
error-choice-unknown = There is no such choice. Choose one from the list.
error-password-short = The password is too short. Use at least { $min } characters.
error-password-long = The password is too long. Use at most { $max } characters.
error-password-common = This password is too easy to guess. Choose another one.
error-password-wrong = That is not the current password. Type it again.
error-link-expired = The link no longer works. Ask for a new one here.

# Cart and checkout
error-items-missing = The cart is still empty. Choose something first.
error-items-too-many = Too many different goods. At most { $max } in one order.
error-quantity-invalid = The quantity does not fit. Write a number from 1 to { $max }.
error-variant-missing = No variant chosen yet. Choose one.
error-item-unavailable = This is no longer for sale. Take it out of the cart, then go on.
error-out-of-stock = Not enough in stock, { $available } left. Order fewer.
error-sold-out = This has just sold out. Remove it from your cart, then go on.
error-cart-full = The cart is full. It holds at most { $max } different goods.
error-region-missing = No village chosen yet. Type its name or postcode, then choose from the list.
error-region-query-missing = Type the name of the village or its postcode first.
error-total-updated = With the delivery you chose, the total is now { $total }. Check it, then order again.
error-region-unknown = There is no such village. Choose one from the list.
error-name-invalid = The name does not fit. Write 2 to 80 letters.
error-address-missing = Please write your address, or choose to pick up at the sentra.
error-street-invalid = The address does not fit. Write street and number, 5 to 200 letters.
error-postal-code-invalid = A postcode has 5 digits.
error-delivery-unknown-shop = This shop is not in the cart. Reload the page.
error-delivery-twice = The delivery of this shop was chosen twice. Choose one.
error-delivery-missing = Please choose how { $shop } delivers.
error-not-deliverable = { $shop } cannot deliver to this address that way. Choose another way.
error-payment-unavailable = { $shop } does not take this way of payment with the chosen delivery. Choose another one.
error-price-changed = The price has changed, the total is now { $total }. Check it and order again.
error-idempotency-key-invalid = The request key must have 16 to 255 characters.

# Orders and stock
error-reason-missing = Please write a reason, at least 3 letters.
error-already-decided = This has changed meanwhile; another curator may have been faster. Check again before you go on.
error-note-missing = The note is empty. Choose what needs work, or write at least 3 characters.
error-courier-missing = Please write the courier's name, 2 to 60 letters.
error-tracking-missing = Please write the tracking number, 4 to 60 letters.
error-on-hand-invalid = The stock does not fit. Write a number from 0 to { $max }.
error-below-promised = That is less than what is ordered already. Write a larger number.
error-lot-not-food = Lots are for food that is kept in stock only.
error-lot-code-invalid = A lot's code has 3 to 32 letters, digits and hyphens.
error-lot-code-taken = This code is taken. Choose another.
error-lot-made-later = It cannot have been made after today.
error-lot-too-long = That is longer than this product keeps ({ $days } days from the day it was made).
error-lot-too-short = That is before the day it was made.
error-write-off-too-many = Not that many are free on the shelf; the others are ordered.
error-lot-recalled = Goods of this order are of a recalled lot, so they must not leave. Call the order off; the buyer gets the money back.
error-capacity-invalid = Write a number from 0 to { $max }, or leave it empty for no limit.
error-not-made-to-order = This is kept in stock, not made to order.
error-made-to-order = This is made to order, so it keeps no stock.

# Catalogue
error-bad-cursor = This page of the list is not known any more. Start at the top of the list.
error-bad-limit = The number per page must be between 1 and 100.

# Products
error-attribute-missing = { $name } is missing.
error-attribute-unknown = This kind of goods has no such property. Leave it out.
error-category-missing = No category was chosen.
error-days-invalid = That number of days does not fit. Enter { $min } to { $max }.
error-description-missing = The description is missing. Tell about it in a few sentences.
error-last-variant = A product needs one variant. Archive the product if you no longer sell it.
error-number-invalid = Not a number that fits. Write digits only, without a unit.
error-photo-damaged = The photo is damaged or cut off. Send the original again.
error-photo-heic = HEIC cannot be read. Save it as JPEG and send it again.
error-photo-missing = There is no photo yet. Add at least one.
error-photo-none = No photo was chosen. Choose one first.
error-photo-not-image = This is not a photo. Use JPEG, PNG or WebP.
error-photo-too-large = The photo is too large. At most { $max } MB.
error-photo-too-many-pixels = The photo has too many pixels. At most { $max } megapixels.
error-photo-twice = This photo is already there. Choose another.
error-photos-full = There are { $max } photos already. Remove one to add another.
error-photos-per-upload = At most { $max } photos at once. Send the rest after these.
error-price-invalid = That price does not fit. Enter { $min } to { $max }.
error-product-name-missing = The name of the product is missing.
error-shelf-life-missing = How long it keeps is missing. Food needs a best-before date.
error-shelf-life-not-food = Only food has a shelf life.
error-shop-missing = No shop was chosen.
error-side-invalid = That size does not fit. Write centimetres, at most { $max }.
error-text-invalid = This has to be text.
error-under-review = The curator is checking this product. Texts and photos can be changed after the answer.
error-upload-cut = The upload was cut off. The photos before are saved; send the rest again.
error-variants-missing = The price is missing. Enter price and weight of at least one variant.
error-variant-name-missing = Name every variant, so that buyers can choose.
error-variant-name-twice = Another variant has this name. Write another.
error-variants-too-many = Too many variants. At most { $max }.
error-weight-invalid = That weight does not fit. Write grams, such as 1100, or 1.2 kg.

# Ways to pay
error-payment-no-bank = { $shop } has no account for transfers yet. Choose another way.
error-payment-no-qris = { $shop } has no QRIS code that was checked yet. Choose another way.
error-payment-qris-limit = QRIS takes at most { $max } at a time. Choose another way.
error-payment-no-cash = { $shop } takes no cash at hand-over. Choose another way.
error-payment-cash-courier = Couriers collect no cash. Choose delivery by the seller, pick-up, or another way to pay.
error-payment-cash-limit = Cash at hand-over is for at most { $max }. Choose another way.
error-payment-cash-region = Cash at hand-over does not reach this address yet. Choose another way.
error-payment-cash-open-orders = This phone number still has open orders to be paid in cash. Choose another way.
error-payment-cash-refused-before = Orders against cash of this phone number were not taken before. Choose another way.
error-payment-card-all = A card pays all shops at once. Choose card for every shop, or another way for every shop.
error-payment-card-least = Cards are taken from { $min }. Choose another way.
error-qris-missing = The QRIS code is missing. Paste all of it.
error-qris-malformed = This is not what a QRIS code says. Paste all of it, from 000201 on.
error-qris-checksum = The check digits do not fit. A character is wrong or missing; paste all of it again.
error-qris-foreign = This is not a QRIS code in rupiah. Use the one of your shop.
error-qris-no-merchant-id = This code has no NMID. Ask your bank for the QRIS code of your shop.
error-qris-not-static = This code is for one payment only. Use the one of your shop's sticker.
error-qris-same = Your shop uses this code already.
error-bank-missing = The name of the bank is missing. Write BRI or Bank Jatim, for example.
error-bank-account-invalid = The account number does not fit. Write 6 to 20 digits.
error-amount-invalid = The amount does not fit. Write it in rupiah, for example 150.000.
error-date-invalid = The date does not fit. Choose today or an earlier day.
error-order-unknown = This shop has no such order. Check the number, or leave it empty.
error-order-not-over = That order still waits for its payment. Open it and accept the money there.
error-reference-missing = Say where it went: the reference of the transfer, or the number of the order.

# Refunds and cases
error-refund-method = That payment cannot be returned in this way. Choose another one.
error-refund-lines = Too many items at once. At most { $max }.
error-refund-line-twice = This item is named twice. Name it once.
error-refund-pieces = The number does not fit. Enter 1 to { $max }.
error-refund-shipping = At most { $max } of shipping can be returned.
error-refund-amount = The amount does not fit. Enter rupiah without a minus.
error-refund-nothing = Nothing is returned yet. Choose items or enter an amount.
error-refund-over = Too much. { $left } can still be returned.
error-refund-own = You asked for this refund yourself. Ask somebody else to approve it.
error-refund-reference = The number of the transfer is missing. Write 3 to 80 characters, as on the bank’s receipt.
error-case-lines-missing = Choose the items that something is wrong with.
error-case-text-missing = Tell what is wrong, in at least 3 letters.
error-case-offer = There is no such offer. Choose money back or a replacement.
error-case-amount = The amount does not fit. { $left } can still be returned.
error-case-replacement-stock = There is not enough stock to replace the goods. Choose a refund, or add stock first.
