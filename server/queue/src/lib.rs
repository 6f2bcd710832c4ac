//! A job queue in the database, by leases: a worker that dies loses its lease and another takes the job.
//!
//! Knows nothing of shops. A job is enqueued in the caller's transaction, so it exists if and only if the change does.

mod dead;
mod storage;
mod worker;

pub use dead::{DeadJob, DeadKind, Retry, dead, dead_kinds, exists, retry_dead};
pub use storage::{Counts, Job, NewJob, claim, complete, counts, enqueue, enqueue_all, fail, release, remove_done};
pub use worker::{Handler, JobError, Worker};
