### The words of the portal in English, which is the source: each message becomes a method of
### `Messages` (`language-name` is called as `language_name()`), and no other language may have one
### that is missing here.
###
### - Messages stand by page, under a `## ` heading.
### - A message with several variables lists them in a comment right above it, in the order in which
###   the method takes them:  # $product (text), $contact (text)
###   Keep that order when you reword the sentence. A single variable needs no comment.
### - { $count } prints a number the way the language writes it and chooses plural forms. Years and
###   partner IDs are passed as text.
### - Write whole sentences; messages do not refer to each other.

## Languages

# The language's name in the language itself.
language-name = English

## Dates

# $year (text), $month (text: `month` or `short-month`), $day (number)
calendar-date = { $day } { $month } { $year }
# $month (text: `month`), $day (number)
day-and-month = { $day } { $month }
# $date (text: `calendar-date`), $time (text: 10:41)
date-and-time = { $date }, { $time }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
short-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
short-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

## Opening hours

around-the-clock = around the clock
never-open = no opening hours
# $ranges (text: 8:00–12:00), $last (text: 13:00–18:00)
ranges-and-last = { $ranges } and { $last }

## Codes: a code without a name here is shown as it is

# By ISO 639, in small letters.
spoken-language = { $code ->
    [hu] Hungarian
    [en] English
    [de] German
    [sk] Slovak
    [ro] Romanian
    [sr] Serbian
    [hr] Croatian
    [sl] Slovenian
    [uk] Ukrainian
    [pl] Polish
    [cs] Czech
    [fr] French
    [it] Italian
    [es] Spanish
   *[other] { $code }
}
# By ISO 3166, in capitals.
country = { $code ->
    [AT] Austria
    [BE] Belgium
    [BG] Bulgaria
    [HR] Croatia
    [CY] Cyprus
    [CZ] Czechia
    [DK] Denmark
    [EE] Estonia
    [FI] Finland
    [FR] France
    [DE] Germany
    [GR] Greece
    [HU] Hungary
    [IE] Ireland
    [IT] Italy
    [LV] Latvia
    [LT] Lithuania
    [LU] Luxembourg
    [MT] Malta
    [NL] Netherlands
    [PL] Poland
    [PT] Portugal
    [RO] Romania
    [SK] Slovakia
    [SI] Slovenia
    [ES] Spain
    [SE] Sweden
    [GB] United Kingdom
    [CH] Switzerland
    [NO] Norway
    [UA] Ukraine
    [RS] Serbia
    [US] United States
   *[other] { $code }
}

## Frame: what every page shows around its content

skip-to-main = Skip to main content
demo = Demo
menu = Menu
main-menu = Main
breadcrumb = Breadcrumb
home = Home
customers = Customers
subscriptions = Subscriptions
admin = Admin
support = Support
switch-organisation = Switch organisation
sign-out = Sign out
help = Help
accessibility = Accessibility
times-are-in = Times are in { $zone }
support-for-portal = Support for this portal:

## Errors

back-to-home = Go to the home page
# By HTTP status.
error-title = { $status ->
    [400] This request could not be read
    [403] You may not do this
    [404] There is no such page
    [405] This cannot be done here
    [408] The form took too long to arrive
    [413] This is too much at once
    [429] Too many tries
    [503] Not available at the moment
   *[other] Something went wrong
}
error-advice = { $status ->
    [400] The portal could not read what was sent; nothing has changed. Go back, load the page again and fill in the form once more.
    [403] Your role, or the page from which this was sent, does not allow it; nothing has changed. Open the page in the portal itself and try again. If that does not help, a colleague with another role or the global admin of your organisation can do it.
    [404] There is nothing at this address that your organisation can see. Check the address, or look for it from the home page. If you are a member of several organisations, switch to the other one first.
    [405] This address cannot do what was asked of it; nothing has changed. Start from the home page.
    [408] The form did not arrive in time; nothing has changed. Check your connection, go back and send it again.
    [413] More was sent than this page takes; nothing has changed. Go back, make it shorter and send it again.
    [429] There were too many tries from your network. Wait a minute, then try again.
    [503] The portal cannot answer right now. Wait a few seconds, then load the page again. If you have just sent a form, look first whether it was saved.
   *[other] This is our fault, not yours. Try again; if you have just sent a form, look first whether it was saved. If it happens again, pass on the reference below.
}
error-reference = Reference:
there-is-a-problem = There is a problem
# At the start of the title of a page whose form was refused.
error-prefix = Error:

# $field (text: the field's label)
text-empty = Fill in this field: { $field }
# $field (text: the field's label), $max (number)
text-too-long = { $field }: at most { $max } characters
text-unprintable = { $field }: it holds characters that cannot be shown. Type it instead of pasting it.
text-not-an-email-address = { $field }: write one address, for example name@company.example
text-not-a-partner-id = { $field }: write 4 to 10 digits, for example 4391507
text-not-a-country = { $field }: write two letters, for example HU
text-not-a-time-zone = { $field }: write a name such as Europe/Budapest
text-not-a-domain = { $field }: write a name with a dot, without blanks and @, for example almaskert.example
text-not-a-day = { $field }: write year, month and day, for example 2026-11-30
password-too-short = Choose a password of at least { $least } characters
password-too-long = Choose a password of at most { $most } characters
password-common = Choose another password: this one is among the first that an attacker tries
password-own-name = Choose another password: this one can be guessed from your name, your address or the organisation
# $least (number), $most (number): of characters
password-rules = { $least } to { $most } characters of any kind, spaces too. Four or five words that do not belong together are easy to remember. Common passwords, and your own or the organisation’s name, are refused.

## News: shown once, after something was done

sign-in-first = Sign in to see this page.
form-kept = Your session had ended. Sign in again: what you had chosen comes back.
signed-out = You are signed out.
saved = Saved. The customer now sees the contact under “Now”.
confirmed = Confirmed. The contact stays as it was; nothing changes for the customer.
undone = Undone. The customer now sees the contact under “Now”.
already-so-named = Nothing has changed: { $contact } is the contact already.
# $changed (number), $already_so (number): of subscriptions
repeated = { $changed ->
    [0] No other subscription was changed.
    [one] One more subscription was changed.
   *[other] { $changed } more subscriptions were changed.
} { $already_so ->
    [0] { "" }
    [one] One had this contact already.
   *[other] { $already_so } had this contact already.
}

## Signing in

sign-in = Sign in
email = Email
password = Password
sign-in-failed = The email or the password is not right, or there were too many tries. Check both; after several tries, wait a few minutes.
# $minutes (number), $hours (number)
session-limits = You are signed out after { $minutes } minutes without activity, and { $hours } hours after signing in at the latest.
sign-in-no-account = No account yet? Whoever manages users in your organisation can give you one.
sign-in-demo = This is a demo: look around
sign-in-demo-provider = As a provider, Danube Distribution
sign-in-demo-customer = As a customer, Almáskert Logisztika Kft.
sign-in-demo-password = Password of both

## Set-up

set-up = Set up the portal
set-up-purpose = Here you create the first organisation of this portal and its first user, who becomes its global admin: you. This link works once.
set-up-organisation = Your organisation
set-up-name = Name of the organisation
set-up-kind = Kind of partner
set-up-kind-hint = Only providers and direct partners have subscriptions whose support contact they choose.
# By the words of `PartnerKind`.
set-up-kind-name = { $kind ->
    [indirect_provider] Indirect provider
    [indirect_reseller] Indirect reseller
   *[direct_partner] Direct partner
}
set-up-kind-missing = Choose what kind of partner the organisation is
set-up-mpn-id = Partner ID
set-up-mpn-id-hint = The organisation’s number at the vendor: 4 to 10 digits
set-up-country = Country
set-up-country-hint = Two letters: HU for Hungary
set-up-time-zone = Time zone
set-up-time-zone-hint = Continent and city of the zone in which your hours are meant, for example Europe/Budapest
set-up-you = You
set-up-admin-name = Your name
set-up-email-hint = You sign in with this address.
set-up-submit = Set up and sign in
set-up-gone = This link is no longer valid
set-up-gone-advice = If you are setting up this portal: a set-up link works once, for { $hours } hours. This command makes a new one:

## Organisations

organisation-choose = Choose an organisation
organisation-legend = For which organisation do you want to act?
organisation-current = Current
organisation-nothing-chosen = Choose the organisation for which you want to act
organisation-continue = Continue

## Help

help-partners = For partners
help-assign = Assign a support contact
help-assign-1 = In the menu, choose “Customers”, then the customer’s name.
help-assign-2 = Under “Subscriptions”, choose the product.
help-assign-3 = Under “Designated support contact”, choose a partner. Your own organisation always stands first.
help-assign-4 = Choose “Submit”. Now the change is saved.
help-assign-5 = On the review page, check “Before” and “Now”. If they are not right, choose “Undo”.
help-assign-6 = Choose “Close”. You are back at the customer, and the row that you changed is marked.
help-assign-meaning = Assigning says who helps the customer. It gives nobody access to anything, and it does not change who sold the subscription.
help-available = Who is available
help-available-provider = Your own organisation, always.
help-available-reseller = Each reseller that has three things at once: an active partnership with you that is not suspended, an active relationship with this customer, and delegated admin privileges (DAP) from this customer. Some portals do without the third.
help-available-lost = When a contact loses its privileges later, it stays the contact: the subscription page warns you, and you can keep it or choose another one.
help-reasons = When a reseller is not available
help-reason = Reason
help-reason-who = Who can put it right
help-reason-suspended = You have suspended it
help-reason-suspended-who = A global admin of your organisation resumes it.
help-reason-no-partnership = It has no partnership with you
help-reason-no-partnership-who = You request a partnership; the reseller accepts and authorises it.
help-reason-partnership-requested = A partnership is requested
help-reason-partnership-requested-who = The reseller answers the request. You can remind it.
help-reason-partnership-ended = The partnership has ended
help-reason-partnership-ended-who = You request it again; the reseller accepts.
help-reason-no-relationship = It has no relationship with the customer
help-reason-no-relationship-who = You or the reseller request one; a global admin of the customer accepts.
help-reason-relationship-requested = A relationship is requested
help-reason-relationship-requested-who = A global admin of the customer answers the request. You can remind them.
help-reason-no-dap = It has no delegated admin privileges
help-reason-no-dap-who = You or the reseller request them; a global admin of the customer accepts.
help-reason-dap-requested = Delegated admin privileges are requested
help-reason-dap-requested-who = A global admin of the customer answers the request. You can remind them.
help-reason-dap-expired = The delegated admin privileges have expired
help-reason-dap-expired-who = You or the reseller request them again; a global admin of the customer accepts.
help-decided = Confirm, undo, refer to a change
help-confirm = Confirm
help-confirm-meaning = A new subscription has its provider as contact by default: nobody has decided yet. When you choose the contact that it already has, this is recorded as confirmed, and the subscription leaves the list of those not decided yet.
help-undo = Undo
help-undo-meaning = The review page offers it as long as there is no newer change. The contact from before must still be available. An undo can be undone.
help-reference = Reference
help-reference-meaning = Each change has a number that begins with SC-. Its review page keeps its address: bookmark it, print it or paste it in a ticket.
help-customers = For customers
help-whom = Whom to call
help-whom-answer = “Home” shows whom to call, with the telephone number. “Admin”, then “Support”, shows for each of your products who supports it, with telephone, email, website, hours and languages, and what to say when you call.
help-no-answer = No answer?
help-no-answer-answer = On each contact’s card, “No answer?” says how to reach the provider that sold you the product. It always helps as well.
help-wrong = The contact is not right?
help-wrong-answer = The provider that sold you the product chooses the contact and can change it. Under “Admin”, “Support”, choose “Something wrong with this contact?” or “I would like another contact” beside the product: the provider gets it on its work list.
help-portal = About the portal itself
help-portal-line = If a page does not work, or you cannot sign in, ask:
help-portal-nobody = If a page does not work, or you cannot sign in, ask the colleague who manages users in your organisation.
help-portal-reference = When an error page shows a reference, pass it on: it helps to find what happened.

## Accessibility

accessibility-aim = Everybody should be able to use this portal. It is built to meet WCAG 2.2, level AA.
accessibility-done = What is done
accessibility-keyboard = Everything works with the keyboard alone. The focus is always visible, and each page begins with a link to its main content.
accessibility-contrast = Text has a contrast of at least 6 to 1, in light and in dark. A state is always a word too, never only a colour.
accessibility-zoom = Pages can be enlarged and fit narrow screens without scrolling sideways. They follow your settings for colours, dark mode and reduced motion.
accessibility-forms = Each field has a visible label. What is wrong with a form stands above it, with links to the fields, and nothing that you filled in is lost but a password.
accessibility-script = Nothing needs JavaScript, and no page changes by itself.
accessibility-languages = All pages are in English and Hungarian. The link to the other language is at the foot of each page.
accessibility-time = Time limits
accessibility-time-kept = If a session ends while you fill in a form, the form comes back with what you had chosen once you have signed in again.
accessibility-barrier = Report a barrier
accessibility-barrier-line = Is there something that you cannot use? Say which page it is and what you wanted to do:
accessibility-barrier-nobody = Is there something that you cannot use? Tell the colleague who manages users in your organisation which page it is and what you wanted to do.

## Customer: home, admin, support

support-purpose = Whom to call for each of your products
support-whom-to-call = Whom to call
# Only on paper. $time (text: 22 November 2026, 10:41)
as-of = As of { $time }. Whom to call depends on the hour; the portal always shows it as it is now.
support-details = Hours, languages, and what to say when you call
support-nothing = There are no products here yet
support-nothing-advice = As soon as your provider enters what you have bought, this page shows whom to call. If you miss a product, ask the provider that sold it to you.
support-open = Open now
# $opening (text: Monday 8:00)
support-closed-until = Closed, opens { $opening }
support-closed = Closed
# $day (text: 24 December), $opening (text: Monday 8:00)
support-closed-on-until = Closed on { $day }, opens { $opening }
# $day (text: 24 December)
support-closed-on = Closed on { $day }
# By the reader’s clock, and by the partner’s where that is another one.
# $here (text: opening hours), $zone (text: the partner’s), $there (text: opening hours)
support-hours-there = { $here }; by its own clock in { $zone }: { $there }
# $days (text: a list of days)
support-closed-days = Closed on: { $days }
support-call = Call
support-telephone = Telephone
support-telephone-from = Telephone, from { $opening }
support-urgent-telephone = Urgent telephone
support-urgent-telephone-now = Urgent telephone, answered now
support-provider-now = Your provider, { $provider }, answers now
support-provider-urgent = Urgent telephone of your provider, { $provider }, answered now
support-hours = Hours: { $hours }
support-languages = Languages: { $languages }
support-unavailable = currently unavailable
# $contact (text), $provider (text)
support-instead-of-suspended = { $contact } is currently unavailable. Meanwhile { $provider }, your provider, helps.
# $contact (text), $provider (text)
support-instead-of-empty = { $contact } has not said yet how to reach it. { $provider }, your provider, helps instead.
support-say = When you call, say
# $customer (text), $domain (text)
support-say-who = { $customer }, { $domain }, and the subscription ID:
# $date (text: 14 Sep 2026)
support-since = since { $date }
support-by-default = by default
support-assigned-by = assigned by { $organisation }
support-confirmed-by = confirmed by { $organisation }
# By the words of `SubscriptionStatus`.
support-status = { $status ->
    [pending] pending
    [suspended] suspended
    [expired] expired
    [cancelled] cancelled
   *[other] active
}
support-no-answer = No answer?
# $provider (text), $products (number)
support-fallback = { $products ->
    [one] { $provider } sold you this product and helps as well:
   *[other] { $provider } sold you these products and helps as well:
}
support-fallback-write = Write to your provider, { $provider }:
support-fallback-contract = Your contract with { $provider } says how else to reach it.
support-fallback-urgent = urgent telephone, answered now
support-fallback-open = open now
# $opening (text: Monday 8:00)
support-fallback-from = from { $opening }
support-no-details = { $provider } has not said yet how to reach it. Your contract with it says more.
support-earlier = Earlier products
support-earlier-purpose = These have ended within the last 30 days.
# $contact (text)
support-earlier-contact = supported by { $contact }

## Partner: words used on several pages

# $mpn (text): a partner ID.
partner-id = partner ID { $mpn }
partner-id-heading = Partner ID
partner = Partner
customer = Customer
domain = Domain
product = Product
subscription = Subscription
licences = Licences
telephone = Telephone
state = State
since = Contact since
action = Action
support-contact = Support contact
designated-support-contact = Designated support contact
available = Available
you = your organisation
default-mark = default
partner-kind = { $kind ->
    [indirect_provider] Indirect provider
    [indirect_reseller] Indirect reseller
   *[direct_partner] Direct partner
}
partner-role = { $role ->
    [global_admin] global admin
    [admin_agent] admin agent
    [helpdesk_agent] helpdesk agent
    [sales_agent] sales agent
    [user_management_admin] user management admin
   *[billing_admin] billing admin
}
subscription-status = { $status ->
    [active] Active
    [pending] Pending
    [suspended] Suspended
    [expired] Expired
    [cancelled] Cancelled
   *[removed] Removed
}
cause = { $cause ->
    [default] the default: nobody had decided
    [assigned] assigned
    [confirmed] confirmed: chosen as it stood
    [undone] a change was undone
    [partnership_ended] back to the provider: the partnership ended
    [relationship_ended] back to the provider: the relationship ended
    [renewed] renewed
    [import] imported
   *[bulk] assigned together with other subscriptions
}

## Partner: lists

chosen = Chosen:
# $text (text): what was typed.
contains = contains “{ $text }”
remove-filter = , remove this filter
filter = Filter
pages = Pages
previous = Previous
next = Next
address-ignored = Part of the address could not be understood and was left out.

## Partner: home

lists = Lists
# $roles (text): a list of roles.
you-are = your role: { $roles }
waiting-for-you = Waiting for you
open-work = What waits in your organisation
undecided-subscriptions = { $count ->
    [one] subscription is not decided yet
   *[other] subscriptions are not decided yet
}
undecided-advice = They have the default contact. Choose a reseller, or confirm that you support them.
undecided-advice-reader = They have the default contact. A colleague who may assign can decide them.
nothing-waits = Nothing waits for you.

## Partner: customers

name-or-domain = Name or domain
customers-caption = Customers and who supports each
customers-found = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
}
changed = Last change
undecided-of-customer = { $count ->
    [one] { $count } not decided
   *[other] { $count } not decided
}
no-live-subscription = no live subscription
no-subscription-names-you = no subscription names you
no-customers = You have no customers here yet.
no-customers-advice = A customer appears here once you have a relationship with it.
no-customers-advice-add = Add the first one; if the portal knows it already, request a relationship.
no-customers-advice-reseller = A customer appears here once you have a relationship with it. Ask your indirect provider to request one for you.
# $text (text): what was typed.
no-customers-found = No customer’s name or domain contains “{ $text }”.
show-all-customers = Show all customers
relationship-ended = Relationship ended
# $date (text)
customer-since = customer since { $date }
# $customer (text)
subscriptions-of = Subscriptions of { $customer } and the contact of each
customer-without-subscriptions = This customer has no subscription from you.
customer-without-subscriptions-reseller = No subscription of this customer names you as its support contact or reseller of record.
changed-mark = Changed
change = Change
who-may-support = Who may support this customer
supports = Supports
# $some (number), $all (number)
so-many-of = { $some ->
    [0] none
   *[other] { $some } of { $all }
}
about-this-customer = About this customer
your-delegated-admin = Your delegated admin privileges
given = Given
# $date (text)
given-until = Given, until { $date }
not-given = Not given

## Partner: subscriptions

customer-or-product = Customer or product
filter-undecided = Not decided yet
subscriptions-caption = Subscriptions and who supports each
subscriptions-found = { $count ->
    [one] { $count } subscription
   *[other] { $count } subscriptions
}
subscriptions-of-reseller = Those that name you as their support contact or reseller of record
no-subscriptions = You have no subscriptions here yet.
no-subscriptions-advice = A subscription appears here once a customer has bought it from you.
no-subscriptions-advice-reseller = A subscription appears here once a provider names you as its support contact or reseller of record.
all-decided = Every subscription is decided.
# $text (text): what was typed.
no-subscriptions-found = No subscription’s customer or product contains “{ $text }”.
show-all-subscriptions = Show all subscriptions

## Partner: the designated support contact

about-this-subscription = About this subscription
subscription-id = Subscription ID
subscription-since = Started
ends-on = Renews or ends
reseller-of-record = Reseller of record
history = History
customer-sees-this = The customer sees this contact under “Admin”, “Support”.
who-gives-support = Who gives technical support for this product?
badge-current = Current
badge-default = Default
# $some (number), $all (number)
supports-products = { $all ->
    [one] { $some ->
        [0] does not support this customer’s only product
       *[other] supports this customer’s only product
    }
   *[other] { $some ->
        [0] supports none of this customer’s { $all } products
       *[other] supports { $some } of this customer’s { $all } products
    }
}
empty-profile = no support profile yet: the customer sees your details in its place
can-only-be-kept = It stays the contact until you choose another, and can only be kept.
submit = Submit
cancel = Cancel
we-support-this = We support this ourselves
choose-a-contact = Choose who gives technical support
# $name (text), $reasons (text: a list)
not-available = { $name } cannot be chosen: { $reasons }. Nothing was saved.
# $status (text)
not-live = Nobody can change the contact any more: the subscription’s state is “{ $status }”.
search-available = { $count ->
    [one] Search the { $count } available reseller
   *[other] Search the { $count } available resellers
}
search = Search
more-not-shown = { $count ->
    [one] { $count } more is not shown. Search for it above.
   *[other] { $count } more are not shown. Search for them above.
}
reseller-not-in-list = A reseller is not in this list?
no-missing-reseller = Every reseller that you know of can be chosen.
# $text (text): what was typed.
no-reseller-found = No reseller of yours or of this customer matches “{ $text }”. Check it, or ask the reseller for its partner ID.
find-a-reseller = Find a reseller
name-or-partner-id = Name or partner ID
find = Find
choose = Choose
contact-since = Contact since
# $provider (text)
you-are-the-contact = You are the support contact of this product. It was bought from { $provider }, who chooses the contact.
# $provider (text)
you-are-reseller-of-record = You are reseller of record of this product, and not its support contact. It was bought from { $provider }, who chooses the contact.
you-could-be-chosen = You could be chosen: ask the provider.
who-can-change-it = Who can change it
your-role-reads = Your role lets you see the contact, not change it. These colleagues can change it:
somebody-was-first = Somebody else has changed the contact
nothing-was-saved = Nothing was saved. Choose which contact to keep.
stands-now = The contact now
you-chose = Your choice
keep-theirs = Keep theirs
use-mine = Use mine

## Partner: why a reseller cannot be chosen, and who can mend it

reason-suspended = Suspended
remedy-suspended = A global admin of your organisation has suspended it and can resume it.
reason-no-partnership = No partnership
remedy-no-partnership = You can request one; the reseller authorizes it.
reason-partnership-requested = Partnership requested
remedy-partnership-requested = The reseller has to authorize it.
reason-partnership-ended = Partnership ended
reason-no-relationship = No relationship with the customer
remedy-no-relationship = You or the reseller can request one; a global admin of the customer accepts it.
reason-relationship-requested = Relationship requested
remedy-relationship-requested = A global admin of the customer has to accept it.
reason-no-dap = No DAP
remedy-no-dap = You or the reseller can request delegated admin privileges; a global admin of the customer grants them.
own-remedy-suspended = The provider has suspended you for now. Ask it to resume.
own-remedy-no-partnership = The provider can request one; you authorize it.
own-remedy-partnership-requested = You have to authorize it: the request stands on your home page.
own-remedy-no-relationship = You or the provider can request one; a global admin of the customer accepts it.
own-remedy-no-dap = You or the provider can request delegated admin privileges; a global admin of the customer grants them.
fix-resume = Resume
fix-partnership = Request a partnership
fix-relationship = Request a relationship
fix-delegated-admin = Request DAP
fix-show-request = Show the request
# $roles (text): a list of roles.
fix-colleagues = In your organisation these roles can: { $roles }.
next-steps = Next steps
step-request-relationship = Request a relationship with this customer
step-end-relationship = End the relationship with this customer
reason-dap-requested = DAP requested
reason-dap-expired = DAP expired

## Partner: reviewing a change

# $reference (text)
review-title = Review { $reference }
review-heading = Review that the changes are correct
before = Before
now = Now
nobody-yet = Nothing: the subscription was new.
close = Close
undo = Undo
undone-on = Undone on
replaced-on = Replaced on
about-this-change = About this change
reference = Reference
why = What happened
changed-by = Changed by
when = When
nothing-to-undo = There is nothing to undo: this change left the contact as it was.
cannot-undo-replaced = The contact has been changed again since, so this change was not undone.
# $reasons (text: a list)
cannot-undo-unavailable = The contact that stood before cannot be chosen any more: { $reasons }. Nothing was changed.
same-contact-for-others = The same contact for this customer’s other subscriptions
other-subscriptions-caption = Other subscriptions and what would happen to each
tick = Tick
tick-all = Tick all
# $product (text)
tick-product = Tick { $product }
contact-now = Contact now
what-would-happen = What would happen
# $contact (text)
would-change = changes to { $contact }
would-confirm = is confirmed
would-nothing = already so
repeat-submit = Assign to the ticked subscriptions
tick-a-subscription = Tick at least one subscription.
repeat-changed-meanwhile = Somebody else has changed one of these subscriptions. Nothing was saved; the list shows the contacts as they are now.
# $reasons (text: a list)
repeat-unavailable = This contact cannot be chosen any more: { $reasons }. Nothing was saved.

## Partner: said when there is little to show

# $text (text): what was typed.
no-available-found = No available reseller matches “{ $text }”.
more-missing = { $count ->
    [one] { $count } more is not shown. Find it by name or partner ID.
   *[other] { $count } more are not shown. Find them by name or partner ID.
}
more-resellers = { $count ->
    [one] { $count } more reseller of yours has nothing to do with this customer.
   *[other] { $count } more resellers of yours have nothing to do with this customer.
}
nobody-can-change = Nobody in your organisation has a role that may change it. A global admin can give one.
# $roles (text): a list of roles.
error-roles = These roles may do it: { $roles }. Ask a colleague who has one of them.
error-origin = The request did not come from a page of this portal; nothing has changed. Open the page here and try again.
repeat-not-possible = This contact cannot be chosen for other subscriptions now: { $reasons }.
# $role (text): a customer role, as stored.
customer-role =
    { $role ->
        [global_admin] Global admin
       *[user] User
    }

## Asking: requests for partnerships, relationships and delegated admin

relationships = Relationships
request-a-relationship = Request a relationship
request-a-partnership = Request a partnership
request-dap = Request delegated admin privileges
request-made = The request is made. Now send its link: the other side learns of it only by your letter.
request-revoked = The request is revoked. Its link leads nowhere any more.
request-revoked-before = This request had already been revoked.
request-answered-meanwhile = It has been answered meanwhile, so it was not revoked. This page shows what was answered.
# By the words of `RequestKind`. $kind (text), $whom (text: a name, a domain or a partner ID)
request-title = { $kind ->
    [partnership] Request for a partnership: { $whom }
    [relationship] Request for a relationship: { $whom }
   *[delegated_admin] Request for delegated admin privileges: { $whom }
}
# By the words of `RequestKind`.
request-kind = { $kind ->
    [partnership] Partnership
    [relationship] Relationship
   *[delegated_admin] Delegated admin privileges
}
request-state = { $state ->
    [open] Waiting for an answer
    [accepted] Accepted
    [declined] Declined
    [revoked] Revoked
   *[expired] Expired
}
ask-purpose = The customer is asked by a letter that you send yourself: it holds a link that leads to this portal.
ask-agree-first = Agree the terms of support with the customer first, and where you ask for a reseller, with the reseller: who answers, when, and who pays. The portal records who may help, not on what terms.
ask-agree-reseller-first = Agree the terms of support with the reseller first: who answers, when, and who pays. The portal records who may help, not on what terms.
ask-what-happens = What the customer will be asked
ask-what-relationship = A global admin of the customer signs in by the link, reads what a relationship means, and accepts or declines it. Accepting names nobody as support contact yet: that remains the choice of the provider that sold the product.
ask-what-dap = Where delegated admin privileges are included, the customer can still leave them out when it accepts. It can revoke them at any time; the relationship then stays.
ask-what-dap-only = A global admin of the customer signs in by the link and gives the privileges or declines. They can be revoked at any time; the relationship then stays.
ask-what-expires = The link is good for 30 days, until the request is answered or you revoke it.
ask-domain = Domain of the customer
ask-domain-hint = Exactly as the customer uses it, for example almaskert.example
ask-name = Name of the customer (optional)
ask-name-hint = Only for your own list: you are not told whether the portal knows this customer.
ask-email-optional = Email (optional)
ask-email-hint = Where your letter goes when you open it in email
ask-reseller = For one of your resellers (optional)
ask-reseller-hint = The reseller’s partner ID. Left empty, you ask for your own organisation.
ask-include-dap = Include delegated admin privileges
ask-include-dap-hint = Leave to administer the customer’s account; a reseller may need it to be chosen as support contact.
ask-last-day = Last day of the privileges (optional)
ask-last-day-hint = They end at midnight after this day. Left empty, they stay until the customer revokes them.
ask-remembers = After acceptance you are offered to name the new contact for the subscription that you came from.
ask-submit = Make the request
ask-open-link = Show the request that waits
ask-dap-instead = Request delegated admin privileges instead
ask-relationship-instead = Request a relationship instead
ask-already-open = The same request already waits for an answer. Nothing new was made.
ask-already-related = There is a relationship with this customer already.
ask-already-delegated = The privileges are given already, without an end.
ask-not-related = Delegated admin privileges are part of a relationship, and at this domain you know of none. Request a relationship first.
ask-not-your-reseller = None of your resellers with an active partnership has this partner ID.
ask-last-day-is-past = This day is over for the customer. Choose today or a later day.
ask-subscription-of-another = The subscription that you came from belongs to another customer. Write that customer’s domain, or begin anew from the menu.
ask-already-partners = You have an active partnership with this reseller already.
ask-oneself = This is your own partner ID. Write the reseller’s.
ask-not-a-reseller = Nobody with this partner ID can be your reseller. Check it, or ask the reseller for it.
ask-partnership-purpose = The reseller is asked by a letter that you send yourself: it holds a link that leads to this portal. There it reads who asks and what a partnership grants, and authorizes it or declines.
ask-one = One reseller
ask-mpn-id-hint = 4 to 10 digits, exactly as at the vendor
ask-reseller-name = Name of the reseller
ask-reseller-name-hint = If the partner ID is new to the portal, the reseller is listed under this name.
ask-link = Link
ask-many = Many at once
ask-many-hint = One reseller a line: name, partner ID, email. The email can be missing. Lines copied from a spreadsheet or the text of a CSV file will do; at most 2,000.
ask-lines = Resellers
many-check = Check
many-title = Check before asking
many-purpose = Nobody has been asked yet. This is what would happen.
many-line = Line
many-what = What would happen
many-caption = Lines and what would happen to each
many-counts-ask = { $count ->
    [one] { $count } new request
   *[other] { $count } new requests
}
many-counts-left-out = { $count ->
    [one] { $count } line asks nobody
   *[other] { $count } lines ask nobody
}
many-counts-faulty = { $count ->
    [one] { $count } faulty line
   *[other] { $count } faulty lines
}
many-would-ask = a new request
many-already-partners = is your reseller already: not asked
many-already-asked = was asked already and has not answered: not asked again
# $line (number): of the earlier one.
many-doubled = the same partner ID as in line { $line }: not asked twice
many-not-three = write name, partner ID and email, parted by commas, semicolons or tabs
many-nothing = Paste at least one line with a name and a partner ID.
many-faulty = { $count ->
    [one] { $count } line cannot be used. Mend it or take it out, then check again. Nothing has been made yet.
   *[other] { $count } lines cannot be used. Mend them or take them out, then check again. Nothing has been made yet.
}
many-more = { $count ->
    [one] { $count } more line of the last kind is not shown.
   *[other] { $count } more lines of the last kinds are not shown.
}
many-make = { $count ->
    [one] Make { $count } request
   *[other] Make { $count } requests
}
many-mend = Change the lines
many-check-again = Check again
many-made = { $count ->
    [0] No new request was made
    [one] { $count } request was made
   *[other] { $count } requests were made
}
many-made-purpose = Send each reseller its own link. You find every request again under “Relationships”, with its link and a letter.
many-made-caption = Requests and their links
many-download = Download all links as CSV
many-made-more = { $count ->
    [one] { $count } more is in the file.
   *[other] { $count } more are in the file.
}
request-letter = The letter
request-letter-purpose = Send this text by your own mail. Whoever opens the link has to sign in as the organisation that it is meant for.
request-letter-language = Language of the letter:
request-letter-text = Text of the letter
request-link = The link alone
open-in-email = Open in email
copy-to-clipboard = Copy to clipboard
copied = Copied
done = Done
revoke-request = Revoke the request
ask-again = Ask again
assign-now = Assign now
request-assign-now = It was asked for one of your subscriptions. You can name the new contact now.
about-this-request = About this request
request-asked-of = Asked of
request-asked-for = Asked for
request-includes-dap = Delegated admin privileges
included = Included
# $date (text)
included-until = Included, until { $date }
not-included = Not included
request-for-subscription = For the subscription
request-asked-by = Asked by
request-asked-on = Asked on
request-expires-on = Good until
request-expired-on = Expired on
request-answered-on = Answered on
request-revoked-on = Revoked on
request-reason = Reason given
request-next-open = It waits for an answer. Colleagues who may ask for such a thing can show its link again here.
request-next-accepted-relationship = The customer has accepted.
request-next-accepted-partnership = The reseller has authorized the partnership.
request-next-declined = Talk to the other side first; then you can ask again.
request-next-revoked = It was taken back before anybody had answered. You can ask again.
request-next-expired = Nobody answered in time. Ask again: this makes a new link.
letter-dear-customer = Dear Customer,
letter-dear-partner = Dear Partner,
# $asker (text)
letter-relationship-subject = { $asker } asks for a reseller relationship
# $asker (text)
letter-relationship = { $asker } would like to serve your organisation and asks you to accept a reseller relationship.
# $asker (text), $reseller (text)
letter-relationship-for = { $asker } asks you to accept a reseller relationship with { $reseller }, so that { $reseller } can support the products that you use.
# $asker (text)
letter-dap-subject = { $asker } asks for delegated admin privileges
# $asker (text)
letter-dap = { $asker } serves your organisation already and asks you for delegated admin privileges.
# $asker (text), $reseller (text)
letter-dap-for = { $asker } asks you to give delegated admin privileges to { $reseller }, which serves your organisation already.
# $asker (text)
letter-partnership-subject = { $asker } asks for a partnership
# $asker (text)
letter-partnership = { $asker }, an indirect provider, asks you to be its indirect reseller. It could then name you as the technical support contact of its customers’ subscriptions.
letter-with-dap = Delegated admin privileges are leave to administer your account on your behalf. You can revoke them at any time.
# $date (text)
letter-with-dap-until = Delegated admin privileges are leave to administer your account on your behalf. These would end after { $date }, and you can revoke them at any time.
letter-without-dap = Accepting gives nobody access to your account.
letter-grants-nothing = A partnership gives you access to no customer’s account, and either side can end it at any time.
letter-link-customer = This page says in full what it means. A global admin of your organisation can accept or decline there:
letter-link-partner = This page says in full what it means. You can authorize it or decline there:
# $date (text)
letter-until = The link is good until { $date }. Please do not pass it on to anybody outside your organisation.
letter-goodbye = Kind regards,
relationships-tabs = Waiting, active and ended
relationships-show = { $show ->
    [waiting] Waiting
    [active] Active
   *[ended] Ended
}
waiting-search = Domain, partner ID or name
waiting-caption = Requests that wait for an answer
waiting-found = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
waiting-whom = Asked of
waiting-what = What
waiting-for-whom = For
waiting-age = Waiting for
waiting-days = { $count ->
    [0] since today
    [one] { $count } day
   *[other] { $count } days
}
show-the-link = Show the link
relationships-caption = Customers with a relationship
relationships-ended-caption = Customers whose relationship has ended
relationships-found = { $count ->
    [one] { $count } relationship
   *[other] { $count } relationships
}
relationship-since = Since
relationship-ended-on = Ended
relationship-ended-by = Ended by
ended-by-customer = the customer
# $name (text): a provider.
recorded-by = recorded by { $name }
# $date (text)
dap-ended-on = Expired on { $date }
ask-for-dap = Request them
nothing-asked = You have not asked anybody for anything that is still unanswered.
nothing-asked-advice = Request a relationship to serve a customer. What you have asked for waits here, with its link, until it is answered.
nothing-asked-reader = What your colleagues ask customers and resellers for waits here until it is answered.
nothing-active = You have no relationship with a customer yet.
nothing-active-advice = A relationship begins when a customer accepts your request.
nothing-ended = No relationship has ended.
nothing-ended-advice = When you or a customer ends a relationship, it is listed here with the day.
# $text (text): what was typed.
nothing-found = Nothing here contains “{ $text }”.
show-all = Show all

## Answering: what a request means to the other side

# By the words of `RequestKind`.
answer-kind = { $kind ->
    [partnership] Partnership
    [relationship] Reseller relationship
   *[delegated_admin] Delegated admin privileges
}
answer-asks-partnership = { $asker } asks your organisation for a partnership.
answer-asks-relationship = { $asker } asks for a relationship with your organisation.
# $asker (text), $reseller (text)
answer-asks-relationship-for = { $asker } asks for a relationship between { $reseller } and your organisation.
answer-asks-dap = { $asker } asks for delegated admin privileges in your organisation’s account.
# $asker (text), $reseller (text)
answer-asks-dap-for = { $asker } asks for delegated admin privileges for { $reseller } in your organisation’s account.

answer-requests = Requests
answer-requests-purpose = What partners ask of your organisation
answer-requests-waiting = { $count ->
    [one] { $count } request waits for your answer
   *[other] { $count } requests wait for your answer
}
answer-waiting = Waiting
answer-past = Closed
answer-nothing-waits = No request waits for your answer.
answer-nothing-past = No request has been closed yet.
answer-nothing-advice = A partner that wants a relationship or delegated admin privileges sends you a link, and its request stands here too.
answer-what = Request
answer-asked-for = For
answer-asked-by = Asked by
answer-asked-on = Asked on
answer-until = Valid until
answer-privileges = Delegated admin privileges
# $day (text)
answer-asked-until = asked for until { $day }
answer-asked-open-end = asked for until they are revoked
answer-about = About this request
answer-reached = Contact details

answer-standing-open = Waiting for an answer
answer-standing-accepted = Accepted
answer-standing-declined = Declined
answer-standing-revoked = Revoked
answer-standing-expired = Expired
answer-outcome = What has become of it
# $reason (text): what somebody wrote.
answer-declined-because = Reason: { $reason }
answer-next-authorized = { $asker } can now choose you as a support contact where a customer accepts you.
answer-next-accepted = You find the partner under “Admin”, “Partner relationships”. There you can take it back.
answer-next-declined = Nothing has changed. If you think again, ask { $asker } for a new request.
answer-next-revoked = This request is no longer valid, and nothing has changed. If it is still needed, ask { $asker } for a new one.
answer-next-expired = Nobody answered in time, and nothing has changed. If it is still needed, ask { $asker } for a new one.

answer-allows = What you allow
answer-allows-serving = { $partner } may sell to your organisation and serve it.
answer-allows-seeing-sold = { $partner } sees the subscriptions that you bought from it, and no others.
answer-allows-seeing-named = { $partner } sees the subscriptions that name it as support contact or reseller of record, and no others.
answer-allows-choosing = A provider that sold you a product may choose { $partner } as its support contact.
answer-allows-dap = { $partner } administers your account at the vendor until you revoke it.
# $partner (text), $day (text)
answer-allows-dap-until = { $partner } administers your account at the vendor; the last day is { $day }, and you can revoke it before.
answer-if-ticked = If you leave the box ticked:
answer-leaves = What stays as it is
answer-leaves-access = Without delegated admin privileges, nobody gets access to your account or your data.
answer-leaves-relationship = The relationship stands already; only the privileges are added to it.
answer-leaves-contact = Who supports which product does not change. If a contact is changed later, you see it under “Admin”, “Support”.
answer-leaves-prices = Prices, contracts and who sold you what stay as they are.
answer-can-be-revoked = Under “Admin”, “Partner relationships”, you can revoke delegated admin privileges at any time, and end the relationship with every partner that has not sold you a live subscription.
answer-already = You have a relationship with { $partner } already. Accepting confirms it.
answer-already-with-dap = You have a relationship with { $partner } already, and it has delegated admin privileges. Accepting takes nothing away.

answer-yours = Your answer
answer-accept = Accept & Authorize
answer-give-dap = Include delegated admin privileges
answer-decline = Decline
answer-rather-decline = Decline instead
answer-reason = Reason
answer-reason-hint = May stay empty. Whoever asked reads it.
answer-missing = Choose whether to accept or to decline
answer-admins-answer = Only a global admin of your organisation can answer. Ask one of them:
answer-colleagues-answer = Your role lets you read this request, not answer it. These colleagues can answer it:
answer-too-late = This request has expired, and nothing has changed. Ask { $asker } for a new one.
answer-somebody-was-first = This request has been answered or revoked meanwhile. Your answer has changed nothing; what has become of it stands below.
# $asker (text), $partner (text)
answer-no-partnership = { $asker } and { $partner } have no active partnership any more, so this cannot be accepted. You can decline it.
# $partner (text), $asker (text)
answer-no-relationship = You have no active relationship with { $partner } to which privileges could be added. Ask { $asker } to request the relationship first.
answer-last-day-passed = The last day that was asked for has passed, so this cannot be accepted. Ask { $asker } for a new request.
answer-accepted = Accepted and authorized.
answer-declined = Declined. Nothing else has changed.

# $provider (text)
answer-partnership = Partnership with { $provider }
answer-grants = What you grant
answer-grants-designating = { $provider } may designate you as the support contact of subscriptions that it sold, for customers that have accepted you.
answer-grants-asking = { $provider } may ask customers for a relationship with you, and for delegated admin privileges for you. Each customer decides.
answer-grants-seeing = { $provider } sees your name, partner ID, country and support profile, and your relationship with customers that you have in common.
answer-grants-not = What you do not grant
answer-grants-no-customers = You do not get its customers by it, and it does not get yours.
answer-grants-no-access = Nobody gets access to your systems or to those of your customers.
answer-grants-no-end = Nothing is for ever: either of you can end the partnership.
answer-confirm = I know who { $provider } is, and we want to be its reseller.
answer-confirm-first = Tick that you want this partnership
answer-authorize = Authorize
answer-authorized = Authorized. The partnership is active.

link-elsewhere = This link leads no further here
link-elsewhere-why = It was meant for another organisation, or it has been used, revoked or replaced, or it has expired.
link-what-next = What you can do
link-switch = If you are a member of the organisation that was asked, switch to it. You come back here.
link-sign-in-as-other = If you have another account, sign out, sign in with that one, and open the link again. If the organisation that was asked is new to this portal, sign out and open the link again.
link-sign-in = If your organisation uses this portal, sign in: you then read what has become of the request.
link-ask-for-new = Otherwise ask whoever sent you the link for a new one.
link-invitation = Your organisation needs an invitation
link-invitation-why = It is known to this portal, but nobody signs in for it yet. Others have to do with it as well, so a link alone is not enough to act for it.
link-invitation-then = Its first global admin is invited by the partner that has added it, or by whoever runs this portal. Ask them. Once you can sign in, open this link again.

claim = Set up your organisation
claim-purpose = Your organisation is new to this portal. Here you create its first user, who becomes its global admin: you. Nothing is accepted by that. Afterwards you read what is asked, and answer it.
claim-asked-of = Asked of
claim-submit = Set up and read the request
claim-email-in-use = There is an account with this address already. Use another address.

admin-partners = Partners
partnered = Partner relationships
partnered-purpose = Who sells to your organisation and serves it, and who administers its account
partnered-nobody = You have no relationship with a partner yet.
partnered-nobody-advice = It begins when a partner adds you as its customer, or when you accept a request.
partnered-kind = What it is to you
partnered-since = Since
partnered-provider-of = { $count ->
    [one] Provider of { $count } product
   *[other] Provider of { $count } products
}
partnered-recorded = How it began
# $provider (text)
partnered-recorded-by = recorded by { $provider }
partnered-ended-by-you = Ended by you
partnered-ended-by-partner = Ended by the partner
partnered-ended-on = Ended on
# $day (text)
partnered-privileges-expired = Expired, last day { $day }
partnered-about = About this partner
partnered-is-over = You have no relationship with { $partner } any more. If you want one again, ask it to request a relationship.
partnered-privileges-mean = { $partner } administers your account at the vendor.
partnered-revoke = Revoke delegated admin
partnered-revoking = { $products ->
    [0] If you revoke this, the relationship stays, and no support contact changes.
    [one] If you revoke this, the relationship stays, and so does the partner as support contact of one product. The provider of that product is told.
   *[other] If you revoke this, the relationship stays, and so does the partner as support contact of { $products } products. The providers of these products are told.
}
partnered-end = End the relationship
partnered-cannot-end = { $partner } sold you these live subscriptions, so the relationship cannot be ended:
partnered-cannot-end-advice = Once none of them is live any more, you can end it. Talk to { $partner } about cancelling them.
partnered-support = See who supports them
partnered-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
partnered-ending = If you end it, { $partner } no longer serves you, its delegated admin privileges end, and what it still asks for is void.
partnered-ending-nothing = { $partner } is the support contact of none of your products, so no contact changes.
partnered-ending-products = { $products ->
    [one] One product loses this support contact and goes back to the provider that sold it:
   *[other] { $products } products lose this support contact and go back to the provider that sold each:
}
partnered-ending-caption = Products that lose this support contact
partnered-goes-to = Supported from then on by
partnered-admins-decide = Only a global admin of your organisation can revoke privileges or end the relationship. Ask one of them:
partnered-blocked = The relationship was not ended: the partner sold you subscriptions that are still live.
partnered-revoked = Revoked. The relationship stays, and so does every support contact.
partnered-ended = { $products ->
    [0] The relationship has ended. No support contact has changed.
    [one] The relationship has ended. One product has gone back to the provider that sold it.
   *[other] The relationship has ended. { $products } products have gone back to the provider that sold each.
}
partnered-already-so = Nothing has changed: it was so already.

## Resellers and providers

resellers = Resellers
reseller = Reseller
indirect-provider = Indirect provider
indirect-providers = Indirect providers
name = Name
country-heading = Country
nickname = Nickname
yes = yes
no = no
complete = complete
incomplete = incomplete
support-profile = Support profile
profile-complete = Support profile complete
partner-since = Partner since
customers-in-common = Customers in common
subscriptions-supported = Subscriptions supported
partnership = Partnership
partnership-standing = { $standing ->
    [suspended] Suspended
    [ended] Ended
   *[active] Active
}
as-a-file = As a file (CSV)
resellers-caption = Your resellers and what each supports
resellers-found = { $count ->
    [one] { $count } reseller
   *[other] { $count } resellers
}
no-resellers = You have no resellers here yet.
no-resellers-advice = A reseller appears here once it has authorized a partnership with you. Then it can be chosen as support contact at the customers it serves.
no-resellers-found = No reseller of yours is like that.
show-all-resellers = Show all resellers
filter-contact = Contact: { $name }
filter-one-contact = Only one contact’s
no-subscription-of-contact = No live subscription has this contact.
profile-is-empty = Nothing here tells how to reach it. Customers see its provider’s details in its place.
provider-profile-is-empty = Nothing here tells how to reach it. Your contract with it says more.
as-customers-see-it = This is what customers see.
where-it-can-be-chosen = Where it can be chosen
can-be-chosen-at = { $count ->
    [0] It can be chosen at none of your customers.
   *[other] It can be chosen at { $count } of your customers.
}
cannot-be-chosen-at = { $count ->
   *[other] At { $count } it cannot be chosen, because:
}
why-it-cannot-be-chosen = Why it cannot be chosen, and at how many customers
reason-heading = Reason
several-reasons = Several reasons may stand in the way at one customer.
suspend = Suspend
suspend-heading = Suspend for a time
suspend-meaning = While it is suspended, nobody can choose it for another subscription. You can resume it at any time.
# $subscriptions (number), $customers (number)
suspend-consequence = { $subscriptions ->
    [0] No subscription names it now, so no customer will notice.
    [one] One subscription keeps it as support contact. Its customer sees you in its place, with “currently unavailable” beside its name.
   *[other] { $subscriptions } subscriptions of { $customers ->
        [one] one customer
       *[other] { $customers } customers
    } keep it as support contact. Customers see you in its place, with “currently unavailable” beside its name.
}
resume = Resume
resume-heading = Resume
resume-meaning = { $subscriptions ->
    [0] It can be chosen again wherever nothing else stands in the way.
    [one] It can be chosen again wherever nothing else stands in the way, and the customer of the subscription that names it sees it again.
   *[other] It can be chosen again wherever nothing else stands in the way, and the customers of the { $subscriptions } subscriptions that name it see it again.
}
suspended = Suspended. Customers whose contact it is see you in its place from now on.
suspended-already = Nothing has changed: it was suspended already.
resumed = Resumed. Customers whose contact it is see it again from now on.
resumed-already = Nothing has changed: it was not suspended.
about-the-partnership = About the partnership
suspended-since = Suspended since
ended-on = Ended on
# $subscriptions (number), $customers (number)
so-many-subscriptions = { $subscriptions ->
    [one] { $subscriptions } subscription
   *[other] { $subscriptions } subscriptions
} of { $customers ->
    [one] { $customers } customer
   *[other] { $customers } customers
}
none-supported = None
indirect-providers-purpose = The providers through which you can support customers
providers-caption = Your indirect providers and how many subscriptions of theirs name you
providers-found = { $count ->
    [one] { $count } indirect provider
   *[other] { $count } indirect providers
}
no-providers = You have no indirect providers here yet.
no-providers-advice = A provider asks you for a partnership, and you authorize it. Tell your provider your partner ID, which stands on your home page.
subscriptions-that-name-you = Subscriptions that name you
you-are-suspended = This provider has suspended you for a time. You stay the contact of your subscriptions; their customers see the provider meanwhile. A global admin of the provider can resume you.

## Ending relationships and partnerships

end-partnership = End the partnership
end-partnership-heading = End the partnership
end-partnership-advice = The next page shows first what that will do.
partnership-has-ended = This partnership has ended already.
what-will-happen = What will happen
# $subscriptions (number), $customers (number)
need-another-contact = { $subscriptions ->
    [0] No live subscription names it as support contact.
    [one] One live subscription names it as support contact and gets another, at once and with a change of its own in its history.
   *[other] { $subscriptions } live subscriptions of { $customers ->
        [one] one customer
       *[other] { $customers } customers
    } name it as support contact. Each gets another, all at once and each with a change of its own in its history.
}
cannot-be-chosen-any-more = It cannot be chosen for your subscriptions any more.
what-stays = Your customers stay yours, and its own relationships and delegated admin privileges stay as they are: only its customers can take those back.
requests-for-it-are-revoked = What you have asked customers for on its behalf, and they have not answered yet, is revoked.
ending-is-for-good = Only a new partnership, which it would have to authorize, brings it back; the contacts do not come back with it. If it is only for a time, suspend it instead.
who-takes-over = Who takes over
who-takes-over-legend = Who gives technical support for these subscriptions from now on?
nobody-needs-another-contact = No subscription needs another contact.
all-return-to-you = { $count ->
    [one] The subscription returns to you.
   *[other] All { $count } return to you.
}
so-many-can-go = { $count ->
    [0] None can go to it.
    [one] 1 can go to it.
   *[other] { $count } can go to it.
}
so-many-return = { $count ->
    [one] 1 returns to you, because at its customer it cannot be chosen:
   *[other] { $count } return to you, because at their customers it cannot be chosen:
}
choose-who-takes-over = Choose who takes over
nobody-takes-over-found = No reseller of yours that serves these customers matches “{ $text }”.
no-other-takes-over = No other reseller of yours can be chosen at any of these customers.
ending-changed-meanwhile = Something has changed since this page was shown, so nothing was done. These are the numbers now.
concerned-subscriptions = Which subscriptions these are
all-as-a-file = { $count ->
    [one] The only one as a file (CSV)
   *[other] All { $count } as a file (CSV)
}
so-many-more-subscriptions = { $count ->
    [one] One more is not named here; the file has all.
   *[other] { $count } more are not named here; the file has all.
}
# $subscriptions (number), $customers (number)
go-back-to-provider = { $subscriptions ->
    [0] No live subscription of this provider names you as support contact.
    [one] One live subscription of this provider names you as support contact. It goes back to the provider at once.
   *[other] { $subscriptions } live subscriptions of { $customers ->
        [one] one customer
       *[other] { $customers } customers
    } name you as support contact. They go back to the provider, all at once.
}
you-cannot-be-chosen-any-more = This provider cannot choose you for a subscription any more.
what-stays-with-you = Your own relationships with customers and your delegated admin privileges stay as they are.
requests-for-you-are-revoked = What this provider has asked customers for on your behalf, and they have not answered yet, is revoked.
leaving-is-for-good = Only a new partnership, which the provider would have to request, brings you back; the contacts do not come back with it.
partnership-ended-now = { $count ->
    [0] The partnership has ended. No subscription needed another contact.
    [one] The partnership has ended. One subscription went back to its provider.
   *[other] The partnership has ended. { $count } subscriptions went back to their provider.
}
# $to_provider (number), $to_other (number)
partnership-ended-instead = The partnership has ended. { $to_other ->
    [one] One subscription went
   *[other] { $to_other } subscriptions went
} to the reseller that you chose, { $to_provider ->
    [0] and none went back to you.
    [one] and one went back to you.
   *[other] and { $to_provider } went back to you.
}
partnership-ended-already = Nothing has changed: the partnership had ended already.
end-relationship = End the relationship
end-relationship-heading = End the relationship
relationship-has-ended = Your relationship with this customer has ended already.
what-stands-in-the-way = What stands in the way
blocked-by = { $count ->
    [one] You are the provider of a live subscription of this customer. The relationship can be ended once it has expired or been cancelled.
   *[other] You are the provider of { $count } live subscriptions of this customer. The relationship can be ended once they have expired or been cancelled.
}
relationship-blocked = You are the provider of live subscriptions of this customer, so the relationship cannot be ended. Nothing was done.
go-back-to-their-providers = { $count ->
    [one] One live subscription of this customer names you as support contact. It goes back to its provider at once.
   *[other] { $count } live subscriptions of this customer name you as support contact. They go back to their providers, all at once.
}
delegated-admin-ends = Your delegated admin privileges on this customer end.
customer-leaves-your-list = The customer leaves your list.
relationship-end-is-for-good = Only a new relationship, which the customer would have to accept, brings it back; contacts and privileges do not come back with it.
relationship-ended-now = { $count ->
    [0] The relationship has ended. No subscription needed another contact.
    [one] The relationship has ended. One subscription went back to its provider.
   *[other] The relationship has ended. { $count } subscriptions went back to their providers.
}
relationship-ended-already = Nothing has changed: the relationship had ended already.

## Support profile

text-not-a-telephone-number = { $field }: write 3 to 15 digits, for example +36 1 555 0100 or +36 1 555 0100 ext. 12
text-not-a-website = { $field }: write one address, for example company.example/support or https://company.example
weekday-heading = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $day (text: Monday), $typed (text)
hours-not-a-time = { $day }: “{ $typed }” is not a time. Write it like 8:00–12:00, 13:00–17:00
# $day (text: Monday), $typed (text)
hours-not-a-range = { $day }: “{ $typed }” does not say from when to when. Write it like 8:00–12:00, 13:00–17:00
hours-start-too-late = { $day }: nothing starts at 24:00 or later. Midnight is 0:00
hours-end-too-late = { $day }: nothing ends after 24:00. Past midnight, write it like 22:00–6:00
hours-too-many = { $day }: at most 6 times a day
hours-overlap = { $day }: two times overlap, or one reaches into the next day’s. Write each hour once
# $day (text: what was typed)
closed-dates-not-a-day = Closed days: “{ $day }” is not a day. Write it like 2026-12-24, or 12-24 for every year
closed-dates-too-many = Closed days: at most { $max }
# $day (text: 24 December)
every-year = { $day }, every year
profile-saved = Saved. This is what customers see from now on.
nothing-changed = Nothing has changed: all of this stood here already.
profile-purpose = How customers reach you when you are their support contact
fill-in-reseller-profile = Fill in its support profile
profile-of-reseller-purpose = How { $reseller } is reached by its customers. You fill this in until somebody of { $reseller } signs in; customers see by whom it was entered.
profile-preview = What customers see
# $parts (text: a list of telephone, email, opening hours)
profile-missing = Customers still miss: { $parts }
# By the words of `Part`.
profile-part = { $part ->
    [email] email
    [telephone] telephone
   *[hours] opening hours
}
profile-is-empty-advice = As long as there is no way to reach you here, customers see the details of the provider that sold them the product.
# $provider (text)
profile-entered-by = Entered by { $provider }
# $provider (text)
profile-entered-for-you = { $provider } has filled this in, since nobody had signed in for you yet. Look it over and save it: from then on it is yours.
profile-entered-by-provider = Entered by one of its providers
profile-edit = Change it
profile-reach = How to reach you
profile-reach-of = How to reach it
profile-optional = Leave empty what there is not.
profile-email-hint = One that several people read is best.
profile-telephone-hint = With the country code, as customers abroad need it: +36 1 555 0100
profile-urgent-hint = Answered outside your hours, for what cannot wait. While you are closed, customers see it first.
profile-website = Website
profile-website-hint = Where customers open a ticket or find help
profile-hours = When you answer
profile-hours-of = When it answers
profile-time-zone-hint = Continent and city of the zone in which the hours are meant, for example Europe/Budapest. It is the organisation’s own zone: times in the portal follow it, too.
profile-around-the-clock = Around the clock, all week
profile-around-the-clock-hint = Then the days below do not count.
profile-days-hint = Write each day like 8:00–12:00, 13:00–17:00. Past midnight: 22:00–6:00. Empty means closed.
profile-closed-dates = Closed days
profile-closed-dates-hint = One a line, at most 60: 2026-12-24, or 12-24 for every year. Days that have passed are left out.
profile-more = More
profile-languages = Languages in which you answer
profile-languages-of = Languages in which it answers
profile-note = Note
profile-note-hint = What else customers should know, at most 500 characters. For example what to have at hand.
save = Save
profile-all-closed-dates = All closed days
your-role-reads-profile = Your role lets you see this, not change it. These colleagues can change it:
profile-has-own-people = Somebody has already signed in for this reseller, so it keeps its support profile itself. Tell it what customers miss.
profile-entered-by-other = Another of its providers has filled this in. It stays until somebody of the reseller signs in and takes it over.
profile-somebody-was-first = Somebody else has changed this support profile
profile-nothing-was-saved = Nothing was saved. Choose which of the two to keep.
profile-stands-now = What stands now
profile-yours = What you have filled in

## Sharing the support contacts

share = Share
share-heading = Share the support contacts
share-purpose = For the evening when nobody can sign in: a page with your support contacts that opens without it.
share-shows = The page shows, as it is at that moment, whom to call for each product and what to say.
share-hides = It shows no person of yours, and whoever opens it can change nothing. Search engines are told to leave it out.
share-is-revocable = You can revoke the link at any time. It then leads nowhere, and a new one is another one.
share-link = The link
share-whoever = Whoever has this link sees the page
share-open = Open the page
# $name (text: a person)
share-made-by = made by { $name }
share-is-off = Nothing is shared. The page exists once you make a link.
share-make = Make a link
share-revoke = Revoke
share-revoke-advice = Cards that have been printed then lead nowhere, too.
share-made = The link is made. Whoever has it sees your support contacts.
share-revoked = Revoked. No link leads to your support contacts any more.
share-is-local = This portal has been given no public address, so the link works on this machine only. Whoever runs the portal can set one (public_url).
share-card = A card for your pocket
share-card-advice = Print this page: only the card comes out. Telephone numbers stand on it, so it helps even without a network; the code leads to the page as it is then.
share-qr = QR code of the link
# $date (text)
share-card-foot = As of { $date }. The code shows whom to call now.
shared-support = Support contacts
shared-purpose = Whom to call for each product, for whoever has this link.
shared-nothing-advice = As soon as a product is entered, this page shows whom to call.
shared-gone = This link leads nowhere
shared-gone-advice = It has been revoked, or it is not complete. Ask whoever gave it to you for a new one; somebody with an account finds the contacts after signing in.
vcard-save = Save to contacts
vcard-save-all = Save all to contacts
# $products (text: a list)
vcard-products = Support contact of: { $products }
# $hours (text: opening hours), $zone (text)
vcard-hours = { $hours } ({ $zone } time)

## Reports about a contact

reports = Reports
reports-purpose = What customers and resellers have told you about support contacts, the oldest first
reports-found = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
no-reports = No report waits for you.
no-reports-advice = A customer can tell you that something is wrong with a contact, and a reseller that a subscription is not its own. What they tell stands here until somebody settles it.
settled-reports = Reports in the activity log
report-contact-now = Contact:
report-fix = Choose a contact
report-check-profile = Check the support profile
report-settle = Settle
# $product (text), $customer (text)
report-settle-of = Settle the report about { $product }, { $customer }
report-settled = Settled. Whoever told you sees that it was.
report-settled-already = Somebody had settled this report already.
# $provider (text)
report-heading = Tell { $provider }
report-what = What do you want to tell?
report-choose-what = Choose what you want to tell
# By the words of `ReportKind`: as a customer says it.
report-choice = { $kind ->
    [wrong_contact] Something is wrong with this contact
   *[another_contact] I would like another contact
}
report-choice-hint = { $kind ->
    [wrong_contact] For example: nobody answers, the number or the address is wrong, or they do not help.
   *[another_contact] You would like somebody else to support this product.
}
report-wrong-contact = Something wrong with this contact?
report-another-contact = I would like another contact
report-note = In your own words (optional)
# $provider (text)
report-note-hint = At most 500 characters. { $provider } reads it.
# $provider (text)
report-what-happens = { $provider } sold you this product and chooses its support contact. It sees the name of your organisation, not yours.
report-unseen-by-contact = The contact itself does not see what you tell.
report-submit = Send
# $provider (text)
reported = { $provider } has been told.
# $provider (text)
reported-already = { $provider } has been told this already and has not settled it yet. Nothing was added.
# What a customer has told, under the product. By the words of `ReportKind`.
own-report = { $kind ->
    [wrong_contact] Reported: something is wrong with this contact
    [another_contact] Reported: you would like another contact
   *[not_ours] Reported: this is not yours
}
# $date (text: 22 Nov 2026)
own-report-since = { $date }, not settled yet
# $date (text: 22 Nov 2026)
own-report-settled = settled by the provider on { $date }
not-ours = This is not ours
# $provider (text)
not-ours-what-happens = { $provider } named you as the support contact and can choose another one. It gets this on its work list. Until it does, you stay the contact; the customer does not see what you tell.
not-ours-submit = Tell the provider
report-not-the-contact = Nothing was told: you are not the support contact of this subscription.

# By the words of `ReportKind`.
report-kind = { $kind ->
    [wrong_contact] something is wrong with this contact
    [another_contact] would like another contact
   *[not_ours] says: this is not ours
}

## Activity log

activity-log = Activity log
activity-purpose-partner = What your people did, and what others did that concerns you
activity-purpose-customer = What your people did, and what partners did that concerns you
activity-from = From
activity-to = To
activity-kind-of = Kind
activity-all-kinds = All kinds
activity-person = Person in your organisation
# $date (text: 22 Nov 2026)
activity-from-day = from { $date }
# $date (text: 22 Nov 2026)
activity-to-day = to { $date }
# $text (text): what was typed.
activity-customer-contains = customer: “{ $text }”
# $text (text): what was typed.
activity-person-contains = person: “{ $text }”
activity-found = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
activity-file = Download as CSV
# $most (number): of lines
activity-file-newest = Download the newest { $most } as CSV
activity-file-narrow = A file holds no more lines than that: filter by dates for the others.
activity-caption = What happened, the newest first
activity-time = Time
# $zone (text)
activity-time-in = Time ({ $zone })
activity-who = Who
activity-what = What
activity-about = About
activity-after = After
# Read aloud between what stood before and what stands after.
activity-becomes = becomes
activity-details = Details
activity-nothing = Nothing is recorded here yet.
activity-nothing-advice = As soon as somebody changes something, a line here says who, what and when.
activity-nothing-found = No line matches these filters.
activity-show-all = Show the whole log
# Who has been removed from the portal.
activity-forgotten = somebody who has left
# By the words of `ActivityGroup`.
activity-group = { $group ->
    [support_contacts] Support contacts
    [relationships] Relationships
    [partnerships] Partnerships
    [support_details] Support profile and sharing
    [reports] Reports
    [people] People
    [customers] Customers, subscriptions and the organisation
   *[signing_in] Signing in
}
# By the words of `ActivityKind`.
activity-kind = { $kind ->
    [signed_in] Signed in
    [signed_out] Signed out
    [organisation_chosen] Switched to this organisation
    [language_chosen] Language chosen
    [organisation_set_up] Organisation set up
    [contact_assigned] Support contact assigned
    [contact_confirmed] Support contact confirmed
    [contact_undone] Change of a support contact undone
    [contact_repeated] Support contact assigned to further subscriptions
    [partnership_requested] Partnership requested
    [partnerships_requested] Partnerships requested
    [relationship_requested] Relationship requested
    [delegated_admin_requested] Delegated admin privileges requested
    [request_revoked] Request revoked
    [partnership_authorized] Partnership authorized
    [partnership_declined] Partnership declined
    [relationship_accepted] Relationship accepted
    [relationship_declined] Relationship declined
    [delegated_admin_accepted] Delegated admin privileges granted
    [delegated_admin_declined] Delegated admin privileges declined
    [delegated_admin_revoked] Delegated admin privileges revoked
    [reseller_suspended] Reseller suspended
    [reseller_resumed] Reseller resumed
    [partnership_ended] Partnership ended
    [relationship_ended] Relationship ended
    [support_profile_edited] Support profile edited
    [support_shared] Support contacts shared by a link
    [support_share_revoked] Link to the support contacts revoked
    [contact_reported] Support contact reported
    [report_settled] Report settled
    [user_invited] Colleague invited
    [users_invited] Colleagues invited
    [invitation_renewed] Another invitation link made
    [invitation_withdrawn] Invitation withdrawn
    [invitation_accepted] Invitation accepted
    [roles_changed] Roles changed
    [user_disabled] User disabled
    [user_enabled] User enabled again
    [reset_link_made] Link for a new password made
    [sign_in_link_made] Sign-in link made
    [new_email_link_made] Link for a new email address made
    [second_factor_reset] Second factor taken off
    [second_factor_required] Second factor required from everybody
    [second_factor_optional] Second factor left to each person
    [person_forgotten] Person removed from the portal
    [customer_added] Customer added
    [customer_edited] Customer edited
    [first_admin_invited] Admin invited
    [subscription_added] Subscription added
    [subscription_edited] Subscription edited
    [organisation_edited] Organisation edited
    [account_edited] Own details edited
    [new_email_asked] New email address asked for
    [new_email_withdrawn] Request for a new email address withdrawn
    [email_changed] Email address changed
    [password_changed] Password changed
    [password_reset] New password set by a link
    [sign_in_help_asked] Help with signing in asked for
    [session_ended] Signed out in another browser
    [other_sessions_ended] Signed out everywhere else
    [second_factor_on] Second factor set up
    [second_factor_off] Second factor switched off
    [recovery_codes_made] New recovery codes made
   *[other] { $kind }
}
activity-requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
activity-privileges = with delegated admin privileges
# $date (text: 22 November 2026)
activity-privileges-until = delegated admin privileges until { $date }
activity-other-contact = { $count ->
    [one] { $count } subscription got another contact
   *[other] { $count } subscriptions got another contact
}
# $count (number), $reseller (text)
activity-of-them-to = { $count } of them: { $reseller }
activity-changed = { $field } changed
# $field (text), $before (text), $after (text)
activity-changed-to = { $field }: { $before } → { $after }
# By the names of the fields of support profiles, organisations and accounts.
activity-field = { $field ->
    [email] email
    [telephone] telephone
    [urgent_telephone] urgent telephone
    [website] website
    [hours] hours
    [closed_dates] closed dates
    [languages] languages
    [note] note
    [time_zone] time zone
    [name] name
    [country] country
    [mpn_id] partner ID
    [locale] language
    [customer_number] your customer number
    [nickname] nickname
    [quantity] licences
    [external_id] subscription ID
    [ends_on] renews or ends on
    [reseller_of_record] reseller of record
    [status] state
   *[other] { $field }
}
# $reason (text): as somebody typed it.
activity-reason = reason: { $reason }

## Home: the work list

filter-returned = Came back to you
filter-without-privileges = Contact without DAP
filter-privileges-end = DAP ends within 30 days
filter-of-record = Reseller of record only
filter-we-support = We support
filter-incomplete-profile = Supports something, incomplete support profile
none-returned = No subscription that came back waits for a decision.
none-without-privileges = Every contact has valid delegated admin privileges.
no-privileges-end = No contact’s delegated admin privileges end within 30 days.
none-of-record = You support every subscription whose reseller of record you are.
provider = Provider
reports-wait = { $count ->
    [one] report waits to be settled
   *[other] reports wait to be settled
}
reports-wait-advice = Customers or resellers have told you something about a support contact.
reports-wait-button = Read and settle
unanswered-requests = { $count ->
    [one] request of yours has waited for an answer for a week
   *[other] requests of yours have waited for an answer for a week
}
unanswered-requests-advice = Send its link once more, or ask by telephone.
waiting-for-a-week = has waited for a week
nothing-waits-for-a-week = No request has waited for a week.
returned-subscriptions = { $count ->
    [one] subscription came back to you
   *[other] subscriptions came back to you
}
returned-advice = The partnership or the relationship of its reseller has ended. You are the contact until somebody decides.
choose-contacts = Choose contacts
without-privileges = { $count ->
    [one] subscription has a contact without delegated admin privileges
   *[other] subscriptions have a contact without delegated admin privileges
}
without-privileges-advice = The contact stays until you choose another one. Request the privileges again, or choose somebody else.
privileges-end = { $count ->
    [one] subscription has a contact whose delegated admin privileges end within 30 days
   *[other] subscriptions have a contact whose delegated admin privileges end within 30 days
}
privileges-end-advice = Request them again in time: without them the contact cannot be chosen anew.
own-privileges-advice = You are the contact. Request the privileges again from the customer, or ask the provider to do it.
decide = Decide
show-their-links = Show their links
look-at-them = Look at them
incomplete-profiles = { $count ->
    [one] reseller that supports something has an incomplete support profile
   *[other] resellers that support something have an incomplete support profile
}
incomplete-profiles-advice = Email, telephone or hours are missing. Where nothing is there, customers see your details.
# $reseller (text)
can-be-chosen-now = { $reseller } can be chosen now
# $provider (text)
asks-for-partnership = { $provider } asks for a partnership
first-steps = First steps
step-profile = Say how your customers reach you
step-users = Invite your colleagues
step-customer = Add a customer
step-providers = See which providers you work with
step-partnership = Request a partnership with your resellers
step-relationship = Request a relationship with a customer
own-profile-incomplete = Your support profile is incomplete
own-profile-incomplete-advice = Customers call whom you name here. Email, telephone or hours are missing.
own-profile-button = Fill it in
answer-request = Answer
read-request = Read
asks-for-partnership-advice = Read what it grants, then authorize or decline it.

## Links just made: shown until they have been passed on

# By the words of `LinkPurpose`.
made-link-title = { $purpose ->
    [invitation] Invitation link
    [reset] Link for a new password
    [sign_in] Sign-in link
    [new_email] Link that confirms the new address
   *[other] Link
}
# $email (text)
made-link-for = Send it to { $email } and to nobody else: whoever has it can use it. It is shown only here and only now.
# By the words of `LinkPurpose`.
made-link-lasts = { $purpose ->
    [invitation] It works once, for 30 days.
    [reset] It works once, for 30 minutes.
    [sign_in] It works once, for 15 minutes.
    [new_email] It works once, for 24 hours.
   *[other] It works once.
}
made-link-address = Address of the link
# $purpose: by the words of `LinkPurpose`; $portal (text)
made-link-subject = { $purpose ->
    [invitation] Your invitation to { $portal }
    [reset] A new password for { $portal }
    [sign_in] Sign in to { $portal }
    [new_email] Confirm your new address for { $portal }
   *[other] Your link to { $portal }
}
# $purpose: by the words of `LinkPurpose`; $link (text)
made-link-letter = { $purpose ->
    [invitation] Hello,{"\u000A\u000A"}you are invited. Open this link to accept; it works once, for 30 days:{"\u000A\u000A"}{ $link }
    [reset] Hello,{"\u000A\u000A"}open this link to set a new password; it works once, for 30 minutes:{"\u000A\u000A"}{ $link }
    [sign_in] Hello,{"\u000A\u000A"}open this link to sign in; it works once, for 15 minutes:{"\u000A\u000A"}{ $link }
    [new_email] Hello,{"\u000A\u000A"}open this link to confirm your new email address; it works once, for 24 hours:{"\u000A\u000A"}{ $link }
   *[other] { $link }
}

## The operator's commands

# Who did it, in the log: whoever runs the portal, on its command line.
activity-operator = the operator of the portal
## Too many tries, forgotten passwords, links that let somebody in

attempts-too-many = Too many tries
# $seconds (number)
attempts-wait = { $seconds ->
    [one] You can try again in a second.
   *[other] You can try again in { $seconds } seconds.
}
attempts-why = Too many tries have failed from your network address, by you or by others who share it. This locks nobody’s account.
attempts-again = Try again

## Site: what its operator links from every page

site-imprint = Imprint
site-privacy = Privacy
## Users: the people of one's own organisation, and inviting them

users = Users
users-purpose = Who may sign in for your organisation, and what they may do.
users-caption = Users of your organisation
users-found = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
users-none-found = No user matches.
users-show-all = Show all users
# Who waits for a link, on Home.
users-asked = { $count ->
    [one] colleague asks for help with signing in
   *[other] colleagues ask for help with signing in
}
users-asked-advice = They wait for a link from you. Make sure by telephone that it was they who asked.
users-asked-button = Make their links
users-admin-purpose = Invite colleagues, and say what they may do.
user-name = Name
user-name-or-email = Name or email
user-you = you
user-roles = Roles
user-standing = State
user-link = Link
user-last-seen = Last active here
user-active = active
user-never = has not signed in yet
user-invited = invited
user-expired = invitation expired
user-disabled = disabled
user-blocked = disabled by the operator
user-blocked-advice = Whoever runs this portal has disabled this account. Only they can enable it again.
# $date (text)
user-until = until { $date }
# By the words of `UserState`.
user-state = { $state ->
    [member] Active
    [invited] Invited
    [expired] Invitation expired
    [disabled] Disabled
    [never] Have not signed in yet
   *[asked] Ask for a link
}
# By the words of `LinkPurpose`.
user-asks = { $purpose ->
    [reset] asks for a new password
    [sign_in] asks for a sign-in link
    [new_email] wants another email address
   *[other] asks for a link
}
# By the words of `LinkPurpose`.
user-asked = { $purpose ->
    [reset] Somebody who typed this address has forgotten the password. Make sure by telephone who it was before you make a link.
    [sign_in] Somebody who typed this address asks for a link to sign in with. Make sure by telephone who it was before you make one.
    [new_email] Wants to sign in with another address from now on:
   *[other] Asks for a link.
}
# $role: a partner role, as stored; what it allows, by rule 4.
user-role-allows = { $role ->
    [global_admin] Everything: also suspends resellers, ends relationships and partnerships, and makes other global admins.
    [admin_agent] Assigns support contacts, one or many, adds customers and subscriptions, requests relationships and partnerships, edits the organisation and the support profile.
    [helpdesk_agent] Assigns support contacts and settles reports.
    [sales_agent] Assigns support contacts, adds customers and subscriptions, requests relationships and partnerships.
    [user_management_admin] Manages users and their roles, invites the first admin of a customer, assigns support contacts, requests partnerships.
   *[billing_admin] Reads everything, changes nothing.
}
# $role: a customer role, as stored; what it allows, by rule 5.
user-customer-role-allows = { $role ->
    [global_admin] Answers requests, ends relationships, shares the support contacts, manages users.
   *[user] Reads whom to call, and may report a wrong contact.
}
user-invite = Invite users
user-invite-purpose = Each person gets a link of their own. It works once, for 30 days: they choose a password, or accept with the account that they have.
user-invite-one = One person
user-invite-many = Many at once
user-email-hint = They sign in with this address.
user-make-invitation = Make the invitation
user-open-their-page = Open this person’s page
user-is-member = This person is a user of your organisation already.
user-is-disabled = This person was a user of your organisation and is disabled. Enable them again instead.
user-is-invited = This person has been invited already. You can make another link on their page.
user-lines = Email; name; roles
user-lines-faulty = { $count ->
    [one] { $count } line cannot be used. Mend it or take it out, then check again. Nobody has been invited.
   *[other] { $count } lines cannot be used. Mend them or take them out, then check again. Nobody has been invited.
}
user-lines-hint = One person a line, up to 200. You can paste three columns from a spreadsheet. For example:
user-lines-example = eva.kiss@example.com; Éva Kiss; admin agent
user-lines-example-customer = eva.kiss@example.com; Éva Kiss; user
user-lines-check = Check the list
user-lines-nothing = Paste at least one line.
user-line-parts = Write email, name and roles, separated by semicolons.
# $word (text)
user-line-no-role = There is no such role: { $word }
user-line-invites = will be invited
# $first (number): a line's number.
user-line-doubled = The same address as line { $first }: left out
user-check-title = Check the invitations
user-check-purpose = Nothing has been made yet.
user-make-many = { $count ->
    [one] Make { $count } invitation
   *[other] Make { $count } invitations
}
user-made-title = { $count ->
    [one] { $count } invitation made
   *[other] { $count } invitations made
}
user-made-purpose = The links are shown only now. Download them before you leave this page, and send each person only their own.
user-made-file = Download the links
user-made-caption = The people who were invited, each with a link
user-invitation = Invitation
user-invitation-advice = The link cannot be shown again. If you make another one, the earlier one stops working; the new one works once, for 30 days.
user-invite-again = Make another link
user-withdraw = Withdraw the invitation
user-invitation-withdrawn = The invitation has been withdrawn. Its link does not work any more.
user-what-they-may = What they may do
user-own-roles = You can give up a role of your own, but not add one.
user-save-roles = Save the roles
user-roles-changed = The roles have been saved. They apply from the next page that this person opens.
user-access = Access to the account
user-access-advice = Whoever has such a link can act as this person. Make sure by telephone who is asking, and send it to nobody else.
user-make-reset = Make a link for a new password
user-make-sign-in = Make a sign-in link
user-make-new-email = Make the link that confirms the new address
user-membership = Membership
user-disable-advice = Somebody who is disabled is signed out at once and cannot act for your organisation any more. What they did stays in the log.
user-disable = Disable
user-disabled-now = This person cannot act for your organisation any more.
user-enable-advice = This person gets the roles back that they had.
user-enable = Enable again
user-enabled-now = This person can act for your organisation again.
user-needs-global-admin = Only a global admin can do this, because it is about a global admin.
user-last-global-admin = This is the last global admin of your organisation. Make somebody else a global admin first.
user-oneself = You cannot do this to yourself. A colleague who manages users can.
user-no-role = Choose at least one role.
user-belongs-elsewhere = This account is used in another organisation as well. So that nobody takes it over from here, whoever runs this portal makes such a link, or takes off a second factor that is lost.
user-other-standing = This is not possible any more: somebody has changed it in the meantime.
# $roles (text)
activity-roles = Roles: { $roles }
# $roles (text)
activity-roles-before = Before: { $roles }
invitation-title = You are invited
invitation-organisation = Organisation
invitation-for = For
invitation-signed-in = You are signed in with the account that is invited.
invitation-accept = Accept the invitation
invitation-other = You are signed in with another account. Sign out, then open the link again.
invitation-new = I have no account here yet
invitation-join = Accept and sign in
invitation-have-account = I have an account here
invitation-have-account-advice = Sign in with the invited address. You then come back to this page to accept.
invitation-sign-in = Sign in and accept
invitation-has-account = There is an account with this address. Sign in with it and accept.
# $organisation (text)
invitation-accepted = You may act for { $organisation } from now on.
invitation-gone-advice = An invitation works once, for 30 days. If yours has expired, ask the person who invited you for another link. If you have accepted it before, sign in.
organisation-none = You cannot act for any organisation at the moment. If you have been invited, open the link of your invitation.
## One's own account

account = Your account
account-purpose = Your own details, whichever organisation you act for
account-name = Name
account-name-hint = As your colleagues see it
account-language = Language
account-language-of-browser = The browser’s language
account-time-zone-hint = Continent and city, for example Europe/Budapest. Times are shown to you in this zone; leave it empty to use your organisation’s.
account-saved = Saved.
account-signing-in = Signing in
account-change-email = Change the email address
# $email (text)
account-email-waits = { $email } is waiting to be confirmed
account-change-password = Change the password
account-sessions = Where you are signed in
account-see-sessions = See the browsers and sign out elsewhere
# $email (text)
account-email-now = You sign in with { $email }.
account-email-pending = A new address is waiting to be confirmed
# $when (text)
account-email-asked = You asked for it on { $when }. Tell an admin of your organisation, or whoever runs this portal: they make a link, and your address changes once you have opened it.
# $when (text)
account-email-link-made = A link has been made that confirms it. It works until { $when }.
account-withdraw = Withdraw
account-email-how = An admin of your organisation, or whoever runs this portal, makes a link for the new address. Until you open it, you sign in as before.
account-new-email = New email address
account-current-password = Current password
account-password-why = So that nobody else who finds this browser open can take over your account
account-ask-email = Ask for the link
account-wrong-password = This is not your current password.
account-too-many-tries = Too many wrong passwords. Wait a few minutes, or ask for a link for a new password.
account-same-email = You sign in with this address already.
account-new-email-asked = Noted. The new address is waiting to be confirmed.
account-new-email-withdrawn = Withdrawn. Your address stays as it is.
account-new-password = New password
account-password-ends-sessions = You stay signed in here; everywhere else you are signed out.
account-password-changed = Your password is changed. Everywhere else you are signed out.
account-sessions-purpose = Every browser in which your account is open now
account-device-heading = Browser
# $browser (text), $system (text)
account-device = { $browser } on { $system }
account-device-unknown = Unknown browser
account-address = Address
account-signed-in = Signed in
account-last-seen = Last seen
account-this-one = this one
account-end-others = Sign out everywhere else
account-only-here = You are signed in here and nowhere else.
account-unknown-session = Is there one that you do not recognise? Sign it out, then change your password.
account-session-ended = Signed out there.
account-session-ended-already = There was nothing left to sign out.
account-other-sessions-ended = Signed out everywhere else.
account-confirm-email = Confirm your new email address
account-confirm-meaning = From now on you sign in with it. You are signed out wherever your account is open in another browser.
account-confirm = Confirm
account-email-taken = Another account has this address. Ask for a link for a different one.
account-email-gone = This link is no longer valid
account-email-gone-advice = It has been used or withdrawn, or it is older than { $hours } hours. Sign in with your address as it is, and ask for a new link.
account-email-changed = Your new email address is confirmed. You sign in with it from now on.

## The organisation itself

organisation-facts = Organisation
organisation-facts-purpose = How others see your organisation
organisation-facts-name = Name
organisation-facts-name-hint = When it changes, the former name is shown beside it and found for 90 days.
organisation-facts-time-zone-hint = Continent and city, for example Europe/Budapest. Times in the portal follow it, and so do days on which something ends.
organisation-facts-time-zone-hint-partner = Continent and city, for example Europe/Budapest. Times in the portal follow it, and so do the hours in your support profile.
organisation-facts-fixed = Only whoever runs this portal can change this.
organisation-facts-saved = Saved.
organisation-facts-stale = Somebody else has just changed this
# $name (text), $country (text), $zone (text)
organisation-facts-stands = It now says: { $name }, { $country }, { $zone }. Nothing of yours was saved; save again to use what is filled in below.
organisation-facts-no-country = no country
# $name (text)
formerly = formerly { $name }
forgot-password = I forgot my password
help-asked-title = Forgotten password
help-asked-purpose = Whoever manages users in your organisation makes you a link. Say who you are and what you need.
help-asked-choice = What do you need?
# By the words of `SignInHelp`.
help-asked-for = { $help ->
    [new_password] A link to set a new password
   *[link] A link that signs me in once, without a password
}
# By the words of `SignInHelp`.
help-asked-about = { $help ->
    [new_password] It works once, for 30 minutes.
   *[link] It works once, for 15 minutes. Only for users of a customer: whoever works for a partner gets a link to set a new password.
}
help-asked-missing = Choose what you need
help-asked-submit = Ask for a link
help-asked-back = Back to signing in
help-asked-noted = Your request is noted
help-asked-if = If there is an account with this email address, those who manage users in its organisation now see that you are waiting for a link.
help-asked-tell = This portal sends no letters: tell one of them as well, so that you are there when the link is made. It is good for a short time only, and once.
help-asked-operator = Is there nobody in your organisation who could do it? Whoever runs this portal can.
# $line (text): the support line
help-asked-operator-at = Is there nobody in your organisation who could do it? Whoever runs this portal can: { $line }
reset-title = Set a new password
reset-ends-sessions = Setting it signs this account out everywhere else.
reset-password = New password
reset-submit = Set password and sign in
reset-done = Your new password is set. It is good from now on.
# $minutes (number)
reset-gone-advice = Such a link works once, for { $minutes } minutes, and only the newest one works. Ask for another.
reset-ask-again = Ask for another link
sign-in-link-as = You sign in as
sign-in-link-once = The link works once. Use it in the browser in which you want to work.
# $name: the person in whose session the browser is.
link-ends-session = In this browser { $name } is signed in now. If you go on, that session ends.
# $address (text): the public address
elsewhere = This portal is at { $address }. Open it there: your browser cannot keep you signed in here, because this is not the connection that the portal is set up for.
# $address (text)
elsewhere-open = Open { $address }
elsewhere-operator = If you run this portal and that address leads here: the proxy in front of it must speak https and pass on the Host header as the browser sent it. To use it without a proxy, take public_url out of the settings.
# $address (text)
error-origin-elsewhere = What was sent did not come from a page at { $address }; nothing has changed. Open the portal at that address and try again.
# $address (text): where it answers
error-host = This portal does not answer by the name in the address. It is at { $address }. If you run it: set public_url to the address that browsers use, and let the proxy in front of it pass on the Host header.
## Second factor

second-factor = Second factor
second-factor-see = Set it up or change it
second-factor-set-up = Set up a second factor
# $organisations (text)
second-factor-required-by = Required by: { $organisations }
second-factor-purpose = With a second factor, somebody who knows your password still cannot sign in as you: an app on your telephone shows a code that changes every 30 seconds.
second-factor-step-app = If you have no authenticator app, install one: any that shows codes of six digits will do.
second-factor-step-scan = In the app, add an account and scan this picture. If the app is on this device, open the link instead, or type in the key.
second-factor-qr = QR code with the key for the app
second-factor-open-app = Open in the app on this device
second-factor-key = Key
second-factor-step-code = Type in the code that the app shows now.
second-factor-code = Code from the app
second-factor-code-hint = Six digits
second-factor-any-code = Code from the app, or a recovery code
second-factor-any-code-hint = Six digits, or the 24 characters of a recovery code
second-factor-not-six-digits = Write the six digits that the app shows
second-factor-not-a-code = Write the six digits that the app shows, or a recovery code of 24 characters
second-factor-code-wrong = This code is not right. Wait for the next one, and check the clock of the device; after many tries, wait a few minutes.
second-factor-code-used = This code has been used. Wait for the next one.
# $seconds (number)
second-factor-wait = { $seconds ->
    [one] Too many tries were wrong. You can try again in a second.
   *[other] Too many tries were wrong. You can try again in { $seconds } seconds.
}
second-factor-wait-minutes = Too many tries were wrong. You can try again in { $minutes } minutes.
second-factor-wait-for-reset = Too many tries were wrong. Ask for a link for a new password: it lets you try again.
second-factor-new-key = The key has changed, because the page was open for long: scan the picture again, then type in the new code
second-factor-is-on = Your second factor is set up. Everywhere else you are signed out.
second-factor-is-off = Your second factor is switched off. Everywhere else you are signed out.
second-factor-on = On
second-factor-meaning = When you sign in, you are asked for a code from your app after the password.
second-factor-codes = Recovery codes
second-factor-new-codes = New recovery codes
second-factor-codes-advice = Print this page, write them down, or keep them in a password manager, away from the device with the app. Each lets you in once, in place of a code from the app.
second-factor-codes-once = They are shown only now, for ten minutes. Earlier ones no longer work.
second-factor-codes-made = These are your new recovery codes.
# $count (number)
second-factor-codes-left = { $count ->
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
# $count (number)
second-factor-few-left = { $count ->
    [0] No recovery code is left. Without one, you cannot get in once the app is lost: make new ones.
    [one] One recovery code is left. Make new ones before you need them.
   *[other] { $count } recovery codes are left. Make new ones before you need them.
}
second-factor-make-codes = Make new recovery codes
# $count (number)
second-factor-make-codes-advice = You get { $count } new codes. The earlier ones stop working.
second-factor-other-app = Another app, or none
second-factor-other-app-advice = For a new telephone, switch the second factor off and set it up again with the new app.
second-factor-switch-off = Switch off the second factor
second-factor-switch-off-advice = From then on, your password alone lets you in, until you set up a second factor again. Your recovery codes stop working.
second-factor-off-means-new = You have to set up a new one before you can go on.
second-factor-go-on = Sign in
second-factor-lost = App lost? Use one of your recovery codes. No code left? An admin of your organisation can take your second factor off, or whoever runs this portal.
second-factor-start-again = Sign in as somebody else
second-factor-too-late = Sign in again: the code was not sent in time, or it was sent twice.
# $count (number)
second-factor-recovered = { $count ->
    [0] You have come in by your last recovery code. Make new ones under your account.
    [one] You have come in by a recovery code; one is left.
   *[other] You have come in by a recovery code; { $count } are left.
}

## Who must have a second factor

second-factor-policy = Second factor
second-factor-policy-purpose = Must everybody who acts for your organisation have a second factor?
# $count (number), $all (number)
second-factor-missing = { $count ->
    [0] Everybody has one.
    [one] One of { $all } people has none:
   *[other] { $count } of { $all } people have none:
}
second-factor-policy-on = Required from everybody
second-factor-policy-off = Left to each person
second-factor-policy-means = Whoever has none is asked to set one up at the next page, and can do nothing else here until then.
second-factor-require = Require it from everybody
second-factor-leave = Leave it to each person
second-factor-is-required = A second factor is required from everybody now.
second-factor-is-optional = A second factor is left to each person now.
second-factor-own-first = Set up your own second factor first: without one, you would be locked out yourself.
second-factor-taken-off = The second factor is taken off. They are signed out, and the password alone lets them in until they set up a new one.
second-factor-take-off = Take the second factor off
second-factor-take-off-advice = Are the app and the recovery codes lost? Make sure by telephone that it is this person who is asking, then take the second factor off.
## Customers and subscriptions by hand

customer-add = Add a customer
customer-edit = Edit the customer
customer-name = Name of the customer
customer-country-optional = Country (optional)
customer-time-zone-hint = Continent and city of the zone in which the customer works, for example Europe/Budapest
customer-number = Your customer number
what-happens-then = What happens then
customer-number-optional = Your customer number (optional)
customer-number-hint = The number in your own books. Nobody else sees it.
customer-adding-relates = The customer is yours at once: it has a relationship with you, without delegated admin privileges. Its own admins can end it.
customer-adding-lets-nobody-in = Nobody at the customer can sign in yet. Invite its first admin on the customer’s page.
customer-adding-and-then = If the portal knows the customer already, request a relationship instead, and the customer accepts it.
customer-is-own = This domain belongs to a customer of yours
customer-open-own = Open that customer
customer-is-known = The portal knows this domain already: request a relationship, and the customer accepts it
customer-ask-instead = Request a relationship with this domain
customer-added = Customer added. Next, add what you sell to it and invite its first admin.
customer-saved = Customer saved.
customer-facts-are-shared = Name, country and time zone are no longer yours alone: the customer itself or another partner relies on them. You can edit your own customer number.
customer-facts-of-ended = Your relationship with this customer has ended: name, country and time zone stay as they are. You can edit your own customer number.
subscription-add = Add a subscription
# $product (text)
subscription-edit = Edit { $product }
subscription-edit-link = Edit the subscription
subscription-customer-hint = The domain of one of your customers, or its full name
subscription-product-hint = Choose one that you have sold before, or type a new name
subscription-nickname = Nickname (optional)
subscription-nickname-hint = Tells it from others of the same product. The customer sees it, too.
subscription-licences = Licences (optional)
subscription-number = Subscription ID at the vendor (optional)
subscription-number-hint = The customer quotes it when it calls.
subscription-ends-on = Renews or ends on (optional)
subscription-ends-on-hint = Year, month and day, for example 2026-11-30
subscription-of-record = Partner ID of the reseller of record (optional)
subscription-of-record-hint = One of your resellers: it gets the incentive and sees this subscription. This does not make it the support contact.
subscription-adding-contact = You are the support contact at first. Choose another one on the next page.
subscription-adding-shows = The customer sees an active, pending or suspended subscription under “Support” at once.
subscription-no-such-customer = None of your customers has this domain or this name
subscription-several-customers = Several of your customers have this name: type the domain
subscription-not-related = Your relationship with this customer has ended: request one before a subscription is active, pending or suspended
subscription-number-in-use = Another of your subscriptions has this ID
subscription-open-other = Open that subscription
subscription-not-your-reseller = None of your resellers has this partner ID
subscription-added = Subscription added.
subscription-saved = Subscription saved.
subscription-came-back = Subscription saved. Its support contact is no longer available: you are the contact again.
subscription-removed = Subscription removed. Nobody sees it any more.
subscription-changed-meanwhile = Somebody else has just changed this subscription: read again what it says now
subscription-remove = Remove the subscription
subscription-removing = For a subscription that was added by mistake. Nobody sees it any more, neither you nor the customer, and it cannot be brought back here. If it has ended, set its state to expired or cancelled instead.
subscription-remove-confirmed = Remove it for good
subscription-confirm-first = Tick that you want to remove it for good
subscription-remove-now = Remove
edit-somebody-was-first = Somebody else has just changed this
edit-both = What differs
edit-field = Field
text-not-a-quantity = { $field }: write a whole number from 0 to 1,000,000

## The first admin of a customer

admins-of-customer = Its admins
nobody-can-sign-in = Nobody can sign in
nobody-can-sign-in-for = Nobody at this customer can sign in yet.
first-admin-invite = Invite its first admin
another-admin-invite = Invite another admin
another-admin-advice = If all its admins have left, you can invite another one.
# $email (text)
first-admin-waits = Invited: { $email }
# $date (text)
first-admin-waits-until = The link works until { $date }.
first-admin-expired = The link has expired.
first-admin-look = Link and invitation
first-admin-none-without = At each of your customers somebody can sign in.
first-admin-what = This person becomes the customer’s global admin: they see whom to call, answer requests and invite their colleagues. You see nothing of what they do there.
first-admin-ask-customer = Ask the customer first who it should be, and check the address.
first-admin-link-at-once = You get a link to send to them. It works at once, for 30 days.
first-admin-link-later = Somebody at the customer has used the portal lately. Its admins are told on their home page and can withdraw the invitation; so the link works only after 72 hours.
first-admin-has-admins = The customer has admins of its own. Invite another one only if they have left.
first-admin-name = Name of the person
first-admin-send = Invite
first-admin-again = Make another link
first-admin-withdraw = Withdraw the invitation
first-admin-again-hint = The earlier link then stops working.
# $date (text)
first-admin-works-from = The link works from { $date } on. Until then the customer’s admins, who read of it on their home page, can withdraw the invitation.
first-admin-not-yours = Only a partner that has added the customer, or sells to it, invites its first admin. Whoever runs this portal can do it, too.
first-admin-has-people = The customer has users of its own: they invite their colleagues.
first-admin-waits-already = An invitation of yours is waiting already
first-admin-cannot = This address cannot be invited for this customer. Ask the person: they may have a link or an account already. Otherwise use another address, or ask whoever runs this portal
first-admin-withdrawn = Invitation withdrawn.
first-admin-withdrawn-before = That invitation is no longer waiting.
partner-invited-look = Look at the invitation
# $partner (text), $email (text)
partner-invited-admin = { $partner } has invited an admin for your organisation: { $email }
# $date (text)
partner-invited-until = The invitation can be accepted until { $date }. Withdraw it if you do not know the person.
# $date (text)
partner-invited-from = The invitation can be accepted from { $date } on. Withdraw it if you do not know the person.
