//! A line to PostgreSQL that can stall and break, as networks do.

use std::net::SocketAddr;

use actix_web::rt;
use liaison::config::Config;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
};

use super::postgres;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Open,
    /// It takes what is sent and delivers nothing.
    Stalled,
    /// It ends whatever is connected, and whoever connects.
    Cut,
}

pub struct Proxy {
    address: SocketAddr,
    server: String,
    line: watch::Sender<Line>,
}

impl Proxy {
    /// In front of the server that the tests run on; `None` on SQLite.
    pub async fn start() -> Option<Self> {
        let url = postgres::server()?;
        let server = authority(&url).to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (line, state) = watch::channel(Line::Open);
        let to = if server.contains(':') { server.clone() } else { format!("{server}:5432") };
        rt::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if *state.borrow() != Line::Cut {
                    let server = TcpStream::connect(&to).await.unwrap();
                    connect(client, server, &state);
                }
            }
        });
        Some(Self { address, server, line })
    }

    /// The portal reaches its database through this line.
    pub fn stand_before(&self, config: &mut Config) {
        let url = config.database_url.as_str();
        let there = url.replacen(&self.server, &self.address.to_string(), 1);
        config.database_url = there.parse().unwrap();
    }

    pub fn set(&self, line: Line) {
        self.line.send(line).unwrap();
    }
}

/// Host and port of an address.
fn authority(url: &str) -> &str {
    let authority = url.split('/').nth(2).unwrap();
    authority.rsplit('@').next().unwrap()
}

fn connect(client: TcpStream, server: TcpStream, line: &watch::Receiver<Line>) {
    let (client, server) = (client.into_split(), server.into_split());
    rt::spawn(pump(client.0, server.1, line.clone()));
    rt::spawn(pump(server.0, client.1, line.clone()));
}

async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut line: watch::Receiver<Line>) {
    let mut bytes = [0; 8192];
    loop {
        let is_open = *line.borrow_and_update() == Line::Open;
        tokio::select! {
            changed = line.changed() => if changed.is_err() || *line.borrow() == Line::Cut { return },
            read = from.read(&mut bytes), if is_open => match read {
                Ok(length) if length > 0 && to.write_all(&bytes[..length]).await.is_ok() => {}
                _ => return,
            },
        }
    }
}
