//! Reads what a browser sends before anything is done with it: within a size and within a time, so that nobody who drips
//! bytes holds up a handler (`docs/security.md` H).

use std::time::Duration;

use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::{Bytes, BytesMut},
};
use futures_util::StreamExt;
use tokio::time::timeout;

use crate::web::{error::AppError, paths};

/// Forms are short.
pub const LONGEST: usize = 16 * 1024;
/// Where a list is pasted.
const LONGEST_LIST: usize = 256 * 1024;
const WITH_A_LIST: [&str; 3] =
    [paths::NEW_RESELLER, paths::NEW_PARTNER_USER, paths::NEW_CUSTOMER_USER];
const WITHIN: Duration = Duration::from_secs(15);

/// The whole body of a request that changes something, for `web::form`.
pub struct Body(pub Bytes);

pub async fn read(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if !request.method().is_safe() {
        match timeout(WITHIN, collect(&mut request)).await.unwrap_or(Err(AppError::TooSlow)) {
            Ok(bytes) => _ = request.extensions_mut().insert(Body(bytes)),
            Err(error) => return Ok(request.error_response(error)),
        }
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

async fn collect(request: &mut ServiceRequest) -> Result<Bytes, AppError> {
    let has_list = WITH_A_LIST.contains(&request.path());
    let longest = if has_list { LONGEST_LIST } else { LONGEST };
    let mut payload = request.take_payload();
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| AppError::BadForm)?;
        if bytes.len() + chunk.len() > longest {
            return Err(AppError::TooLong);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}
