//! What came back, as a person sees it: headings, links by their text, forms by their button.

use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

use super::logs;

pub struct Reply {
    /// What was asked for.
    pub path: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

/// A form with what is filled in so far.
#[derive(Clone, Debug)]
pub struct Form {
    pub is_post: bool,
    pub action: String,
    pub fields: Vec<(String, String)>,
    controls: Vec<Control>,
}

#[derive(Clone, Debug)]
struct Control {
    label: String,
    kind: String,
    name: String,
    value: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// `None` where it is missing; twice is a failure.
    pub fn only_header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().unwrap());
        assert!(values.next().is_none(), "{name} stands twice in the answer to {}", self.path);
        value
    }

    /// What the browser is to keep under this name, with its attributes.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let cookies = self.headers.get_all("set-cookie").iter();
        let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap());
        cookies.find(|cookie| cookie.split_once('=').is_some_and(|(own, _)| own == name))
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn request_id(&self) -> &str {
        self.header("x-request-id")
    }

    /// The answer without what differs between any two: the date and the request's id.
    pub fn without_request(&self) -> (u16, Vec<(String, String)>, String) {
        let id = self.request_id().to_owned();
        let mut headers: Vec<_> = self
            .headers
            .iter()
            .filter(|(name, _)| *name != "date" && *name != "x-request-id")
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        headers.sort();
        (self.status, headers, self.body.replace(&id, "ID"))
    }

    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.body);
        self
    }

    /// It leads to `path`.
    pub fn expect_redirect(self, path: &str) -> Self {
        assert_eq!((self.status, self.location()), (303, path), "{}: {}", self.path, self.body);
        self
    }

    /// Nobody is signed in.
    pub fn asks_to_sign_in(&self) -> bool {
        (self.status, self.location()) == (303, "/sign-in")
    }

    /// Everything that is to be read, with single blanks.
    pub fn text(&self) -> String {
        plain(Html::parse_document(&self.body).root_element())
    }

    /// What is to be read between the header and the footer.
    pub fn main(&self) -> String {
        self.first("main").unwrap_or_default()
    }

    pub fn heading(&self) -> String {
        self.first("h1").unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.first("title").unwrap_or_default()
    }

    /// The status box: what has just been done.
    pub fn news(&self) -> String {
        self.first("[role=status]").unwrap_or_default()
    }

    /// The alert above a refused form.
    pub fn alert(&self) -> String {
        self.first("[role=alert]").unwrap_or_default()
    }

    pub fn language(&self) -> String {
        let html = Html::parse_document(&self.body);
        html.root_element().attr("lang").unwrap_or_default().to_owned()
    }

    /// The text of the first element that a CSS selector finds.
    pub fn first(&self, css: &str) -> Option<String> {
        Html::parse_document(&self.body).select(&selector(css)).next().map(plain)
    }

    /// The texts of all elements that a CSS selector finds.
    pub fn all(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&selector(css)).map(plain).collect()
    }

    /// Every address that a link or a search form on this page leads to.
    pub fn links(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let links = selector("a[href]");
        let forms = selector("form:not([method=post])");
        let links = html.select(&links).filter_map(|link| link.attr("href"));
        let forms = html.select(&forms).map(|form| form.attr("action").unwrap_or_default());
        links.chain(forms).map(|address| self.resolve(address)).collect()
    }

    /// Where the first link with this text leads.
    pub fn link(&self, text: &str) -> String {
        let html = Html::parse_document(&self.body);
        let found = html.select(&selector("a[href]")).find(|link| plain(*link) == text);
        let link =
            found.unwrap_or_else(|| panic!("no link “{text}” on {}: {}", self.path, self.text()));
        self.resolve(link.attr("href").unwrap())
    }

    pub fn has_button(&self, label: &str) -> bool {
        find_button(&Html::parse_document(&self.body), label).is_some()
    }

    /// The form that the button with this label sends, as the page has filled it.
    pub fn form(&self, button: &str) -> Form {
        let html = Html::parse_document(&self.body);
        let Some(button) = find_button(&html, button) else {
            panic!("no button “{button}” on {} ({}): {}", self.path, self.status, self.text())
        };
        let form = button
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|element| element.value().name() == "form")
            .expect("the button is inside a form");
        let mut fields = Vec::new();
        let mut controls = Vec::new();
        for input in form.select(&selector("input[name], textarea[name], select[name]")) {
            let control = Control::of(&html, input);
            if control.is_sent(input) {
                fields.push((control.name.clone(), control.value.clone()));
            }
            controls.push(control);
        }
        if let (Some(name), Some(value)) = (button.attr("name"), button.attr("value")) {
            fields.push((name.to_owned(), value.to_owned()));
        }
        Form {
            is_post: form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
            action: self.resolve(form.attr("action").unwrap_or_default()),
            fields,
            controls,
        }
    }

    /// An address on this page, as a path with its query.
    fn resolve(&self, href: &str) -> String {
        let base = reqwest::Url::parse("http://portal").unwrap().join(&self.path).unwrap();
        let url = base.join(href).unwrap();
        if url.origin() != base.origin() {
            return href.to_owned();
        }
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", url.path())
    }

    /// Only our own faults are errors in the log: `times` for this request.
    pub fn expect_logged_errors(&self, times: usize) {
        let lines = logs::errors_about(self.request_id());
        assert_eq!(lines.len(), times, "{}: {lines:#?}", self.path);
    }
}

impl Form {
    /// Types into the field with this label.
    pub fn fill(mut self, label: &str, value: &str) -> Self {
        let control = self.control(label, |control| control.label == label);
        self.set(&control.name, value);
        self
    }

    /// Chooses the only radio button whose label contains this text.
    pub fn choose(mut self, text: &str) -> Self {
        let is_it = |control: &Control| control.kind == "radio" && control.label.contains(text);
        let control = self.control(text, is_it);
        self.set(&control.name, &control.value);
        self
    }

    /// Ticks the only box whose label contains this text.
    pub fn tick(mut self, text: &str) -> Self {
        let is_it = |control: &Control| control.kind == "checkbox" && control.label.contains(text);
        let control = self.control(text, is_it);
        self.fields.push((control.name, control.value));
        self
    }

    /// What no browser would do: a value that the page did not offer.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The labels of its radio buttons.
    pub fn choices(&self) -> Vec<&str> {
        let radios = self.controls.iter().filter(|control| control.kind == "radio");
        radios.map(|control| control.label.as_str()).collect()
    }

    /// The label of the radio button that is checked.
    pub fn chosen(&self) -> Option<&str> {
        let radios = self.controls.iter().filter(|control| control.kind == "radio");
        let mut chosen =
            radios.filter(|radio| self.value(&radio.name) == Some(radio.value.as_str()));
        chosen.next().map(|radio| radio.label.as_str())
    }

    fn control(&self, text: &str, is_it: impl Fn(&Control) -> bool) -> Control {
        let found: Vec<_> = self.controls.iter().filter(|control| is_it(control)).collect();
        match &found[..] {
            [control] => (*control).clone(),
            _ => panic!("{} controls “{text}” in {:#?}", found.len(), self.controls),
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }
}

impl Control {
    fn of(html: &Html, input: ElementRef) -> Self {
        let kind = input.attr("type").unwrap_or_else(|| input.value().name());
        let usual = if kind == "checkbox" { "on" } else { "" };
        // A browser leaves out the line break after the tag, and keeps all others.
        let text: String = input.text().collect();
        let value = match input.value().name() {
            "textarea" => text.strip_prefix('\n').unwrap_or(&text),
            "select" => return Self::of_select(html, input),
            _ => input.attr("value").unwrap_or(usual),
        };
        Self {
            label: label(html, input),
            kind: kind.to_owned(),
            name: input.attr("name").unwrap_or_default().to_owned(),
            value: value.to_owned(),
        }
    }

    fn of_select(html: &Html, select: ElementRef) -> Self {
        let options = [selector("option[selected]"), selector("option")];
        let option = options.iter().find_map(|css| select.select(css).next());
        Self {
            label: label(html, select),
            kind: "select".to_owned(),
            name: select.attr("name").unwrap_or_default().to_owned(),
            value: option.and_then(|option| option.attr("value")).unwrap_or_default().to_owned(),
        }
    }

    fn is_sent(&self, input: ElementRef) -> bool {
        let is_choice = self.kind == "radio" || self.kind == "checkbox";
        !is_choice || input.attr("checked").is_some()
    }
}

fn find_button<'a>(html: &'a Html, label: &str) -> Option<ElementRef<'a>> {
    html.select(&selector("form button"))
        .find(|button| plain(*button) == label || button.attr("aria-label") == Some(label))
}

fn label(html: &Html, input: ElementRef) -> String {
    if let Some(label) = input.attr("aria-label") {
        return label.to_owned();
    }
    let id = input.attr("id").unwrap_or_default();
    let named = html.select(&selector("label[for]")).find(|label| label.attr("for") == Some(id));
    let around = || {
        let mut ancestors = input.ancestors().filter_map(ElementRef::wrap);
        ancestors.find(|element| element.value().name() == "label")
    };
    named.or_else(around).map(plain).unwrap_or_default()
}

fn plain(element: ElementRef) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}
