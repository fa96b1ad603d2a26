//! The stylesheet and its like, embedded by `build/assets.rs`. Each has an address that changes
//! with its content, as a constant here ([`APP_CSS`]), and so may be kept forever.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{AcceptEncoding, CACHE_CONTROL, ContentEncoding, Encoding, Header as _, VARY},
    web,
};

use super::site::Site;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A file of `static/`, with its bytes as they go over the wire.
pub struct Asset {
    /// The last part of its address.
    pub name: &'static str,
    /// What the browser is told that it is.
    pub content_type: &'static str,
    /// Its bytes as they are in the file.
    pub identity: &'static [u8],
    /// Only where it is smaller so.
    pub gzip: Option<&'static [u8]>,
    /// Only where it is smaller so.
    pub brotli: Option<&'static [u8]>,
}

/// Another content has another address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET` and `HEAD /static/{name}`
pub async fn show(name: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name.as_str()) else {
        return logo(&name, &request).unwrap_or_else(|| HttpResponse::NotFound().finish());
    };
    let (encoding, bytes) = asset.encoded_for(&request);
    let mut response = HttpResponse::Ok();
    response
        .content_type(asset.content_type)
        .insert_header((CACHE_CONTROL, FOR_EVER))
        .insert_header((VARY, "Accept-Encoding"));
    if encoding != ContentEncoding::Identity {
        response.insert_header(encoding);
    }
    response.body(bytes)
}

/// The operator's file, where this is its name.
fn logo(name: &str, request: &HttpRequest) -> Option<HttpResponse> {
    let site = request.app_data::<web::Data<Site>>()?;
    let logo = site.logo.as_ref()?;
    logo.address.strip_prefix("/static/").filter(|own| *own == name)?;
    let mut response = HttpResponse::Ok();
    response.content_type(logo.content_type).insert_header((CACHE_CONTROL, FOR_EVER));
    Some(response.body(logo.bytes.clone()))
}

impl Asset {
    /// A browser that accepts nothing we have gets the bytes as they are.
    fn encoded_for(&self, request: &HttpRequest) -> (ContentEncoding, &'static [u8]) {
        let encodings = [
            Some((ContentEncoding::Identity, self.identity)),
            self.gzip.map(|bytes| (ContentEncoding::Gzip, bytes)),
            self.brotli.map(|bytes| (ContentEncoding::Brotli, bytes)),
        ];
        let encodings = encodings.into_iter().flatten();
        let supported: Vec<_> =
            encodings.clone().map(|(encoding, _)| Encoding::Known(encoding)).collect();
        let accepted = AcceptEncoding::parse(request)
            .ok()
            .and_then(|accepted| accepted.negotiate(supported.iter()));
        encodings
            .into_iter()
            .find(|(encoding, _)| accepted == Some(Encoding::Known(*encoding)))
            .unwrap_or((ContentEncoding::Identity, self.identity))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::{App, HttpServer};
    use reqwest::{Client, Method, Response, StatusCode};

    use super::*;

    /// Over a real connection: only there a HEAD loses its body.
    async fn ask(method: Method, address: &str, accept_encoding: &str) -> Response {
        let app = || App::new().route("/static/{name}", web::route().to(show));
        let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}{address}", server.addrs()[0]);
        actix_web::rt::spawn(server.run());
        let client = Client::builder().no_proxy().build().unwrap();
        let request = client.request(method, url).header("accept-encoding", accept_encoding);
        request.send().await.unwrap()
    }

    fn header<'r>(response: &'r Response, name: &str) -> Option<&'r str> {
        response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    fn stylesheet() -> &'static Asset {
        ASSETS.iter().find(|asset| APP_CSS.ends_with(asset.name)).unwrap()
    }

    #[actix_web::test]
    async fn a_browser_gets_brotli_and_keeps_it() {
        let response = ask(Method::GET, APP_CSS, "gzip, deflate, br, zstd").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, "content-type"), Some("text/css; charset=utf-8"));
        assert_eq!(header(&response, "content-encoding"), Some("br"));
        assert_eq!(header(&response, "vary"), Some("Accept-Encoding"));
        let caching = header(&response, "cache-control");
        assert_eq!(caching, Some("public, max-age=31536000, immutable"));
        assert_eq!(response.bytes().await.unwrap(), stylesheet().brotli.unwrap());
    }

    #[actix_web::test]
    async fn what_is_not_accepted_is_not_sent() {
        let response = ask(Method::GET, APP_CSS, "gzip, br;q=0").await;
        assert_eq!(header(&response, "content-encoding"), Some("gzip"));
        assert_eq!(response.bytes().await.unwrap(), stylesheet().gzip.unwrap());
        for accepted in ["", "identity", "zstd", "*;q=0"] {
            let response = ask(Method::GET, APP_CSS, accepted).await;
            assert_eq!(header(&response, "content-encoding"), None, "{accepted}");
            assert_eq!(response.bytes().await.unwrap(), stylesheet().identity);
        }
    }

    #[actix_web::test]
    async fn a_head_tells_the_length_only() {
        let response = ask(Method::HEAD, APP_CSS, "br").await;
        let length = stylesheet().brotli.unwrap().len().to_string();
        assert_eq!(header(&response, "content-length"), Some(length.as_str()));
        assert!(response.bytes().await.unwrap().is_empty());
    }

    #[actix_web::test]
    async fn another_name_is_not_found() {
        for address in ["/static/app.css", "/static/..%2Fapp.css", "/static/app.00000000.css"] {
            assert_eq!(ask(Method::GET, address, "br").await.status(), StatusCode::NOT_FOUND);
        }
    }

    #[test]
    fn compressed_bytes_are_smaller_or_absent() {
        for asset in ASSETS {
            for bytes in [asset.gzip, asset.brotli].into_iter().flatten() {
                assert!(bytes.len() < asset.identity.len(), "{}", asset.name);
            }
        }
        assert!(stylesheet().brotli.is_some() && stylesheet().gzip.is_some());
    }
}
