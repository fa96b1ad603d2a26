//! `liaison config dump`: what holds, and where it was said.

use super::{
    Loaded,
    setting::{Kind, Setting},
    table::SETTINGS,
};

/// Sources stand below each other, but for those of lines that are longer.
const WIDEST: usize = 60;

/// One line a setting; secrets are masked.
pub fn dump(loaded: &Loaded) -> String {
    let lines: Vec<_> = SETTINGS.iter().map(|setting| (line(setting, loaded), setting)).collect();
    let widths = lines.iter().map(|(line, _)| line.chars().count());
    let width = widths.filter(|width| *width <= WIDEST).max().unwrap_or_default();
    let with_source = |(line, setting): &(String, &Setting)| {
        let source = loaded.sources.get(setting.key).map(ToString::to_string);
        format!("{line:width$}  # {}\n", source.unwrap_or_else(|| "default".to_owned()))
    };
    lines.iter().map(with_source).collect()
}

fn line(setting: &Setting, loaded: &Loaded) -> String {
    let words = (setting.get)(&loaded.config);
    if words.is_empty() && setting.kind != Kind::List {
        format!("# {} is not set", setting.key)
    } else {
        format!("{} = {}", setting.key, setting.kind.write(&words))
    }
}
