//! The metrics have a listener of their own, on this machine only: they are for its operator, not for those who use it.

use std::net::SocketAddr;

use actix_web::{App, HttpServer, rt, web};

use super::{StartError, listen};
use crate::web::metrics::{self, Metrics};

/// Where it listens; `None`: nobody wants to know.
pub fn serve(
    address: Option<SocketAddr>,
    metrics: web::Data<Metrics>,
) -> Result<Option<SocketAddr>, StartError> {
    let Some(address) = address else { return Ok(None) };
    let listener = listen(address)?;
    let address = listener.local_addr()?;
    let app = move || {
        App::new().app_data(metrics.clone()).route("/metrics", web::get().to(metrics::show))
    };
    // It ends with the program: whoever watches wants to see the last of it.
    rt::spawn(HttpServer::new(app).workers(1).disable_signals().listen(listener)?.run());
    Ok(Some(address))
}
