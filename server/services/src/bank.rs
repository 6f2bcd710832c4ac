//! Bank accounts as people type them.

use domain::limits;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::FieldError;

/// A bank account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BankAccount {
    /// Name of the bank.
    #[schema(min_length = 2, max_length = 40)]
    pub bank: String,
    /// Number of the account; spaces and hyphens do not count.
    #[schema(min_length = 6, max_length = 30)]
    pub account: String,
    /// Whose account it is.
    #[schema(min_length = 1, max_length = 80)]
    pub holder: String,
}

impl BankAccount {
    /// The account as it is kept; what is wrong with it goes to `errors`: `bank`: `bank-missing`, `account`:
    /// `bank-account-invalid`, `holder`: `name-invalid`.
    pub(crate) fn checked(bank: &str, account: &str, holder: &str, errors: &mut Vec<FieldError>) -> Self {
        let (bank, holder) = (bank.trim(), holder.trim());
        let account: String =
            account.chars().filter(|character| !character.is_whitespace() && *character != '-').collect();
        if !limits::fits(bank, &limits::BANK) || bank.contains(['\n', '\r', ':']) {
            errors.push(FieldError::new("bank", "bank-missing"));
        }
        if !limits::BANK_ACCOUNT.contains(&account.len()) || !account.bytes().all(|byte| byte.is_ascii_digit()) {
            errors.push(FieldError::new("account", "bank-account-invalid"));
        }
        if !limits::fits(holder, &limits::PERSON_NAME) || holder.contains(['\n', '\r']) {
            errors.push(FieldError::new("holder", "name-invalid"));
        }
        Self { bank: bank.to_owned(), account, holder: holder.to_owned() }
    }

    /// The number with all but its last digits hidden, for whoever has a link to a page.
    #[must_use]
    pub fn masked(&self) -> String {
        let shown = self.account.len().saturating_sub(4);
        format!("{}{}", "•".repeat(shown), self.account.get(shown..).unwrap_or_default())
    }
}
