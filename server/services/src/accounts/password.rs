//! Passwords: what is accepted, and hashing that neither blocks other requests nor takes the machine's memory.

use std::time::Duration;

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash};
use domain::limits;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::timeout,
};

use crate::{Error, FieldError, Result};

/// One hash takes about 19 MiB and a few dozen milliseconds of one core.
const AT_ONCE: usize = 2;
/// Longest wait for a turn.
const PATIENCE: Duration = Duration::from_secs(10);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Passwords of at least ten characters that are tried first, lower-case.
const COMMON: [&str; 40] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "12345678910",
    "123456789a",
    "1234567891",
    "1111111111",
    "0000000000",
    "1122334455",
    "123123123123",
    "123456123456",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "asdfghjkl;",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "iloveyou123",
    "iloveyou12",
    "administrator",
    "admin12345",
    "welcome123",
    "abcdefghij",
    "abcd123456",
    "abc1234567",
    "indonesia1",
    "indonesia123",
    "indonesia45",
    "bismillah1",
    "bismillah123",
    "alhamdulillah",
    "katasandi123",
    "rahasia123",
    "sayangku123",
    "malang12345",
    "aremania1987",
];

/// What is wrong with a password that somebody wants to use from now on.
pub(super) fn problem(field: &str, password: &str, email: &str) -> Option<FieldError> {
    let length = password.chars().count();
    if length < limits::PASSWORD_MIN {
        return Some(FieldError::new(field, "password-short").with("min", limits::PASSWORD_MIN));
    }
    if length > limits::PASSWORD_MAX {
        return Some(FieldError::new(field, "password-long").with("max", limits::PASSWORD_MAX));
    }
    let lower = password.to_lowercase();
    let mut characters = lower.chars();
    let first = characters.next();
    let is_one_character = characters.all(|character| Some(character) == first);
    let local_part = email.split('@').next().unwrap_or_default();
    let is_own_address = !email.is_empty() && (lower == email || lower == local_part);
    (is_one_character || is_own_address || COMMON.contains(&lower.as_str()))
        .then(|| FieldError::new(field, "password-common"))
}

/// Hash to store (argon2id, PHC string).
pub(super) async fn hash(password: &str) -> Result<String> {
    let turn = turn().await?;
    let password = password.to_owned();
    let hashed = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    hashed.await.map_err(Error::internal)?.map_err(Error::internal)
}

/// Whether the password is the one of the stored hash. Without a stored hash the answer is no, after the same work.
pub(super) async fn is_right(password: &str, stored: Option<&str>) -> Result<bool> {
    let Some(stored) = stored else {
        hash(password).await?;
        return Ok(false);
    };
    let turn = turn().await?;
    let (password, stored) = (password.to_owned(), stored.to_owned());
    let verified = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        match Argon2::default().verify_password(password.as_bytes(), stored.as_str()) {
            Ok(()) => Ok(true),
            Err(password_hash::Error::PasswordInvalid) => Ok(false),
            Err(other) => Err(other),
        }
    });
    verified.await.map_err(Error::internal)?.map_err(Error::internal)
}

async fn turn() -> Result<SemaphorePermit<'static>> {
    timeout(PATIENCE, TURNS.acquire())
        .await
        .map_err(|_| Error::Unavailable("too many passwords are being checked".to_owned()))?
        .map_err(Error::internal)
}
