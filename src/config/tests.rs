use std::io::Write;

use super::*;

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

#[test]
fn flags_win_over_the_environment_over_the_file_over_the_defaults() {
    let file = file("listen = '127.0.0.1:1'\n[site]\nname = 'From the file'\n");
    let mut config = Config::default();
    config.apply(read(file.path()).unwrap());
    let variables = [("LIAISON_LISTEN".to_owned(), "127.0.0.1:2".to_owned())];
    config.apply(from_environment(&variables).unwrap());
    assert_eq!((config.listen.port(), config.site_name.as_str()), (2, "From the file"));
    config.apply(Settings {
        listen: Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 3))),
        ..Settings::default()
    });
    assert_eq!(config.listen.port(), 3);
    assert_eq!(config.database_url, Config::default().database_url);
}

#[test]
fn an_unknown_key_names_itself_and_its_line() {
    let error =
        read(file("workers = 2\n\nlisen = '127.0.0.1:1'\n").path()).unwrap_err().to_string();
    assert!(error.contains("line 3") && error.contains("lisen"), "{error}");
    let unknown = [("LIAISON_LISEN".to_owned(), String::new())];
    let error = from_environment(&unknown).unwrap_err().to_string();
    assert!(error.contains("LIAISON_LISEN") && error.contains("LIAISON_LISTEN"), "{error}");
}

#[test]
fn a_bad_value_names_its_line() {
    for bad in [
        "listen = 'here'",
        "public_url = 'portal.example'",
        "public_url = 'https://portal.example/path'",
        "assigning_roles = ['billing_admin']",
        "assigning_roles = ['wizard']",
        "trusted_proxies = ['proxy.example']",
        "workers = -1",
    ] {
        let error = read(file(&format!("\n{bad}\n")).path()).unwrap_err().to_string();
        assert!(error.contains("line 2"), "{error}");
    }
}

#[test]
fn roles_come_from_the_environment_too() {
    let variables =
        [("LIAISON_ASSIGNING_ROLES".to_owned(), "admin_agent, helpdesk_agent".to_owned())];
    let Roles(roles) = from_environment(&variables).unwrap().assigning_roles.unwrap();
    let roles: Vec<_> = roles.iter().collect();
    assert_eq!(roles, [PartnerRole::AdminAgent, PartnerRole::HelpdeskAgent]);
}
