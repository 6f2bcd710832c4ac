//! A mail server that takes one connection and tells what it was told.

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    task::JoinHandle,
};

/// Address of the server, and what the client says until it hangs up.
pub async fn serve(answer_to_recipient: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    (url, tokio::spawn(talk(listener, answer_to_recipient)))
}

async fn talk(listener: TcpListener, answer_to_recipient: &'static str) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut heard = String::new();
    let mut in_data = false;
    writer.write_all(b"220 contoh.test\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        heard.push_str(&line);
        heard.push('\n');
        let answer = match line.split(' ').next().unwrap() {
            "." if in_data => {
                in_data = false;
                "250 ok"
            }
            _ if in_data => continue,
            "RCPT" => answer_to_recipient,
            "DATA" => {
                in_data = true;
                "354 go on"
            }
            "QUIT" => break,
            _ => "250 ok",
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
    }
    heard
}
