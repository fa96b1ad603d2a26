use time::{OffsetDateTime, macros::date};

use super::{Unavailable::*, *};

const TODAY: Date = date!(2026 - 11 - 22);
const TERMS: Terms = Terms { needs_delegated_admin: true, today: TODAY };
const WITHOUT_DAP: Terms = Terms { needs_delegated_admin: false, today: TODAY };

const PARTNERS: Option<Partnership> =
    Some(Partnership { state: PartnershipState::Active, suspended: false });
const DAP: DelegatedAdmin = DelegatedAdmin::Given { until: None };

fn reseller() -> PartnerId {
    PartnerId::new(OffsetDateTime::UNIX_EPOCH)
}

fn serves(delegated_admin: DelegatedAdmin) -> Relationship {
    Relationship { state: RelationshipState::Active, delegated_admin }
}

fn designation(contact: Contact) -> Designation {
    Designation { contact, decided: true, version: 7, status: SubscriptionStatus::Active }
}

fn choose(contact: Contact, version: i64) -> Choice {
    Choice { contact, seen_version: Some(version) }
}

/// `docs/domain.md` rule 23.
#[test]
fn a_reseller_is_available_with_partnership_relationship_and_dap() {
    let standing =
        Standing { partnership: PARTNERS, relationship: Some(serves(DAP)), ..Standing::default() };
    assert_eq!(standing.reasons(TERMS), []);
    let without = Standing { relationship: Some(serves(DelegatedAdmin::NotGiven)), ..standing };
    assert_eq!(without.reasons(TERMS), [NoDelegatedAdmin]);
    assert_eq!(without.reasons(WITHOUT_DAP), [], "where the configuration does not ask for it");
    let neither = Standing::default();
    assert_eq!(neither.reasons(WITHOUT_DAP), [NoPartnership, NoRelationship], "always needed");
}

/// `docs/domain.md` rule 26.
#[test]
fn every_reason_is_given_in_the_order_in_which_it_is_mended() {
    let suspended = Some(Partnership { suspended: true, ..PARTNERS.unwrap() });
    let ended = Some(Partnership { state: PartnershipState::Ended, suspended: false });
    let left = Some(Relationship {
        state: RelationshipState::Ended,
        delegated_admin: DelegatedAdmin::NotGiven,
    });
    let expired = Some(serves(DelegatedAdmin::Given { until: Some(date!(2026 - 11 - 21)) }));
    let all = Requested { partnership: true, relationship: true, delegated_admin: true };
    let none = Requested::default();
    let cases: [(_, _, _, &[Unavailable]); 9] = [
        (suspended, expired, none, &[Suspended, DelegatedAdminExpired]),
        (None, Some(serves(DAP)), none, &[NoPartnership]),
        (None, Some(serves(DAP)), all, &[PartnershipRequested]),
        (ended, Some(serves(DAP)), none, &[PartnershipEnded]),
        (ended, None, all, &[PartnershipRequested, PartnershipEnded, RelationshipRequested]),
        (PARTNERS, left, none, &[NoRelationship]),
        (PARTNERS, left, all, &[RelationshipRequested]),
        (PARTNERS, Some(serves(DelegatedAdmin::NotGiven)), all, &[DelegatedAdminRequested]),
        (PARTNERS, expired, all, &[DelegatedAdminRequested, DelegatedAdminExpired]),
    ];
    for (partnership, relationship, requested, expected) in cases {
        let standing = Standing { partnership, relationship, requested };
        assert_eq!(standing.reasons(TERMS), expected, "{standing:?}");
        assert!(expected.is_sorted());
    }
}

/// `docs/domain.md` rules 24 and 25.
#[test]
fn what_is_available_is_recorded_and_what_is_not_is_refused() {
    let reseller = Contact::Reseller(reseller());
    let assigned = decide(designation(Contact::Provider), choose(reseller, 7), vec![], Cause::Bulk);
    let recorded = Decision::Record { contact: reseller, decided: true, cause: Cause::Bulk };
    assert_eq!(assigned, Ok(recorded));
    let back = decide(designation(reseller), choose(Contact::Provider, 7), vec![], Cause::Assigned);
    assert!(matches!(back, Ok(Decision::Record { contact: Contact::Provider, .. })));
    let reasons = vec![Suspended];
    let refused = decide(
        designation(Contact::Provider),
        choose(reseller, 7),
        reasons.clone(),
        Cause::Assigned,
    );
    assert_eq!(refused, Err(CannotAssign::NotAvailable(reasons)));
}

/// `docs/domain.md` rule 27.
#[test]
fn a_contact_that_is_no_longer_available_can_be_kept() {
    let reseller = Contact::Reseller(reseller());
    let kept =
        decide(designation(reseller), choose(reseller, 7), vec![NoDelegatedAdmin], Cause::Assigned);
    assert_eq!(kept, Ok(Decision::AlreadySo));
}

/// `docs/domain.md` rule 29.
#[test]
fn only_live_subscriptions_are_changed() {
    for &status in SubscriptionStatus::ALL {
        let standing = Designation { status, ..designation(Contact::Provider) };
        let outcome =
            decide(standing, choose(Contact::Reseller(reseller()), 7), vec![], Cause::Assigned);
        assert_eq!(outcome.is_ok(), status.is_live(), "{status}");
    }
}

/// `docs/domain.md` rule 31.
#[test]
fn choosing_what_stands_records_nothing_whatever_version_was_seen() {
    let standing = designation(Contact::Provider);
    for seen_version in [None, Some(3), Some(7), Some(9)] {
        let choice = Choice { contact: Contact::Provider, seen_version };
        assert_eq!(decide(standing, choice, vec![], Cause::Assigned), Ok(Decision::AlreadySo));
        let undecided = Designation { decided: false, ..standing };
        let confirmed =
            Decision::Record { contact: Contact::Provider, decided: true, cause: Cause::Confirmed };
        assert_eq!(decide(undecided, choice, vec![], Cause::Import), Ok(confirmed));
    }
}

/// `docs/domain.md` rule 32.
#[test]
fn the_second_of_two_is_told() {
    for seen_version in [None, Some(6), Some(8)] {
        let choice = Choice { contact: Contact::Reseller(reseller()), seen_version };
        let outcome = decide(designation(Contact::Provider), choice, vec![], Cause::Assigned);
        assert_eq!(outcome, Err(CannotAssign::ChangedMeanwhile));
    }
}

/// `docs/domain.md` rule 30.
#[test]
fn an_undo_restores_what_stood_and_whether_anybody_had_decided() {
    let reseller = Contact::Reseller(reseller());
    let change = Undoable {
        cause: Cause::Assigned,
        version: 7,
        before: Some(Contact::Provider),
        before_decided: false,
    };
    let undone = decide_undo(designation(reseller), change, vec![]);
    let restored =
        Decision::Record { contact: Contact::Provider, decided: false, cause: Cause::Undone };
    assert_eq!(undone, Ok(restored));

    let newer = Designation { version: 8, ..designation(reseller) };
    assert_eq!(decide_undo(newer, change, vec![]), Err(CannotUndo::Replaced));
    for cause in [Cause::Default, Cause::Confirmed] {
        let nothing = decide_undo(designation(reseller), Undoable { cause, ..change }, vec![]);
        assert_eq!(nothing, Err(CannotUndo::NothingToUndo));
    }
    let gone = Undoable { before: Some(reseller), ..change };
    let refused = decide_undo(designation(Contact::Provider), gone, vec![PartnershipEnded]);
    let reason = CannotAssign::NotAvailable(vec![PartnershipEnded]);
    assert_eq!(refused, Err(CannotUndo::Refused(reason)));
}

/// `docs/domain.md` rules 27 and 29.
#[test]
fn a_contact_outlives_a_pause_as_long_as_its_partnership_and_relationship_do() {
    let stands = Standing {
        partnership: PARTNERS,
        relationship: Some(serves(DelegatedAdmin::NotGiven)),
        ..Standing::default()
    };
    assert_eq!(lapsed(stands), None, "also without DAP");
    let suspended = Some(Partnership { suspended: true, ..PARTNERS.unwrap() });
    assert_eq!(lapsed(Standing { partnership: suspended, ..stands }), None, "or suspended");
    let ended = Some(Partnership { state: PartnershipState::Ended, suspended: false });
    let without_partnership = Standing { partnership: ended, ..stands };
    assert_eq!(lapsed(without_partnership), Some(Cause::PartnershipEnded));
    let left = Relationship { state: RelationshipState::Ended, ..serves(DelegatedAdmin::NotGiven) };
    let without_relationship = Standing { relationship: Some(left), ..stands };
    assert_eq!(lapsed(without_relationship), Some(Cause::RelationshipEnded));
    let neither = Standing { relationship: Some(left), ..without_partnership };
    assert_eq!(lapsed(neither), Some(Cause::PartnershipEnded));
}
