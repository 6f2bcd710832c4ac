# The curator's desk.
curating-overview-title = Overview
curating-overview-lead = What waits for a decision and what was decided lately.
curating-start = Start reviewing
curating-oldest = Waiting longest
curating-see-queue = See the queue
curating-recent = Latest decisions
curating-see-trail = See the trail
curating-to-products = See products
curating-stat-waiting = Waiting
curating-stat-oldest = oldest { $ago }
curating-stat-none-waiting = the queue is empty
curating-stat-decided = Decided
curating-stat-decided-when = in 30 days
curating-stat-published = Products on sale
curating-stat-suspended = { $n } suspended
curating-stat-shops = Shops open
curating-stat-shops-closed = { $n } suspended
curating-decided-by = { $who }, { $ago }

# How long ago.
curating-ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
curating-ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
curating-ago-yesterday = yesterday
curating-ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}

# The queue.
curating-queue-title = Review queue
curating-queue-lead = The oldest was proposed { $ago }.
curating-queue-lead-empty = Nothing is waiting.
curating-queue-empty = The queue is empty
curating-queue-empty-text = Everything is decided. New proposals appear here as soon as they are made.
curating-queue-none-here = Nothing waits in this part
curating-queue-none-here-text = See the whole queue for other proposals.
curating-filter = Filter the queue
curating-filter-all = All
curating-filter-apply = Apply
curating-filter-shop-off = Remove the shop filter
curating-kind-new = New
curating-kind-change = Change
curating-proposed-ago = Proposed { $ago }
curating-waiting = { $n } waiting

# One product.
curating-review-title = Review { $name }
curating-review-pane = The product under review
curating-as-buyer = See it as a buyer
curating-stock = { $n } in stock
curating-made-to-order = made to order
curating-standing-change = This changes a product that is on sale. Buyers see the old version until the change is approved.
curating-standing-decided = Nothing waits for a decision. State now:
curating-no-photos = There are no photos yet.
curating-photo-open = Open photo { $n } in full size: { $alt }
curating-photo-unsaid = (no description)
curating-changes-title = What changes
curating-changes-none = Texts and photos are those of the version on sale.
curating-photos-added = New photos
curating-photos-removed = Removed photos
curating-photos-reordered = The photos come in another order.
curating-before = Before
curating-after = After
curating-empty-value = (empty)
curating-field-name = Name
curating-field-description = Description
curating-field-photo = Description of photo { $n }
curating-language-id = Indonesian
curating-language-en = English
curating-text-id = Seller's description
curating-text-en = English version
curating-no-english = There is no English version yet.
curating-facts = Facts
curating-fact-lead = Ready to hand over within
curating-fact-making = Making time
curating-fact-shelf-life = Shelf life
curating-fact-transport = Transport
curating-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
curating-transport-fresh = Fresh
curating-transport-frozen = Frozen
curating-transport-dry = Dry
curating-transport-fragile = Fragile
curating-variants = Variants and prices
curating-variant = Variant
curating-variant-only = One option
curating-price = Price
curating-weight = Packed weight
curating-in-stock = Stock
curating-shop-since = { $owner }, since { $year }
curating-shop-record = { $published } on sale, { $waiting } waiting. In the last year: changes requested { $changes } times, rejected { $rejected } times.
curating-history = History
curating-history-proposed = Version { $n } proposed

# The decision.
curating-decision = Decision
curating-publish = Approve and publish
curating-publish-change = Approve the change
curating-request-changes = Ask for changes
curating-request-changes-button = Send the request
curating-issue-photo-dark = A photo is dark or blurred.
curating-issue-photo-scale = The photos do not show the size.
curating-issue-name = The name is not clear.
curating-issue-description = The description does not fit the goods.
curating-issue-translation = The English version is missing or not right.
curating-note = Message to { $name }
curating-reject = Reject this product
curating-reject-title = Reject { $name }?
curating-reject-lead = The seller receives your reason by e-mail. This version cannot be proposed again.
curating-reject-button = Reject
curating-reason = Reason
curating-nothing-to-decide = There is nothing to decide here.
curating-previous = Previous
curating-next = Next

# Products, shops and the trail.
curating-products-title = Products
curating-products-lead = Everything that was ever published. Suspend what should not be sold.
curating-products-search = Search products
curating-products-empty = Nothing is published yet
curating-products-none = No product fits
curating-product = Product
curating-shop = Shop
curating-state = State
curating-what-to-do = Action
curating-suspend = Suspend
curating-suspend-button = Suspend the product
curating-suspend-product-title = Suspend { $name }?
curating-suspend-product-lead = The product leaves the shelf at once. Orders already placed go on. The seller receives the reason.
curating-restore = Restore
curating-shops-title = Shops
curating-shops-lead = Who may sell.
curating-shops-search = Search shops or owners
curating-shops-none = No shop fits
curating-owner = Owner
curating-sentra = Sentra
curating-shop-products = Products
curating-suspend-shop = Close for now
curating-suspend-shop-title = Close { $name } for now?
curating-suspend-shop-lead = Its { $n } products leave the shelf at once. Orders already placed go on. The owner receives the reason.
curating-suspend-shop-button = Close the shop
curating-restore-shop = Open again
curating-trail-title = Audit trail
curating-trail-lead = Who decided what, when, and why.
curating-trail-empty = No decisions yet
curating-trail-none = No decision fits
curating-trail-object = About
curating-trail-action = Decision
curating-trail-who = By
curating-trail-when = When
curating-trail-why = Reason
curating-action-product_published = Published
curating-action-product_changes_requested = Changes requested
curating-action-product_rejected = Rejected
curating-action-product_suspended = Suspended
curating-action-product_restored = Restored
curating-action-shop_suspended = Shop closed for now
curating-action-shop_restored = Shop opened again
curating-actor-buyer = buyer
curating-actor-seller = seller
curating-actor-curator = curator
curating-actor-admin = operator
curating-actor-system = system

# What the action before did.
done-kurasi-tayang = Published. The seller has been told.
done-kurasi-minta-ubah = The request for changes is sent.
done-kurasi-ditolak = Rejected. The reason is sent.
done-kurasi-ditangguhkan = Suspended and off the shelf.
done-kurasi-dipulihkan = Back on the shelf.
done-kurasi-toko-ditutup = The shop is closed for now.
done-kurasi-toko-dibuka = The shop is open again.

# Payments.
curating-payments-lead = QRIS codes that wait, proofs without an answer, and money without an order.
curating-payments-none = Nothing waits
curating-payments-none-lead = New QRIS codes and payments that are stuck appear here.
curating-qris-title = QRIS codes to check
curating-qris-since = Handed in
curating-qris-from = In use at the earliest
curating-qris-compare = Compare payee and NMID with the papers or the sticker of the shop before you approve.
curating-qris-verify = It fits, approve
curating-qris-reject = It does not fit
curating-qris-reject-button = Refuse this code
curating-overdue-title = Proofs that sellers have not answered
curating-overdue-sent = Sent by the buyer
curating-overdue-due = To be answered by
curating-overdue-photo = See the proof
curating-action-shop_qris_verified = QRIS approved
curating-action-lot_recalled = Lot recalled
curating-action-shop_qris_rejected = QRIS refused
done-qris-disetujui = The QRIS code is approved. The shop knows.
done-qris-ditolak = The QRIS code is refused. The shop knows.

# Jobs that were given up.
nav-jobs = Jobs
jobs-title = Background jobs
jobs-lead = Mails and regular tasks that the system does. What failed eight times stops here.
jobs-waiting = Waiting
jobs-waiting-what = not begun, or to be tried again
jobs-running = Running
jobs-running-what = under way now
jobs-dead = Stopped
jobs-dead-what = somebody has to look
jobs-retry-kind = Try all again: { $kind } ({ $n })
jobs-none = No job has stopped
jobs-none-lead = All mails and regular tasks are running.
jobs-what = Job
jobs-since = Since
jobs-attempts = Tries
jobs-error = Last error
jobs-again = Action
jobs-retry = Try again
job-kind-mail = Send a mail
job-kind-text = Send a text message
job-kind-payout_sweep = Put payouts together
job-kind-reconciliation = Reconcile money
