//! Each request is one line of the log and is counted, when it has been answered. Address and method stand in the span that
//! the line is in (`server.rs`): the pattern of the address, since the address itself may be a secret or name somebody.

use std::time::Instant;

use actix_web::{
    Error, HttpRequest,
    http::{Method, StatusCode},
    web,
};

use crate::web::{health, metrics::Metrics};

/// A request under way: what must be known before it is given away.
pub struct UnderWay {
    began: Instant,
    method: Method,
    route: Option<String>,
    is_watched: bool,
    metrics: web::Data<Metrics>,
}

impl UnderWay {
    pub fn begin(request: &HttpRequest) -> Self {
        let metrics = request.app_data::<web::Data<Metrics>>();
        Self {
            began: Instant::now(),
            method: request.method().clone(),
            route: request.match_pattern(),
            is_watched: health::is_watched(request.path()),
            metrics: metrics.expect("server.rs provides the metrics").clone(),
        }
    }

    /// `error`: what ended the request, where it is known; this is the only place where it is logged. A panic has been
    /// logged by its hook.
    pub fn answered(&self, status: StatusCode, error: Option<&Error>) {
        let took = self.began.elapsed();
        self.metrics.answered(self.route.as_deref(), &self.method, status.as_u16(), took);
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let status = status.as_u16();
        match (status, error) {
            (503, _) => {
                tracing::warn!(status, ms, error = error.map(tracing::field::display), "put off");
            }
            (500.., Some(error)) => tracing::error!(status, ms, %error, "failed"),
            (..500, _) if self.is_watched => tracing::debug!(status, ms, "answered"),
            _ => tracing::info!(status, ms, "answered"),
        }
    }
}
