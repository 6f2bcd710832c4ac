# Certificates of shops and goods, and letters about them.

certificate-halal = Halal
certificate-pirt = P-IRT food permit
certificate-bpom_md = BPOM MD food permit
certificate-food_contact_test = Food-safe
certificate-sni = SNI standard
certificate-merek = Registered trade mark

certificate-about-halal = Ingredients and process were examined and found to be halal.
certificate-about-pirt = The city's permit for packaged food that is made at home.
certificate-about-bpom_md = The permit for food that has to be kept chilled or frozen.
certificate-about-food_contact_test = A laboratory measured the lead and cadmium that the glaze gives off; it is below the limits.
certificate-about-sni = Meets the national standard of Indonesia for glazed tableware.
certificate-about-merek = The trade name is registered to this shop.

certificates = Certificates
certificates-lead = Open a certificate to see its evidence.
certificate-number = Number
certificate-issuer = Issued by
certificate-issued = Issued on
certificate-verified = Checked by a curator
certificate-until = Valid until
certificate-no-end = Without an end while ingredients and process stay the same
certificate-scope = Covers
certificate-scope-all = All goods of this shop
certificate-scope-some = Some goods
certificate-is-expiring = Ends soon
certificate-is-valid = Valid

certificate-lacking = Cannot be bought at present: it has to have { $kind }, and that is not valid now. It is sold again once the seller has renewed it.
certificate-lacking-short = Waits for a certificate

cart-uncertified = This cannot be bought at present: it has to have { $kind }, and that is not valid now. Take it out of the cart, or wait until the seller has renewed it.
error-item-uncertified = A certificate that this has to have is not valid now, so it cannot be bought. Take it out of the cart, then go on.

error-certificate-number = This number does not fit the kind of certificate. Please copy it exactly.
error-certificate-taken = There is a certificate with this number already.
error-certificate-issuer = The issuer does not fit. Write { $min } to { $max } letters.
error-certificate-issued = The date of issue does not fit. Give a date that has passed.
error-certificate-until = The last day does not fit. Give a day after the issue that has not passed, or leave it empty.
error-certificate-products = Choose goods of this shop that the certificate names.

mail-certificate = Certificate: { $detail }
mail-certificate-action = Open the list of products
mail-certificate-verified-subject = A certificate of { $shop } was checked
mail-certificate-verified-lead = A curator found a certificate of { $shop } to be true. Its badge is on the pages of goods and shop now.
mail-certificate-rejected-subject = A certificate of { $shop } could not be accepted
mail-certificate-rejected-lead = A curator could not accept a certificate of { $shop }. Put it right and send it again.
mail-certificate-revoked-subject = A certificate of { $shop } was taken back
mail-certificate-revoked-lead = A certificate of { $shop } holds no longer. Goods that have to have it cannot be bought until there is a new one; orders that came in before go on.
mail-certificate-ending-subject = A certificate of { $shop } ends soon
mail-certificate-ending-lead = A certificate of { $shop } ends soon. Please renew it now; after its last day, goods that have to have it cannot be bought.
mail-certificate-expired-subject = A certificate of { $shop } has ended
mail-certificate-expired-lead = A certificate of { $shop } has ended. Goods that have to have it cannot be bought until there is a new one; orders that came in before go on.
