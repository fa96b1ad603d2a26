//! Every address that `web/paths.rs` builds is one that `web/routes.rs` answers.

use std::collections::{BTreeMap, BTreeSet};

use liaison::web::routes;
use regex::Regex;
use syn::{Expr, Item, ItemConst, ItemFn, Lit, Macro, visit::Visit};

use super::sources;

#[test]
fn every_address_that_is_built_is_one_that_is_answered() {
    let answered: BTreeSet<String> =
        routes::all().iter().map(|endpoint| with_holes(endpoint.path)).collect();
    let built = built();
    assert!(built.len() > 10, "the addresses are not written as they were: {built:?}");
    for (name, address) in built {
        assert!(
            answered.contains(&address),
            "paths::{name} builds {address}, which no route answers"
        );
    }
}

/// By the name of the constant or function; what is filled in is `{}`, and a query is left out.
fn built() -> BTreeMap<String, String> {
    let paths = sources(&["src/web"]).into_iter().find(|file| file.path == "src/web/paths.rs");
    let items = syn::parse_file(&paths.unwrap().text).unwrap().items;
    let constants: BTreeMap<_, _> = items.iter().filter_map(constant).collect();
    let functions = items.iter().filter_map(function);
    let functions = functions.map(|(name, text)| {
        let text = constants
            .iter()
            .fold(text, |text, (constant, value)| text.replace(&format!("{{{constant}}}"), value));
        (name, text)
    });
    let all = functions.collect::<Vec<_>>().into_iter().chain(constants.clone());
    all.map(|(name, text)| (name, with_holes(text.split('?').next().unwrap()))).collect()
}

fn constant(item: &Item) -> Option<(String, String)> {
    let Item::Const(ItemConst { ident, expr, .. }) = item else { return None };
    let Expr::Lit(literal) = &**expr else { return None };
    let Lit::Str(text) = &literal.lit else { return None };
    Some((ident.to_string(), text.value()))
}

/// A function builds its address with one `format!`.
fn function(item: &Item) -> Option<(String, String)> {
    #[derive(Default)]
    struct Format(Option<String>);

    impl Visit<'_> for Format {
        fn visit_macro(&mut self, call: &Macro) {
            assert!(call.path.is_ident("format"), "an address is built in an unknown way");
            let text: syn::LitStr = call.parse_body().expect("format! takes its values inline");
            self.0 = Some(text.value());
        }
    }

    let Item::Fn(ItemFn { sig, block, .. }) = item else { return None };
    let mut format = Format::default();
    format.visit_block(block);
    let text = format.0.unwrap_or_else(|| panic!("paths::{} has no format!", sig.ident));
    Some((sig.ident.to_string(), text))
}

fn with_holes(path: &str) -> String {
    Regex::new(r"\{[^}]*\}").unwrap().replace_all(path, "{}").into_owned()
}
