//! Named places in the code at which a test may end the process, as a power cut would.
//!
//! Without the feature `armed`, which only tests switch on, [`pass`] is empty and compiles to nothing.

#[cfg(feature = "armed")]
mod armed;

/// Between the last statement of a transaction and its commit.
pub const BEFORE_COMMIT: &str = "before_commit";
/// After a commit, before anybody has been told of it.
pub const AFTER_COMMIT: &str = "after_commit";
/// After a job has had its effect, before it counts as done.
pub const JOB_EFFECTIVE: &str = "job_effective";
/// After a mail has been written into the folder, before it has its name.
pub const MAIL_WRITTEN: &str = "mail_written";
/// Within the transaction of a migration, after its statements.
pub const MIGRATION_APPLIED: &str = "migration_applied";
/// After an entry of a backup's archive has been written.
pub const BACKUP_ENTRY: &str = "backup_entry";

/// Ends the process here, when `SENTRA_FAILPOINTS` says so: `before_commit:kill:3` means the third time that this place
/// is passed, a comma stands between several.
#[inline]
pub fn pass(name: &'static str) {
    #[cfg(feature = "armed")]
    armed::pass(name);
    #[cfg(not(feature = "armed"))]
    let _ = name;
}
