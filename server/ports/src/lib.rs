//! What the use cases ask of the outside world, as traits; adapters implement them.

mod clock;
pub mod mail;
mod media;
pub mod payment;
mod photo;
mod share;
pub mod texting;

pub use clock::{Clock, SystemClock, TestClock};
pub use mail::{Mailer, MailerError, OutgoingMail};
pub use media::{MediaError, MediaStore};
pub use payment::PaymentProvider;
pub use photo::{PRIVATE_FOLDER, PhotoError, PhotoPipeline, ProcessedPhoto};
pub use share::{SHARE_HEIGHT, SHARE_PHOTOS, SHARE_WIDTH, ShareCard, SharePainter};
pub use texting::{OutgoingText, TextError, TextMessenger};
