//! Mails that wait to be sent.

use ports::mail::MailMessage;
use testkit::World;

/// Mails enqueued since the last call, oldest first.
pub(crate) async fn mails(world: &World) -> Vec<MailMessage> {
    let connection = world.store().queue_connection();
    let mut mails = Vec::new();
    while let Some(job) = queue::claim(&connection, "test", 1_000, world.services.now()).await.unwrap() {
        assert_eq!(job.kind, services::mails::MAIL_JOB);
        assert!(queue::complete(&connection, job.id, "test", world.services.now()).await.unwrap());
        mails.push(serde_json::from_str(&job.payload).unwrap());
    }
    mails
}
