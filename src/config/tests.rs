use std::{fs, net::SocketAddr};

use super::*;
use crate::domain::role::PartnerRole;

/// What a settings file with this text, and then these variables, come to.
fn read(text: &str, variables: &[(&str, &str)]) -> Result<Loaded, String> {
    let mut layers = Layers::default();
    layers.text(text, Path::new("portal.toml"));
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect();
    layers.environment(&variables);
    layers.loaded().map_err(|error| error.to_string())
}

fn refused(text: &str, variables: &[(&str, &str)]) -> String {
    read(text, variables).expect_err(text)
}

#[test]
fn the_example_holds_every_setting_and_reads_as_the_defaults() {
    let example = example();
    let loaded = read(&example, &[]).unwrap();
    assert_eq!(format!("{:?}", loaded.config), format!("{:?}", Config::default()));
    for setting in table::SETTINGS {
        let line = |line: &str| {
            line.trim_start_matches("# ").starts_with(&format!("{} = ", setting.name()))
        };
        assert_eq!(example.lines().filter(|text| line(text)).count(), 1, "{}", setting.key);
        assert!(example.contains(&format!("# {}\n", setting::variable(setting.key))));
    }
}

/// Whoever takes the # away gets something that works.
#[test]
fn the_samples_of_the_example_are_good_too() {
    let directory = tempfile::tempdir().unwrap();
    let logo = directory.path().join("logo.svg");
    fs::write(&logo, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let text = example().lines().map(without_mark).collect::<Vec<_>>().join("\n");
    let text = text.replace("\"logo.svg\"", &format!("{:?}", logo.display().to_string()));
    let text = text.replace("128 hexadecimal digits", &"0f".repeat(64));
    let loaded = read(&text, &[]).unwrap();
    assert_eq!(loaded.sources.len(), table::SETTINGS.len());
    assert!(table::SETTINGS.iter().all(|setting| {
        !(setting.get)(&loaded.config).is_empty() || setting.kind == setting::Kind::List
    }));
}

/// Only from what is a setting, not from what explains one.
fn without_mark(line: &str) -> &str {
    let is_setting = |line: &&str| {
        table::SETTINGS.iter().any(|setting| line.starts_with(&format!("{} = ", setting.name())))
    };
    line.strip_prefix("# ").filter(is_setting).unwrap_or(line)
}

#[test]
fn what_is_dumped_is_a_settings_file_that_says_the_same() {
    let text =
        "listen = '127.0.0.1:1'\nassigning_roles = ['admin_agent']\n[site]\nname = 'A \"name\"'\n";
    let loaded = read(text, &[("LIAISON_WORKERS", "3")]).unwrap();
    let dumped = dump(&loaded);
    let again = read(&dumped, &[]).unwrap();
    assert_eq!(format!("{:?}", again.config), format!("{:?}", loaded.config));
    assert!(dumped.contains("# portal.toml, line 1\n") && dumped.contains("# LIAISON_WORKERS\n"));
}

#[test]
fn an_unknown_key_names_its_line_and_the_nearest() {
    for (text, line, nearest) in [
        ("\n\nlisen = '127.0.0.1:1'", 3, "`listen`"),
        ("[site]\nsuport_line = 'us'", 2, "`site.support_line`"),
        ("support_line = 'us'", 1, "`site.support_line`"),
        ("[sites]\nname = 'us'", 1, "`site`"),
        ("[site]\nlisten = '127.0.0.1:1'", 2, "`listen`"),
        ("[site.name]\nfirst = 'us'", 1, "a text in quotes"),
        ("database_uri_file = 'x'", 1, "`database_url_file`"),
        ("colour_of_the_moon = 'silver'", 1, "liaison config example"),
    ] {
        let error = refused(text, &[]);
        assert!(error.contains(&format!("portal.toml, line {line}:")), "{error}");
        assert!(error.contains(nearest), "{error}");
    }
    let error = refused("", &[("LIAISON_SITE_NAEM", "")]);
    assert!(error.contains("did you mean LIAISON_SITE_NAME?"), "{error}");
}

#[test]
fn a_bad_value_names_its_line() {
    for bad in [
        "listen = 'here'",
        "listen = 8080",
        "public_url = 'portal.example'",
        "public_url = 'https://portal.example/path'",
        "assigning_roles = ['billing_admin']",
        "assigning_roles = ['wizard']",
        "assigning_roles = 'admin_agent'",
        "trusted_proxies = ['proxy.example']",
        "trusted_proxies = [1]",
        "workers = -1",
        "workers = 0",
        "workers = '2'",
        "available_needs_dap = 'yes'",
        "metrics_listen = '0.0.0.0:9180'",
        "housekeeping.links_days = 70000",
        "site.name = ' '",
        "site.support_line = \"two\\nlines\"",
        "site.imprint_url = 'http://www.example.com'",
        "site.privacy_url = 'javascript:alert(1)'",
        "site.logo = '/no/such/logo.png'",
        "site.logo = 'Cargo.toml'",
        "secret_key = 'short'",
        "secret_key_file = '/no/such/key'",
    ] {
        let error = refused(&format!("\n{bad}\n"), &[]);
        let name = bad.split([' ', '.']).next().unwrap().trim_end_matches("_file");
        assert!(error.contains("line 2") && error.contains(name), "{error}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let error = refused("workers = 0\nlisen = 1\n", &[("LIAISON_LISTEN", "here")]);
    assert!(error.starts_with("3 settings are wrong:"), "{error}");
    for part in ["line 1", "line 2", "LIAISON_LISTEN"] {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn no_message_repeats_a_secret() {
    for text in [
        "database_url = 'mysql://liaison:s3cret@db'",
        "database_url = 'postgres://liaison:s3cret@db' oops",
        "secret_key = 's3cret'",
    ] {
        assert!(!refused(text, &[]).contains("s3cret"));
    }
    let loaded = read("database_url = 'postgres://liaison:s3cret@db/portal'", &[]).unwrap();
    assert!(!dump(&loaded).contains("s3cret") && !format!("{loaded:?}").contains("s3cret"));
}

#[test]
fn the_environment_wins_over_the_file_and_flags_over_both() {
    let file = "listen = '127.0.0.1:1'\n[site]\nname = 'From the file'\n";
    let mut layers = Layers::default();
    layers.text(file, Path::new("portal.toml"));
    layers.environment(&[("LIAISON_LISTEN".to_owned(), "127.0.0.1:2".into())]);
    let listen = Some(SocketAddr::from(([127, 0, 0, 1], 3)));
    layers.flags(Flags { listen, database_url: None });
    let Config { listen, site, database_url, .. } = layers.loaded().unwrap().config;
    assert_eq!((listen.port(), site.name.as_str()), (3, "From the file"));
    assert_eq!(database_url, DatabaseUrl::default());
}

#[test]
fn lists_come_from_the_environment_too_and_what_is_empty_sets_nothing() {
    let loaded = read(
        "",
        &[
            ("LIAISON_ASSIGNING_ROLES", "admin_agent, helpdesk_agent"),
            ("LIAISON_PUBLIC_URL", ""),
            ("LIAISON_TRUSTED_PROXIES", ""),
        ],
    );
    let config = loaded.unwrap().config;
    let roles: Vec<_> = config.policy.assigning_roles.iter().collect();
    assert_eq!(roles, [PartnerRole::AdminAgent, PartnerRole::HelpdeskAgent]);
    assert!(config.public_url.is_none() && config.trusted_proxies.is_empty());
}

#[test]
fn what_kubernetes_says_about_a_service_of_our_name_is_no_setting() {
    read(
        "",
        &[
            ("LIAISON_PORT", "tcp://10.0.0.1:80"),
            ("LIAISON_PORT_80_TCP_ADDR", "10.0.0.1"),
            ("LIAISON_SERVICE_HOST", "10.0.0.1"),
        ],
    )
    .unwrap();
    refused("", &[("LIAISON_PORT", "80")]);
}
