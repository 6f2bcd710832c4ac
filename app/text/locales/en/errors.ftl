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
