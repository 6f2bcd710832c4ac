# Reviews
reviews = Reviews
review-no-name = Buyer
review-photo-alt = Photo of { $product } by { $name }
review-count = { $n ->
    [one] { $n } review
   *[other] { $n } reviews
}
review-of-five = of 5
review-stars = { $n ->
    [one] { $n } star
   *[other] { $n } stars
}
review-stars-of = { $n } of 5 stars
review-only-delivered = Every review was written by a buyer after the order had arrived.
review-none = No reviews yet
review-none-lead = Buyers write reviews after their order has arrived.
review-none-shop-lead = Buyers can write a review after their order has arrived.
review-none-fit = No review fits this filter.
review-filter = Filter reviews
review-filter-all = All
review-filter-photos = With photos
review-filter-photos-count = With photos ({ $n })
review-edited = edited
review-reply-of = Reply from { $shop }
review-report = Report
review-report-whose = Report the review by { $name }
review-photo-large = Enlarge photo by { $name }
review-more = More reviews

# Writing a review
review-panel = Your reviews
review-panel-lead = How do you like it? Tell other buyers.
review-write = Write a review
review-write-of = Write a review of { $product }
review-change = Change
review-change-of = Change your review of { $product }
review-see = View
review-see-of = View your review of { $product }
review-title = Review of { $product }
review-back = Back to the order
review-how = How many stars for this item?
review-word-1 = Disappointing
review-word-2 = Poor
review-word-3 = Fair
review-word-4 = Good
review-word-5 = Very good
review-text = Your story
review-text-hint = How is the quality, the taste, the packing? Do not write phone numbers or addresses.
review-photos = Photos
review-photos-hint = Up to { $max } photos as JPEG, PNG or WebP, each at most { $mb } MB. Everybody can see these photos.
review-photos-more = Add photos
review-photo-remove = Remove photo { $n }
review-name = Name shown
review-name-hint = Your full name, phone number and address are never shown.
review-send = Send review
review-save = Save changes
review-until = Can be changed until { $when }.
review-too-late = This review can no longer be changed. You can still remove it.
review-remove = Remove review
review-remove-question = Remove your review of { $product }?
review-remove-lead = Stars, words and photos are deleted. The item of this order cannot be reviewed again.
review-remove-keep = Keep it
review-removed = You have removed this review.
review-hidden = A curator has hidden this review
review-hidden-why = Reason: { $reason }
review-hidden-badge = Hidden
review-too-early = It is too early for a review
review-too-early-lead = You can write a review once the order has arrived.
done-ulasan-terkirim = Thank you, your review is online.
done-ulasan-diubah = Review changed.
done-ulasan-dihapus = Review removed.
done-ulasan-foto-dihapus = Photo removed from the review.
done-ulasan-berubah = Things have changed. This is how they stand now.
error-review-stars = Choose 1 to 5 stars.
error-review-own-shop = Goods of your own shop cannot be reviewed.
error-review-reply-missing = Write a reply of at least 3 letters.
error-report-note-missing = Say what is wrong.

# Reporting
report-title = Report a review
report-lead = Curators read every report and hide reviews that break the rules. An unpleasant opinion alone breaks none.
report-why = What is wrong?
report-reason-offensive = Insults or threatens
report-reason-personal_data = Contains personal data
report-reason-advertising = Advertising
report-reason-untrue = Not true
report-reason-off_topic = Not about the item
report-reason-other = Another reason
report-note = Explanation
report-send = Send report
report-back = Back to the product
done-ulasan-dilaporkan = Thank you. A curator will look at that review.

# Shop
nav-reviews = Reviews
review-desk-title = Buyers' reviews
review-tab-all = All
review-tab-open = Without reply
review-desk-none = No reviews yet
review-desk-none-lead = Reviews appear here after buyers have received their orders.
review-desk-all-answered = All reviews have a reply
review-desk-all-answered-lead = New reviews appear here, and we tell you by mail.
review-desk-see-all = See all reviews
review-reply = Reply
review-reply-change = Change reply
review-reply-text = Your reply
review-reply-hint = The reply is shown below the review; everybody can read it.
review-reply-send = Send reply
review-reply-save = Save reply
review-order = Order { $number }
done-ulasan-dibalas = Your reply is shown below the review.
desk-todo-reviews = reviews without reply
desk-todo-reviews-lead = A kind reply convinces the next buyer

# Curators
review-queue-title = Reviews
review-tab-reported = Reported
review-tab-hidden = Hidden
review-queue-empty = No reviews here
review-queue-empty-lead = Reports by buyers and sellers come to the tab Reported.
review-queue-see-all = See all reviews
review-hide = Hide
review-hide-why = Reason for hiding
review-restore = Show again
review-restore-why = Reason for showing it again
review-why-hint = The author of the review receives this reason.
review-dismiss = Let it stand
review-reported = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
done-ulasan-disembunyikan = Review hidden. Its author has been told.
done-ulasan-ditampilkan = Review shown again. Its author has been told.
done-ulasan-dibiarkan = Reports closed, the review stays.
curating-reported-reviews = reported reviews

# Mails
mail-review-action-desk = Open the shop's reviews
mail-review-action-own = Open the order
mail-review-action-write = Write a review
mail-review-written-subject = New review of { $product }
mail-review-written-lead = A buyer has reviewed { $product }. Your reply is shown below the review.
mail-review-written-detail = The review: { $detail }
mail-review-replied-subject = The seller replied to your review of { $product }
mail-review-replied-lead = The seller replied to your review of { $product }.
mail-review-replied-detail = The reply: “{ $detail }”
mail-review-hidden-subject = Your review of { $product } has been hidden
mail-review-hidden-lead = A curator has hidden your review of { $product }. Its stars do not count while it is hidden.
mail-review-hidden-detail = Reason: { $detail }
mail-review-restored-subject = Your review of { $product } is shown again
mail-review-restored-lead = A curator shows your review of { $product } again.
mail-review-restored-detail = Reason: { $detail }
mail-review-invited-subject = How is your order from { $shop }?
mail-review-invited-lead = Order { $number } from { $shop } has reached you. If you have a moment, tell how you like it. Your review helps other buyers and the artisan.
mail-review-invited-once = We ask only once for each order.
