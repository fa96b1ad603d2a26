//! The portal's logo: the operator's file, held in memory. `assets` serves it beside the embedded ones.

use actix_web::web::Bytes;
use sha2::{Digest as _, Sha256};

/// A picture with an address that changes with its content.
#[derive(Clone, Debug)]
pub struct Logo {
    /// `/static/logo.3f2a91c0.png`
    pub address: String,
    pub content_type: &'static str,
    pub bytes: Bytes,
}

impl Logo {
    /// `extension`: what its name ends with.
    pub fn new(bytes: &[u8], content_type: &'static str, extension: &str) -> Self {
        let hash = Sha256::digest(bytes);
        let start = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
        let address = format!("/static/logo.{start:08x}.{extension}");
        Self { address, content_type, bytes: Bytes::copy_from_slice(bytes) }
    }
}
