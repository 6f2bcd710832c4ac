//! Signing up and in, and what people see of their own account.

mod device;
pub mod forgot_password;
mod frame;
pub mod orders;
pub mod profile;
pub mod security;
pub mod sign_in;
pub mod sign_up;
