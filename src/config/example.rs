//! `liaison config example`: a settings file that says what every setting does.

use super::{
    Config,
    setting::{Kind, Setting, variable},
    table::SETTINGS,
};

const HEAD: &str = "\
# The settings of Liaison. Each stands here with its default, or with an example behind a # where there is none.
#
# The name in capitals is the variable of the environment that says the same; lists are separated by commas there.
# The environment wins over this file, and --listen and --database-url win over both. `liaison config check` says what
# is wrong, `liaison config dump` what holds and where it was said.
";

/// A settings file with every setting and its default.
pub fn example() -> String {
    let defaults = Config::default();
    let mut text = HEAD.to_owned();
    let mut section = None;
    for setting in SETTINGS {
        if setting.section() != section {
            section = setting.section();
            text += &section.map(|name| format!("\n[{name}]\n")).unwrap_or_default();
        }
        text += &entry(setting, &defaults);
    }
    text
}

fn entry(setting: &Setting, defaults: &Config) -> String {
    let default = (setting.get)(defaults);
    let line = if default.is_empty() && setting.kind != Kind::List {
        format!("# {} = {}", setting.name(), setting.sample)
    } else {
        format!("{} = {}", setting.name(), setting.kind.write(&default))
    };
    let says = setting.says.replace('\n', "\n# ");
    let names = match setting.kind {
        Kind::Secret => secret_names(setting),
        _ => format!("# {}\n", variable(setting.key)),
    };
    format!("\n# {says}\n{names}{line}\n")
}

fn secret_names(setting: &Setting) -> String {
    let [value, file] = ["", "_file"].map(|end| variable(&format!("{}{end}", setting.key)));
    let key = setting.key;
    format!(
        "# {value}\n# To keep it in a file of its own, name that file:\n# {key}_file here, {file}, or systemd's credential {key}.\n"
    )
}
