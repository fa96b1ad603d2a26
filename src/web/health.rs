//! For whoever watches the portal: whether the process lives, and whether it may be sent anybody.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use actix_web::{HttpRequest, Responder, ResponseError, http::StatusCode, web};
use tokio::time::timeout;

use super::{client::Comes, paths};
use crate::store::{Schema, Store};

/// Raised when the portal has been asked to stop: what has begun is finished, but nobody else should be sent here.
#[derive(Clone, Debug, Default)]
pub struct Stopping(Arc<AtomicBool>);

/// Whoever asks gives up after a second.
const PATIENCE: Duration = Duration::from_millis(700);

/// In the answer of the health page: how the request has come ([`Comes`]). Only `liaison doctor` reads it.
pub const COMES: &str = "x-comes";

/// The process answers. It asks nothing else, so that a database that is down does not get the portal restarted.
pub async fn live(request: HttpRequest) -> impl Responder {
    "ok".customize().insert_header((COMES, Comes::of(&request).as_str()))
}

/// The portal can do its work: the database answers and is as this program knows it.
pub async fn ready(
    store: web::Data<Store>,
    stopping: web::Data<Stopping>,
) -> Result<&'static str, NotReady> {
    if stopping.has_begun() {
        return Err(NotReady::Stopping);
    }
    match timeout(PATIENCE, store.made_schema()).await {
        Ok(Ok(Schema::Fits)) => Ok("ready"),
        Ok(Ok(_)) => Err(NotReady::Schema),
        Ok(Err(_)) | Err(_) => Err(NotReady::Database),
    }
}

/// Answered as plain text.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    #[error("the portal is stopping")]
    Stopping,
    #[error("the database does not answer")]
    Database,
    #[error("the database is not of this version")]
    Schema,
}

impl ResponseError for NotReady {
    fn status_code(&self) -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

/// Whoever watches the portal knows its address, not its name, reads no pages, and asks so often that it would fill the log.
pub fn is_watched(path: &str) -> bool {
    path == paths::HEALTH || path == paths::READY
}

impl Stopping {
    pub fn begin(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn has_begun(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
