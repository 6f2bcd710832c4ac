# Front page
home-title = Dinoyo ceramics and Sanan tempe
home-heading = Dinoyo ceramics and Sanan tempe, straight from the people who make them.
home-lead = Two craft villages in Malang. Every item says who made it and where.
home-sentra = Craft villages
home-new = New from { $name }
home-how = How buying here works
home-how-order-title = Choose and order.
home-how-order-text = No account needed. You see the shipping cost before you order.
home-how-pay-title = Pay the maker.
home-how-pay-text = By bank transfer, or on hand-over where the shop accepts it.
home-how-follow-title = Follow it by a link.
home-how-follow-text = The order page shows the next step and how to reach the seller.
all = All
visit-shop = See the shop { $name }
makers = { $n ->
    [one] { $n } maker
   *[other] { $n } makers
}
products = { $n ->
    [one] { $n } product
   *[other] { $n } products
}
products-more = { $n }+ products

# Sentra
figure-makers = makers
figure-products = products
see-all-products = See all products
categories = Categories
makers-heading = Makers
about-place = About this village
since = since { $year }

# List and search
list-description = Ceramics and tempe from makers in Malang, with the maker's name, price and place.
list-search = Results for “{ $q }”
list-sentra = Products of { $name }
filter = Filter
filter-apply = Apply
filter-availability = Availability
filter-category = Category
filter-in-stock = Available now
filter-making = Ready or made to order
filter-material = Material
filter-price = Price
filter-taste = Taste
making-ready = Ready to ship
making-to_order = Made to order
price-at-least = From { $price }
price-at-most = Up to { $price }
price-low = From
price-high = To
filter-products = Filter products
filter-sentra = Village
filter-show = Show products
filters-applied = Filters applied
clear-filters = Clear filters
remove-filter = remove filter
sort-by = Sort by:
sort-relevance = Best match
sort-newest = Newest
sort-rating = Highest rated
sort-price_asc = Lowest price
sort-price_desc = Highest price
meant = Did you mean:
nearest-shown = Nothing has all of these words. These come closest.
nothing-found = Nothing fits yet
nothing-found-text = Try a shorter word, or remove a filter.
nothing-found-else = You may like these

# Product
about-product = About this item
add-to-cart = Add to cart
add-to-cart-short = + Cart
buy = Buy
buy-now = Buy now
chat = Chat
chat-product-text = Hello, I have a question about { $name } ({ $address })
chat-seller = Ask the seller
chat-shop-text = Hello { $shop }, I have a question.
chat-whatsapp = Chat on WhatsApp
choose-variant = Choose a variant first.
choose-variant-button = Choose a variant
fact-packed-weight = Packed weight
fact-shelf-life = Keeps for
fact-shelf-life-days = { $n ->
    [one] { $n } day from production
   *[other] { $n } days from production
}
facts = Details
more-of-shop = More from { $name }
photo-number = Photo { $n }: { $alt }
photos = Product photos
quantity = Quantity
shipping-in-cart = You see shipping cost and arrival date before you order.
stock-low = Only a few left
stock-made-later = Made to order. The next weeks are full, done around { $date }
stock-made-to-order = { $n ->
    [one] Made to order in { $n } day, done around { $date }
   *[other] Made to order in { $n } days, done around { $date }
}
stock-none = Sold out
stock-sent-in = { $n ->
    [one] ready in { $n } day
   *[other] ready in { $n } days
}
stock-sent-same-day = ready today
stock-some = Available
to-cart = See the cart
to-shop-page = See the shop
variant = Variant
visit = Visit the shop
way-cod = Cash on delivery
way-courier = Sent by courier
way-pickup = Collect at the workshop
yes = Yes
no = No
zoom = Enlarge the photo

# Shop
about-shop = About { $name }
fact-address = Address
fact-hours = Open
fact-owner = Owner
fact-ways = Services
products-heading = Products ({ $n })
shop-empty = No products on sale yet
visit-workshop = Visit the workshop
fact-best-before = Best before
fact-sent-to = Can be sent to
fact-sent-fresh = Malang and around; a little further by next-day services only
fact-sent-frozen = Malang and around
fact-sent-dry = all of Indonesia
fact-sent-fragile = all of Indonesia, in special packing
