//! A browser: keeps cookies, says where its requests come from, and follows a redirect only when told to.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    rc::Rc,
    time::Duration,
};

use reqwest::{Client, Method, header::HeaderMap, redirect::Policy};

use super::{
    headers,
    page::{Form, Reply},
};

const FORM: &str = "application/x-www-form-urlencoded";

/// The ids of all requests that were answered, so that their logs can be looked at in the end.
pub type RequestIds = Rc<RefCell<BTreeSet<String>>>;

#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: String,
    host: Option<String>,
    is_https: bool,
    language: &'static str,
    /// What the proxy says about where it comes from.
    address: Option<String>,
    cookies: RefCell<BTreeMap<String, String>>,
    answered: RequestIds,
}

impl Browser {
    /// `public_url`: the name by which it asks for the site; behind it stands a proxy that ends TLS.
    pub fn new(address: SocketAddr, public_url: Option<&str>, answered: RequestIds) -> Self {
        let client = Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            // Well before the portal closes it, so that no request meets a closing connection.
            .pool_idle_timeout(Duration::from_secs(10))
            .build()
            .unwrap();
        let host = public_url.and_then(|url| url.split("://").nth(1)).map(str::to_owned);
        Self {
            client,
            base: format!("http://{address}"),
            host,
            is_https: public_url.is_some_and(|url| url.starts_with("https:")),
            language: "en",
            address: None,
            cookies: RefCell::default(),
            answered,
        }
    }

    /// The same person with another language in the browser's settings.
    pub fn in_language(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// It asks for the portal by this name.
    pub fn named(mut self, host: &str) -> Self {
        self.host = Some(host.to_owned());
        self
    }

    /// The same browser elsewhere, as a proxy names the place.
    pub fn coming_from(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[("sec-fetch-site", "same-origin")], None).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.post_bytes(path, encoded(fields).into_bytes()).await
    }

    /// A body that no form would make.
    pub async fn post_bytes(&self, path: &str, body: Vec<u8>) -> Reply {
        self.send(Method::POST, path, &[("sec-fetch-site", "same-origin")], Some((FORM, body)))
            .await
    }

    /// Presses the button of a form.
    pub async fn submit(&self, form: &Form) -> Reply {
        let fields: Vec<_> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if form.is_post {
            self.post(&form.action, &fields).await
        } else {
            let path = form.action.split('?').next().unwrap_or_default();
            self.get(&format!("{path}?{}", encoded(&fields))).await
        }
    }

    /// Goes where a link with this text leads.
    pub async fn click(&self, page: &Reply, text: &str) -> Reply {
        self.get(&page.link(text)).await
    }

    /// Goes where a redirect leads.
    pub async fn follow(&self, reply: &Reply) -> Reply {
        assert_eq!(reply.status, 303, "{}: {}", reply.path, reply.body);
        self.get(reply.location()).await
    }

    /// With exactly these headers besides the usual ones: cookies, language, host.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<(&str, Vec<u8>)>,
    ) -> Reply {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        for (name, value) in self.usual_headers() {
            request = request.header(name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some((kind, body)) = body {
            request = request.header("content-type", kind).body(body);
        }
        let response = request.send().await.unwrap();
        self.keep_cookies(response.headers());
        let reply = Reply {
            path: path.to_owned(),
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        };
        headers::check(&reply, self.is_https);
        self.answered.borrow_mut().insert(reply.request_id().to_owned());
        reply
    }

    fn usual_headers(&self) -> Vec<(&'static str, String)> {
        let mut usual = vec![("accept-language", self.language.to_owned())];
        usual.extend(self.host.as_ref().map(|host| ("host", host.clone())));
        usual.extend(self.address.as_ref().map(|from| ("x-forwarded-for", from.clone())));
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            usual.push(("cookie", cookies));
        }
        usual
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for cookie in headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            let mut cookies = self.cookies.borrow_mut();
            if rest.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    pub fn cookie_header(&self) -> String {
        let cookies = self.cookies.borrow();
        let pairs = cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.borrow().clone()
    }

    pub fn set_cookies(&self, cookies: BTreeMap<String, String>) {
        *self.cookies.borrow_mut() = cookies;
    }
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish()
}
