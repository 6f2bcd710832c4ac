//! Accounts: signing up and in, sessions, passwords, roles, API tokens.
//!
//! Nothing here tells a stranger whether an address has an account: unknown and known addresses get the same words
//! after the same work.

mod admin;
mod identity;
mod links;
mod password;
mod profile;
mod reauthentication;
mod reset;
mod sessions;
mod sign_in;
mod sign_up;

pub use admin::{
    AccountRef, NewAccount, create_account_with_roles, create_admin, create_api_token, grant_role, revoke_api_tokens,
    revoke_role,
};
pub use identity::{Identity, identify_session, identify_token};
pub use profile::{ChangePassword, Profile, ProfileChange, change_password, profile, update_profile};
pub use reauthentication::reauthenticate;
pub use reset::{request_password_reset, reset_link_works, reset_password};
pub use sessions::{
    SESSION_DAYS, SessionView, Started, clean_up, list_sessions, revoke_other_sessions, revoke_session,
};
pub use sign_in::{Credentials, sign_in, sign_out};
pub use sign_up::{SignUp, confirm_sign_up, sign_up, sign_up_of_link};
