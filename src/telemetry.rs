//! Logs: lines for people on a terminal, one JSON object a line otherwise; each inside the span of its request.

use std::io::{self, IsTerminal};

use tracing::Subscriber;
use tracing_subscriber::{EnvFilter, fmt::MakeWriter, util::SubscriberInitExt};

/// The log goes to the standard error; what a command says for itself goes to the standard output.
pub fn start() {
    if io::stderr().is_terminal() {
        tracing_subscriber::fmt()
            .compact()
            .with_env_filter(filter())
            .with_writer(io::stderr)
            .init();
        log_panics();
    } else {
        start_json(io::stderr);
    }
}

/// Also for tests, which read what was written.
pub fn start_json(writer: impl for<'w> MakeWriter<'w> + Send + Sync + 'static) {
    json(writer).init();
    log_panics();
}

fn json(writer: impl for<'w> MakeWriter<'w> + Send + Sync + 'static) -> impl Subscriber {
    let lines = tracing_subscriber::fmt().json().with_span_list(false);
    lines.with_env_filter(filter()).with_writer(writer).finish()
}

/// What the libraries say is for those who mend them. The parser of requests calls each line that is no HTTP an error:
/// anybody could fill the log with it.
fn filter() -> EnvFilter {
    EnvFilter::new("warn,actix_http::h1::dispatcher=off,liaison=info")
}

/// A panic is logged inside its request's span, so that it bears the request's id.
fn log_panics() {
    std::panic::set_hook(Box::new(|panic| tracing::error!(%panic, "panicked")));
}
