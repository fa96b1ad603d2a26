//! Every address that names a row, by what kind of row it is.

/// Addresses with an id, by the kind of row that it names; `own` in them is one of the reader's own rows.
pub const OF_CUSTOMERS: &[&str] = &[
    "GET /partner/customers/{id}",
    "GET /partner/customers?after={id}",
    "GET /partner/customers?before={id}",
    "GET /partner/relationships/{id}/end",
    "GET /partner/relationships/{id}/end.csv",
    "POST /partner/relationships/{id}/end subscriptions=0",
    "POST /partner/relationships/{id}/end subscriptions=",
    "GET /partner/relationships?show=active&after={id}",
    "GET /partner/relationships?show=ended&before={id}",
    "GET /partner/relationships/new?customer={id}",
    "GET /partner/customers/{id}/edit",
    "POST /partner/customers/{id}/edit name=x&time_zone=UTC&number=1",
    "GET /partner/subscriptions/new?customer={id}",
    "GET /partner/customers/{id}/admin",
    "POST /partner/customers/{id}/admin name=x&email=x%40x.example",
    "POST /partner/customers/{id}/admin action=withdraw",
];
pub const OF_SUBSCRIPTIONS: &[&str] = &[
    "GET /partner/subscriptions/{id}",
    "GET /partner/subscriptions/{id}?contact={own partner}",
    "GET /partner/subscriptions/{id}/support-contact",
    "POST /partner/subscriptions/{id}/support-contact contact={own partner}&version=1",
    "POST /partner/subscriptions/{id}/support-contact contact=&version=",
    "POST /partner/subscriptions/{id}/support-contact ourselves=1",
    "GET /partner/subscriptions/{id}/report",
    "POST /partner/subscriptions/{id}/report note=x",
    "GET /partner/subscriptions?after={id}",
    "GET /partner/relationships/new?subscription={id}",
    "GET /partner/subscriptions?before={id}",
    "GET /partner/customers/{own customer}?changed={id}",
    "GET /partner/subscriptions/{id}/edit",
    "POST /partner/subscriptions/{id}/edit status=cancelled",
    "POST /partner/subscriptions/{id}/edit remove=1&confirmed=1",
];
pub const OF_PARTNERS: &[&str] = &[
    "GET /partner/resellers/{id}",
    "GET /partner/resellers/{id}/suspend",
    "POST /partner/resellers/{id}/suspend",
    "GET /partner/resellers/{id}/resume",
    "POST /partner/resellers/{id}/resume",
    "GET /partner/resellers/{id}/end",
    "GET /partner/resellers/{id}/end.csv",
    "POST /partner/resellers/{id}/end subscriptions=0&instead={own partner}:0",
    "POST /partner/resellers/{id}/end subscriptions=&instead=",
    "GET /partner/resellers?after={id}",
    "GET /partner/resellers?before={id}",
    "GET /partner/providers/{id}",
    "GET /partner/providers/{id}/end",
    "GET /partner/providers/{id}/end.csv",
    "POST /partner/providers/{id}/end subscriptions=0",
    "GET /partner/providers?after={id}",
    "GET /partner/subscriptions?contact={id}",
    "GET /partner/resellers/{id}/profile",
    "POST /partner/resellers/{id}/profile time_zone=Europe%2FBudapest&telephone=112&seen=",
    "POST /partner/resellers/{id}/profile time_zone=",
];
pub const OF_CHANGES: &[&str] = &[
    "GET /partner/changes/{id}",
    "GET /partner/changes/{id}/undo",
    "POST /partner/changes/{id}/undo",
    "GET /partner/changes/{id}/repeat",
    "POST /partner/changes/{id}/repeat subscription={own subscription}:1",
    "POST /partner/changes/{id}/repeat",
];

pub const OF_REQUESTS: &[&str] = &[
    "GET /partner/requests/{id}",
    "GET /partner/requests/{id}?letter=hu",
    "GET /partner/requests/{id}/revoke",
    "POST /partner/requests/{id}/revoke",
    "GET /partner/relationships?after={id}",
    "GET /partner/relationships?before={id}",
    "GET /partner/relationships/new?again={id}",
];
pub const OF_MEMBERSHIPS: &[&str] = &[
    "GET /partner/users/{id}",
    "POST /partner/users/{id} action=roles&role=sales_agent",
    "POST /partner/users/{id} action=roles",
    "POST /partner/users/{id} action=disable",
    "POST /partner/users/{id} action=reset",
    "POST /partner/users/{id} action=withdraw",
    "GET /partner/users?after={id}",
    "GET /partner/users?before={id}",
];
pub const OF_REPORTS: &[&str] =
    &["POST /partner/reports/{id}/settle", "GET /partner/reports?after={id}"];
pub const OF_ACTIVITY: &[&str] =
    &["GET /partner/activity?after={id}", "GET /partner/activity?before={id}"];
