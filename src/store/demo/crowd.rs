//! A crowd of generated customers of Danube, always the same one: everything about a customer follows from its number,
//! except ids and references.

mod names;

use time::{Date, Duration, OffsetDateTime};
use uuid::Builder;

use super::{
    draft::{Chosen, Draft, Sale},
    world::{
        Partner::{Danube, Kekes, Tisza},
        World,
    },
};
use crate::{
    domain::subscription::SubscriptionStatus::{
        self, Active, Cancelled, Expired, Pending, Suspended,
    },
    store::entity::customer,
};

const PRODUCTS: [&str; 11] = [
    "Office 365 Business Standard",
    "Exchange Online",
    "Intune",
    AZURE,
    "Visio Plan 2",
    "Project Plan 3",
    "Power BI Pro",
    "SharePoint Online",
    "Teams Phone",
    "Defender for Business",
    "Windows 365 Business",
];
/// Paid by use, not by seat.
const AZURE: &str = "Azure plan";

/// One subscription in this many is Tisza's.
const TISZAS: u32 = 10;

/// No subscription has more numbers of its own than this.
const NUMBERS: u64 = 8;

pub(super) struct Crowd<'a> {
    world: &'a World,
    /// Subscriptions since Tisza's last one; what it cannot have is made up for by the next that it can.
    since_tiszas: u32,
}

impl<'a> Crowd<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, since_tiszas: 0 }
    }

    /// Customers come by their numbers, from 0.
    pub fn add_customer(&mut self, draft: &mut Draft, number: u64) {
        let (name, domain) = names::company(number);
        let customer = draft.add_customer(&name, &domain);
        let days_ago = 60 + below(900, number);
        let since = draft.days_ago(days_ago);
        draft.add_relationship(self.world.partner(Danube).id, &customer, true, since);
        let tiszas = delegated_admin_of_tisza(number);
        if let Some(delegated_admin) = tiszas {
            draft.add_relationship(self.world.partner(Tisza).id, &customer, delegated_admin, since);
        }
        if is_served_by_kekes(number) {
            draft.add_relationship(self.world.partner(Kekes).id, &customer, true, since);
        }
        let tisza_is_available = tiszas == Some(true);
        for nth in 0..subscriptions(number) {
            self.add_sale(
                draft,
                &customer,
                Purchase::new(number, nth, days_ago),
                tisza_is_available,
            );
        }
    }

    fn add_sale(
        &mut self,
        draft: &mut Draft,
        customer: &customer::Model,
        purchase: Purchase,
        tisza_is_available: bool,
    ) {
        self.since_tiszas += 1;
        let is_tiszas =
            tisza_is_available && purchase.status().is_live() && self.since_tiszas >= TISZAS;
        if is_tiszas {
            self.since_tiszas -= TISZAS;
        }
        draft.add_sale(&Sale {
            provider: self.world.partner(Danube),
            customer,
            product: purchase.product(),
            external_id: purchase.external_id(),
            quantity: purchase.quantity(),
            status: purchase.status(),
            ends_on: purchase.ends_on(draft.today),
            reseller_of_record: None,
            at: purchase.at(draft.now),
            chosen: is_tiszas.then(|| Chosen {
                reseller: self.world.partner(Tisza),
                by: self.world.admin_agent,
                at: purchase.decided_at(draft.now),
            }),
        });
    }
}

/// How many a customer has: three on average.
fn subscriptions(number: u64) -> u64 {
    pick(&[3, 2, 4, 1, 5, 3], number + number / 60)
}

/// Of a hundred customers Tisza serves 85 with delegated admin privileges, 10 without, and 5 not at all.
///
/// Each round begins elsewhere, so that it is not always companies of the same name.
fn delegated_admin_of_tisza(number: u64) -> Option<bool> {
    match (number + number / 20) % 20 {
        7 => None,
        3 | 13 => Some(false),
        _ => Some(true),
    }
}

/// Every other customer, whatever Tisza does.
fn is_served_by_kekes(number: u64) -> bool {
    (number + number / 40).is_multiple_of(2)
}

/// One subscription as its number makes it.
#[derive(Clone, Copy)]
struct Purchase {
    customer: u64,
    nth: u64,
    number: u64,
    days_ago: i64,
}

impl Purchase {
    fn new(customer: u64, nth: u64, served_for_days: i64) -> Self {
        let number = customer * NUMBERS + nth;
        Self { customer, nth, number, days_ago: 10 + below(served_for_days - 10, number) }
    }

    /// Each of one customer's subscriptions has another.
    fn product(self) -> &'static str {
        pick(&PRODUCTS, scattered(self.customer) % 1_000 + self.nth)
    }

    fn external_id(self) -> String {
        let halves =
            (u128::from(scattered(self.number)) << 64) | u128::from(scattered(!self.number));
        Builder::from_random_bytes(halves.to_be_bytes()).into_uuid().to_string()
    }

    fn quantity(self) -> Option<i32> {
        let seats = [1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 40, 60, 85, 120, 250];
        (self.product() != AZURE).then(|| pick(&seats, scattered(self.number)))
    }

    /// Nearly all are active.
    fn status(self) -> SubscriptionStatus {
        match self.number % 97 {
            11 | 59 => Suspended,
            23 => Pending,
            41 => Expired,
            73 => Cancelled,
            _ => Active,
        }
    }

    fn ends_on(self, today: Date) -> Date {
        match self.status() {
            Expired | Cancelled => {
                today - Duration::days(1 + below(self.days_ago.min(60) - 1, self.number))
            }
            _ => today + Duration::days(1 + below(365, self.number)),
        }
    }

    fn at(self, now: OffsetDateTime) -> OffsetDateTime {
        now - Duration::days(self.days_ago) + self.time_of_day()
    }

    /// Some time between then and now.
    fn decided_at(self, now: OffsetDateTime) -> OffsetDateTime {
        now - Duration::days(self.days_ago / 2) + self.time_of_day()
    }

    fn time_of_day(self) -> Duration {
        Duration::minutes(below(600, self.number))
    }
}

/// At least 0 and less than `limit`.
fn below(limit: i64, number: u64) -> i64 {
    i64::try_from(scattered(number) % limit.unsigned_abs().max(1)).unwrap_or_default()
}

/// Round and round the list.
fn pick<T: Copy>(list: &[T], number: u64) -> T {
    let length = u64::try_from(list.len()).unwrap_or(u64::MAX);
    list[usize::try_from(number % length).unwrap_or_default()]
}

/// Numbers that look thrown like dice, and fall the same way each time (the mixing step of `SplitMix64`).
fn scattered(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
