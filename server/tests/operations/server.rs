//! A served shop in a process of its own.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use testkit::{Server, World};

use crate::command::BINARY;

const PATIENCE: Duration = Duration::from_secs(30);

/// Serves the world's database, and answers once it is ready.
pub(crate) async fn start(world: &World, variables: &[(&str, &str)]) -> Server {
    Server::start(BINARY, world, variables).await
}

/// The whole answer to a GET, with further header lines.
pub(crate) fn get(server: &Server, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n", server.address()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
