//! stub
use actix_web::HttpResponse;
pub async fn show() -> HttpResponse { HttpResponse::Ok().finish() }
pub async fn create() -> HttpResponse { HttpResponse::Ok().finish() }
