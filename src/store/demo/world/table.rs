//! The table of the demo world, as `docs/demo.md` has it.

use crate::domain::{
    partner::PartnerKind::{self, IndirectProvider, IndirectReseller},
    role::{CustomerRole, PartnerRole},
    subscription::SubscriptionStatus::{self, Active, Expired},
};

/// In the order of [`PARTNERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store::demo) enum Partner {
    Danube,
    Alfold,
    Tisza,
    Kekes,
    Mecsek,
    Bakony,
}
use Partner::*;

pub(super) struct DemoPartner {
    pub kind: PartnerKind,
    pub name: &'static str,
    pub mpn_id: &'static str,
    /// Its partnerships, named by the reseller.
    pub providers: &'static [Partner],
    pub profile: Option<Profile>,
    pub people: &'static [(&'static str, &'static str, PartnerRole)],
}

pub(super) struct Profile {
    pub telephone: &'static str,
    pub urgent_telephone: Option<&'static str>,
    pub email: &'static str,
    pub website: &'static str,
    pub hours: Hours,
    pub languages: &'static [&'static str],
}

pub(super) enum Hours {
    AroundTheClock,
    Weekdays(&'static str, &'static str),
}

pub(super) struct DemoCustomer {
    pub name: &'static str,
    pub domain: &'static str,
    /// Its relationships, and whether delegated admin privileges are part of each.
    pub served_by: &'static [(Partner, bool)],
    pub bought: &'static [Bought],
    pub people: &'static [(&'static str, &'static str, CustomerRole)],
}

pub(super) struct Bought {
    pub from: Partner,
    pub product: &'static str,
    pub external_id: &'static str,
    pub quantity: Option<i32>,
    pub days_ago: i64,
    pub status: SubscriptionStatus,
    pub ends_in_days: i64,
    pub of_record: Option<Partner>,
    pub assigned_to: Option<Partner>,
}

const WITH_DAP: bool = true;
const WITHOUT_DAP: bool = false;

/// The rest of a usual subscription.
const RENEWED: Bought = Bought {
    from: Danube,
    product: "",
    external_id: "",
    quantity: None,
    days_ago: 290,
    status: Active,
    ends_in_days: 75,
    of_record: None,
    assigned_to: None,
};

/// Who made the assignments that are there from the first day.
pub(super) const ADMIN_AGENT: &str = "admin.agent@danube.example";
/// Somebody who has to choose for whom she acts.
const IN_TWO_ORGANISATIONS: (&str, &str) = ("anna.kovacs@liaison.example", "Anna Kovács");

pub(super) static PARTNERS: [DemoPartner; 6] = [
    DemoPartner {
        kind: IndirectProvider,
        name: "Danube Distribution",
        mpn_id: "4391507",
        providers: &[],
        profile: Some(Profile {
            telephone: "+36 1 555 0100",
            urgent_telephone: Some("+36 1 555 0199"),
            email: "support@danube.example",
            website: "https://danube.example/help",
            hours: Hours::Weekdays("08:00", "18:00"),
            languages: &["hu", "en", "de"],
        }),
        people: &[
            ("global.admin@danube.example", "Katalin Horváth", PartnerRole::GlobalAdmin),
            (ADMIN_AGENT, "Gábor Szűcs", PartnerRole::AdminAgent),
            ("helpdesk.agent@danube.example", "Zsófia Tóth", PartnerRole::HelpdeskAgent),
            ("sales.agent@danube.example", "Márton Varga", PartnerRole::SalesAgent),
            ("user.admin@danube.example", "Éva Kiss", PartnerRole::UserManagementAdmin),
            ("billing.admin@danube.example", "László Molnár", PartnerRole::BillingAdmin),
            (IN_TWO_ORGANISATIONS.0, IN_TWO_ORGANISATIONS.1, PartnerRole::HelpdeskAgent),
        ],
    },
    DemoPartner {
        kind: IndirectProvider,
        name: "Alföld Cloud Zrt.",
        mpn_id: "5120044",
        providers: &[],
        profile: Some(Profile {
            telephone: "+36 66 555 0144",
            urgent_telephone: None,
            email: "help@alfold.example",
            website: "https://alfold.example",
            hours: Hours::Weekdays("09:00", "17:00"),
            languages: &["hu"],
        }),
        people: &[
            ("global.admin@alfold.example", "István Farkas", PartnerRole::GlobalAdmin),
            (IN_TWO_ORGANISATIONS.0, IN_TWO_ORGANISATIONS.1, PartnerRole::AdminAgent),
        ],
    },
    DemoPartner {
        kind: IndirectReseller,
        name: "Tisza IT Kft.",
        mpn_id: "4847383",
        providers: &[Danube, Alfold],
        profile: Some(Profile {
            telephone: "+36 52 555 0111",
            urgent_telephone: None,
            email: "help@tisza.example",
            website: "https://tisza.example/support",
            hours: Hours::AroundTheClock,
            languages: &["hu", "en"],
        }),
        people: &[
            ("global.admin@tisza.example", "Ágnes Balogh", PartnerRole::GlobalAdmin),
            ("helpdesk.agent@tisza.example", "Ádám Papp", PartnerRole::HelpdeskAgent),
        ],
    },
    DemoPartner {
        kind: IndirectReseller,
        name: "Kékes Systems Zrt.",
        mpn_id: "4902211",
        providers: &[Danube],
        profile: Some(Profile {
            telephone: "+36 37 555 0122",
            urgent_telephone: None,
            email: "service@kekes.example",
            website: "https://kekes.example/service",
            hours: Hours::Weekdays("09:00", "17:00"),
            languages: &["hu"],
        }),
        people: &[("global.admin@kekes.example", "Judit Takács", PartnerRole::GlobalAdmin)],
    },
    DemoPartner {
        kind: IndirectReseller,
        name: "Mecsek Support",
        mpn_id: "4977310",
        providers: &[Danube],
        profile: None,
        people: &[("global.admin@mecsek.example", "Róbert Juhász", PartnerRole::GlobalAdmin)],
    },
    DemoPartner {
        kind: IndirectReseller,
        name: "Bakony Services",
        mpn_id: "5003127",
        providers: &[],
        profile: Some(Profile {
            telephone: "+36 88 555 0155",
            urgent_telephone: None,
            email: "help@bakony.example",
            website: "https://bakony.example/help",
            hours: Hours::Weekdays("08:00", "16:00"),
            languages: &["hu", "de"],
        }),
        people: &[("global.admin@bakony.example", "Ildikó Lakatos", PartnerRole::GlobalAdmin)],
    },
];

pub(super) static CUSTOMERS: [DemoCustomer; 3] = [
    DemoCustomer {
        name: "Almáskert Logisztika Kft.",
        domain: "almaskert.example",
        served_by: &[
            (Danube, WITH_DAP),
            (Alfold, WITH_DAP),
            (Tisza, WITH_DAP),
            (Kekes, WITH_DAP),
            (Mecsek, WITHOUT_DAP),
            (Bakony, WITH_DAP),
        ],
        bought: &[
            Bought {
                from: Danube,
                product: "Office 365 Business Standard",
                external_id: "5f0c2e91-8b1d-47c6-a2f4-90d3be617a58",
                quantity: Some(120),
                days_ago: 293,
                ends_in_days: 99,
                ..RENEWED
            },
            Bought {
                from: Danube,
                product: "Exchange Online",
                external_id: "2be177a0-9c14-4f0b-8d3e-61a5c0f7e2b8",
                quantity: Some(35),
                of_record: Some(Tisza),
                assigned_to: Some(Tisza),
                ..RENEWED
            },
            Bought {
                from: Danube,
                product: "Intune",
                external_id: "a94c03d5-1e6f-4b72-9a80-c3d94e5f1b60",
                quantity: Some(60),
                assigned_to: Some(Tisza),
                ..RENEWED
            },
            Bought {
                from: Danube,
                product: "Azure plan",
                external_id: "c8d8fbab-6a62-4f0e-9d51-2b7e0a4c11f3",
                days_ago: 293,
                ends_in_days: 72,
                of_record: Some(Tisza),
                ..RENEWED
            },
            Bought {
                from: Alfold,
                product: "Visio Plan 2",
                external_id: "71d04e6b-0c93-4d58-b1f7-8e2a6c907d34",
                quantity: Some(5),
                days_ago: 188,
                ends_in_days: 177,
                ..RENEWED
            },
        ],
        people: &[
            ("admin@almaskert.example", "Péter Nagy", CustomerRole::GlobalAdmin),
            ("user@almaskert.example", "Dóra Simon", CustomerRole::PlainUser),
        ],
    },
    DemoCustomer {
        name: "Contoso Bútor Kft.",
        domain: "contoso-butor.example",
        served_by: &[(Danube, WITH_DAP), (Tisza, WITH_DAP)],
        bought: &[
            Bought {
                from: Danube,
                product: "Exchange Online",
                external_id: "e3b6097d-52fa-4c18-9b64-1d7f80a2c95e",
                quantity: Some(18),
                days_ago: 250,
                ends_in_days: 115,
                ..RENEWED
            },
            Bought {
                from: Danube,
                product: "Project Plan 3",
                external_id: "0a97c4f2-6d3b-4e81-8f25-b4609e1c7d02",
                quantity: Some(3),
                days_ago: 375,
                status: Expired,
                ends_in_days: -10,
                ..RENEWED
            },
        ],
        people: &[("admin@contoso-butor.example", "Tamás Oláh", CustomerRole::GlobalAdmin)],
    },
    DemoCustomer {
        name: "Őrség Panzió Bt.",
        domain: "orseg.example",
        served_by: &[(Alfold, WITH_DAP)],
        bought: &[Bought {
            from: Alfold,
            product: "Exchange Online",
            external_id: "94f1d8b3-2c70-4a6e-b5d9-7e03fa618c4b",
            quantity: Some(4),
            days_ago: 146,
            ends_in_days: 219,
            ..RENEWED
        }],
        people: &[("admin@orseg.example", "Borbála Fehér", CustomerRole::GlobalAdmin)],
    },
];
