# Terms, privacy, help. Each line of a text is a paragraph.
legal-more = Related pages
legal-version = In force since November 2026. An order follows the terms of the day it was placed.

legal-terms-title = Terms and conditions
legal-terms-lead = The rules of buying on Sentra, in plain words.
legal-terms-parties = Who agrees with whom
legal-terms-parties-text =
    You buy from the shop that accepts your order. Its name, address and phone number are on the order page.
    Sentra is run by { $operator }, { $address }. We provide the meeting place, curate the products and help when there is a problem. We do not hold the money of your purchase.
legal-terms-order = Orders
legal-terms-order-text =
    An order is binding once the shop has accepted it or has received your payment. Until then you can cancel it free of charge and without a reason.
    The order page records the goods, prices, shipping, address and promised time as they were when you ordered.
legal-terms-price = Prices
legal-terms-price-text =
    Prices are in rupiah and include the taxes that apply to the shop. Shipping and packing are shown before you order, and the total does not rise afterwards.
legal-terms-payment = Payment
legal-terms-payment-text =
    You pay the shop directly in the way shown when you order, or by card where that is offered; we receive card payments for the shop. Transfer the exact amount down to the last digit: its unique code tells which order it is for.
    An order that is not paid in time ends by itself and its stock is released.
legal-terms-delivery = Delivery
legal-terms-delivery-text =
    The shop sends your order in the way that you chose. Arrival dates are estimates; the shop tells you when they change.
    Check the goods when they arrive, and keep photos of any damage.
legal-terms-cancel = Cancelling, exchange and refunds
legal-terms-cancel-text =
    Goods that are damaged, wrong, missing or not as described are exchanged or refunded. Tell the shop within 3 working days of receiving them.
    Handmade things are never quite alike; small differences in glaze or size are no defect. Your rights under the law remain.
legal-terms-complaint = Complaints
legal-terms-complaint-text =
    Talk to the shop first, through the order page. If it is not settled, contact us at { $phone } or { $email }.
legal-terms-content = What is on display
legal-terms-content-text =
    Shops answer for the truth of photos, sizes, weights, materials, permits and shelf life. Curators check products before they are published and can take them down.
legal-terms-disputes = If there is no agreement
legal-terms-disputes-text =
    Disputes are settled by talking. If that fails, you can choose the Consumer Dispute Settlement Agency (BPSK) or the courts. Indonesian law applies.

legal-privacy-title = Privacy policy
legal-privacy-lead = What we keep of you, what for, and what your rights are.
legal-privacy-what = What we keep
legal-privacy-what-text =
    When you order: name, phone number, delivery address, e-mail if you give it, and what you ordered.
    When you make an account: name, e-mail, a password in a scrambled form that cannot be read back, and the devices that are signed in.
legal-privacy-why = What for
legal-privacy-why-text =
    To fulfil orders, to tell you how they are doing, to keep accounts safe and to keep the books that the law asks for. We sell no data and show no advertising.
legal-privacy-who = Who sees it
legal-privacy-who-text =
    The shop that you order from sees your name, phone number, address and note, and passes them on to the courier as needed. Other shops do not.
    An order page opens for anybody who has its link, so do not share that link.
legal-privacy-cookies = Cookies
legal-privacy-cookies-text =
    Only what is needed: to stay signed in, to remember the cart and to keep a form that needs correcting. There are no trackers of others.
legal-privacy-how-long = How long
legal-privacy-how-long-text =
    Records of transactions are kept for 10 years and other records for 5, as Government Regulation 80 of 2019 asks. After that, personal data is erased or made anonymous.
legal-privacy-rights = Your rights
legal-privacy-rights-text =
    Under Law 27 of 2022 you may ask for a copy, a correction, an end of use or the erasure of your data. Write to { $email }; we answer within 3 × 24 hours.
    You can change your name, phone number and language yourself on the account page. Records of orders are kept as long as the law requires.
legal-privacy-breach = If data leaks
legal-privacy-breach-text =
    We tell you and the authorities within 3 × 24 hours: which data, when, how, and what we are doing about it.

legal-help-title = Help and complaints
legal-help-lead = Most things are settled fastest with the seller. This is the order of steps.
legal-help-order = 1. Open the order page
legal-help-order-text =
    It shows how the order stands, how to pay, the button to cancel and how to reach the shop. Its link is in the order mail; if you ordered with an account, all orders are on the account page.
legal-help-seller = 2. Contact the shop
legal-help-seller-text =
    Give the order number, and photos if something is damaged or wrong. Do so within 3 working days of receiving the goods.
legal-help-us = 3. Contact us
legal-help-us-text =
    If the shop does not answer or you do not agree, contact { $operator }: phone or WhatsApp { $phone }, e-mail { $email }, address { $address }. We answer every complaint.
legal-help-ministry = 4. The government's consumer complaints office
legal-help-ministry-text =
    Directorate General of Consumer Protection and Trade Compliance, Ministry of Trade: WhatsApp 0853-1111-1010, phone { $ministry }, e-mail pengaduan.konsumen@kemendag.go.id.
legal-help-refund = Refunds
legal-help-refund-text =
    Money that you paid to the shop directly is refunded by the shop, by transfer to your account. Money that you paid by card goes back to the card. We help until it is done.
