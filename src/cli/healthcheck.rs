//! `liaison healthcheck`: asks the portal on this machine whether it is ready, for container engines and scripts.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context, bail};

use crate::{config::Config, web::paths};

/// The portal answers within a second.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn run(config: &Config) -> anyhow::Result<()> {
    let address = reachable(config.listen);
    let answer = ask(address).with_context(|| format!("no portal answers at {address}"))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    match head.split(' ').nth(1) {
        Some("200") => println!("{body}"),
        Some("503") => bail!("not ready: {body}"),
        _ => bail!("what answers at {address} is no portal"),
    }
    Ok(())
}

/// A portal that listens everywhere is asked on loopback.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

/// One question needs no client of HTTP.
fn ask(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET {} HTTP/1.0\r\n\r\n", paths::READY)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
