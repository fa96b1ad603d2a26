//! Whether the portal answers where it should: here, and where browsers elsewhere look for it.

use std::{
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use ureq::{Agent, Error};

use super::finding::Finding;
use crate::{
    config::{Config, PublicUrl},
    web::{client::Comes, health, paths},
};

const PORTAL: &str = "portal";
const PUBLIC: &str = "public address";
const PROXY: &str = "proxy";
const PATIENCE: Duration = Duration::from_secs(5);

/// The portal on this machine; nothing is said where its port is not known beforehand.
pub fn own(config: &Config) -> Option<Finding> {
    let address = format!("http://{}", reachable(config.listen));
    (config.listen.port() != 0).then(|| match ask(&address, paths::HEALTH) {
        Ok(Answer { status: 200, .. }) => Finding::good(PORTAL, format!("answers at {address}")),
        Ok(Answer { status, .. }) => {
            Finding::failed(PORTAL, format!("{address} answers with status {status}"))
                .mended_by("another program may listen there: choose another port with `listen`")
        }
        Err(_) => Finding::warning(PORTAL, format!("nothing answers at {address}"))
            .mended_by("`liaison serve` starts it"),
    })
}

/// What stands for all addresses of a machine is none that can be asked.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let port = listen.port();
    match listen {
        SocketAddr::V4(own) if own.ip().is_unspecified() => (Ipv4Addr::LOCALHOST, port).into(),
        SocketAddr::V6(own) if own.ip().is_unspecified() => (Ipv6Addr::LOCALHOST, port).into(),
        _ => listen,
    }
}

/// How browsers elsewhere reach the portal, and what stands between.
pub fn public(config: &Config) -> Vec<Finding> {
    let Some(url) = config.public_url.as_ref().map(PublicUrl::as_str) else {
        return vec![without_public_url(config)];
    };
    let answer = ask(url, paths::HEALTH);
    let comes = answer.as_ref().ok().and_then(|answer| answer.comes);
    let mut findings = vec![answers(url, answer)];
    // The portal itself speaks no https.
    if url.starts_with("https://") || !config.trusted_proxies.is_empty() {
        findings.extend(passes_host(url));
        findings.push(passes_addresses(config, comes));
    }
    findings
}

fn without_public_url(config: &Config) -> Finding {
    if config.listen.ip().is_loopback() {
        return Finding::good(PUBLIC, "none, so only browsers on this machine are answered");
    }
    let found = format!("none, but {} is open to others: they get an error only", config.listen);
    Finding::failed(PUBLIC, found).mended_by(
        "set `public_url` to what browsers call the portal, for example https://portal.example",
    )
}

fn answers(url: &str, answer: Result<Answer, Error>) -> Finding {
    match answer {
        Ok(Answer { status: 200, .. }) => Finding::good(PUBLIC, format!("{url} answers")),
        Ok(Answer { status, .. }) => {
            Finding::failed(PUBLIC, format!("{url} answers with status {status}"))
                .mended_by("the proxy there has to pass every path on to where the portal listens")
        }
        // The library tells it as a fault of reading.
        Err(error) if error.to_string().contains("certificate") => {
            let found = format!("the certificate of {url} is none that browsers know: {error}");
            Finding::warning(PUBLIC, found)
                .mended_by("well where your own authority has issued it; otherwise renew it")
        }
        Err(error) => {
            Finding::failed(PUBLIC, format!("{url} cannot be reached from here: {error}"))
                .mended_by("does the name lead to the proxy, is that up, and does it listen there?")
        }
    }
}

/// The health page asks for no host, the others do.
fn passes_host(url: &str) -> Option<Finding> {
    let found = format!("it does not pass on the Host header of {url}");
    (ask(url, paths::SIGN_IN).ok()?.status == 400).then(|| {
        Finding::failed(PROXY, found)
            .mended_by("nginx: proxy_set_header Host $host; others: preserve the host")
    })
}

/// `comes`: how the portal says that this very question has come to it; `None` where it was not reached.
fn passes_addresses(config: &Config, comes: Option<Comes>) -> Finding {
    const ALIKE: &str =
        "so everybody seems to come from the proxy, and shares its limit of failed sign-ins";
    let proxies: Vec<_> = config.trusted_proxies.iter().map(ToString::to_string).collect();
    let proxies = proxies.join(", ");
    if proxies.is_empty() {
        return Finding::warning(PROXY, format!("`trusted_proxies` is empty, {ALIKE}")).mended_by(
            "name it, for example trusted_proxies = [\"127.0.0.1\"], and let it set X-Forwarded-For",
        );
    }
    match comes {
        Some(Comes::Directly) => {
            let found =
                format!("the portal is not reached from {proxies} (`trusted_proxies`), {ALIKE}");
            Finding::warning(PROXY, found)
                .mended_by("name the address from which the proxy connects to the portal")
        }
        Some(Comes::Unnamed) => {
            let found = format!("it does not pass on from whom a request comes, {ALIKE}");
            Finding::warning(PROXY, found).mended_by(
                "nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; others: let them set it",
            )
        }
        Some(Comes::Forwarded) => Finding::good(
            PROXY,
            format!("passes on X-Forwarded-For, which is believed from {proxies}"),
        ),
        None => Finding::good(PROXY, format!("X-Forwarded-For is believed from {proxies}")),
    }
}

struct Answer {
    status: u16,
    /// Where it is the portal that has answered.
    comes: Option<Comes>,
}

/// What an address answers with, without following it anywhere.
fn ask(origin: &str, path: &str) -> Result<Answer, Error> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        // The portal is asked, not what the environment says stands before the internet.
        .proxy(None)
        .build()
        .into();
    let answer = agent.get(format!("{origin}{path}")).call()?;
    let comes = answer.headers().get(health::COMES).and_then(|word| word.to_str().ok());
    Ok(Answer { status: answer.status().as_u16(), comes: comes.and_then(Comes::of_word) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_for_all_is_asked_by_loopback() {
        for (listen, asked) in [
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "[::1]:80"),
            ("192.0.2.1:80", "192.0.2.1:80"),
        ] {
            let listen = listen.parse().unwrap();
            assert_eq!(reachable(listen).to_string(), asked);
        }
    }
}
