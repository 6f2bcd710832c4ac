//! Messages that wait to be sent.

use ports::{mail::MailMessage, texting::TextMessage};
use services::mails::{MAIL_JOB, TEXT_JOB};
use testkit::World;

/// Mails enqueued since the last call, oldest first; text messages are passed over.
pub(crate) async fn mails(world: &World) -> Vec<MailMessage> {
    taken(world).await.0
}

/// Text messages enqueued since the last call, oldest first; mails are passed over.
pub(crate) async fn texts(world: &World) -> Vec<TextMessage> {
    taken(world).await.1
}

async fn taken(world: &World) -> (Vec<MailMessage>, Vec<TextMessage>) {
    let connection = world.store().queue_connection();
    let (mut mails, mut texts) = (Vec::new(), Vec::new());
    while let Some(job) = queue::claim(&connection, "test", 1_000, world.services.now()).await.unwrap() {
        match job.kind.as_str() {
            MAIL_JOB => mails.push(serde_json::from_str(&job.payload).unwrap()),
            TEXT_JOB => texts.push(serde_json::from_str(&job.payload).unwrap()),
            other => panic!("a job of kind {other}"),
        }
        assert!(queue::complete(&connection, job.id, "test", world.services.now()).await.unwrap());
    }
    (mails, texts)
}
