//! The operator's commands, as scripts and people read them: partners, customers, users, links.

use serde_json::Value;

use super::{
    ANY_PORT,
    migrate::execute,
    program::{Ended, Place, get, status},
};

const PUBLIC: &str = "LIAISON_PUBLIC_URL";
const TISZA: &[&str] = &[
    "partner",
    "create",
    "Tisza IT Kft.",
    "--partner-id",
    "4847383",
    "--kind",
    "indirect_reseller",
    "--country",
    "hu",
    "--time-zone",
    "Europe/Budapest",
];
const NORA: &[&str] = &[
    "user",
    "create",
    "Nora.Biro@Tisza.example",
    "--name",
    "Nóra Bíró",
    "--partner",
    "4847383",
    "--role",
    "global_admin",
];

/// With a partner and somebody who has been invited.
fn place() -> Place {
    let place = Place::new();
    place.run(TISZA).well();
    place.run(NORA).well();
    place
}

/// A database with the demo world in it.
fn demo() -> (Place, String) {
    let place = Place::new();
    let database = place.sqlite("kept.sqlite");
    let arguments = ["demo", "--listen", ANY_PORT, "--database-url", &database];
    let mut demo = place.start(&arguments);
    demo.line_with("Stop it");
    demo.stop().0.well();
    (place, database)
}

fn json(ended: &Ended) -> Value {
    serde_json::from_str(&ended.stdout).unwrap_or_else(|error| panic!("{error}: {ended:#?}"))
}

/// What follows the address in a link that is printed.
fn path_in(text: &str) -> String {
    let link = text.split_whitespace().find(|word| word.starts_with("http")).unwrap();
    link.split_once("8080").unwrap().1.to_owned()
}

#[test]
fn a_partner_and_its_first_person_are_let_in_by_commands_alone() {
    let place = Place::new();
    let made = place.run(TISZA).well().stdout;
    assert!(made.contains("liaison user create") && made.contains("--partner 4847383"), "{made}");
    let invited = place.run(NORA).well().stdout;
    assert!(
        invited.contains("nora.biro@tisza.example") && invited.contains("30 days"),
        "{invited}"
    );
    let mut portal = place.start(&["serve", "--listen", ANY_PORT]);
    let address = portal.address();
    let page = get(&address, &path_in(&invited), "");
    assert_eq!(status(&page), 200, "{page}");
    let (_, said) = portal.stop();
    assert!(
        !said.iter().any(|line| line.contains("/setup/")),
        "nothing is to be set up: {said:#?}"
    );
}

#[test]
fn links_name_the_public_address() {
    let place = place();
    let made = place.run_with(&[(PUBLIC, "https://portal.example")], NORA).well().stdout;
    assert!(made.contains("\n  https://portal.example/setup/"), "{made}");
    let nowhere = [NORA, &["--listen", ANY_PORT]].concat();
    let made = place.run(&nowhere).well().stdout;
    assert!(made.contains("\n  /setup/") && made.contains("at the portal's address"), "{made}");
}

#[test]
fn lists_are_for_people_and_for_programs() {
    let place = place();
    let partners = place.run(&["partner", "list"]).well().stdout;
    let [head, tisza] = &partners.lines().collect::<Vec<_>>()[..] else { panic!("{partners}") };
    assert!(head.starts_with("PARTNER ID  NAME"), "{head}");
    assert_eq!(tisza.split_whitespace().next(), Some("4847383"));
    let partners = json(&place.run(&["partner", "list", "tisza", "--json"]).well());
    assert_eq!(partners[0]["partner_id"], "4847383");
    assert_eq!(partners[0]["people"], 0, "who was invited has not come yet");
    place.run(&["partner", "edit", "4847383", "--name", "Bodrog IT Kft."]).well();
    let partners = place.run(&["partner", "list", "tisza"]).well().stdout;
    assert!(partners.contains("Bodrog IT Kft. (formerly Tisza IT Kft.)"), "{partners}");
    let partners = json(&place.run(&["partner", "list", "4847383", "--json"]).well());
    assert_eq!(partners[0]["formerly"], "Tisza IT Kft.");
    place.run(&["partner", "edit", "4847383", "--name", "Tisza IT Kft."]).well();
    let none = place.run(&["partner", "list", "nobody"]).well().stdout;
    assert!(none.starts_with("No partner has these words"), "{none}");

    let users = place.run(&["user", "list"]).well().stdout;
    for word in ["nora.biro@tisza.example", "Nóra Bíró", "Tisza IT Kft.", "global_admin", "invited"]
    {
        assert!(users.contains(word), "“{word}” is not in {users}");
    }
    let users = json(&place.run(&["user", "list", "--partner", "4847383", "--json"]).well());
    assert_eq!(users[0]["memberships"][0]["partner"], "4847383");
    assert_eq!(users[0]["memberships"][0]["state"], "invited");
    assert_eq!(users[0]["has_password"], false);
    assert_eq!(
        json(&place.run(&["user", "list", "--asking", "--json"]).well()),
        Value::Array(vec![])
    );
    let customers = place.run(&["customer", "list"]).well().stdout;
    assert!(customers.starts_with("No customer yet"), "{customers}");
    let made = ["customer", "create", "Almáskert Kft.", "--domain", "almaskert.example"];
    let place_of_it = ["--country", "HU", "--time-zone", "Europe/Budapest"];
    place.run(&[&made[..], &place_of_it].concat()).well();
    let customers = json(&place.run(&["customer", "list", "alma kft", "--json"]).well());
    assert_eq!(customers[0]["domain"], "almaskert.example");
    assert_eq!(customers[0]["formerly"], Value::Null);
    let reason = place.run(&["user", "list", "--partner", "9999999"]).refused();
    assert!(reason.contains("there is no partner 9999999"), "{reason}");
}

#[test]
fn what_is_there_already_is_not_made_twice() {
    let place = place();
    let reason = place.run(TISZA).refused();
    assert!(reason.contains("4847383 already"), "{reason}");
    let unknown = [&NORA[..6], &["9999999", "--role", "global_admin"]].concat();
    let reason = place.run(&unknown).refused();
    assert!(reason.contains("there is no partner 9999999"), "{reason}");
    let renamed = ["partner", "edit", "4847383", "--name", "Tisza Informatika Kft."];
    let said = place.run(&renamed).well().stdout;
    assert!(said.contains("has been changed"), "{said}");
    let said = json(&place.run(&[&renamed[..], &["--json"]].concat()).well());
    assert_eq!(said["changed"], false);
    let reason = place.run(&["setup-link"]).refused();
    assert!(reason.contains("organisation already") && reason.contains("user create"), "{reason}");
}

#[test]
fn a_set_up_link_can_be_read_by_a_program() {
    let link = json(&Place::new().run(&["setup-link", "--json"]).well());
    assert!(link["link"].as_str().unwrap().starts_with("http://127.0.0.1:8080/setup/"), "{link}");
    assert!(link["expires_at"].as_str().unwrap().ends_with('Z'), "{link}");
}

/// What goes wrong with one name stops none of the others, and the exit code says so.
#[test]
fn of_several_names_each_is_done_by_itself() {
    let (place, database) = demo();
    let run = |arguments: &[&str]| place.run(&[arguments, &["--database-url", &database]].concat());
    let (agent, helpdesk) = ("admin.agent@danube.example", "helpdesk.agent@danube.example");
    let some = run(&["user", "reset-link", agent, "nobody@danube.example", helpdesk]);
    assert_eq!(some.code, Some(3), "{some:#?}");
    assert_eq!(some.stdout.matches("http://127.0.0.1:8080/reset/").count(), 2, "{some:#?}");
    assert_eq!(some.stderr, "liaison: nobody@danube.example: nobody has this address\n");
    let none = run(&["user", "disable", "nobody@danube.example", "global.admin@danube.example"]);
    assert_eq!(none.code, Some(1), "{none:#?}");
    assert!(none.stderr.contains("last global admin of Danube Distribution"), "{none:#?}");
    let some = run(&["user", "disable", agent, "nobody@danube.example", "--json"]);
    assert_eq!((some.code, some.stderr.as_str()), (Some(3), ""), "{some:#?}");
    let said = json(&some);
    assert_eq!(said[0]["email"], agent);
    assert_eq!(said[0]["changed"], true);
    assert_eq!(said[0].get("error"), None, "{said}");
    assert_eq!(said[1]["error"], "nobody has this address");
    run(&["user", "enable", agent]).well();
    let loud = run(&["user", "grant", agent, "--partner", "4391507", "--role", "global_admin"]);
    assert!(loud.stdout.contains("GLOBAL ADMIN of Danube Distribution"), "{loud:#?}");
    let plain = run(&["user", "grant", agent, "--partner", "4391507", "--role", "user"]).refused();
    assert!(plain.contains("user is no role of a partner; its roles are global_admin"), "{plain}");
}

#[test]
fn a_second_factor_that_is_lost_is_taken_off() {
    let (place, database) = demo();
    let run = |arguments: &[&str]| place.run(&[arguments, &["--database-url", &database]].concat());
    let (agent, nobody) = ("admin.agent@danube.example", "nobody@danube.example");
    let reset = ["user", "reset-second-factor", agent];
    execute(&database, &format!("UPDATE users SET totp_secret = x'00' WHERE email = '{agent}'"));
    let has_one =
        || json(&run(&["user", "list", agent, "--json"]).well())[0]["has_second_factor"].clone();
    assert_eq!(has_one(), true);
    let said = run(&reset).well().stdout;
    assert!(said.contains(agent) && said.contains("password alone"), "{said}");
    assert_eq!(has_one(), false);
    let again = run(&[&reset[..], &[nobody, "--json"]].concat());
    assert_eq!((again.code, again.stderr.as_str()), (Some(3), ""), "{again:#?}");
    let said = json(&again);
    assert_eq!((&said[0]["email"], &said[0]["changed"]), (&agent.into(), &false.into()));
    assert_eq!(said[1]["error"], "nobody has this address");
}

#[test]
fn a_link_signs_somebody_in_and_none_confirms_what_nobody_asked_for() {
    let (place, database) = demo();
    let run = |arguments: &[&str]| place.run(&[arguments, &["--database-url", &database]].concat());
    let user = "user@almaskert.example";
    let made = run(&["user", "sign-in-link", user]).well().stdout;
    assert!(made.contains("http://127.0.0.1:8080/sign-in/link/"), "{made}");
    let refused = run(&["user", "confirm-link", user]);
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(1), ""), "{refused:#?}");
    assert!(refused.stderr.contains(user), "{refused:#?}");
}

#[test]
fn somebody_is_forgotten_only_when_somebody_has_said_yes() {
    let (place, database) = demo();
    let run = |arguments: &[&str]| place.run(&[arguments, &["--database-url", &database]].concat());
    let helpdesk = "helpdesk.agent@danube.example";
    let reason = run(&["user", "forget", helpdesk]).refused();
    assert!(reason.contains("--yes"), "{reason}");
    let there = run(&["user", "list", helpdesk]).well().stdout;
    assert!(there.contains("Zsófia Tóth"), "{there}");
    let done = run(&["user", "forget", helpdesk, "--yes"]).well().stdout;
    assert!(done.contains("is forgotten"), "{done}");
    assert_eq!(run(&["user", "list", helpdesk]).well().stdout, "Nobody.\n");
    let again = run(&["user", "forget", helpdesk, "--yes"]).refused();
    assert!(again.contains("nobody has this address"), "{again}");
}

#[test]
fn what_cannot_be_meant_is_refused_with_how_to_write_it() {
    let place = Place::new();
    for (arguments, word) in [
        (&["user", "create", "nora"][..], "name@company.example"),
        (&["user", "create", "nora@tisza.example", "--name", "Nóra"], "--role <ROLE>"),
        (
            &["user", "create", "nora@tisza.example", "--name", "Nóra", "--role", "user"],
            "<--partner <PARTNER_ID>|--customer <DOMAIN>>",
        ),
        (&["user", "reset-second-factor"], "EMAIL"),
        (&["user", "reset-link"], "EMAIL"),
        (
            &["user", "grant", "n@t.example", "--partner", "1", "--role", "global_admin"],
            "4 to 10 digits",
        ),
        (
            &["user", "grant", "n@t.example", "--partner", "4847383", "--role", "king"],
            "admin_agent",
        ),
        (
            &["user", "grant", "n@t.example", "--partner", "4847383", "--customer", "a.example"],
            "cannot be used with",
        ),
        (&["partner", "create", "Tisza", "--kind", "shop"], "indirect_provider"),
        (
            &["partner", "edit", "4847383"],
            "<--name <NAME>|--new-partner-id <NUMBER>|--country <CODE>|--time-zone <NAME>>",
        ),
        (&["partner", "edit", "4847383", "--country", "Hungary"], "two letters"),
        (&["partner", "edit", "4847383", "--time-zone", "Budapest"], "Europe/Budapest"),
        (&["customer", "create", "Almáskert", "--domain", "almaskert"], "almaskert.example"),
    ] {
        let said = place.run(arguments).misunderstood();
        assert!(said.contains(word), "“{word}” is not in {arguments:?}: {said}");
    }
    assert!(!place.has("data"), "a command that was not understood has done something");
}

#[test]
fn each_command_says_how_it_is_used() {
    let place = Place::new();
    for (command, words) in [
        (&["partner"][..], &["create", "list", "edit", "--json"][..]),
        (&["partner", "create"], &["Example:", "indirect_reseller", "Europe/Budapest"]),
        (&["customer"], &["create", "list"]),
        (&["customer", "create"], &["Example:", "request a relationship"]),
        (
            &["user"],
            &["create", "disable", "enable", "grant", "reset-link", "confirm-link", "forget"],
        ),
        (&["user", "reset-second-factor"], &["Example:", "Be sure who is asking", "EMAIL"]),
        (&["user", "create"], &["Example:", "30 days", "--role <ROLE>"]),
        (&["user", "forget"], &["--yes", "--even-the-last", "Copies of the database"]),
        (&["user", "reset-link"], &["30 minutes", "Be sure who is asking"]),
    ] {
        let help = place.run(&[command, &["--help"]].concat()).well();
        let said = help.unwrapped();
        for word in words {
            assert!(said.contains(word), "“{word}” is not in {command:?}: {}", help.stdout);
        }
        let mut lines = help.stdout.lines().filter(|line| !line.starts_with("Usage:"));
        assert!(lines.all(|line| line.chars().count() <= 100), "{}", help.stdout);
        // What is its own comes first; what every command takes stands below.
        let own = said.split("Options of every command:").next().unwrap();
        assert!(own.contains("--json") && !own.contains("--listen"), "{}", help.stdout);
        assert!(!said.contains("password on"), "{}", help.stdout);
    }
}
