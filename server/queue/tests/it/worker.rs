use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use queue::{Counts, Handler, Job, JobError, Worker, claim, counts, enqueue_all};
use testkit::{World, on_both};
use tokio_util::sync::CancellationToken;

use crate::new_job;

/// Greets whoever the job names, but not everybody.
#[derive(Default)]
struct Greeter {
    greeted: Mutex<Vec<String>>,
}

#[async_trait]
impl Handler for Greeter {
    fn kind(&self) -> &'static str {
        "greet"
    }

    async fn run(&self, job: &Job) -> Result<(), JobError> {
        match job.payload.as_str() {
            "\"busy\"" => Err(JobError::Retry("busy".to_owned())),
            "\"gone\"" => Err(JobError::GiveUp("gone".to_owned())),
            "\"rude\"" => panic!("rude"),
            payload => {
                self.greeted.lock().unwrap().push(payload.to_owned());
                Ok(())
            }
        }
    }
}

fn worker(world: &World, greeter: Arc<Greeter>) -> Worker {
    let clock = world.clock.clone();
    let now = Arc::new(move || ports::Clock::now(&clock));
    Worker::new(world.store().queue_connection(), now, vec![greeter], "worker".to_owned())
}

#[tokio::test]
async fn each_job_ends_as_its_handler_says() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let jobs = ["siti", "busy", "gone", "rude", "budi"].map(|key| new_job(key, now)).into();
        enqueue_all(&connection, jobs, now).await.unwrap();
        let greeter = Arc::new(Greeter::default());
        let worker = worker(&world, Arc::clone(&greeter));
        while worker.run_next().await.unwrap() {}
        assert_eq!(*greeter.greeted.lock().unwrap(), ["\"siti\"", "\"budi\""]);
        // The busy and the panicked one wait for their next try.
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 2, running: 0, dead: 1 });
    })
    .await;
}

#[tokio::test]
async fn a_worker_stops_when_told() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let greeter = Arc::new(Greeter::default());
        let worker = worker(&world, Arc::clone(&greeter));
        let stop = CancellationToken::new();
        let running = {
            let stop = stop.clone();
            tokio::spawn(async move { worker.run(stop).await })
        };
        enqueue_all(&connection, vec![new_job("siti", now)], now).await.unwrap();
        while counts(&connection).await.unwrap().ready > 0 {
            tokio::task::yield_now().await;
        }
        stop.cancel();
        running.await.unwrap();
        assert_eq!(*greeter.greeted.lock().unwrap(), ["\"siti\""]);
    })
    .await;
}

/// Never comes to an end.
struct Sleeper {
    begun: CancellationToken,
}

#[async_trait]
impl Handler for Sleeper {
    fn kind(&self) -> &'static str {
        "greet"
    }

    async fn run(&self, _job: &Job) -> Result<(), JobError> {
        self.begun.cancel();
        std::future::pending().await
    }
}

#[tokio::test]
async fn a_job_that_takes_too_long_to_stop_is_given_back() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let (begun, stop) = (CancellationToken::new(), CancellationToken::new());
        let clock = world.clock.clone();
        let now_of = Arc::new(move || ports::Clock::now(&clock));
        let sleeper = Arc::new(Sleeper { begun: begun.clone() });
        let worker = Worker::new(connection.clone(), now_of, vec![sleeper], "sleeper".to_owned());
        let worker = worker.with_stop_limit(Duration::ZERO);
        enqueue_all(&connection, vec![new_job("siti", now)], now).await.unwrap();
        let running = {
            let stop = stop.clone();
            tokio::spawn(async move { worker.run(stop).await })
        };
        begun.cancelled().await;
        stop.cancel();
        running.await.unwrap();
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 1, running: 0, dead: 0 });
        let job = claim(&connection, "next", 1_000, now).await.unwrap().unwrap();
        assert_eq!(job.attempts, 1, "the try that was cut short does not count");
    })
    .await;
}
