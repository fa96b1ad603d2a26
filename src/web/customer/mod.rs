//! stub
pub mod admin { pub async fn show() -> &'static str { "x" } }
pub mod support { pub async fn show() -> &'static str { "x" } }
pub mod home { use crate::{store::CustomerStore, web::{page::Page, error::AppError}}; pub async fn show(_: &CustomerStore, _: &Page) -> Result<actix_web::HttpResponse, AppError> { Err(AppError::NotFound) } }
