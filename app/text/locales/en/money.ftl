# Money of a shop
money-title = Money and statements
money-lead = Money from card payments that we took for your shop, and its payouts to your account.
money-waiting = Waiting for orders to be completed
money-releasable = In the next payout
money-planned = On its way
money-balance = Balance
money-no-bank = This shop has no bank account yet. Add one so that its money can be paid out.
money-debt = A balance below zero is taken off the next payout.
money-statements = Monthly statements
money-statements-none = No money has come or gone yet.
money-payouts = Payouts
money-payouts-none = No payouts yet
money-payouts-none-lead = We pay out the money of completed orders to your account. Every payout is listed here.
money-payout-on = Date
money-payout-state = State
money-payout-account = Account
money-payout-reference = Bank number
money-amount = Amount
money-statement = Statement of { $month }
money-opening = Opening balance
money-closing = Closing balance
money-line-direct = { $kind }, paid to the shop itself
money-line-collected = { $kind }
money-entries = All entries
money-entries-none = No entries in this month
money-entries-more = Only the newest 100 entries are shown. The file has all of them.
money-entry-on = Date
money-entry-why = What for
money-entry-order = Order
money-file = Download as CSV

# Kinds of ledger entries
ledger-sale = Sale
ledger-shipping = Shipping
ledger-commission = Commission
ledger-gateway_fee = Fee of the payment provider
ledger-refund_reversal = Refund to the buyer
ledger-adjustment = Adjustment
ledger-payout = Payout
ledger-payout_return = Returned payout

# Payouts, on the curators' desk
payout-states = States of payouts
payout-title = Payouts
payout-lead = One person puts a payout together, another agrees, and its file goes to the bank.
payout-sweep = Put together now
payout-state-draft = Draft
payout-state-approved = Approved
payout-state-sent = Sent to the bank
payout-state-paid = Paid
payout-state-failed = Failed
payout-state-returned = Returned
payout-none = No payouts here
payout-none-lead = Every night we put payouts together from completed orders.
payout-send = Make a bank file of all on this page
payout-file = Download the bank file
payout-account = To the account
payout-made = Put together
payout-maker-night = By itself, at night
payout-approved-by = Approved by
payout-reference = The bank's transaction number
payout-own = You put it together. Somebody else has to agree.
payout-approve = Approve
payout-paid = The bank has paid
payout-fail = Failed or called off
payout-returned = The money came back

# Corrections, by who runs the site
adjust-title = Correct a shop's balance
adjust-lead = For differences that no order can put right. It is noted under your name and shown on the shop's statement.
adjust-shop = Address of the shop
adjust-shop-hint = The last part of the address of the shop's page, for example sri-kobalt.
adjust-amount = Amount
adjust-amount-hint = Adds to the shop's balance; with a minus before it, takes from it.
adjust-reason-hint = The seller reads it.
adjust-send = Note the correction

# Daily reconciliation
reconcile-title = Daily reconciliation
reconcile-never = The daily reconciliation has never run.
reconcile-at = Last { $at }.
reconcile-clean = All money fits its orders and entries.
reconcile-look = Some money does not fit. Look at every line, and put it right at the order or by an adjustment.
reconcile-what = What
reconcile-subject = Where
reconcile-expected = Expected
reconcile-found = Found
reconcile-capture-missing = Money received without an entry
reconcile-capture-differs = Money received differs from its entry
reconcile-shares-differ = Shares differ from their payment
reconcile-unbalanced = Entries that do not sum to zero
reconcile-payout-differs = A payout differs from its entries
reconcile-money-without-order = Money without an order
reconcile-bank-missing = A shop without a bank account

done-payouts-made = Payouts have been put together.
done-payouts-nothing = There is no money to pay out yet.
done-adjusted = The correction has been noted.
done-payouts-sent = The bank file has been made. Download it from each payout that was sent.
done-payout-approved = The payout is approved.
done-payout-paid = The payout is noted as paid.
done-payout-failed = The payout is stopped. Its money goes into the next one.
done-payout-returned = The money is noted as returned. It goes into the next payout.

error-payout-own = You put this payout together or agreed to it yourself. Ask somebody else to go on.
error-amount-wrong = This amount is not right. Give whole rupiah from 1 to 1,000,000,000, with a minus before it to take from the shop.
error-shop-unknown = There is no such shop. Check the address.
error-payouts-missing = No payout was chosen. Approve some first, then make the file.
