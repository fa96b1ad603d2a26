//! All states together: whatever happens in whatever order, nothing reaches a state that `docs/domain.md` does not know.

use std::collections::BTreeMap;

use proptest::prelude::*;
use time::{
    Date, Duration, OffsetDateTime,
    macros::{date, datetime},
};

use super::{
    change::Cause,
    ids::PartnerId,
    partnership::{self, Partnership, PartnershipState},
    relationship::{self, DelegatedAdmin, End, Relationship, RelationshipState},
    request::{self, Request, RequestKind, RequestState},
    subscription::SubscriptionStatus,
    support_contact::{
        Choice, Contact, Decision, Designation, Requested, Standing, Terms, decide, leave,
    },
};

const START: OffsetDateTime = datetime!(2026-11-22 09:41 UTC);
const FIRST_DAY: Date = date!(2026 - 11 - 22);

/// Who is in this small world. Provider and customer `n` are numbers; resellers have ids, as contacts name them.
const PROVIDERS: usize = 2;
const RESELLERS: usize = 3;
const CUSTOMERS: usize = 2;
const SUBSCRIPTIONS: usize = 6;
const REQUESTS: usize = 8;

/// What somebody tries; most of it is refused most of the time.
#[derive(Clone, Debug)]
enum Event {
    Ask { kind: RequestKind, provider: usize, reseller: usize, customer: usize, days: Option<i64> },
    About { request: usize, event: request::Event },
    Partnership { provider: usize, reseller: usize, event: partnership::Event },
    RevokeDelegatedAdmin { reseller: usize, customer: usize },
    EndRelationship { partner: Partner, customer: usize },
    Assign { subscription: usize, contact: Option<usize>, seen: bool },
    SubscriptionEnds { subscription: usize },
    DaysPass { days: i64 },
}

#[derive(Clone, Copy, Debug)]
enum Partner {
    Provider(usize),
    Reseller(usize),
}

#[derive(Clone, Debug)]
struct Asked {
    request: Request,
    kind: RequestKind,
    provider: usize,
    reseller: usize,
    customer: usize,
    until: Option<Date>,
}

struct Subscription {
    provider: usize,
    customer: usize,
    designation: Designation,
}

struct World {
    day: i64,
    resellers: Vec<PartnerId>,
    partnerships: BTreeMap<(usize, usize), Partnership>,
    relationships: BTreeMap<(usize, usize), Relationship>,
    /// The providers' own, with customers.
    sold_to: BTreeMap<(usize, usize), Relationship>,
    requests: Vec<Asked>,
    subscriptions: Vec<Subscription>,
}

impl World {
    fn new() -> Self {
        let everywhere =
            || (0..PROVIDERS).flat_map(|one| (0..CUSTOMERS).map(move |two| (one, two)));
        let relationship = Relationship::accepted(DelegatedAdmin::NotGiven);
        let subscriptions = (0..SUBSCRIPTIONS).map(|number| Subscription {
            provider: number % PROVIDERS,
            // Not every pair has one, so that some providers can end their relationship.
            customer: number / 3 % CUSTOMERS,
            designation: Designation {
                contact: Contact::Provider,
                decided: false,
                version: 1,
                status: SubscriptionStatus::Active,
            },
        });
        Self {
            day: 0,
            resellers: (0..RESELLERS).map(|_| PartnerId::new(START)).collect(),
            partnerships: BTreeMap::new(),
            relationships: BTreeMap::new(),
            sold_to: everywhere().map(|pair| (pair, relationship)).collect(),
            requests: Vec::new(),
            subscriptions: subscriptions.collect(),
        }
    }

    fn now(&self) -> OffsetDateTime {
        START + Duration::days(self.day)
    }

    fn today(&self) -> Date {
        FIRST_DAY + Duration::days(self.day)
    }

    fn happen(&mut self, event: &Event) {
        match *event {
            Event::Ask { kind, provider, reseller, customer, days } => {
                let until = days.map(|days| self.today() + Duration::days(days));
                let request = Request {
                    state: RequestState::Open,
                    expires_at: self.now() + request::VALID_FOR,
                };
                self.requests.push(Asked { request, kind, provider, reseller, customer, until });
            }
            Event::About { request, event } => self.about_request(request, event),
            Event::Partnership { provider, reseller, event } => {
                self.partnership(provider, reseller, event);
            }
            Event::RevokeDelegatedAdmin { reseller, customer } => {
                if let Some(relationship) = self.relationships.get_mut(&(reseller, customer)) {
                    let event = relationship::Event::RevokeDelegatedAdmin;
                    *relationship = relationship.after(event).unwrap_or(*relationship);
                }
            }
            Event::EndRelationship { partner, customer } => {
                self.end_relationship(partner, customer);
            }
            Event::Assign { subscription, contact, seen } => {
                self.assign(subscription, contact, seen);
            }
            Event::SubscriptionEnds { subscription } => {
                self.subscriptions[subscription].designation.status = SubscriptionStatus::Expired;
            }
            Event::DaysPass { days } => self.day += days,
        }
    }

    fn about_request(&mut self, number: usize, event: request::Event) {
        let now = self.now();
        let Some(asked) = self.requests.get_mut(number) else { return };
        let Ok(state) = asked.request.after(event, now) else { return };
        asked.request.state = state;
        if state != RequestState::Accepted {
            return;
        }
        let asked = asked.clone();
        let pair = (asked.reseller, asked.customer);
        match asked.kind {
            RequestKind::Partnership => {
                let key = (asked.provider, asked.reseller);
                self.partnerships.insert(key, Partnership::ACTIVE);
            }
            RequestKind::Relationship => {
                let given = DelegatedAdmin::Given { until: asked.until };
                self.relationships.insert(pair, Relationship::accepted(given));
            }
            RequestKind::DelegatedAdmin => {
                if let Some(relationship) = self.relationships.get_mut(&pair) {
                    let event = relationship::Event::GiveDelegatedAdmin { until: asked.until };
                    *relationship = relationship.after(event).unwrap_or(*relationship);
                }
            }
        }
    }

    fn partnership(&mut self, provider: usize, reseller: usize, event: partnership::Event) {
        let Some(partnership) = self.partnerships.get_mut(&(provider, reseller)) else { return };
        let Ok(after) = partnership.after(event) else { return };
        *partnership = after;
        if after.state == PartnershipState::Ended {
            self.leave(reseller, Cause::PartnershipEnded, |one| one.provider == provider);
        }
    }

    fn end_relationship(&mut self, partner: Partner, customer: usize) {
        let sold = |provider| {
            let of_both =
                |one: &&Subscription| one.provider == provider && one.customer == customer;
            let live = self.subscriptions.iter().filter(of_both);
            live.filter(|one| one.designation.status.is_live()).count() as u64
        };
        let (relationship, live_subscriptions_sold) = match partner {
            Partner::Provider(provider) => {
                let sold = sold(provider);
                (self.sold_to.get_mut(&(provider, customer)), sold)
            }
            Partner::Reseller(reseller) => (self.relationships.get_mut(&(reseller, customer)), 0),
        };
        let Some(relationship) = relationship else { return };
        let end = relationship::Event::End(End { live_subscriptions_sold });
        let Ok(after) = relationship.after(end) else { return };
        *relationship = after;
        if let Partner::Reseller(reseller) = partner {
            self.leave(reseller, Cause::RelationshipEnded, |one| one.customer == customer);
        }
    }

    fn leave(
        &mut self,
        reseller: usize,
        cause: Cause,
        is_concerned: impl Fn(&Subscription) -> bool,
    ) {
        let leaving = self.resellers[reseller];
        for subscription in self.subscriptions.iter_mut().filter(|one| is_concerned(one)) {
            if let Some(decision) = leave(subscription.designation, leaving, None, cause) {
                subscription.record(decision);
            }
        }
    }

    fn assign(&mut self, subscription: usize, contact: Option<usize>, seen: bool) {
        let (provider, customer) = {
            let one = &self.subscriptions[subscription];
            (one.provider, one.customer)
        };
        let reasons = contact.map(|reseller| {
            let standing = Standing {
                partnership: self.partnerships.get(&(provider, reseller)).copied(),
                relationship: self.relationships.get(&(reseller, customer)).copied(),
                requested: Requested::default(),
            };
            standing.reasons(Terms { needs_delegated_admin: true, today: self.today() })
        });
        let contact = contact.map(|reseller| self.resellers[reseller]).into();
        let subscription = &mut self.subscriptions[subscription];
        let standing = subscription.designation;
        let choice = Choice { contact, seen_version: seen.then_some(standing.version) };
        if let Ok(decision) = decide(standing, choice, reasons.unwrap_or_default(), Cause::Assigned)
        {
            subscription.record(decision);
        }
    }

    /// What must be true at every moment.
    fn check(&self) {
        for partnership in self.partnerships.values() {
            // Rules 8 and 10: only what is active can be suspended.
            assert!(partnership.state == PartnershipState::Active || !partnership.suspended);
        }
        for relationship in self.relationships.values().chain(self.sold_to.values()) {
            // Rule 19: delegated admin ends with its relationship.
            assert!(
                relationship.state == RelationshipState::Active
                    || relationship.delegated_admin == DelegatedAdmin::NotGiven
            );
        }
        for subscription in self.subscriptions.iter().filter(|one| one.is_live()) {
            self.check_live(subscription);
        }
    }

    fn check_live(&self, subscription: &Subscription) {
        let Subscription { provider, customer, designation } = subscription;
        // Rules 18 and 20: the seller of a live subscription keeps its relationship.
        assert_eq!(self.sold_to[&(*provider, *customer)].state, RelationshipState::Active);
        let Contact::Reseller(id) = designation.contact else { return };
        let reseller = self.resellers.iter().position(|known| *known == id).unwrap();
        // Rule 23 when it was chosen; afterwards it may have been suspended (10) or have lost delegated admin (27), but
        // neither the partnership nor the relationship can have ended.
        let partnership = self.partnerships[&(*provider, reseller)];
        let relationship = self.relationships[&(reseller, *customer)];
        assert_eq!(partnership.state, PartnershipState::Active);
        assert_eq!(relationship.state, RelationshipState::Active);
        assert!(designation.decided, "a reseller is nobody's default");
    }
}

impl Subscription {
    fn is_live(&self) -> bool {
        self.designation.status.is_live()
    }

    fn record(&mut self, decision: Decision) {
        if let Decision::Record { contact, decided, .. } = decision {
            let version = self.designation.version + 1;
            self.designation = Designation { contact, decided, version, ..self.designation };
        }
    }
}

fn events() -> impl Strategy<Value = Event> {
    let kind = prop::sample::select(RequestKind::ALL);
    let about = prop::sample::select(&[
        request::Event::Accept,
        request::Event::Accept,
        request::Event::Decline,
        request::Event::Revoke,
    ]);
    let partnership = prop::sample::select(&[
        partnership::Event::Suspend,
        partnership::Event::Resume,
        partnership::Event::End,
    ]);
    let partner = prop_oneof![
        (0..PROVIDERS).prop_map(Partner::Provider),
        (0..RESELLERS).prop_map(Partner::Reseller)
    ];
    prop_oneof![
        4 => (kind, 0..PROVIDERS, 0..RESELLERS, 0..CUSTOMERS, prop::option::of(0..90_i64)).prop_map(
            |(kind, provider, reseller, customer, days)| Event::Ask { kind, provider, reseller, customer, days }
        ),
        6 => (0..REQUESTS, about).prop_map(|(request, event)| Event::About { request, event }),
        2 => (0..PROVIDERS, 0..RESELLERS, partnership)
            .prop_map(|(provider, reseller, event)| Event::Partnership { provider, reseller, event }),
        1 => (0..RESELLERS, 0..CUSTOMERS)
            .prop_map(|(reseller, customer)| Event::RevokeDelegatedAdmin { reseller, customer }),
        2 => (partner, 0..CUSTOMERS)
            .prop_map(|(partner, customer)| Event::EndRelationship { partner, customer }),
        6 => (0..SUBSCRIPTIONS, prop::option::weighted(0.8, 0..RESELLERS), any::<bool>()).prop_map(
            |(subscription, contact, seen)| Event::Assign { subscription, contact, seen }
        ),
        1 => (0..SUBSCRIPTIONS).prop_map(|subscription| Event::SubscriptionEnds { subscription }),
        1 => (1..40_i64).prop_map(|days| Event::DaysPass { days }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// `docs/domain.md` rules 8, 10, 13, 15, 16, 18 to 20, 22, 23 and 27.
    #[test]
    fn no_sequence_of_events_leaves_the_rules(events in prop::collection::vec(events(), 1..80)) {
        let mut world = World::new();
        for event in &events {
            world.happen(event);
            world.check();
        }
    }
}

/// The property above would also hold in a world where nothing ever happens.
#[test]
fn the_events_reach_what_the_property_is_about() {
    let mut world = World::new();
    let ask = |kind| Event::Ask { kind, provider: 0, reseller: 1, customer: 0, days: Some(5) };
    let accept = |request| Event::About { request, event: request::Event::Accept };
    for event in [
        ask(RequestKind::Partnership),
        ask(RequestKind::Relationship),
        accept(0),
        accept(1),
        Event::Assign { subscription: 0, contact: Some(1), seen: true },
    ] {
        world.happen(&event);
        world.check();
    }
    let reseller = Contact::Reseller(world.resellers[1]);
    assert_eq!(world.subscriptions[0].designation.contact, reseller);
    // Delegated admin runs out, and the contact stays (rule 27).
    world.happen(&Event::DaysPass { days: 6 });
    world.check();
    assert_eq!(world.subscriptions[0].designation.contact, reseller);
    let end = Event::Partnership { provider: 0, reseller: 1, event: partnership::Event::End };
    world.happen(&end);
    world.check();
    assert_eq!(world.subscriptions[0].designation.contact, Contact::Provider);
    assert!(!world.subscriptions[0].designation.decided);
}
