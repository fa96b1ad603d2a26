### A portál szövegei magyarul. Az en.ftl minden üzenetének itt is meg kell lennie, de más nem lehet
### itt, és egy üzenet csak azokat a változókat használhatja, amelyeket az en.ftl is.
###
### - Az üzenetek oldalanként, `## ` címek alatt állnak, az en.ftl sorrendjében.
### - { $count } a számot magyarul írja ki: 1204, de 12 040. Számnév után a főnév egyes számú.
### - { ARTICLE($name) } a névhez illő névelőt adja: „a” vagy „az”. Ha lehet, inkább úgy fogalmazz,
###   hogy ne kelljen névelő vagy rag a név elé, után.

## Nyelvek

language-name = Magyar

## Dátumok

calendar-date = { $year }. { $month } { $day }.
day-and-month = { $month } { $day }.
date-and-time = { $date } { $time }
month = { $month ->
    [1] január
    [2] február
    [3] március
    [4] április
    [5] május
    [6] június
    [7] július
    [8] augusztus
    [9] szeptember
    [10] október
    [11] november
   *[12] december
}
# A pont a rövidítés része.
short-month = { $month ->
    [1] jan.
    [2] febr.
    [3] márc.
    [4] ápr.
    [5] máj.
    [6] jún.
    [7] júl.
    [8] aug.
    [9] szept.
    [10] okt.
    [11] nov.
   *[12] dec.
}
weekday = { $weekday ->
    [1] hétfő
    [2] kedd
    [3] szerda
    [4] csütörtök
    [5] péntek
    [6] szombat
   *[7] vasárnap
}
short-weekday = { $weekday ->
    [1] H
    [2] K
    [3] Sze
    [4] Cs
    [5] P
    [6] Szo
   *[7] V
}

## Nyitvatartás

around-the-clock = éjjel-nappal
never-open = nincs ügyfélfogadás
ranges-and-last = { $ranges } és { $last }

## Kódok: amelyiknek itt nincs neve, az kódként jelenik meg

spoken-language = { $code ->
    [hu] magyar
    [en] angol
    [de] német
    [sk] szlovák
    [ro] román
    [sr] szerb
    [hr] horvát
    [sl] szlovén
    [uk] ukrán
    [pl] lengyel
    [cs] cseh
    [fr] francia
    [it] olasz
    [es] spanyol
   *[other] { $code }
}
country = { $code ->
    [AT] Ausztria
    [BE] Belgium
    [BG] Bulgária
    [HR] Horvátország
    [CY] Ciprus
    [CZ] Csehország
    [DK] Dánia
    [EE] Észtország
    [FI] Finnország
    [FR] Franciaország
    [DE] Németország
    [GR] Görögország
    [HU] Magyarország
    [IE] Írország
    [IT] Olaszország
    [LV] Lettország
    [LT] Litvánia
    [LU] Luxemburg
    [MT] Málta
    [NL] Hollandia
    [PL] Lengyelország
    [PT] Portugália
    [RO] Románia
    [SK] Szlovákia
    [SI] Szlovénia
    [ES] Spanyolország
    [SE] Svédország
    [GB] Egyesült Királyság
    [CH] Svájc
    [NO] Norvégia
    [UA] Ukrajna
    [RS] Szerbia
    [US] Egyesült Államok
   *[other] { $code }
}

## Keret: ami minden oldalon a tartalom körül áll

skip-to-main = Ugrás a fő tartalomra
demo = Demó
menu = Menü
main-menu = Főmenü
breadcrumb = Útvonal
home = Kezdőlap
customers = Ügyfelek
subscriptions = Előfizetések
admin = Felügyelet
support = Támogatás
switch-organisation = Szervezet váltása
sign-out = Kijelentkezés
help = Súgó
accessibility = Akadálymentesség
times-are-in = Az időpontok időzónája: { $zone }
support-for-portal = Segítség a portálhoz:

## Hibák

back-to-home = Ugrás a kezdőlapra
error-title = { $status ->
    [400] A kérés nem volt értelmezhető
    [403] Ehhez nincs jogosultsága
    [404] Nincs ilyen oldal
    [405] Ez itt nem lehetséges
    [408] Túl sokáig tartott a küldés
    [413] Ez egyszerre túl sok
    [429] Túl sok próbálkozás
    [503] Most nem elérhető
   *[other] Hiba történt
}
error-advice = { $status ->
    [400] A portál nem tudta értelmezni, amit kapott; semmi sem változott. Lépjen vissza, töltse be újra az oldalt, és töltse ki még egyszer az űrlapot.
    [403] A szerepköre vagy az az oldal, ahonnan a kérés érkezett, ezt nem teszi lehetővé; semmi sem változott. Nyissa meg az oldalt magában a portálban, és próbálja újra. Ha így sem sikerül, egy más szerepkörű munkatársa vagy szervezetének globális rendszergazdája meg tudja tenni.
    [404] Ezen a címen nincs semmi, amit a szervezete láthat. Ellenőrizze a címet, vagy induljon el a kezdőlapról. Ha több szervezetnek is tagja, előbb váltson a másikra.
    [405] Ezen a címen nem lehet ezt tenni; semmi sem változott. Induljon el a kezdőlapról.
    [408] Az űrlap nem érkezett meg időben; semmi sem változott. Ellenőrizze a kapcsolatot, lépjen vissza, és küldje el újra.
    [413] Több érkezett, mint amennyit ez az oldal fogadni tud; semmi sem változott. Lépjen vissza, rövidítse le, és küldje el újra.
    [429] Túl sok próbálkozás érkezett az Ön hálózatából. Várjon egy percet, majd próbálja újra.
    [503] A portál most nem tud válaszolni. Várjon néhány másodpercet, majd töltse be újra az oldalt. Ha éppen űrlapot küldött, előbb nézze meg, hogy mentésre került-e.
   *[other] A hiba nálunk van, nem Önnél. Próbálja újra; ha éppen űrlapot küldött, előbb nézze meg, hogy mentésre került-e. Ha ismét előfordul, adja meg az alábbi hivatkozási számot annak, aki a portálhoz segítséget nyújt.
}
error-reference = Hivatkozási szám:
there-is-a-problem = Nem sikerült
error-prefix = Hiba:

text-empty = Töltse ki ezt a mezőt: { $field }
text-too-long = { $field }: legfeljebb { $max } karakter
text-unprintable = { $field }: nem megjeleníthető karaktert tartalmaz. Beillesztés helyett gépelje be.
text-not-an-email-address = { $field }: egyetlen címet írjon be, például nev@ceg.example
text-not-a-partner-id = { $field }: 4–10 számjegyet írjon be, például 4391507
text-not-a-country = { $field }: két betűt írjon be, például HU
text-not-a-time-zone = { $field }: ilyen nevet írjon be: Europe/Budapest
text-not-a-domain = { $field }: tartománynevet írjon be, amelyben van pont, de nincs szóköz és @, például almaskert.example
text-not-a-day = { $field }: napot írjon be év-hónap-nap alakban, például 2026-11-30
password-too-short = Legalább { $least } karakteres jelszót válasszon
password-too-long = Legfeljebb { $most } karakteres jelszót válasszon
password-common = Válasszon másik jelszót: ezt a támadók az elsők között próbálják ki
password-own-name = Válasszon másik jelszót: ez kitalálható az Ön nevéből, e-mail-címéből vagy a szervezet nevéből
password-rules = { $least }–{ $most } tetszőleges karakter, szóköz is lehet benne. Négy-öt össze nem tartozó szót könnyű megjegyezni. Gyakori jelszó, illetve az Ön vagy a szervezet neve nem fogadható el.

## Hírek: egyszer jelennek meg, miután történt valami

sign-in-first = Az oldal megtekintéséhez jelentkezzen be.
form-kept = A munkamenete lejárt. Jelentkezzen be újra: amit kiválasztott, megmaradt.
signed-out = Kijelentkezett.
saved = Elmentve. Az ügyfél mostantól a „Most” alatti kapcsolattartót látja.
confirmed = Megerősítve. A kapcsolattartó változatlan, az ügyfél számára semmi sem változik.
undone = A módosítás visszavonva. Az ügyfél mostantól a „Most” alatti kapcsolattartót látja.
already-so-named = Semmi sem változott: { $contact } eddig is a kapcsolattartó volt.
repeated = { $changed ->
    [0] Más előfizetés nem módosult.
   *[other] További { $changed } előfizetés módosult.
} { $already_so ->
    [0] { "" }
   *[other] { $already_so } előfizetésnek már eddig is ez volt a kapcsolattartója.
}

## Bejelentkezés

sign-in = Bejelentkezés
email = E-mail-cím
password = Jelszó
sign-in-failed = Az e-mail-cím vagy a jelszó nem megfelelő, vagy túl sok volt a próbálkozás. Ellenőrizze mindkettőt; több próbálkozás után várjon néhány percet.
session-limits = A portál { $minutes } perc tétlenség után, de legkésőbb a bejelentkezés után { $hours } órával kijelentkezteti Önt.
sign-in-no-account = Még nincs fiókja? A szervezetében a felhasználókat kezelő munkatárs adhat Önnek.
sign-in-demo = Ez egy demó: nézzen körül
sign-in-demo-provider = Szolgáltatóként (Danube Distribution)
sign-in-demo-customer = Ügyfélként (Almáskert Logisztika Kft.)
sign-in-demo-password = Mindkettő jelszava

## Beüzemelés

set-up = A portál beüzemelése
set-up-purpose = Itt hozhatja létre a portál első szervezetét és annak első felhasználóját, a globális rendszergazdát: ez Ön lesz. Ez a hivatkozás egyszer használható.
set-up-organisation = Az Ön szervezete
set-up-name = A szervezet neve
set-up-kind = A partner típusa
set-up-kind-hint = Csak szolgáltatónak és közvetlen partnernek van olyan előfizetése, amelynek kapcsolattartóját ő választja.
set-up-kind-name = { $kind ->
    [indirect_provider] Közvetett szolgáltató
    [indirect_reseller] Közvetett viszonteladó
   *[direct_partner] Közvetlen partner
}
set-up-kind-missing = Válassza ki a partner típusát
set-up-mpn-id = Partnerazonosító
set-up-mpn-id-hint = A szervezet azonosítója a gyártónál: 4–10 számjegy
set-up-country = Ország
set-up-country-hint = Két betű: Magyarország esetén HU
set-up-time-zone = Időzóna
set-up-time-zone-hint = A szervezet ügyfélfogadásának időzónája földrésszel és várossal, például Europe/Budapest
set-up-you = Ön
set-up-admin-name = Az Ön neve
set-up-email-hint = Ezzel a címmel fog bejelentkezni.
set-up-submit = Beüzemelés és bejelentkezés
set-up-gone = Ez a hivatkozás már nem érvényes
set-up-gone-advice = Ha Ön ezt a portált üzemeli be: a beüzemelési hivatkozás egyszer, { $hours } órán át használható. Ez a parancs készít újat:

## Szervezetek

organisation-choose = Szervezet választása
organisation-legend = Melyik szervezet nevében kíván eljárni?
organisation-current = Jelenlegi
organisation-nothing-chosen = Válassza ki, melyik szervezet nevében kíván eljárni
organisation-continue = Tovább

## Súgó

help-partners = Partnereknek
help-assign = Támogatási kapcsolattartó kijelölése
help-assign-1 = A menüben válassza az „Ügyfelek” pontot, majd az ügyfél nevét.
help-assign-2 = Az „Előfizetések” részben válassza ki a terméket.
help-assign-3 = A „Kijelölt támogatási kapcsolattartó” részben válasszon partnert. Az első mindig az Ön szervezete.
help-assign-4 = Válassza a „Küldés” gombot. Ekkor a módosítást mentjük.
help-assign-5 = Az ellenőrző oldalon nézze meg, mi áll a „Korábban” és a „Most” alatt. Ha nem helyes, válassza a „Visszavonás” gombot.
help-assign-6 = Válassza a „Bezárás” lehetőséget. Ismét az ügyfél oldalára jut, ahol a módosított sor meg van jelölve.
help-assign-meaning = A kijelölés azt mondja meg, ki segít az ügyfélnek. Senkinek sem ad hozzáférést semmihez, és azon sem változtat, hogy ki értékesítette az előfizetést.
help-available = Ki választható
help-available-provider = Az Ön szervezete mindig.
help-available-reseller = Minden olyan viszonteladó, amelynél három dolog egyszerre teljesül: aktív, nem felfüggesztett partnerség Önökkel, aktív viszonteladói kapcsolat az ügyféllel, valamint delegált rendszergazdai jogosultságok (DAP) az ügyféltől. Egyes portálokon a harmadikra nincs szükség.
help-available-lost = Ha a kapcsolattartó később elveszíti a jogosultságait, továbbra is kapcsolattartó marad: az előfizetés oldala figyelmeztet erre, és Ön dönt, hogy megtartja vagy mást választ.
help-reasons = Ha egy viszonteladó nem választható
help-reason = Ok
help-reason-who = Ki oldhatja meg
help-reason-suspended = Önök felfüggesztették
help-reason-suspended-who = Az Ön szervezetének globális rendszergazdája oldhatja fel.
help-reason-no-partnership = Nincs partnersége Önökkel
help-reason-no-partnership-who = Önök partnerséget kérnek, a viszonteladó elfogadja és engedélyezi.
help-reason-partnership-requested = A partnerség kérése folyamatban van
help-reason-partnership-requested-who = A viszonteladó válaszol a kérésre. Önök emlékeztethetik.
help-reason-partnership-ended = A partnerség megszűnt
help-reason-partnership-ended-who = Önök újra kérik, a viszonteladó elfogadja.
help-reason-no-relationship = Nincs kapcsolata az ügyféllel
help-reason-no-relationship-who = Önök vagy a viszonteladó kapcsolatot kérnek, az ügyfél globális rendszergazdája elfogadja.
help-reason-relationship-requested = A kapcsolat kérése folyamatban van
help-reason-relationship-requested-who = Az ügyfél globális rendszergazdája válaszol a kérésre. Önök emlékeztethetik.
help-reason-no-dap = Nincsenek delegált rendszergazdai jogosultságai
help-reason-no-dap-who = Önök vagy a viszonteladó kérik, az ügyfél globális rendszergazdája elfogadja.
help-reason-dap-requested = A delegált rendszergazdai jogosultságok kérése folyamatban van
help-reason-dap-requested-who = Az ügyfél globális rendszergazdája válaszol a kérésre. Önök emlékeztethetik.
help-reason-dap-expired = A delegált rendszergazdai jogosultságok lejártak
help-reason-dap-expired-who = Önök vagy a viszonteladó újra kérik, az ügyfél globális rendszergazdája elfogadja.
help-decided = Megerősítés, visszavonás, hivatkozás egy módosításra
help-confirm = Megerősítés
help-confirm-meaning = Az új előfizetés kapcsolattartója alapértelmezés szerint a szolgáltató: még senki sem döntött róla. Ha azt választja, ami most is érvényes, a portál ezt megerősítésként rögzíti, és az előfizetés lekerül az el nem döntöttek listájáról.
help-undo = Visszavonás
help-undo-meaning = Az ellenőrző oldalon addig lehetséges, amíg nincs újabb módosítás. A korábbi kapcsolattartónak most is választhatónak kell lennie. A visszavonás is visszavonható.
help-reference = Hivatkozási szám
help-reference-meaning = Minden módosításnak SC- kezdetű száma van. Az ellenőrző oldal címe nem változik: könyvjelzőbe teheti, kinyomtathatja vagy hibajegybe illesztheti.
help-customers = Ügyfeleknek
help-whom = Kit hívjon
help-whom-answer = A „Kezdőlap” megmutatja, kit hívjon, a telefonszámmal együtt. A „Felügyelet”, majd a „Támogatás” oldal minden termékhez megadja, ki nyújt hozzá támogatást, a telefonszámot, e-mail-címet, webhelyet, az ügyfélfogadás idejét, a nyelveket, és azt is, mit mondjon, amikor telefonál.
help-no-answer = Nem veszik fel?
help-no-answer-answer = Minden kapcsolattartónál a „Nem veszik fel?” rész mondja meg, hogyan érheti el azt a szolgáltatót, amely a terméket értékesítette Önnek. A szolgáltató mindig segít.
help-wrong = Nem a megfelelő kapcsolattartó szerepel?
help-wrong-answer = A kapcsolattartót az a szolgáltató választja és módosíthatja, amely a terméket értékesítette Önnek. A „Felügyelet”, majd a „Támogatás” oldalon válassza a termék mellett a „Valami nincs rendben a kapcsolattartóval?” vagy a „Másik kapcsolattartót szeretnék” lehetőséget: a jelzés a szolgáltató teendői közé kerül.
help-portal = Magáról a portálról
help-portal-line = Ha egy oldal nem működik, vagy nem tud bejelentkezni, itt kérjen segítséget:
help-portal-nobody = Ha egy oldal nem működik, vagy nem tud bejelentkezni, forduljon a szervezetében a felhasználókat kezelő munkatárshoz.
help-portal-reference = Ha a hibaoldalon hivatkozási szám áll, adja meg azt is: segít kideríteni, mi történt.

## Akadálymentesség

accessibility-aim = A portál célja, hogy mindenki használni tudja. Úgy készült, hogy megfeleljen a WCAG 2.2 AA szintű követelményeinek.
accessibility-done = Amit ezért tettünk
accessibility-keyboard = Minden használható billentyűzettel is, egér nélkül. Mindig látható, hol a fókusz, és minden oldal a fő tartalomra ugró hivatkozással kezdődik.
accessibility-contrast = A szöveg kontrasztaránya világos és sötét megjelenésben is legalább 6:1. Az állapotokat mindig szó is jelzi, nem csak szín.
accessibility-zoom = Az oldalak nagyíthatók, és keskeny képernyőn sem kell oldalra görgetni. Követik az Ön beállításait: színek, sötét megjelenés, kevesebb mozgás.
accessibility-forms = Minden mezőnek látható címkéje van. Ami egy űrlapon javítandó, az fölötte áll, a mezőkre mutató hivatkozásokkal, és a jelszón kívül semmi sem vész el abból, amit kitöltött.
accessibility-script = Semmihez sem kell JavaScript, és egyetlen oldal sem változik meg magától.
accessibility-languages = Minden oldal olvasható magyarul és angolul. A másik nyelvre az oldal alján lehet váltani.
accessibility-time = Időkorlátok
accessibility-time-kept = Ha a munkamenet űrlap kitöltése közben jár le, az űrlap az újabb bejelentkezés után azzal tér vissza, amit kiválasztott.
accessibility-barrier = Akadály bejelentése
accessibility-barrier-line = Van, amit nem tud használni? Írja meg vagy mondja el, melyik oldalról van szó, és mit szeretett volna tenni:
accessibility-barrier-nobody = Van, amit nem tud használni? Mondja el a szervezetében a felhasználókat kezelő munkatársnak, melyik oldalról van szó, és mit szeretett volna tenni.

## Ügyfél: kezdőlap, felügyelet, támogatás

support-purpose = Kit hívjon az egyes termékekkel kapcsolatban
support-whom-to-call = Kit hívjon
# Csak nyomtatásban.
as-of = Állapot: { $time }. Hogy kit érdemes hívni, az az időponttól függ; a portál mindig a pillanatnyi helyzetet mutatja.
support-details = Ügyfélfogadás, nyelvek, és mit mondjon, amikor telefonál
support-nothing = Még nincs itt termék
support-nothing-advice = Amint a szolgáltatója rögzíti, mit vásárolt, ez az oldal megmutatja, kit hívjon. Ha hiányol egy terméket, forduljon ahhoz a szolgáltatóhoz, amely értékesítette Önnek.
support-open = Most elérhető
support-closed-until = Zárva, nyitás: { $opening }
support-closed = Zárva
support-closed-on-until = Zárva ({ $day }), nyitás: { $opening }
support-closed-on = Zárva ({ $day })
support-hours-there = { $here }; a kapcsolattartó saját órája szerint ({ $zone }): { $there }
support-closed-days = Zárva tart: { $days }
support-call = Hívás
support-telephone = Telefon
support-telephone-from = Telefon, legközelebb { $opening }
support-urgent-telephone = Sürgősségi telefon
support-urgent-telephone-now = Sürgősségi telefon, most is felveszik
support-provider-now = A szolgáltatója most is felveszi a telefont: { $provider }
support-provider-urgent = A szolgáltatója sürgősségi telefonja, most is felveszik: { $provider }
support-hours = Ügyfélfogadás: { $hours }
support-languages = Nyelvek: { $languages }
support-unavailable = átmenetileg nem elérhető
support-instead-of-suspended = { $contact } átmenetileg nem elérhető. Addig az Ön szolgáltatója ({ $provider }) segít.
support-instead-of-empty = { $contact } még nem adta meg az elérhetőségét. Helyette az Ön szolgáltatója ({ $provider }) segít.
support-say = Amikor telefonál, mondja meg
support-say-who = { $customer }, { $domain }, valamint az előfizetés azonosítója:
support-since = { $date } óta
support-by-default = alapértelmezés szerint
support-assigned-by = kijelölte: { $organisation }
support-confirmed-by = megerősítette: { $organisation }
support-status = { $status ->
    [pending] függőben
    [suspended] felfüggesztve
    [expired] lejárt
    [cancelled] lemondva
   *[other] aktív
}
support-no-answer = Nem veszik fel?
support-fallback = { $products ->
    [one] { $provider } értékesítette Önnek ezt a terméket, és szintén segít:
   *[other] { $provider } értékesítette Önnek ezeket a termékeket, és szintén segít:
}
support-fallback-write = Írjon a szolgáltatójának ({ $provider }):
support-fallback-contract = A szolgáltatóval ({ $provider }) kötött szerződésében talál további elérhetőséget.
support-fallback-urgent = sürgősségi telefon, most is felveszik
support-fallback-open = most elérhető
support-fallback-from = legközelebb { $opening }
support-no-details = { $provider } még nem adta meg az elérhetőségét. A vele kötött szerződésében talál többet.
support-earlier = Korábbi termékek
support-earlier-purpose = Ezek az elmúlt 30 napban szűntek meg.
support-earlier-contact = támogatást nyújtott hozzá: { $contact }

## Partner: több oldal szavai

partner-id = partnerazonosító: { $mpn }
partner-id-heading = Partnerazonosító
partner = Partner
customer = Ügyfél
domain = Tartomány
product = Termék
subscription = Előfizetés
licences = Licencek
telephone = Telefon
state = Állapot
since = Mióta kapcsolattartó
action = Művelet
support-contact = Támogatási kapcsolattartó
designated-support-contact = Kijelölt támogatási kapcsolattartó
available = Választható
you = az Önök szervezete
default-mark = alapértelmezett
partner-kind = { $kind ->
    [indirect_provider] Közvetett szolgáltató
    [indirect_reseller] Közvetett viszonteladó
   *[direct_partner] Közvetlen partner
}
partner-role = { $role ->
    [global_admin] globális rendszergazda
    [admin_agent] rendszergazdai ügynök
    [helpdesk_agent] ügyfélszolgálati ügynök
    [sales_agent] értékesítési ügynök
    [user_management_admin] felhasználókezelő rendszergazda
   *[billing_admin] számlázási rendszergazda
}
subscription-status = { $status ->
    [active] Aktív
    [pending] Függőben
    [suspended] Felfüggesztve
    [expired] Lejárt
    [cancelled] Lemondva
   *[removed] Eltávolítva
}
cause = { $cause ->
    [default] alapértelmezett: nem volt döntés
    [assigned] kijelölve
    [confirmed] megerősítve: maradt, ami volt
    [undone] egy módosítás visszavonása
    [partnership_ended] vissza a szolgáltatóhoz: a partnerség megszűnt
    [relationship_ended] vissza a szolgáltatóhoz: a kapcsolat megszűnt
    [renewed] megújítva
    [import] importálva
   *[bulk] más előfizetésekkel együtt kijelölve
}

## Partner: listák

chosen = Szűrve:
contains = tartalmazza: „{ $text }”
remove-filter = , a szűrő törlése
filter = Szűrés
pages = Oldalak
previous = Előző
next = Következő
address-ignored = A cím egy része nem értelmezhető, ezért kimaradt.

## Partner: kezdőlap

lists = Listák
you-are = az Ön szerepköre: { $roles }
waiting-for-you = Önre váró teendők
open-work = Ami a szervezetükben teendő
undecided-subscriptions = előfizetésről még senki sem döntött
undecided-advice = Ezeknél az alapértelmezett kapcsolattartó érvényes. Válasszon viszonteladót, vagy erősítse meg, hogy Önök támogatják.
undecided-advice-reader = Ezeknél az alapértelmezett kapcsolattartó érvényes. Egy kijelölésre jogosult munkatárs dönthet róluk.
nothing-waits = Jelenleg nincs teendője.

## Partner: ügyfelek

name-or-domain = Név vagy tartomány
customers-caption = Ügyfelek és kapcsolattartóik
customers-found = { $count } ügyfél
changed = Utolsó módosítás
undecided-of-customer = { $count } eldöntetlen
no-live-subscription = nincs élő előfizetés
no-subscription-names-you = egyik előfizetés sem nevezi meg Önöket
no-customers = Itt még nincs ügyfelük.
no-customers-advice = Egy ügyfél akkor jelenik meg itt, ha Önöknek kapcsolatuk van vele.
no-customers-advice-add = Vegyék fel az elsőt; ha a portál már ismeri, kérjenek kapcsolatot.
no-customers-advice-reseller = Egy ügyfél akkor jelenik meg itt, ha Önöknek kapcsolatuk van vele. Kérjék meg közvetett szolgáltatójukat, hogy kérjen kapcsolatot Önöknek.
no-customers-found = Nincs ügyfél, amelynek neve vagy tartománya tartalmazza: „{ $text }”.
show-all-customers = Minden ügyfél
relationship-ended = A kapcsolat megszűnt
customer-since = ügyfél { $date } óta
subscriptions-of = { $customer }: előfizetések és kapcsolattartóik
customer-without-subscriptions = Ennek az ügyfélnek nincs Önöktől vásárolt előfizetése.
customer-without-subscriptions-reseller = Az ügyfél egyetlen előfizetése sem nevezi meg Önöket támogatási kapcsolattartóként vagy nyilvántartott viszonteladóként.
changed-mark = Módosítva
change = Módosítás
who-may-support = Ki nyújthat támogatást ennek az ügyfélnek
supports = Támogat
so-many-of = { $some ->
    [0] egyet sem
   *[other] { $all } közül { $some }
}
about-this-customer = Az ügyfél adatai
your-delegated-admin = Az Önök delegált rendszergazdai jogosultságai
given = Megadva
given-until = Megadva, utolsó napja: { $date }
not-given = Nincs megadva

## Partner: előfizetések

customer-or-product = Ügyfél vagy termék
filter-undecided = Még eldöntetlen
subscriptions-caption = Előfizetések és kapcsolattartóik
subscriptions-found = { $count } előfizetés
subscriptions-of-reseller = Amelyek támogatási kapcsolattartóként vagy nyilvántartott viszonteladóként nevezik meg Önöket
no-subscriptions = Itt még nincs előfizetésük.
no-subscriptions-advice = Egy előfizetés akkor jelenik meg itt, ha egy ügyfél megvásárolta Önöktől.
no-subscriptions-advice-reseller = Egy előfizetés akkor jelenik meg itt, ha egy szolgáltató támogatási kapcsolattartóként vagy nyilvántartott viszonteladóként nevezi meg Önöket.
all-decided = Minden előfizetésről döntöttek.
no-subscriptions-found = Nincs előfizetés, amelynek ügyfele vagy terméke tartalmazza: „{ $text }”.
show-all-subscriptions = Minden előfizetés

## Partner: a kijelölt támogatási kapcsolattartó

about-this-subscription = Az előfizetés adatai
subscription-id = Az előfizetés azonosítója
subscription-since = Kezdete
ends-on = Megújul vagy lejár
reseller-of-record = Nyilvántartott viszonteladó
history = Előzmények
customer-sees-this = Az ügyfél ezt a kapcsolattartót a „Felügyelet”, majd a „Támogatás” oldalon látja.
who-gives-support = Ki nyújt technikai támogatást ehhez a termékhez?
badge-current = Jelenlegi
badge-default = Alapértelmezett
supports-products = { $some ->
    [0] az ügyfél { $all } termékéből egyet sem támogat
   *[other] az ügyfél { $all } termékéből { $some } terméket támogat
}
empty-profile = még nincsenek támogatási elérhetőségei: az ügyfél helyettük az Önökét látja
can-only-be-kept = Kapcsolattartó marad, amíg Ön mást nem választ, de csak megtartani lehet.
submit = Küldés
cancel = Mégse
we-support-this = Mi magunk támogatjuk
choose-a-contact = Válassza ki, ki nyújt technikai támogatást
not-available = { $name } nem választható: { $reasons }. Semmit sem mentettünk.
not-live = A kapcsolattartó már nem módosítható: az előfizetés állapota „{ $status }”.
search-available = Keresés { $count } választható viszonteladó között
search = Keresés
more-not-shown = További { $count } viszonteladó nem látszik itt. Keressen rá fent.
reseller-not-in-list = A viszonteladó nem szerepel a listában?
no-missing-reseller = Minden viszonteladó választható, amelyről Önök tudnak.
no-reseller-found = Az Önök és az ügyfél viszonteladói között nincs találat erre: „{ $text }”. Ellenőrizze, vagy kérje el a viszonteladó partnerazonosítóját.
find-a-reseller = Viszonteladó keresése
name-or-partner-id = Név vagy partnerazonosító
find = Keresés
choose = Választás
contact-since = Mióta kapcsolattartó:
you-are-the-contact = Ennek a terméknek Önök a támogatási kapcsolattartói. A kapcsolattartót a terméket értékesítő szolgáltató ({ $provider }) választja.
you-are-reseller-of-record = Önök ennek a terméknek a nyilvántartott viszonteladói, de nem a támogatási kapcsolattartói. A kapcsolattartót a terméket értékesítő szolgáltató ({ $provider }) választja.
you-could-be-chosen = Önök is választhatók: forduljanak a szolgáltatóhoz.
who-can-change-it = Ki módosíthatja
your-role-reads = Az Ön szerepkörével a kapcsolattartó megtekinthető, de nem módosítható. Ezek a munkatársak módosíthatják:
somebody-was-first = Közben más módosította a kapcsolattartót
nothing-was-saved = Semmit sem mentettünk. Válassza ki, melyik kapcsolattartó maradjon.
stands-now = Ami most érvényes
you-chose = Amit Ön választott
keep-theirs = Maradjon a mostani
use-mine = Legyen, amit én választottam

## Partner: miért nem választható egy viszonteladó, és ki segíthet

reason-suspended = Felfüggesztve
remedy-suspended = Az Önök egyik globális rendszergazdája függesztette fel; bármelyik globális rendszergazdájuk feloldhatja.
reason-no-partnership = Nincs partnerség
remedy-no-partnership = Önök kérhetik, a viszonteladó engedélyezi.
reason-partnership-requested = Partnerség kérése folyamatban
remedy-partnership-requested = A viszonteladónak kell engedélyeznie.
reason-partnership-ended = A partnerség megszűnt
reason-no-relationship = Nincs kapcsolat az ügyféllel
remedy-no-relationship = Önök vagy a viszonteladó kérhetik, az ügyfél globális rendszergazdája elfogadja.
reason-relationship-requested = Kapcsolat kérése folyamatban
remedy-relationship-requested = Az ügyfél globális rendszergazdájának kell elfogadnia.
reason-no-dap = Nincs DAP
remedy-no-dap = A delegált rendszergazdai jogosultságokat Önök vagy a viszonteladó kérhetik, az ügyfél globális rendszergazdája adja meg.
own-remedy-suspended = A szolgáltató átmenetileg felfüggesztette Önöket. Kérjék meg, hogy oldja fel.
own-remedy-no-partnership = A szolgáltató kérheti, Önök engedélyezik.
own-remedy-partnership-requested = Önöknek kell engedélyezniük: a kérés a kezdőlapjukon áll.
own-remedy-no-relationship = Önök vagy a szolgáltató kérhetik, az ügyfél globális rendszergazdája elfogadja.
own-remedy-no-dap = A delegált rendszergazdai jogosultságokat Önök vagy a szolgáltató kérhetik, az ügyfél globális rendszergazdája adja meg.
fix-resume = Felfüggesztés feloldása
fix-partnership = Partnerség kérése
fix-relationship = Kapcsolat kérése
fix-delegated-admin = DAP kérése
fix-show-request = A kérés megtekintése
fix-colleagues = Az Ön szervezetében ezek a szerepkörök jogosítanak rá: { $roles }.
next-steps = Következő lépések
step-request-relationship = Kapcsolat kérése ettől az ügyféltől
step-end-relationship = A kapcsolat megszüntetése ezzel az ügyféllel
reason-dap-requested = DAP kérése folyamatban
reason-dap-expired = A DAP lejárt

## Partner: egy módosítás ellenőrzése

review-title = Ellenőrzés: { $reference }
review-heading = Ellenőrizze, hogy helyesek-e a módosítások
before = Korábban
now = Most
nobody-yet = Még senki: az előfizetés új volt.
close = Bezárás
undo = Visszavonás
undone-on = Visszavonva:
replaced-on = Újabb módosítás váltotta fel:
about-this-change = A módosítás adatai
reference = Hivatkozási szám
why = Mi történt
changed-by = Módosította
when = Mikor
nothing-to-undo = Nincs mit visszavonni: ez a módosítás nem változtatott a kapcsolattartón.
cannot-undo-replaced = Közben újabb módosítás történt, ezért ezt már nem lehet visszavonni.
cannot-undo-unavailable = A korábbi kapcsolattartó már nem választható: { $reasons }. Semmi sem változott.
same-contact-for-others = Ugyanez a kapcsolattartó az ügyfél többi előfizetéséhez
other-subscriptions-caption = A többi előfizetés, és mi történne velük
tick = Bejelölés
tick-all = Mind bejelölése
tick-product = Bejelölés: { $product }
contact-now = Mostani kapcsolattartó
what-would-happen = Mi történne
would-change = új kapcsolattartó: { $contact }
would-confirm = megerősítve
would-nothing = már így van
repeat-submit = Kijelölés a bejelölt előfizetésekhez
tick-a-subscription = Jelöljön be legalább egy előfizetést.
repeat-changed-meanwhile = Közben más módosította az egyik előfizetést. Semmit sem mentettünk; a lista a mostani állapotot mutatja.
repeat-unavailable = Ez a kapcsolattartó már nem választható: { $reasons }. Semmit sem mentettünk.

## Partner: ha kevés a mutatnivaló

no-available-found = Egyetlen választható viszonteladó sem felel meg ennek: „{ $text }”.
more-missing = További { $count } viszonteladó nem látszik itt. Keressen rá név vagy partnerazonosító szerint.
more-resellers = Önöknek további { $count } viszonteladójuk van, amelynek nincs köze ehhez az ügyfélhez.
nobody-can-change = Az Ön szervezetében senkinek sincs olyan szerepköre, amellyel módosíthatná. Egy globális rendszergazda adhat ilyet.
error-roles = Ezek a szerepkörök jogosítanak rá: { $roles }. Kérjen meg egy ilyen szerepkörű munkatársat.
error-origin = A kérés nem a portál egyik oldaláról érkezett; semmi sem változott. Nyissa meg az oldalt itt, és próbálja újra.
repeat-not-possible = Ez a kapcsolattartó most nem választható más előfizetésekhez: { $reasons }.
customer-role =
    { $role ->
        [global_admin] Globális rendszergazda
       *[user] Felhasználó
    }

## Asking: requests for partnerships, relationships and delegated admin

relationships = Kapcsolatok
request-a-relationship = Kapcsolat kérése
request-a-partnership = Partnerség kérése
request-dap = Delegált rendszergazdai jogosultságok kérése
request-made = A kérés elkészült. Most küldje el a hivatkozást: a másik fél csak az Ön leveléből értesül róla.
request-revoked = A kérést visszavonta. A hivatkozás már nem vezet sehová.
request-revoked-before = Ezt a kérést már korábban visszavonták.
request-answered-meanwhile = Közben válasz érkezett rá, ezért nem vontuk vissza. Ez az oldal mutatja, mi volt a válasz.
request-title = { $kind ->
    [partnership] Partnerség kérése: { $whom }
    [relationship] Kapcsolat kérése: { $whom }
   *[delegated_admin] Delegált rendszergazdai jogosultságok kérése: { $whom }
}
request-kind = { $kind ->
    [partnership] Partnerség
    [relationship] Viszonteladói kapcsolat
   *[delegated_admin] Delegált rendszergazdai jogosultságok
}
request-state = { $state ->
    [open] Válaszra vár
    [accepted] Elfogadva
    [declined] Elutasítva
    [revoked] Visszavonva
   *[expired] Lejárt
}
ask-purpose = Az ügyfél az Ön által küldött levélből értesül a kérésről: a levélben álló hivatkozás erre a portálra vezet.
ask-agree-first = Előbb állapodjanak meg a támogatás feltételeiről az ügyféllel, és ha viszonteladónak kérik, a viszonteladóval is: ki veszi fel a telefont, mikor, és ki fizet. A portál azt tartja nyilván, ki segíthet, a feltételeket nem.
ask-agree-reseller-first = Előbb állapodjanak meg a támogatás feltételeiről a viszonteladóval: ki veszi fel a telefont, mikor, és ki fizet. A portál azt tartja nyilván, ki segíthet, a feltételeket nem.
ask-what-happens = Mit kérdezünk majd az ügyféltől
ask-what-relationship = Az ügyfél egyik globális rendszergazdája a hivatkozással bejelentkezik, elolvassa, mit jelent a kapcsolat, és elfogadja vagy elutasítja. Az elfogadással még senki sem lesz támogatási kapcsolattartó: azt továbbra is a terméket értékesítő szolgáltató választja ki.
ask-what-dap = Ha a kérés delegált rendszergazdai jogosultságokat is tartalmaz, az ügyfél az elfogadáskor kihagyhatja őket. Bármikor meg is vonhatja; a kapcsolat ilyenkor megmarad.
ask-what-dap-only = Az ügyfél egyik globális rendszergazdája a hivatkozással bejelentkezik, és megadja a jogosultságokat, vagy elutasítja a kérést. Bármikor megvonhatja őket; a kapcsolat ilyenkor megmarad.
ask-what-expires = A hivatkozás 30 napig érvényes, de legfeljebb addig, amíg válasz nem érkezik, vagy Ön vissza nem vonja a kérést.
ask-domain = Az ügyfél tartománya
ask-domain-hint = Pontosan úgy, ahogy az ügyfél használja, például almaskert.example
ask-name = Az ügyfél neve (nem kötelező)
ask-name-hint = Csak az Önök listájához: azt, hogy a portál ismeri-e ezt az ügyfelet, nem áruljuk el.
ask-email-optional = E-mail-cím (nem kötelező)
ask-email-hint = Ide megy a levél, ha e-mailben nyitja meg
ask-reseller = Az Önök egyik viszonteladójának (nem kötelező)
ask-reseller-hint = A viszonteladó partnerazonosítója. Ha üresen hagyja, a saját szervezetének kéri.
ask-include-dap = Delegált rendszergazdai jogosultságok is
ask-include-dap-hint = Felhatalmazás az ügyfél fiókjának kezelésére; egy viszonteladónak szüksége lehet rá, hogy támogatási kapcsolattartónak választhassák.
ask-last-day = A jogosultságok utolsó napja (nem kötelező)
ask-last-day-hint = A nap végén, éjfélkor szűnnek meg. Ha üresen hagyja, addig maradnak, amíg az ügyfél meg nem vonja őket.
ask-remembers = Az elfogadás után felajánljuk, hogy az új kapcsolattartót rögtön kijelölje ahhoz az előfizetéshez, amelytől ide érkezett.
ask-submit = A kérés elkészítése
ask-open-link = A válaszra váró kérés megtekintése
ask-dap-instead = Inkább delegált rendszergazdai jogosultságok kérése
ask-relationship-instead = Inkább kapcsolat kérése
ask-already-open = Ugyanez a kérés már válaszra vár. Új nem készült.
ask-already-related = Ezzel az ügyféllel már fennáll a kapcsolat.
ask-already-delegated = A jogosultságok már meg vannak adva, határidő nélkül.
ask-not-related = A delegált rendszergazdai jogosultságok egy kapcsolat részei, ennél a tartománynál pedig Önök nem tudnak kapcsolatról. Előbb kérjenek kapcsolatot.
ask-not-your-reseller = Az Önök aktív partnerségben álló viszonteladói között nincs ilyen partnerazonosító.
ask-last-day-is-past = Ez a nap az ügyfélnél már elmúlt. Válassza a mai vagy egy későbbi napot.
ask-subscription-of-another = Az előfizetés, amelytől ide érkezett, másik ügyfélé. Annak az ügyfélnek a tartományát írja be, vagy kezdje elölről a menüből.
ask-already-partners = Ezzel a viszonteladóval Önöknek már aktív partnerségük van.
ask-oneself = Ez a saját partnerazonosítójuk. A viszonteladóét írja be.
ask-not-a-reseller = Ezzel a partnerazonosítóval senki sem lehet az Önök viszonteladója. Ellenőrizze, vagy kérje el a viszonteladótól.
ask-partnership-purpose = A viszonteladó az Ön által küldött levélből értesül a kérésről: a levélben álló hivatkozás erre a portálra vezet. Itt elolvassa, ki kéri a partnerséget és mire jogosít, majd engedélyezi vagy elutasítja.
ask-one = Egy viszonteladó
ask-mpn-id-hint = 4–10 számjegy, pontosan úgy, ahogy a gyártónál szerepel
ask-reseller-name = A viszonteladó neve
ask-reseller-name-hint = Ha a portál még nem ismeri a partnerazonosítót, a viszonteladó ezen a néven kerül a listába.
ask-link = Hivatkozás
ask-many = Egyszerre több
ask-many-hint = Soronként egy viszonteladó: név, partnerazonosító, e-mail-cím. Az e-mail-cím elmaradhat. Táblázatból másolt sorok és CSV-fájl szövege is megfelel; legfeljebb 2000 sor.
ask-lines = Viszonteladók
many-check = Előnézet
many-title = Előnézet a kérések előtt
many-purpose = Még senkitől sem kértünk semmit. Ez történne.
many-line = Sor
many-what = Mi történne
many-caption = A sorok, és mi történne velük
many-counts-ask = { $count } új kérés
many-counts-left-out = { $count } sorból nem lesz kérés
many-counts-faulty = { $count } hibás sor
many-would-ask = új kérés
many-already-partners = már az Önök viszonteladója: nem lesz kérés
many-already-asked = már kérték tőle, de még nem válaszolt: nem lesz újabb kérés
many-doubled = ugyanaz a partnerazonosító, mint ebben a sorban: { $line }: csak egyszer lesz kérés
many-not-three = név, partnerazonosító és e-mail-cím kell, vesszővel, pontosvesszővel vagy tabulátorral elválasztva
many-nothing = Illesszen be legalább egy sort névvel és partnerazonosítóval.
many-faulty = { $count } sor nem használható. Javítsa vagy törölje, majd nézze meg újra az előnézetet. Még semmi sem készült el.
many-more = A legutóbbi fajtából további { $count } sor nem látszik itt.
many-make = { $count } kérés elkészítése
many-mend = A sorok módosítása
many-check-again = Új előnézet
many-made = { $count ->
    [0] Nem készült új kérés
   *[other] { $count } kérés készült el
}
many-made-purpose = Küldje el minden viszonteladónak a saját hivatkozását. A „Kapcsolatok” oldalon minden kérést újra megtalál, a hivatkozással és egy levéllel együtt.
many-made-caption = Kérések és hivatkozásaik
many-download = Minden hivatkozás letöltése CSV-fájlban
many-made-more = További { $count } kérés a fájlban található.
request-letter = A levél
request-letter-purpose = Ezt a szöveget a saját levelezésével küldje el. Aki megnyitja a hivatkozást, annak azzal a szervezettel kell bejelentkeznie, amelynek szól.
request-letter-language = A levél nyelve:
request-letter-text = A levél szövege
request-link = Csak a hivatkozás
open-in-email = Megnyitás e-mailben
copy-to-clipboard = Másolás a vágólapra
copied = Vágólapra másolva
done = Kész
revoke-request = A kérés visszavonása
ask-again = Újabb kérés
assign-now = Kijelölés most
request-assign-now = A kérés az Önök egyik előfizetéséhez készült. Az új kapcsolattartót most kijelölheti.
about-this-request = A kérés adatai
request-asked-of = Kitől
request-asked-for = Kinek
request-includes-dap = Delegált rendszergazdai jogosultságok
included = A kérés része
included-until = A kérés része, utolsó napja: { $date }
not-included = Nem része a kérésnek
request-for-subscription = Melyik előfizetéshez
request-asked-by = Ki kérte
request-asked-on = Mikor kérte
request-expires-on = Meddig érvényes
request-expired-on = Lejárt
request-answered-on = A válasz ideje
request-revoked-on = Visszavonva
request-reason = Megadott indok
request-next-open = Válaszra vár. A hivatkozást azok a munkatársak láthatják itt újra, akik ilyet kérhetnek.
request-next-accepted-relationship = Az ügyfél elfogadta.
request-next-accepted-partnership = A viszonteladó engedélyezte a partnerséget.
request-next-declined = Előbb beszéljenek a másik féllel; azután újra kérhetik.
request-next-revoked = A kérést visszavonták, mielőtt válasz érkezett volna. Újra kérhetik.
request-next-expired = Nem érkezett válasz időben. Kérjék újra: ehhez új hivatkozás készül.
letter-dear-customer = Tisztelt Ügyfelünk!
letter-dear-partner = Tisztelt Partnerünk!
letter-relationship-subject = Viszonteladói kapcsolat kérése – { $asker }
letter-relationship = { $asker } szeretné kiszolgálni az Önök szervezetét, és azt kéri, fogadják el a viszonteladói kapcsolatot.
letter-relationship-for = { $asker } azt kéri, fogadjanak el viszonteladói kapcsolatot egy partnerrel ({ $reseller }), hogy az támogatást nyújthasson az Önök által használt termékekhez.
letter-dap-subject = Delegált rendszergazdai jogosultságok kérése – { $asker }
letter-dap = { $asker } már kiszolgálja az Önök szervezetét, és delegált rendszergazdai jogosultságokat kér.
letter-dap-for = { $asker } azt kéri, adjanak delegált rendszergazdai jogosultságokat annak a partnernek ({ $reseller }), amely már kiszolgálja az Önök szervezetét.
letter-partnership-subject = Partnerség kérése – { $asker }
letter-partnership = { $asker } közvetett szolgáltatóként azt kéri, legyenek a közvetett viszonteladója. Ezután Önöket jelölheti ki az ügyfelei előfizetéseihez technikai támogatási kapcsolattartónak.
letter-with-dap = A delegált rendszergazdai jogosultságok felhatalmazást adnak arra, hogy a partner az Önök nevében kezelje a fiókjukat. Ezeket Önök bármikor megvonhatják.
letter-with-dap-until = A delegált rendszergazdai jogosultságok felhatalmazást adnak arra, hogy a partner az Önök nevében kezelje a fiókjukat. Utolsó napjuk: { $date }, és Önök bármikor megvonhatják őket.
letter-without-dap = Az elfogadással senki sem kap hozzáférést az Önök fiókjához.
letter-grants-nothing = A partnerség egyetlen ügyfél fiókjához sem ad hozzáférést, és bármelyik fél bármikor megszüntetheti.
letter-link-customer = A következő oldalon részletesen elolvasható, mit jelent ez. Ott az Önök egyik globális rendszergazdája elfogadhatja vagy elutasíthatja:
letter-link-partner = A következő oldalon részletesen elolvasható, mit jelent ez. Ott engedélyezhetik vagy elutasíthatják:
letter-until = A hivatkozás eddig érvényes: { $date } Kérjük, a szervezetükön kívül senkinek se adják tovább.
letter-goodbye = Üdvözlettel:
relationships-tabs = Válaszra váró, aktív és megszűnt
relationships-show = { $show ->
    [waiting] Válaszra vár
    [active] Aktív
   *[ended] Megszűnt
}
waiting-search = Tartomány, partnerazonosító vagy név
waiting-caption = Válaszra váró kérések
waiting-found = { $count } kérés
waiting-whom = Kitől
waiting-what = Mit
waiting-for-whom = Kinek
waiting-age = Mióta vár
waiting-days = { $count ->
    [0] ma óta
   *[other] { $count } napja
}
show-the-link = A hivatkozás megtekintése
relationships-caption = Ügyfelek, akikkel kapcsolat áll fenn
relationships-ended-caption = Ügyfelek, akikkel a kapcsolat megszűnt
relationships-found = { $count } kapcsolat
relationship-since = Mióta
relationship-ended-on = Megszűnt
relationship-ended-by = Ki szüntette meg
ended-by-customer = az ügyfél
recorded-by = rögzítette: { $name }
dap-ended-on = Lejárt, utolsó napja volt: { $date }
ask-for-dap = Kérés
nothing-asked = Nincs olyan kérésük, amely válaszra vár.
nothing-asked-advice = Kérjen kapcsolatot, ha ki szeretnének szolgálni egy ügyfelet. A kérés a hivatkozással együtt itt vár, amíg válasz nem érkezik rá.
nothing-asked-reader = Amit a munkatársai ügyfelektől és viszonteladóktól kérnek, itt vár, amíg válasz nem érkezik rá.
nothing-active = Még egyetlen ügyféllel sincs kapcsolatuk.
nothing-active-advice = Egy kapcsolat akkor kezdődik, amikor az ügyfél elfogadja az Önök kérését.
nothing-ended = Egyetlen kapcsolat sem szűnt meg.
nothing-ended-advice = Ha Önök vagy egy ügyfél megszüntet egy kapcsolatot, az itt jelenik meg, a napjával együtt.
nothing-found = Itt semmi sem tartalmazza ezt: „{ $text }”.
show-all = Mind megjelenítése

## Answering: what a request means to the other side

answer-kind = { $kind ->
    [partnership] Partnerség
    [relationship] Viszonteladói kapcsolat
   *[delegated_admin] Delegált rendszergazdai jogosultságok
}
answer-asks-partnership = { $asker } partnerséget kér az Önök szervezetével.
answer-asks-relationship = { $asker } kapcsolatot kér az Önök szervezetével.
answer-asks-relationship-for = { $asker } kapcsolatot kér { $reseller } és az Önök szervezete között.
answer-asks-dap = { $asker } delegált rendszergazdai jogosultságokat kér az Önök szervezetének fiókjához.
answer-asks-dap-for = { $asker } delegált rendszergazdai jogosultságokat kér { $reseller } részére az Önök szervezetének fiókjához.

answer-requests = Kérések
answer-requests-purpose = Amit a partnerek az Önök szervezetétől kérnek
answer-requests-waiting = { $count } kérés vár az Önök válaszára
answer-waiting = Válaszra vár
answer-past = Lezárt
answer-nothing-waits = Jelenleg nincs válaszra váró kérés.
answer-nothing-past = Még nincs lezárt kérés.
answer-nothing-advice = Ha egy partner kapcsolatot vagy delegált rendszergazdai jogosultságokat szeretne, hivatkozást küld Önöknek, és a kérése itt is megjelenik.
answer-what = Kérés
answer-asked-for = Kinek a részére
answer-asked-by = Kérő
answer-asked-on = Mikor kérte
answer-until = Meddig érvényes
answer-privileges = Delegált rendszergazdai jogosultságok
answer-asked-until = a kért utolsó nap: { $day }
answer-asked-open-end = a kérés szerint a megvonásig
answer-about = A kérés adatai
answer-reached = Elérhetőségek

answer-standing-open = Válaszra vár
answer-standing-accepted = Elfogadva
answer-standing-declined = Elutasítva
answer-standing-revoked = Visszavonva
answer-standing-expired = Lejárt
answer-outcome = Mi lett a kéréssel
answer-declined-because = Indok: { $reason }
answer-next-authorized = { $asker } mostantól támogatási kapcsolattartónak választhatja Önöket azoknál az ügyfeleknél, akik elfogadják Önöket.
answer-next-accepted = A partnert a „Felügyelet”, majd a „Partnerkapcsolatok” oldalon találják. Ott a döntésüket vissza is vehetik.
answer-next-declined = Semmi sem változott. Ha meggondolják magukat, kérjenek új kérést ettől a partnertől ({ $asker }).
answer-next-revoked = Ez a kérés már nem érvényes, és semmi sem változott. Ha még szükség van rá, kérjenek újat ettől a partnertől ({ $asker }).
answer-next-expired = Senki sem válaszolt időben, és semmi sem változott. Ha még szükség van rá, kérjenek új kérést ettől a partnertől ({ $asker }).

answer-allows = Amit engedélyeznek
answer-allows-serving = { $partner } értékesíthet az Önök szervezetének, és kiszolgálhatja azt.
answer-allows-seeing-sold = { $partner } látja azokat az előfizetéseket, amelyeket tőle vásároltak, másokat nem.
answer-allows-seeing-named = { $partner } látja azokat az előfizetéseket, amelyek támogatási kapcsolattartóként vagy nyilvántartott viszonteladóként megnevezik, másokat nem.
answer-allows-choosing = A terméket értékesítő szolgáltató támogatási kapcsolattartónak választhatja ezt a partnert ({ $partner }).
answer-allows-dap = { $partner } kezeli az Önök fiókját a gyártónál, amíg Önök ezt meg nem vonják.
answer-allows-dap-until = { $partner } kezeli az Önök fiókját a gyártónál. Ennek utolsó napja { $day }, de korábban is megvonhatják.
answer-if-ticked = Ha a jelölőnégyzet bejelölve marad:
answer-leaves = Ami nem változik
answer-leaves-access = Delegált rendszergazdai jogosultságok nélkül senki sem fér hozzá az Önök fiókjához és adataihoz.
answer-leaves-relationship = A kapcsolat már fennáll, csak a jogosultságokkal egészül ki.
answer-leaves-contact = Nem változik, hogy melyik termékhez ki nyújt támogatást. Ha később más lesz a kapcsolattartó, azt a „Felügyelet”, majd a „Támogatás” oldalon látják.
answer-leaves-prices = Nem változnak az árak és a szerződések, és az sem, hogy mit kitől vásároltak.
answer-can-be-revoked = A „Felügyelet”, majd a „Partnerkapcsolatok” oldalon a delegált rendszergazdai jogosultságokat bármikor megvonhatják, a kapcsolatot pedig bármelyik partnerrel megszüntethetik, amelytől nincs élő előfizetésük.
answer-already = Önöknek már van kapcsolatuk ezzel a partnerrel ({ $partner }). Az elfogadás ezt megerősíti.
answer-already-with-dap = Önöknek már van kapcsolatuk ezzel a partnerrel ({ $partner }), és delegált rendszergazdai jogosultságai is vannak. Az elfogadás semmit sem vesz el.

answer-yours = Az Önök válasza
answer-accept = Elfogadás és engedélyezés
answer-give-dap = Delegált rendszergazdai jogosultságok megadása is
answer-decline = Elutasítás
answer-rather-decline = Inkább elutasítom
answer-reason = Indok
answer-reason-hint = Nem kötelező. A kérő elolvashatja.
answer-missing = Válassza az elfogadást vagy az elutasítást
answer-admins-answer = Csak az Önök szervezetének globális rendszergazdája válaszolhat. Forduljon egyikükhöz:
answer-colleagues-answer = Az Ön szerepkörével a kérés megtekinthető, de nem válaszolható meg. Ezek a munkatársak válaszolhatnak rá:
answer-too-late = Ez a kérés lejárt, semmi sem változott. Kérjenek újat ettől a partnertől ({ $asker }).
answer-somebody-was-first = Erre a kérésre közben már válaszoltak, vagy visszavonták. Az Ön válasza semmin sem változtatott; alább látható, mi lett a kéréssel.
answer-no-partnership = { $asker } és { $partner } között már nincs aktív partnerség, ezért ez a kérés nem fogadható el. Elutasítani lehet.
answer-no-relationship = Nincs olyan aktív kapcsolatuk ezzel a partnerrel ({ $partner }), amelyhez jogosultság járhatna. Kérjék meg a kérőt ({ $asker }), hogy előbb a kapcsolatot kérje.
answer-last-day-passed = A kért utolsó nap már elmúlt, ezért ez a kérés nem fogadható el. Kérjenek újat ettől a partnertől ({ $asker }).
answer-accepted = Elfogadva és engedélyezve.
answer-declined = Elutasítva. Más nem változott.

answer-partnership = Partnerség: { $provider }
answer-grants = Amit engedélyeznek
answer-grants-designating = { $provider } kijelölheti Önöket az általa értékesített előfizetések támogatási kapcsolattartójának azoknál az ügyfeleknél, akik elfogadták Önöket.
answer-grants-asking = { $provider } az Önök részére kapcsolatot és delegált rendszergazdai jogosultságokat kérhet ügyfelektől. Minden ügyfél maga dönt.
answer-grants-seeing = { $provider } látja az Önök nevét, partnerazonosítóját, országát és támogatási elérhetőségeit, közös ügyfelek esetében pedig azt is, milyen kapcsolatban állnak velük.
answer-grants-not = Amit nem engedélyeznek
answer-grants-no-customers = Ettől nem lesznek az Önök ügyfelei a szolgáltató ügyfelei, és fordítva sem.
answer-grants-no-access = Senki sem fér hozzá az Önök rendszereihez vagy ügyfeleik rendszereihez.
answer-grants-no-end = Semmi sem végleges: a partnerséget bármelyik fél megszüntetheti.
answer-confirm = Tudom, ki a kérő ({ $provider }), és a viszonteladói kívánunk lenni.
answer-confirm-first = Jelölje be, hogy kívánják ezt a partnerséget
answer-authorize = Engedélyezés
answer-authorized = Engedélyezve. A partnerség aktív.

link-elsewhere = Ez a hivatkozás itt nem vezet tovább
link-elsewhere-why = Másik szervezetnek szólt, vagy már felhasználták, visszavonták, lecserélték, illetve lejárt.
link-what-next = Mit tehet
link-switch = Ha Ön tagja annak a szervezetnek, amelyet megkérdeztek, váltson át rá. Utána ide tér vissza.
link-sign-in-as-other = Ha van másik fiókja, jelentkezzen ki, jelentkezzen be azzal, és nyissa meg újra a hivatkozást. Ha a megkérdezett szervezet új ezen a portálon, jelentkezzen ki, és nyissa meg újra a hivatkozást.
link-sign-in = Ha a szervezete használja ezt a portált, jelentkezzen be: akkor láthatja, mi lett a kéréssel.
link-ask-for-new = Ha egyik sem segít, kérjen új hivatkozást attól, aki küldte.
link-invitation = Az Ön szervezetéhez meghívó kell
link-invitation-why = A portál már ismeri a szervezetet, de még senki sem jelentkezik be a nevében. Mások is kapcsolatban állnak vele, ezért a hivatkozás önmagában nem elég ahhoz, hogy valaki a nevében eljárjon.
link-invitation-then = Az első globális rendszergazdát az a partner hívja meg, amely a szervezetet felvette, vagy a portál üzemeltetője. Forduljon hozzájuk. Amint be tud jelentkezni, nyissa meg újra ezt a hivatkozást.

claim = A szervezet beüzemelése
claim-purpose = Az Ön szervezete új ezen a portálon. Itt hozhatja létre az első felhasználóját, a globális rendszergazdát: ez Ön lesz. Ezzel még semmit sem fogad el. Utána elolvashatja, mit kérnek, és válaszolhat rá.
claim-asked-of = Kitől kérik
claim-submit = Beüzemelés és a kérés megtekintése
claim-email-in-use = Ezzel a címmel már van fiók. Adjon meg másik címet.

admin-partners = Partnerek
partnered = Partnerkapcsolatok
partnered-purpose = Ki értékesít az Önök szervezetének, ki szolgálja ki, és ki kezeli a fiókját
partnered-nobody = Még nincs kapcsolatuk partnerrel.
partnered-nobody-advice = Akkor jön létre, ha egy partner ügyfelének veszi fel Önöket, vagy ha Önök elfogadnak egy kérést.
partnered-kind = Szerepe Önöknél
partnered-since = Mióta
partnered-provider-of = { $count } termék szolgáltatója
partnered-recorded = Hogyan jött létre
partnered-recorded-by = rögzítette: { $provider }
partnered-ended-by-you = Önök szüntették meg
partnered-ended-by-partner = A partner szüntette meg
partnered-ended-on = Mikor szűnt meg
partnered-privileges-expired = Lejárt, utolsó napja: { $day }
partnered-about = A partner adatai
partnered-is-over = Ezzel a partnerrel ({ $partner }) már nincs kapcsolatuk. Ha ismét szeretnék, kérjék meg, hogy kérjen kapcsolatot.
partnered-privileges-mean = { $partner } kezeli az Önök fiókját a gyártónál.
partnered-revoke = Delegált rendszergazdai jogosultságok megvonása
partnered-revoking = { $products ->
    [0] Ha megvonják, a kapcsolat megmarad, és egyik kapcsolattartó sem változik.
    [one] Ha megvonják, a kapcsolat megmarad, és a partner { $products } termék támogatási kapcsolattartója marad. A termék szolgáltatója értesül róla.
   *[other] Ha megvonják, a kapcsolat megmarad, és a partner { $products } termék támogatási kapcsolattartója marad. A termékek szolgáltatói értesülnek róla.
}
partnered-end = Kapcsolat megszüntetése
partnered-cannot-end = { $partner } értékesítette Önöknek ezeket az élő előfizetéseket, ezért a kapcsolat nem szüntethető meg:
partnered-cannot-end-advice = Ha már egyik sem él, megszüntethetik. A lemondásukról ezzel a partnerrel ({ $partner }) egyeztethetnek.
partnered-support = Ki nyújt hozzájuk támogatást
partnered-more = és további { $count }
partnered-ending = Ha megszüntetik, { $partner } többé nem szolgálja ki Önöket. Delegált rendszergazdai jogosultságai megszűnnek, és amit még kért, érvényét veszti.
partnered-ending-nothing = { $partner } egyik terméküknek sem támogatási kapcsolattartója, ezért egyik kapcsolattartó sem változik.
partnered-ending-products = { $products ->
    [one] { $products } termék elveszíti ezt a támogatási kapcsolattartót, és visszakerül ahhoz a szolgáltatóhoz, amely értékesítette:
   *[other] { $products } termék elveszíti ezt a támogatási kapcsolattartót, és mindegyik visszakerül ahhoz a szolgáltatóhoz, amely értékesítette:
}
partnered-ending-caption = Termékek, amelyek elveszítik ezt a támogatási kapcsolattartót
partnered-goes-to = Ki támogatja ezután
partnered-admins-decide = Csak az Önök szervezetének globális rendszergazdája vonhatja meg a jogosultságokat vagy szüntetheti meg a kapcsolatot. Forduljon egyikükhöz:
partnered-blocked = A kapcsolat nem szűnt meg: a partner által értékesített előfizetések közül még van élő.
partnered-revoked = Megvonva. A kapcsolat megmaradt, és egyik támogatási kapcsolattartó sem változott.
partnered-ended = { $products ->
    [0] A kapcsolat megszűnt. Egyik támogatási kapcsolattartó sem változott.
   *[other] A kapcsolat megszűnt. { $products } termék visszakerült ahhoz a szolgáltatóhoz, amely értékesítette.
}
partnered-already-so = Semmi sem változott: eddig is így volt.

## Resellers and providers

resellers = Viszonteladók
reseller = Viszonteladó
indirect-provider = Közvetett szolgáltató
indirect-providers = Közvetett szolgáltatók
name = Név
country-heading = Ország
nickname = Saját elnevezés
yes = igen
no = nem
complete = teljes
incomplete = hiányos
support-profile = Támogatási elérhetőségek
profile-complete = Teljesek a támogatási elérhetőségek
partner-since = Partnerség kezdete
customers-in-common = Közös ügyfelek
subscriptions-supported = Támogatott előfizetések
partnership = Partnerség
partnership-standing = { $standing ->
    [suspended] Felfüggesztve
    [ended] Megszűnt
   *[active] Aktív
}
as-a-file = Letöltés fájlként (CSV)
resellers-caption = Az Önök viszonteladói, és hogy mennyit támogatnak
resellers-found = { $count } viszonteladó
no-resellers = Önöknek még nincs itt viszonteladójuk.
no-resellers-advice = Egy viszonteladó akkor jelenik meg itt, ha engedélyezte a partnerséget Önökkel. Onnantól támogatási kapcsolattartónak választható azoknál az ügyfeleknél, amelyeket kiszolgál.
no-resellers-found = Önöknek nincs ilyen viszonteladójuk.
show-all-resellers = Minden viszonteladó
filter-contact = Kapcsolattartó: { $name }
filter-one-contact = Csak egy kapcsolattartóé
no-subscription-of-contact = Nincs élő előfizetés ezzel a kapcsolattartóval.
profile-is-empty = Itt semmi sem mondja meg, hogyan érhető el. Az ügyfelek helyette a szolgáltató elérhetőségeit látják.
provider-profile-is-empty = Itt semmi sem mondja meg, hogyan érhető el. A szerződésükben találnak további elérhetőséget.
as-customers-see-it = Az ügyfelek ezt látják.
where-it-can-be-chosen = Hol választható
can-be-chosen-at = { $count ->
    [0] Az Önök egyetlen ügyfelénél sem választható.
   *[other] Az Önök ügyfelei közül { $count } ügyfélnél választható.
}
cannot-be-chosen-at = További { $count } ügyfélnél nem választható, mert:
why-it-cannot-be-chosen = Miért nem választható, és hány ügyfélnél
reason-heading = Ok
several-reasons = Egy ügyfélnél több ok is fennállhat.
suspend = Felfüggesztés
suspend-heading = Átmeneti felfüggesztés
suspend-meaning = Amíg fel van függesztve, további előfizetéshez senki sem választhatja. A felfüggesztés bármikor feloldható.
suspend-consequence = { $subscriptions ->
    [0] Jelenleg egyetlen előfizetésnek sem kapcsolattartója, ezért az ügyfelek semmit sem vesznek észre belőle.
   *[other] { $customers } ügyfél { $subscriptions } előfizetésének kapcsolattartója marad. Az ügyfelek helyette Önöket látják, a neve mellett pedig ezt: „átmenetileg nem elérhető”.
}
resume = Feloldás
resume-heading = A felfüggesztés feloldása
resume-meaning = { $subscriptions ->
    [0] Ismét választható mindenhol, ahol más ok nem akadályozza.
   *[other] Ismét választható mindenhol, ahol más ok nem akadályozza, és annak a { $subscriptions } előfizetésnek az ügyfelei, amelynek kapcsolattartója, ismét őt látják.
}
suspended = Felfüggesztve. Azok az ügyfelek, akiknek kapcsolattartója, mostantól helyette Önöket látják.
suspended-already = Semmi sem változott: már fel volt függesztve.
resumed = A felfüggesztés feloldva. Azok az ügyfelek, akiknek kapcsolattartója, mostantól ismét őt látják.
resumed-already = Semmi sem változott: nem volt felfüggesztve.
about-the-partnership = A partnerség adatai
suspended-since = Felfüggesztve ekkortól
ended-on = Megszűnt ekkor
so-many-subscriptions = { $customers } ügyfél { $subscriptions } előfizetése
none-supported = Nincs
indirect-providers-purpose = Azok a szolgáltatók, amelyeken keresztül Önök ügyfeleket támogathatnak
providers-caption = Az Önök közvetett szolgáltatói, és hány előfizetésük nevezi meg Önöket
providers-found = { $count } közvetett szolgáltató
no-providers = Önöknek még nincs itt közvetett szolgáltatójuk.
no-providers-advice = A szolgáltató kér partnerséget Önöktől, és Önök engedélyezik. Adják meg a szolgáltatónak a partnerazonosítójukat: a kezdőlapon találják.
subscriptions-that-name-you = Önöket megnevező előfizetések
you-are-suspended = Ez a szolgáltató átmenetileg felfüggesztette Önöket. Továbbra is Önök az előfizetések kapcsolattartói, de az ügyfelek addig a szolgáltatót látják. A felfüggesztést a szolgáltató egyik globális rendszergazdája oldhatja fel.

## Ending relationships and partnerships

end-partnership = Partnerség megszüntetése
end-partnership-heading = Partnerség megszüntetése
end-partnership-advice = A következő oldal előbb megmutatja, mi fog történni.
partnership-has-ended = Ez a partnerség már megszűnt.
what-will-happen = Mi fog történni
need-another-contact = { $subscriptions ->
    [0] Egyetlen élő előfizetésnek sem támogatási kapcsolattartója.
   *[other] { $customers } ügyfél { $subscriptions } élő előfizetésének támogatási kapcsolattartója. Mind egyszerre kap új kapcsolattartót, és a módosítás mindegyiknek az előzményei közé kerül.
}
cannot-be-chosen-any-more = Az Önök előfizetéseihez többé nem választható.
what-stays = Az Önök ügyfelei megmaradnak, és a viszonteladó saját ügyfélkapcsolatai és delegált rendszergazdai jogosultságai sem változnak: azokat csak az ügyfelei vonhatják meg.
requests-for-it-are-revoked = Visszavonjuk azokat a kéréseket, amelyeket Önök az ügyfelekhez a viszonteladó számára intéztek, és amelyekre még nem érkezett válasz.
ending-is-for-good = Visszaállítani csak új partnerséggel lehet, amelyet a viszonteladónak engedélyeznie kell; a kapcsolattartók ekkor sem állnak vissza. Ha csak átmenetileg nem elérhető, inkább függesszék fel.
who-takes-over = Ki veszi át
who-takes-over-legend = Ki nyújt technikai támogatást mostantól ezekhez az előfizetésekhez?
nobody-needs-another-contact = Egyetlen előfizetésnek sem kell új kapcsolattartó.
all-return-to-you = { $count ->
    [one] Az előfizetés visszakerül Önökhöz.
   *[other] Mind a { $count } előfizetés visszakerül Önökhöz.
}
so-many-can-go = { $count ->
    [0] Egyetlen előfizetést sem vehet át.
   *[other] { $count } előfizetést vehet át.
}
so-many-return = { $count } előfizetés visszakerül Önökhöz, mert az ügyfélnél nem választható:
choose-who-takes-over = Válassza ki, ki veszi át az előfizetéseket
nobody-takes-over-found = Az ezeket az ügyfeleket kiszolgáló viszonteladóik között nincs találat erre: „{ $text }”.
no-other-takes-over = Önöknek nincs másik viszonteladójuk, amely ezen ügyfelek bármelyikénél választható lenne.
ending-changed-meanwhile = Az oldal megjelenítése óta valami megváltozott, ezért semmi sem történt. Most ezek a számok érvényesek.
concerned-subscriptions = Mely előfizetésekről van szó
all-as-a-file = { $count ->
    [one] Letöltés fájlként (CSV)
   *[other] Mind a { $count } előfizetés letöltése fájlként (CSV)
}
so-many-more-subscriptions = További { $count } előfizetés itt nem szerepel; a fájlban mind benne van.
go-back-to-provider = { $subscriptions ->
    [0] Ennek a szolgáltatónak egyetlen élő előfizetése sem nevezi meg Önöket támogatási kapcsolattartóként.
   *[other] { $customers } ügyfél { $subscriptions } élő előfizetésének támogatási kapcsolattartói Önök. Ezek mind egyszerre visszakerülnek a szolgáltatóhoz.
}
you-cannot-be-chosen-any-more = Ez a szolgáltató többé nem választhatja Önöket előfizetéshez.
what-stays-with-you = Az Önök saját ügyfélkapcsolatai és delegált rendszergazdai jogosultságai nem változnak.
requests-for-you-are-revoked = Visszavonjuk azokat a kéréseket, amelyeket ez a szolgáltató az ügyfelekhez az Önök számára intézett, és amelyekre még nem érkezett válasz.
leaving-is-for-good = Visszaállítani csak új partnerséggel lehet, amelyet a szolgáltatónak kell kérnie; a kapcsolattartók ekkor sem állnak vissza.
partnership-ended-now = { $count ->
    [0] A partnerség megszűnt. Egyetlen előfizetésnek sem kellett új kapcsolattartó.
   *[other] A partnerség megszűnt. { $count } előfizetés visszakerült a szolgáltatóhoz.
}
partnership-ended-instead = A partnerség megszűnt. A választott viszonteladó { $to_other } előfizetést vett át, { $to_provider ->
    [0] Önökhöz egy sem került vissza.
   *[other] Önökhöz { $to_provider } előfizetés került vissza.
}
partnership-ended-already = Semmi sem változott: a partnerség már korábban megszűnt.
end-relationship = Ügyfélkapcsolat megszüntetése
end-relationship-heading = Ügyfélkapcsolat megszüntetése
relationship-has-ended = Az Önök kapcsolata ezzel az ügyféllel már megszűnt.
what-stands-in-the-way = Ami akadályozza
blocked-by = { $count ->
    [one] Az ügyfél egyik élő előfizetésének Önök a szolgáltatói. A kapcsolat akkor szüntethető meg, ha ez lejárt vagy lemondták.
   *[other] Az ügyfél { $count } élő előfizetésének Önök a szolgáltatói. A kapcsolat akkor szüntethető meg, ha ezek lejártak vagy lemondták őket.
}
relationship-blocked = Az ügyfélnek van olyan élő előfizetése, amelynek Önök a szolgáltatói, ezért a kapcsolat nem szüntethető meg. Semmi sem történt.
go-back-to-their-providers = { $count ->
    [one] Az ügyfél egyik élő előfizetésének Önök a támogatási kapcsolattartói. Ez azonnal visszakerül a szolgáltatójához.
   *[other] Az ügyfél { $count } élő előfizetésének Önök a támogatási kapcsolattartói. Ezek mind egyszerre visszakerülnek a szolgáltatójukhoz.
}
delegated-admin-ends = Az Önök delegált rendszergazdai jogosultságai ennél az ügyfélnél megszűnnek.
customer-leaves-your-list = Az ügyfél lekerül az Önök listájáról.
relationship-end-is-for-good = Visszaállítani csak új kapcsolattal lehet, amelyet az ügyfélnek el kell fogadnia; a kapcsolattartók és a jogosultságok ekkor sem állnak vissza.
relationship-ended-now = { $count ->
    [0] A kapcsolat megszűnt. Egyetlen előfizetésnek sem kellett új kapcsolattartó.
   *[other] A kapcsolat megszűnt. { $count } előfizetés visszakerült a szolgáltatójához.
}
relationship-ended-already = Semmi sem változott: a kapcsolat már korábban megszűnt.

## Support profile

text-not-a-telephone-number = { $field }: 3–15 számjegyet írjon be, például +36 1 555 0100 vagy +36 1 555 0100 mellék 12
text-not-a-website = { $field }: egyetlen címet írjon be, például ceg.example/tamogatas vagy https://ceg.example
weekday-heading = { $weekday ->
    [1] Hétfő
    [2] Kedd
    [3] Szerda
    [4] Csütörtök
    [5] Péntek
    [6] Szombat
   *[7] Vasárnap
}
hours-not-a-time = { $day }: „{ $typed }” nem időpont. Így írja: 8:00–12:00, 13:00–17:00
hours-not-a-range = { $day }: „{ $typed }” nem mondja meg, mettől meddig. Így írja: 8:00–12:00, 13:00–17:00
hours-start-too-late = { $day }: 24:00-kor vagy később semmi sem kezdődhet. Az éjfél 0:00
hours-end-too-late = { $day }: 24:00 után semmi sem érhet véget. Ha éjfél utánig tart, így írja: 22:00–6:00
hours-too-many = { $day }: naponta legfeljebb 6 időszak adható meg
hours-overlap = { $day }: két időszak átfedi egymást, vagy az egyik átnyúlik a következő napiba. Minden órát egyszer írjon be
closed-dates-not-a-day = Zárva tartás napjai: „{ $day }” nem nap. Így írja: 2026-12-24, vagy ha minden évben: 12-24
closed-dates-too-many = Zárva tartás napjai: legfeljebb { $max }
every-year = minden évben { $day }
profile-saved = Elmentve. Az ügyfelek mostantól ezt látják.
nothing-changed = Semmi sem változott: eddig is ez állt itt.
profile-purpose = Így érik el Önöket az ügyfelek, ha Önök a támogatási kapcsolattartóik
fill-in-reseller-profile = Támogatási elérhetőségeinek kitöltése
profile-of-reseller-purpose = Így érik el az ügyfelek a viszonteladót ({ $reseller }). Addig Önök töltik ki, amíg a viszonteladótól be nem jelentkezik valaki; az ügyfelek látják, hogy ki adta meg.
profile-preview = Amit az ügyfelek látnak
profile-missing = Az ügyfeleknek még hiányzik: { $parts }
profile-part = { $part ->
    [email] e-mail-cím
    [telephone] telefon
   *[hours] ügyfélfogadás
}
profile-is-empty-advice = Amíg itt nincs semmilyen elérhetőség, az ügyfelek a terméket értékesítő szolgáltató elérhetőségeit látják.
profile-entered-by = Megadta: { $provider }
profile-entered-for-you = Ezt egy szolgáltatójuk ({ $provider }) töltötte ki, mivel Önöktől még senki sem jelentkezett be. Nézze át, és mentse el: onnantól az Önöké.
profile-entered-by-provider = Az egyik szolgáltatója adta meg
profile-edit = Módosítás
profile-reach = Elérhetőségek
profile-reach-of = Elérhetőségek
profile-optional = Ami nincs, azt hagyja üresen.
profile-email-hint = Legjobb az olyan, amelyet többen is olvasnak.
profile-telephone-hint = Országhívóval, mert külföldről is hívhatják: +36 1 555 0100
profile-urgent-hint = Az ügyfélfogadáson kívül veszik fel, ha valami nem várhat. Amíg zárva vannak, az ügyfelek ezt látják elsőként.
profile-website = Webhely
profile-website-hint = Ahol az ügyfelek hibajegyet nyithatnak vagy segítséget találnak
profile-hours = Ügyfélfogadás
profile-hours-of = Ügyfélfogadás
profile-time-zone-hint = Az időzóna, amely szerint az órákat értik, földrésszel és várossal, például Europe/Budapest. Ez a szervezet időzónája is: a portál időpontjai is ehhez igazodnak.
profile-around-the-clock = Éjjel-nappal, egész héten
profile-around-the-clock-hint = Ekkor az alábbi napok nem számítanak.
profile-days-hint = Minden napot így írjon: 8:00–12:00, 13:00–17:00. Ha éjfél utánig tart: 22:00–6:00. Ami üres, az zárva.
profile-closed-dates = Zárva tartás napjai
profile-closed-dates-hint = Soronként egy, legfeljebb 60: 2026-12-24, vagy ha minden évben: 12-24. Az elmúlt napok kimaradnak.
profile-more = Egyéb
profile-languages = Milyen nyelven beszélnek
profile-languages-of = Milyen nyelven beszélnek
profile-note = Megjegyzés
profile-note-hint = Amit az ügyfeleknek még tudniuk kell, legfeljebb 500 karakter. Például hogy mit készítsenek elő.
save = Mentés
profile-all-closed-dates = A zárva tartás minden napja
your-role-reads-profile = Az Ön szerepkörével ez megtekinthető, de nem módosítható. Ezek a munkatársak módosíthatják:
profile-has-own-people = Ettől a viszonteladótól már jelentkezett be valaki, ezért maga gondozza a támogatási elérhetőségeit. Jelezze neki, mi hiányzik az ügyfeleknek.
profile-entered-by-other = Ezt a viszonteladó egy másik szolgáltatója töltötte ki. Addig marad így, amíg a viszonteladótól be nem jelentkezik valaki, és át nem veszi.
profile-somebody-was-first = Közben más módosította ezeket az elérhetőségeket
profile-nothing-was-saved = Semmit sem mentettünk. Válassza ki, melyik maradjon.
profile-stands-now = Ami most érvényes
profile-yours = Amit Ön töltött ki

## Sharing the support contacts

share = Megosztás
share-heading = A támogatási kapcsolattartók megosztása
share-purpose = Arra az estére, amikor senki sem tud bejelentkezni: egy oldal az Önök támogatási kapcsolattartóival, amely bejelentkezés nélkül is megnyílik.
share-shows = Az oldal a mindenkori helyzetet mutatja: melyik termékkel kapcsolatban kit hívjanak, és mit mondjanak.
share-hides = Az Önök munkatársai közül senki sem szerepel rajta, és aki megnyitja, semmit sem módosíthat. A keresők jelzést kapnak, hogy hagyják ki.
share-is-revocable = A hivatkozás bármikor megvonható. Onnantól nem vezet sehová, és az új hivatkozás már másik lesz.
share-link = A hivatkozás
share-whoever = Akinél ez a hivatkozás megvan, látja az oldalt
share-open = Az oldal megnyitása
share-made-by = készítette: { $name }
share-is-off = Jelenleg semmi sincs megosztva. Az oldal akkor jön létre, ha hivatkozást készít.
share-make = Hivatkozás készítése
share-revoke = Megvonás
share-revoke-advice = Ezután a már kinyomtatott kártyák sem vezetnek sehová.
share-made = Elkészült a hivatkozás. Akinél megvan, látja az Önök támogatási kapcsolattartóit.
share-revoked = Megvonva. Már semmilyen hivatkozás nem vezet a támogatási kapcsolattartókhoz.
share-is-local = A portálnak nincs megadva nyilvános címe, ezért a hivatkozás csak ezen a gépen működik. A portál üzemeltetője adhat meg címet (public_url).
share-card = Zsebben hordható kártya
share-card-advice = Nyomtassa ki ezt az oldalt: csak a kártya jelenik meg. A telefonszámok rajta vannak, ezért hálózat nélkül is segít; a kód a mindenkori oldalra vezet.
share-qr = A hivatkozás QR-kódja
share-card-foot = Állapot: { $date } A kód megmutatja, kit érdemes most hívni.
shared-support = Támogatási kapcsolattartók
shared-purpose = Kit hívjon az egyes termékekkel kapcsolatban – annak, akinél ez a hivatkozás megvan.
shared-nothing-advice = Amint rögzítenek egy terméket, ez az oldal megmutatja, kit hívjon.
shared-gone = Ez a hivatkozás nem vezet sehová
shared-gone-advice = Megvonták, vagy nem teljes. Kérjen újat attól, akitől kapta; akinek van fiókja, bejelentkezés után megtalálja a kapcsolattartókat.
vcard-save = Mentés a névjegyek közé
vcard-save-all = Összes mentése a névjegyek közé
vcard-products = Támogatási kapcsolattartó ehhez: { $products }
vcard-hours = { $hours } ({ $zone } időzóna)

## Reports about a contact

reports = Jelzések
reports-purpose = Amit az ügyfelek és a viszonteladók jeleztek Önöknek a támogatási kapcsolattartókról, a legrégebbi elöl
reports-found = { $count } jelzés
no-reports = Nincs elintézésre váró jelzés.
no-reports-advice = Egy ügyfél jelezheti, ha valami nincs rendben egy kapcsolattartóval, egy viszonteladó pedig azt, ha egy előfizetés nem hozzá tartozik. A jelzés addig áll itt, amíg valaki le nem zárja.
settled-reports = Jelzések a műveletnaplóban
report-contact-now = Kapcsolattartó:
report-fix = Kapcsolattartó választása
report-check-profile = Az elérhetőségek ellenőrzése
report-settle = Lezárás
report-settle-of = A jelzés lezárása: { $product }, { $customer }
report-settled = A jelzés lezárva. Aki jelezte, látja, hogy elintézték.
report-settled-already = Ezt a jelzést valaki már lezárta.
report-heading = Jelzés a szolgáltatónak: { $provider }
report-what = Mit szeretne jelezni?
report-choose-what = Válassza ki, mit szeretne jelezni
report-choice = { $kind ->
    [wrong_contact] Valami nincs rendben ezzel a kapcsolattartóval
   *[another_contact] Másik kapcsolattartót szeretnék
}
report-choice-hint = { $kind ->
    [wrong_contact] Például: senki sem veszi fel, rossz a telefonszám vagy a cím, vagy nem segítenek.
   *[another_contact] Azt szeretné, ha más nyújtana támogatást ehhez a termékhez.
}
report-wrong-contact = Valami nincs rendben a kapcsolattartóval?
report-another-contact = Másik kapcsolattartót szeretnék
report-note = Saját szavaival (nem kötelező)
report-note-hint = Legfeljebb 500 karakter. Ezt a szolgáltató ({ $provider }) olvassa.
report-what-happens = Ezt a terméket { $provider } értékesítette Önnek, és a támogatási kapcsolattartót is választja hozzá. Látja a szervezete nevét, az Önét nem.
report-unseen-by-contact = Maga a kapcsolattartó nem látja, mit jelzett.
report-submit = Jelzés küldése
reported = Elküldve. A jelzést a szolgáltató ({ $provider }) kapta meg.
reported-already = Ezt a szolgáltató ({ $provider }) már megkapta, és még nem zárta le. Nem küldtünk újabb jelzést.
own-report = { $kind ->
    [wrong_contact] Jelezve: valami nincs rendben a kapcsolattartóval
    [another_contact] Jelezve: másik kapcsolattartót szeretne
   *[not_ours] Jelezve: ez nem az Önöké
}
own-report-since = { $date }, még nincs lezárva
own-report-settled = a szolgáltató lezárta: { $date }
not-ours = Ez nem a miénk
not-ours-what-happens = A szolgáltató ({ $provider }) nevezte meg Önöket támogatási kapcsolattartóként, és választhat mást. A jelzés a teendői közé kerül. Addig Önök maradnak a kapcsolattartók; az ügyfél nem látja, mit jeleztek.
not-ours-submit = Jelzés a szolgáltatónak
report-not-the-contact = Nem küldtünk jelzést: ennek az előfizetésnek nem Önök a támogatási kapcsolattartói.

report-kind = { $kind ->
    [wrong_contact] valami nincs rendben a kapcsolattartóval
    [another_contact] másik kapcsolattartót szeretne
   *[not_ours] azt jelzi: ez nem az övé
}

## Activity log

activity-log = Műveletnapló
activity-purpose-partner = Amit az Önök munkatársai tettek, és ami mások részéről Önöket érinti
activity-purpose-customer = Amit az Önök munkatársai tettek, és ami a partnerek részéről Önöket érinti
activity-from = Ettől a naptól
activity-to = Eddig a napig
activity-kind-of = Fajta
activity-all-kinds = Minden fajta
activity-person = Munkatárs
activity-from-day = kezdete: { $date }
activity-to-day = vége: { $date }
activity-customer-contains = ügyfél: „{ $text }”
activity-person-contains = munkatárs: „{ $text }”
activity-found = { $count } bejegyzés
activity-file = Letöltés CSV-fájlban
activity-file-newest = A legújabb { $most } letöltése CSV-fájlban
activity-file-narrow = Egy fájlba ennyi bejegyzés fér: a többihez szűrjön dátum szerint.
activity-caption = Ami történt, a legújabb elöl
activity-time = Időpont
activity-time-in = Időpont ({ $zone })
activity-who = Ki
activity-what = Művelet
activity-about = Mire vonatkozik
activity-after = Utána
activity-becomes = helyett
activity-details = Részletek
activity-nothing = Itt még nincs bejegyzés.
activity-nothing-advice = Amint valaki módosít valamit, itt egy bejegyzés mutatja, ki, mit és mikor tett.
activity-nothing-found = Egyetlen bejegyzés sem felel meg a szűrőknek.
activity-show-all = A teljes napló
activity-forgotten = egy korábbi munkatárs
activity-group = { $group ->
    [support_contacts] Támogatási kapcsolattartók
    [relationships] Ügyfélkapcsolatok
    [partnerships] Partnerségek
    [support_details] Támogatási elérhetőségek és megosztás
    [reports] Jelzések
    [people] Személyek
    [customers] Ügyfelek, előfizetések és a szervezet
   *[signing_in] Bejelentkezések
}
activity-kind = { $kind ->
    [signed_in] Bejelentkezés
    [signed_out] Kijelentkezés
    [organisation_chosen] Átváltás erre a szervezetre
    [language_chosen] Nyelv választása
    [organisation_set_up] A szervezet beüzemelése
    [contact_assigned] Támogatási kapcsolattartó kijelölése
    [contact_confirmed] Támogatási kapcsolattartó megerősítése
    [contact_undone] Kapcsolattartó módosításának visszavonása
    [contact_repeated] Kapcsolattartó kijelölése további előfizetésekhez
    [partnership_requested] Partnerség kérése
    [partnerships_requested] Több partnerség kérése
    [relationship_requested] Viszonteladói kapcsolat kérése
    [delegated_admin_requested] Delegált rendszergazdai jogosultságok kérése
    [request_revoked] Kérés visszavonása
    [partnership_authorized] Partnerség engedélyezése
    [partnership_declined] Partnerség elutasítása
    [relationship_accepted] Viszonteladói kapcsolat elfogadása
    [relationship_declined] Viszonteladói kapcsolat elutasítása
    [delegated_admin_accepted] Delegált rendszergazdai jogosultságok megadása
    [delegated_admin_declined] Delegált rendszergazdai jogosultságok elutasítása
    [delegated_admin_revoked] Delegált rendszergazdai jogosultságok megvonása
    [reseller_suspended] Viszonteladó felfüggesztése
    [reseller_resumed] Felfüggesztés feloldása
    [partnership_ended] Partnerség megszüntetése
    [relationship_ended] Ügyfélkapcsolat megszüntetése
    [support_profile_edited] Támogatási elérhetőségek módosítása
    [support_shared] Támogatási kapcsolattartók megosztása hivatkozással
    [support_share_revoked] A megosztott hivatkozás megvonása
    [contact_reported] Jelzés egy támogatási kapcsolattartóról
    [report_settled] Jelzés lezárása
    [user_invited] Munkatárs meghívva
    [users_invited] Munkatársak meghívva
    [invitation_renewed] Új hivatkozás készült a meghívóhoz
    [invitation_withdrawn] Meghívó visszavonva
    [invitation_accepted] Meghívó elfogadva
    [roles_changed] Szerepkörök módosítva
    [user_disabled] Felhasználó letiltva
    [user_enabled] Felhasználó újra engedélyezve
    [reset_link_made] Hivatkozás készült új jelszóhoz
    [sign_in_link_made] Bejelentkezési hivatkozás készült
    [new_email_link_made] Hivatkozás készült új e-mail-címhez
    [second_factor_reset] Második tényező törölve
    [second_factor_required] Második tényező mindenkinek kötelező
    [second_factor_optional] Második tényező nem kötelező
    [person_forgotten] Személy törölve a portálról
    [customer_added] Ügyfél felvéve
    [customer_edited] Ügyfél adatai módosítva
    [first_admin_invited] Rendszergazda meghívva
    [subscription_added] Előfizetés felvéve
    [subscription_edited] Előfizetés módosítva
    [organisation_edited] Szervezet adatai módosítva
    [account_edited] Saját adatok módosítva
    [new_email_asked] Új e-mail-cím kérve
    [new_email_withdrawn] Új e-mail-cím kérése visszavonva
    [email_changed] E-mail-cím módosítva
    [password_changed] Jelszó módosítva
    [password_reset] Új jelszó megadva hivatkozással
    [sign_in_help_asked] Segítség kérve a bejelentkezéshez
    [session_ended] Egy másik böngésző kijelentkeztetve
    [other_sessions_ended] Minden más böngésző kijelentkeztetve
    [second_factor_on] Második tényező beállítva
    [second_factor_off] Második tényező kikapcsolva
    [recovery_codes_made] Új helyreállítási kódok készültek
   *[other] { $kind }
}
activity-requests = { $count } kérés
activity-privileges = delegált rendszergazdai jogosultságokkal
activity-privileges-until = delegált rendszergazdai jogosultságok, utolsó napjuk: { $date }
activity-other-contact = { $count } előfizetésnek más lett a kapcsolattartója
activity-of-them-to = ebből { $count }: { $reseller }
activity-changed = módosult: { $field }
activity-changed-to = { $field }: { $before } → { $after }
activity-field = { $field ->
    [email] e-mail-cím
    [telephone] telefon
    [urgent_telephone] sürgősségi telefon
    [website] webhely
    [hours] ügyfélfogadás
    [closed_dates] zárva tartás napjai
    [languages] nyelvek
    [note] megjegyzés
    [time_zone] időzóna
    [name] név
    [country] ország
    [mpn_id] partnerazonosító
    [locale] nyelv
    [customer_number] ügyfélszám Önöknél
    [nickname] megnevezés
    [quantity] licencek
    [external_id] az előfizetés azonosítója
    [ends_on] megújul vagy lejár
    [reseller_of_record] nyilvántartott viszonteladó
    [status] állapot
   *[other] { $field }
}
activity-reason = indoklás: { $reason }

## Home: the work list

filter-returned = Visszakerült Önökhöz
filter-without-privileges = A kapcsolattartónak nincs DAP-ja
filter-privileges-end = A DAP 30 napon belül lejár
filter-of-record = Csak nyilvántartott viszonteladó
filter-we-support = Mi támogatjuk
filter-incomplete-profile = Támogat valamit, hiányos elérhetőségekkel
none-returned = Nincs olyan visszakerült előfizetés, amely döntésre vár.
none-without-privileges = Minden kapcsolattartónak vannak érvényes delegált rendszergazdai jogosultságai.
no-privileges-end = 30 napon belül egyetlen kapcsolattartó delegált rendszergazdai jogosultságai sem járnak le.
none-of-record = Minden olyan előfizetést Önök támogatnak, amelynek nyilvántartott viszonteladói.
provider = Szolgáltató
reports-wait = jelzés vár lezárásra
reports-wait-advice = Ügyfél vagy viszonteladó jelzett valamit egy támogatási kapcsolattartóról.
reports-wait-button = Elolvasás és lezárás
unanswered-requests = kérésük egy hete vár válaszra
unanswered-requests-advice = Küldjék el újra a hivatkozást, vagy kérdezzenek rá telefonon.
waiting-for-a-week = egy hete vár
nothing-waits-for-a-week = Nincs olyan kérés, amely egy hete vár.
returned-subscriptions = előfizetés visszakerült Önökhöz
returned-advice = A viszonteladó partnersége vagy ügyfélkapcsolata megszűnt. Amíg valaki nem dönt, Önök a kapcsolattartók.
choose-contacts = Kapcsolattartó választása
without-privileges = előfizetés kapcsolattartójának nincsenek delegált rendszergazdai jogosultságai
without-privileges-advice = A kapcsolattartó marad, amíg Önök mást nem választanak. Kérjék újra a jogosultságokat, vagy válasszanak mást.
privileges-end = előfizetés kapcsolattartójának delegált rendszergazdai jogosultságai 30 napon belül lejárnak
privileges-end-advice = Kérjék újra időben: nélkülük a kapcsolattartó nem választható újra.
own-privileges-advice = Önök a kapcsolattartók. Kérjék újra a jogosultságokat az ügyféltől, vagy kérjék meg erre a szolgáltatót.
decide = Döntés
show-their-links = Hivatkozások megjelenítése
look-at-them = Megtekintés
incomplete-profiles = támogatást nyújtó viszonteladó elérhetőségei hiányosak
incomplete-profiles-advice = Hiányzik az e-mail-cím, a telefon vagy az ügyfélfogadás. Ahol semmi sincs, ott az ügyfelek az Önök elérhetőségeit látják.
can-be-chosen-now = { $reseller } már választható
asks-for-partnership = { $provider } partnerséget kér
first-steps = Első lépések
step-profile = Adják meg, hogyan érhetik el Önöket az ügyfeleik
step-users = Hívják meg munkatársaikat
step-customer = Vegyenek fel egy ügyfelet
step-providers = Nézzék meg, mely szolgáltatókkal dolgoznak együtt
step-partnership = Kérjenek partnerséget a viszonteladóiktól
step-relationship = Kérjenek kapcsolatot egy ügyféltől
own-profile-incomplete = Az Önök támogatási elérhetőségei hiányosak
own-profile-incomplete-advice = Az ügyfelek azt hívják, akit itt megadnak. Hiányzik az e-mail-cím, a telefon vagy az ügyfélfogadás.
own-profile-button = Kitöltés
answer-request = Válasz
read-request = Megtekintés
asks-for-partnership-advice = Olvassa el, mivel jár, majd engedélyezze vagy utasítsa el.

## Links just made: shown until they have been passed on

# By the words of `LinkPurpose`.
made-link-title = { $purpose ->
    [invitation] Meghívó hivatkozása
    [reset] Hivatkozás új jelszóhoz
    [sign_in] Bejelentkezési hivatkozás
    [new_email] Az új címet megerősítő hivatkozás
   *[other] Hivatkozás
}
# $email (text)
made-link-for = Címzett: { $email }. Másnak ne küldje el: akinél a hivatkozás van, használni is tudja. Csak itt és csak most látható.
# By the words of `LinkPurpose`.
made-link-lasts = { $purpose ->
    [invitation] Egyszer használható, 30 napig.
    [reset] Egyszer használható, 30 percig.
    [sign_in] Egyszer használható, 15 percig.
    [new_email] Egyszer használható, 24 óráig.
   *[other] Egyszer használható.
}
made-link-address = A hivatkozás címe
# $purpose: by the words of `LinkPurpose`; $portal (text)
made-link-subject = { $purpose ->
    [invitation] Meghívó – { $portal }
    [reset] Új jelszó – { $portal }
    [sign_in] Bejelentkezés – { $portal }
    [new_email] Új e-mail-cím megerősítése – { $portal }
   *[other] Hivatkozás – { $portal }
}
# $purpose: by the words of `LinkPurpose`; $link (text)
made-link-letter = { $purpose ->
    [invitation] Üdvözöljük!{"\u000A\u000A"}Meghívót kapott. Az alábbi hivatkozáson elfogadhatja; egyszer használható, 30 napig:{"\u000A\u000A"}{ $link }
    [reset] Üdvözöljük!{"\u000A\u000A"}Az alábbi hivatkozáson új jelszót adhat meg; egyszer használható, 30 percig:{"\u000A\u000A"}{ $link }
    [sign_in] Üdvözöljük!{"\u000A\u000A"}Az alábbi hivatkozáson bejelentkezhet; egyszer használható, 15 percig:{"\u000A\u000A"}{ $link }
    [new_email] Üdvözöljük!{"\u000A\u000A"}Az alábbi hivatkozáson megerősítheti új e-mail-címét; egyszer használható, 24 óráig:{"\u000A\u000A"}{ $link }
   *[other] { $link }
}

## Az üzemeltető parancsai

activity-operator = a portál üzemeltetője
## Túl sok próbálkozás, elfelejtett jelszó, beléptető hivatkozások

attempts-too-many = Túl sok próbálkozás
attempts-wait = { $seconds } másodperc múlva újra próbálkozhat.
attempts-why = Túl sok sikertelen próbálkozás érkezett az Ön hálózati címéről: Öntől vagy mástól, aki ugyanezt a címet használja. Emiatt senkinek a fiókja nincs zárolva.
attempts-again = Próbálja újra

## Site: what its operator links from every page

site-imprint = Impresszum
site-privacy = Adatvédelem
## Felhasználók: a saját szervezet munkatársai és meghívásuk

users = Felhasználók
users-purpose = Kik jelentkezhetnek be a szervezet nevében, és mit tehetnek.
users-caption = A szervezet felhasználói
users-found = { $count } felhasználó
users-none-found = Nincs ilyen felhasználó.
users-show-all = Minden felhasználó
users-asked = munkatárs segítséget kér a bejelentkezéshez
users-asked-advice = Hivatkozásra várnak Öntől. Telefonon győződjön meg arról, hogy valóban ők kérték.
users-asked-button = Hivatkozások készítése
users-admin-purpose = Hívja meg munkatársait, és döntse el, mit tehetnek.
user-name = Név
user-name-or-email = Név vagy e-mail-cím
user-you = Ön
user-roles = Szerepkörök
user-standing = Állapot
user-link = Hivatkozás
user-last-seen = Utoljára itt járt
user-active = aktív
user-never = még nem jelentkezett be
user-invited = meghívott
user-expired = lejárt meghívó
user-disabled = letiltva
user-blocked = az üzemeltető letiltotta
user-blocked-advice = Ezt a fiókot a portál üzemeltetője tiltotta le. Csak ő engedélyezheti újra.
user-until = eddig: { $date }
user-state = { $state ->
    [member] Aktív
    [invited] Meghívott
    [expired] Lejárt meghívó
    [disabled] Letiltva
    [never] Még nem jelentkezett be
   *[asked] Hivatkozást kér
}
user-asks = { $purpose ->
    [reset] új jelszót kér
    [sign_in] bejelentkezési hivatkozást kér
    [new_email] más e-mail-címet szeretne
   *[other] hivatkozást kér
}
user-asked = { $purpose ->
    [reset] Valaki, aki ezt a címet írta be, elfelejtette a jelszót. Mielőtt hivatkozást készít, telefonon győződjön meg arról, ki volt az.
    [sign_in] Valaki, aki ezt a címet írta be, bejelentkezési hivatkozást kér. Mielőtt elkészíti, telefonon győződjön meg arról, ki volt az.
    [new_email] Mostantól más címmel szeretne bejelentkezni:
   *[other] Hivatkozást kér.
}
user-role-allows = { $role ->
    [global_admin] Mindent megtehet: viszonteladót is felfüggeszthet, kapcsolatot és partnerséget szüntethet meg, és globális rendszergazdát nevezhet ki.
    [admin_agent] Támogatási kapcsolattartót jelöl ki egyenként vagy egyszerre többet, ügyfelet és előfizetést vesz fel, kapcsolatot és partnerséget kér, szerkeszti a szervezet adatait és a támogatási elérhetőségeket.
    [helpdesk_agent] Támogatási kapcsolattartót jelöl ki, és jelzéseket zár le.
    [sales_agent] Támogatási kapcsolattartót jelöl ki, ügyfelet és előfizetést vesz fel, kapcsolatot és partnerséget kér.
    [user_management_admin] Kezeli a felhasználókat és szerepköreiket, meghívja az ügyfél első rendszergazdáját, támogatási kapcsolattartót jelöl ki, partnerséget kér.
   *[billing_admin] Mindent olvashat, semmit sem módosíthat.
}
user-customer-role-allows = { $role ->
    [global_admin] Válaszol a kérésekre, kapcsolatot szüntet meg, megosztja a támogatási elérhetőségeket, kezeli a felhasználókat.
   *[user] Látja, kit kell hívni, és jelezheti, ha rossz a kapcsolattartó.
}
user-invite = Felhasználók meghívása
user-invite-purpose = Mindenki saját hivatkozást kap, amely egyszer, 30 napig használható: jelszót választ vele, vagy a meglévő fiókjával fogadja el a meghívót.
user-invite-one = Egy személy
user-invite-many = Egyszerre többen
user-email-hint = Ezzel a címmel jelentkezik majd be.
user-make-invitation = Meghívó készítése
user-open-their-page = A felhasználó oldalának megnyitása
user-is-member = Ez a személy már a szervezet felhasználója.
user-is-disabled = Ez a személy a szervezet letiltott felhasználója. Meghívás helyett engedélyezze újra.
user-is-invited = Ez a személy már kapott meghívót. Az oldalán új hivatkozás készíthető.
user-lines = E-mail-cím; név; szerepkörök
user-lines-hint = Soronként egy személy, legfeljebb 200. Táblázatból három oszlop is beilleszthető. Például:
user-lines-example = eva.kiss@example.com; Kiss Éva; rendszergazdai ügynök
user-lines-example-customer = eva.kiss@example.com; Kiss Éva; felhasználó
user-lines-check = A lista előnézete
user-lines-nothing = Illesszen be legalább egy sort.
user-lines-faulty = { $count } sor nem használható. Javítsa vagy törölje, majd nézze meg újra az előnézetet. Még senkit sem hívott meg.
user-line-parts = Az e-mail-címet, a nevet és a szerepköröket pontosvesszővel válassza el.
user-line-no-role = Nincs ilyen szerepkör: { $word }
user-line-invites = meghívót kap
user-line-doubled = A cím megegyezik egy korábbi soréval ({ $first }.): kimarad
user-check-title = A meghívók előnézete
user-check-purpose = Még semmi sem készült el.
user-make-many = { $count } meghívó készítése
user-made-title = { $count } meghívó elkészült
user-made-purpose = A hivatkozások csak most láthatók. Töltse le őket, mielőtt elhagyja az oldalt, és mindenkinek csak a sajátját küldje el.
user-made-file = Hivatkozások letöltése
user-made-caption = A meghívottak és hivatkozásaik
user-invitation = Meghívó
user-invitation-advice = A hivatkozás nem jeleníthető meg újra. Ha újat készít, a korábbi érvényét veszti; az új egyszer, 30 napig használható.
user-invite-again = Új hivatkozás készítése
user-withdraw = Meghívó visszavonása
user-invitation-withdrawn = A meghívót visszavontuk. A hivatkozás többé nem használható.
user-what-they-may = Mit tehet
user-own-roles = Saját szerepköréről lemondhat, de újat nem adhat magának.
user-save-roles = Szerepkörök mentése
user-roles-changed = A szerepköröket mentettük. A felhasználó következő megnyitott oldalától érvényesek.
user-access = Hozzáférés a fiókhoz
user-access-advice = Akinél ilyen hivatkozás van, a felhasználó nevében járhat el. Telefonon győződjön meg arról, ki kéri, és másnak ne küldje el.
user-make-reset = Hivatkozás készítése új jelszóhoz
user-make-sign-in = Bejelentkezési hivatkozás készítése
user-make-new-email = Az új címet megerősítő hivatkozás készítése
user-membership = Tagság
user-disable-advice = Akit letilt, azt a rendszer azonnal kijelentkezteti, és többé nem járhat el a szervezet nevében. Amit tett, a műveletnaplóban marad.
user-disable = Letiltás
user-disabled-now = Ez a személy többé nem járhat el a szervezet nevében.
user-enable-advice = Visszakapja korábbi szerepköreit.
user-enable = Engedélyezés újra
user-enabled-now = Ez a személy újra eljárhat a szervezet nevében.
user-needs-global-admin = Ezt csak globális rendszergazda teheti meg, mert globális rendszergazdát érint.
user-last-global-admin = Ő a szervezet utolsó globális rendszergazdája. Előbb nevezzen ki mást is globális rendszergazdának.
user-oneself = Ezt saját magával nem teheti meg. Egy felhasználókat kezelő munkatárs igen.
user-no-role = Válasszon legalább egy szerepkört.
user-belongs-elsewhere = Ezt a fiókot más szervezetben is használják. Hogy innen senki ne vehesse át, ilyen hivatkozást a portál üzemeltetője készít, és az elveszett második tényezőt is ő törli.
user-other-standing = Ez már nem lehetséges: időközben valaki módosította.
activity-roles = Szerepkörök: { $roles }
activity-roles-before = Korábban: { $roles }
invitation-title = Meghívót kapott
invitation-organisation = Szervezet
invitation-for = Címzett
invitation-signed-in = Azzal a fiókkal van bejelentkezve, amelynek a meghívó szól.
invitation-accept = Meghívó elfogadása
invitation-other = Másik fiókkal van bejelentkezve. Jelentkezzen ki, majd nyissa meg újra a hivatkozást.
invitation-new = Még nincs fiókom
invitation-join = Elfogadás és bejelentkezés
invitation-have-account = Már van fiókom
invitation-have-account-advice = Jelentkezzen be azzal a címmel, amelyre a meghívó szól. Utána visszatér erre az oldalra, és elfogadhatja.
invitation-sign-in = Bejelentkezés és elfogadás
invitation-has-account = Ezzel a címmel már van fiók. Jelentkezzen be vele, és fogadja el a meghívót.
invitation-accepted = Mostantól eljárhat a szervezet nevében: { $organisation }
invitation-gone-advice = A meghívó egyszer, 30 napig használható. Ha lejárt, kérjen új hivatkozást attól, aki meghívta. Ha korábban már elfogadta, jelentkezzen be.
organisation-none = Jelenleg egyetlen szervezet nevében sem járhat el. Ha meghívót kapott, nyissa meg a hivatkozását.
## One's own account

account = Saját fiók
account-purpose = Az Ön saját adatai, bármelyik szervezet nevében jár el
account-name = Név
account-name-hint = Ahogyan a munkatársai látják
account-language = Nyelv
account-language-of-browser = A böngésző nyelve
account-time-zone-hint = Földrész és város, például Europe/Budapest. Az időpontok eszerint jelennek meg Önnek; ha üres, a szervezet időzónája érvényes.
account-saved = Mentve.
account-signing-in = Bejelentkezés
account-change-email = E-mail-cím módosítása
account-email-waits = Megerősítésre vár: { $email }
account-change-password = Jelszó módosítása
account-sessions = Hol van bejelentkezve
account-see-sessions = Böngészők megtekintése, kijelentkezés máshol
account-email-now = A bejelentkezéshez használt cím: { $email }
account-email-pending = Egy új cím megerősítésre vár
account-email-asked = A kérés időpontja: { $when }. Szóljon a szervezete egyik rendszergazdájának vagy a portál üzemeltetőjének: ők készítenek egy hivatkozást, és a cím akkor változik meg, amikor Ön megnyitotta.
account-email-link-made = Elkészült a hivatkozás, amely megerősíti. Eddig érvényes: { $when }.
account-withdraw = Visszavonás
account-email-how = Az új címhez a szervezet egyik rendszergazdája vagy a portál üzemeltetője készít hivatkozást. Amíg azt meg nem nyitja, a régi címével jelentkezik be.
account-new-email = Új e-mail-cím
account-current-password = Jelenlegi jelszó
account-password-why = Hogy más ne vehesse át a fiókját, ha nyitva találja ezt a böngészőt
account-ask-email = Hivatkozás kérése
account-wrong-password = Nem ez a jelenlegi jelszava.
account-too-many-tries = Túl sok hibás jelszó. Várjon néhány percet, vagy kérjen hivatkozást új jelszóhoz.
account-same-email = Már ezzel a címmel jelentkezik be.
account-new-email-asked = Feljegyeztük. Az új cím megerősítésre vár.
account-new-email-withdrawn = Visszavonva. A címe változatlan marad.
account-new-password = Új jelszó
account-password-ends-sessions = Itt bejelentkezve marad, mindenhol máshol kijelentkeztetjük.
account-password-changed = A jelszava megváltozott. Mindenhol máshol kijelentkeztettük.
account-sessions-purpose = Minden böngésző, amelyben a fiókja most nyitva van
account-device-heading = Böngésző
account-device = { $browser } ({ $system })
account-device-unknown = Ismeretlen böngésző
account-address = Cím
account-signed-in = Bejelentkezett
account-last-seen = Utoljára használta
account-this-one = ez itt
account-end-others = Kijelentkezés mindenhol máshol
account-only-here = Csak itt van bejelentkezve, máshol nem.
account-unknown-session = Van köztük olyan, amelyet nem ismer fel? Jelentkeztesse ki, azután módosítsa a jelszavát.
account-session-ended = Ott kijelentkeztettük.
account-session-ended-already = Ott már nem volt bejelentkezve.
account-other-sessions-ended = Mindenhol máshol kijelentkeztettük.
account-confirm-email = Az új cím megerősítése
account-confirm-meaning = Ezután ezzel a címmel jelentkezik be. Minden más böngészőben, ahol a fiókja nyitva van, kijelentkeztetjük.
account-confirm = Megerősítés
account-email-taken = Ez a cím egy másik fiókhoz tartozik. Kérjen hivatkozást egy másik címhez.
account-email-gone = Ez a hivatkozás már nem érvényes
account-email-gone-advice = Már felhasználták vagy visszavonták, vagy { $hours } óránál régebbi. Jelentkezzen be az eddigi címével, és kérjen új hivatkozást.
account-email-changed = Az új e-mail-címét megerősítette. Ezután ezzel jelentkezik be.

## The organisation itself

organisation-facts = Szervezet
organisation-facts-purpose = Ahogyan mások az Önök szervezetét látják
organisation-facts-name = Név
organisation-facts-name-hint = Ha megváltozik, a korábbi név 90 napig látható mellette, és keresni is lehet rá.
organisation-facts-time-zone-hint = Földrész és város, például Europe/Budapest. A portál időpontjai és a határnapok ezt követik.
organisation-facts-time-zone-hint-partner = Földrész és város, például Europe/Budapest. A portál időpontjai és az ügyfélfogadás órái ezt követik.
organisation-facts-fixed = Csak a portál üzemeltetője módosíthatja.
organisation-facts-saved = Mentve.
organisation-facts-stale = Közben valaki más módosította
organisation-facts-stands = Most ez áll benne: { $name }, { $country }, { $zone }. Az Ön adataiból semmit sem mentettünk; ha a lent kitöltötteket szeretné, mentse újra.
organisation-facts-no-country = nincs ország
formerly = korábban { $name }
forgot-password = Elfelejtettem a jelszavamat
help-asked-title = Elfelejtett jelszó
help-asked-purpose = A hivatkozást az készíti el, aki a szervezetében a felhasználókat kezeli. Adja meg, ki Ön, és mire van szüksége.
help-asked-choice = Mire van szüksége?
help-asked-for = { $help ->
    [new_password] Hivatkozás új jelszó megadásához
   *[link] Hivatkozás egyszeri, jelszó nélküli bejelentkezéshez
}
help-asked-about = { $help ->
    [new_password] Egyszer, 30 percig használható.
   *[link] Egyszer, 15 percig használható. Csak ügyfelek felhasználóinak: aki partnernél dolgozik, új jelszóhoz kap hivatkozást.
}
help-asked-missing = Válassza ki, mire van szüksége
help-asked-submit = Hivatkozás kérése
help-asked-back = Vissza a bejelentkezéshez
help-asked-noted = A kérését feljegyeztük
help-asked-if = Ha van fiók ezzel az e-mail-címmel, akkor a szervezetében a felhasználókat kezelő munkatársak már látják, hogy hivatkozásra vár.
help-asked-tell = A portál nem küld levelet: szóljon is egyiküknek, hogy elérhető legyen, amikor a hivatkozás elkészül. Az csak rövid ideig és egyszer használható.
help-asked-operator = Nincs a szervezetében, aki megtehetné? A portál üzemeltetője is el tudja készíteni.
help-asked-operator-at = Nincs a szervezetében, aki megtehetné? A portál üzemeltetője is el tudja készíteni: { $line }
reset-title = Új jelszó megadása
reset-ends-sessions = Az új jelszó megadásakor ezt a fiókot mindenhol máshol kijelentkeztetjük.
reset-password = Új jelszó
reset-submit = Jelszó megadása és bejelentkezés
reset-done = Az új jelszava mostantól érvényes.
reset-gone-advice = Az ilyen hivatkozás egyszer, { $minutes } percig használható, és csak a legújabb érvényes. Kérjen másikat.
reset-ask-again = Másik hivatkozás kérése
sign-in-link-as = Bejelentkező fiók:
sign-in-link-once = A hivatkozás egyszer használható. Abban a böngészőben használja, amelyikben dolgozni szeretne.
link-ends-session = Ebben a böngészőben most { $name } van bejelentkezve. Ha folytatja, az a munkamenet véget ér.
elsewhere = A portál címe: { $address }. Ott nyissa meg: itt a böngészője nem tudja megőrizni a bejelentkezést, mert a portált nem erre a kapcsolatra állították be.
elsewhere-open = Megnyitás: { $address }
elsewhere-operator = Ha Ön üzemelteti a portált, és az a cím ide vezet: az előtte álló proxynak https kapcsolatot kell adnia, és változatlanul tovább kell adnia a böngésző Host fejlécét. Proxy nélküli használathoz vegye ki a beállítások közül a public_url kulcsot.
error-origin-elsewhere = Amit elküldött, nem a portál egyik oldaláról érkezett, amelynek címe { $address }; semmi sem változott. Nyissa meg a portált azon a címen, és próbálja újra.
error-host = A portál nem válaszol a címben álló névre. A portál címe: { $address }. Ha Ön üzemelteti: adja meg a public_url beállításban azt a címet, amelyet a böngészők használnak, és a proxy adja tovább a Host fejlécet.
## Második tényező

second-factor = Második tényező
second-factor-see = Beállítás vagy módosítás
second-factor-set-up = Második tényező beállítása
second-factor-required-by = Kötelezővé tette: { $organisations }
second-factor-purpose = A második tényezővel az sem tud az Ön nevében bejelentkezni, aki ismeri a jelszavát: a telefonján egy alkalmazás 30 másodpercenként változó kódot mutat.
second-factor-step-app = Telepítsen hitelesítő alkalmazást, ha még nincs: bármelyik megfelel, amely hat számjegyű kódokat mutat.
second-factor-step-scan = Az alkalmazásban adjon hozzá egy fiókot, és olvassa be ezt a képet. Ha az alkalmazás ezen az eszközön van, inkább nyissa meg a hivatkozást, vagy írja be a kulcsot.
second-factor-qr = QR-kód az alkalmazásnak szánt kulccsal
second-factor-open-app = Megnyitás az alkalmazásban ezen az eszközön
second-factor-key = Kulcs
second-factor-step-code = Írja be a kódot, amelyet az alkalmazás most mutat.
second-factor-code = Kód az alkalmazásból
second-factor-code-hint = Hat számjegy
second-factor-any-code = Kód az alkalmazásból vagy helyreállítási kód
second-factor-any-code-hint = Hat számjegy, vagy a helyreállítási kód 24 karaktere
second-factor-not-six-digits = Írja be az alkalmazás által mutatott hat számjegyet
second-factor-not-a-code = Írja be az alkalmazás által mutatott hat számjegyet vagy egy 24 karakteres helyreállítási kódot
second-factor-code-wrong = Ez a kód nem megfelelő. Várja meg a következőt, és ellenőrizze, hogy az eszköz órája pontos-e; sok próbálkozás után várjon néhány percet.
second-factor-code-used = Ezt a kódot már felhasználták. Várja meg a következőt.
second-factor-wait = Túl sok próbálkozás volt hibás. { $seconds } másodperc múlva újra megpróbálhatja.
second-factor-wait-minutes = Túl sok próbálkozás volt hibás. { $minutes } perc múlva újra megpróbálhatja.
second-factor-wait-for-reset = Túl sok próbálkozás volt hibás. Kérjen hivatkozást új jelszóhoz: utána újra próbálkozhat.
second-factor-new-key = A kulcs közben megváltozott, mert az oldal sokáig nyitva volt: olvassa be újra a képet, majd írja be az új kódot
second-factor-is-on = A második tényező be van állítva. Mindenhol máshol kijelentkeztettük.
second-factor-is-off = A második tényező ki van kapcsolva. Mindenhol máshol kijelentkeztettük.
second-factor-on = Bekapcsolva
second-factor-meaning = Bejelentkezéskor a jelszó után az alkalmazás kódját is kérjük.
second-factor-codes = Helyreállítási kódok
second-factor-new-codes = Új helyreállítási kódok
second-factor-codes-advice = Nyomtassa ki ezt az oldalt, írja le vagy őrizze jelszókezelőben a kódokat, ne azon az eszközön, amelyen az alkalmazás van. Mindegyik egyszer enged be az alkalmazás kódja helyett.
second-factor-codes-once = Csak most láthatók, tíz percig. A korábbiak már nem használhatók.
second-factor-codes-made = Ezek az új helyreállítási kódjai.
second-factor-codes-left = { $count ->
    [one] Egy helyreállítási kód maradt.
   *[other] { $count } helyreállítási kód maradt.
}
second-factor-few-left = { $count ->
    [0] Nem maradt helyreállítási kód. Nélküle nem tud belépni, ha az alkalmazás elveszik: kérjen újakat.
    [one] Egy helyreállítási kód maradt. Kérjen újakat, mielőtt szükség lenne rájuk.
   *[other] { $count } helyreállítási kód maradt. Kérjen újakat, mielőtt szükség lenne rájuk.
}
second-factor-make-codes = Új helyreállítási kódok készítése
second-factor-make-codes-advice = { $count } új kódot kap. A korábbiak ezután nem használhatók.
second-factor-other-app = Másik alkalmazás, vagy kikapcsolás
second-factor-other-app-advice = Új telefonhoz kapcsolja ki a második tényezőt, majd állítsa be újra az új alkalmazással.
second-factor-switch-off = Második tényező kikapcsolása
second-factor-switch-off-advice = Ezután a jelszava elég a belépéshez, amíg újra be nem állít egy második tényezőt. A helyreállítási kódjai nem használhatók tovább.
second-factor-off-means-new = Mielőtt továbbléphet, újat kell beállítania.
second-factor-go-on = Bejelentkezés
second-factor-lost = Elveszett az alkalmazás? Használja egyik helyreállítási kódját. Nem maradt kódja? A szervezete egyik rendszergazdája vagy a portál üzemeltetője törölheti a második tényezőjét.
second-factor-start-again = Bejelentkezés más fiókkal
second-factor-too-late = Jelentkezzen be újra: a kód nem érkezett meg időben, vagy kétszer küldték el.
second-factor-recovered = { $count ->
    [0] Az utolsó helyreállítási kódjával lépett be. Kérjen újakat a saját fiókjánál.
    [one] Helyreállítási kóddal lépett be; egy maradt.
   *[other] Helyreállítási kóddal lépett be; { $count } maradt.
}

## Kinek kötelező a második tényező

second-factor-policy = Második tényező
second-factor-policy-purpose = Kötelező legyen-e a második tényező mindenkinek, aki a szervezet nevében jár el?
second-factor-missing = { $count ->
    [0] Mindenkinek van.
    [one] Egy embernek nincs (összesen: { $all }):
   *[other] { $count } embernek nincs (összesen: { $all }):
}
second-factor-policy-on = Mindenkinek kötelező
second-factor-policy-off = Mindenki maga dönt
second-factor-policy-means = Akinek nincs, attól a portál a következő oldalon kéri a beállítását, és addig semmi mást nem tehet.
second-factor-require = Legyen mindenkinek kötelező
second-factor-leave = Döntsön mindenki maga
second-factor-is-required = A második tényező mostantól mindenkinek kötelező.
second-factor-is-optional = A második tényezőről mostantól mindenki maga dönt.
second-factor-own-first = Előbb állítsa be a saját második tényezőjét: nélküle Ön maga sem léphetne be.
second-factor-taken-off = A második tényezőt töröltük. A felhasználót kijelentkeztettük; amíg újat nem állít be, a jelszava elég a belépéshez.
second-factor-take-off = Második tényező törlése
second-factor-take-off-advice = Elveszett az alkalmazás és a helyreállítási kódok is? Telefonon győződjön meg arról, hogy valóban a felhasználó kéri, majd törölje a második tényezőt.
## Customers and subscriptions by hand

customer-add = Ügyfél felvétele
customer-edit = Ügyfél szerkesztése
customer-name = Az ügyfél neve
customer-country-optional = Ország (nem kötelező)
customer-time-zone-hint = Az ügyfél időzónája földrésszel és várossal, például Europe/Budapest
customer-number = Ügyfélszám Önöknél
what-happens-then = Mi történik ezután
customer-number-optional = Ügyfélszám Önöknél (nem kötelező)
customer-number-hint = A saját nyilvántartásukban használt szám. Más nem látja.
customer-adding-relates = Az ügyfél azonnal az Önöké: kapcsolata van Önökkel, delegált rendszergazdai jogosultságok nélkül. Saját rendszergazdái megszüntethetik.
customer-adding-lets-nobody-in = Az ügyfél munkatársai közül még senki sem tud bejelentkezni. Első rendszergazdáját az ügyfél oldalán hívhatják meg.
customer-adding-and-then = Ha a portál már ismeri az ügyfelet, kérjenek inkább kapcsolatot, és az ügyfél elfogadja.
customer-is-own = Ez a tartomány már egyik ügyfelüké
customer-open-own = Az ügyfél megnyitása
customer-is-known = A portál már ismeri ezt a tartományt: kérjenek kapcsolatot, és az ügyfél elfogadja
customer-ask-instead = Kapcsolat kérése ettől a tartománytól
customer-added = Az ügyfelet felvettük. Következő lépésként vegyék fel az előfizetéseit, és hívják meg az első rendszergazdáját.
customer-saved = Az ügyfél adatait elmentettük.
customer-facts-are-shared = A név, az ország és az időzóna már nem szerkeszthető: maga az ügyfél vagy más partner is számít rájuk. A saját ügyfélszámukat szerkeszthetik.
customer-facts-of-ended = Kapcsolatuk ezzel az ügyféllel megszűnt: a név, az ország és az időzóna marad, ahogy van. A saját ügyfélszámukat szerkeszthetik.
subscription-add = Előfizetés felvétele
# $product (text)
subscription-edit = Szerkesztés: { $product }
subscription-edit-link = Előfizetés szerkesztése
subscription-customer-hint = Egyik ügyfelük tartománya vagy teljes neve
subscription-product-hint = Válasszon olyat, amelyet már értékesítettek, vagy írjon be új nevet
subscription-nickname = Megnevezés (nem kötelező)
subscription-nickname-hint = Megkülönbözteti az azonos termékűektől. Az ügyfél is látja.
subscription-licences = Licencek (nem kötelező)
subscription-number = Az előfizetés azonosítója a szállítónál (nem kötelező)
subscription-number-hint = Az ügyfél erre hivatkozik, amikor telefonál.
subscription-ends-on = Megújul vagy lejár (nem kötelező)
subscription-ends-on-hint = Év, hónap és nap, például 2026-11-30
subscription-of-record = A nyilvántartott viszonteladó partnerazonosítója (nem kötelező)
subscription-of-record-hint = Egyik viszonteladójuk: ő kapja az ösztönzőt, és látja ezt az előfizetést. Ettől még nem lesz támogatási kapcsolattartó.
subscription-adding-contact = Eleinte Önök a támogatási kapcsolattartók. A következő oldalon mást is választhatnak.
subscription-adding-shows = Az aktív, függőben lévő vagy felfüggesztett előfizetést az ügyfél azonnal látja a „Támogatás” oldalon.
subscription-no-such-customer = Egyik ügyfelüknek sincs ilyen tartománya vagy neve
subscription-several-customers = Több ügyfelüknek is ez a neve: írja be a tartományt
subscription-not-related = Kapcsolatuk ezzel az ügyféllel megszűnt: kérjenek kapcsolatot, mielőtt az előfizetés aktív, függőben lévő vagy felfüggesztett lesz
subscription-number-in-use = Egy másik előfizetésüknek ez az azonosítója
subscription-open-other = A másik előfizetés megnyitása
subscription-not-your-reseller = Egyik viszonteladójuknak sincs ilyen partnerazonosítója
subscription-added = Az előfizetést felvettük.
subscription-saved = Az előfizetést elmentettük.
subscription-came-back = Az előfizetést elmentettük. Támogatási kapcsolattartója már nem választható: ismét Önök a kapcsolattartók.
subscription-removed = Az előfizetést eltávolítottuk. Többé senki sem látja.
subscription-changed-meanwhile = Közben más módosította ezt az előfizetést: nézze meg újra, mi érvényes most
subscription-remove = Előfizetés eltávolítása
subscription-removing = Tévedésből felvett előfizetéshez. Többé senki sem látja, sem Önök, sem az ügyfél, és itt nem hozható vissza. Ha az előfizetés véget ért, inkább az állapotát módosítsa: lejárt vagy lemondott.
subscription-remove-confirmed = Végleges eltávolítás
subscription-confirm-first = Jelölje be, hogy véglegesen eltávolítja
subscription-remove-now = Eltávolítás
edit-somebody-was-first = Közben más módosította
edit-both = Az eltérések
edit-field = Mező
text-not-a-quantity = { $field }: egész számot írjon be 0 és 1 000 000 között

## The first admin of a customer

admins-of-customer = Rendszergazdái
nobody-can-sign-in = Senki sem tud bejelentkezni
nobody-can-sign-in-for = Ennél az ügyfélnél még senki sem tud bejelentkezni.
first-admin-invite = Első rendszergazda meghívása
another-admin-invite = Másik rendszergazda meghívása
another-admin-advice = Ha minden rendszergazdája távozott, meghívhatnak egy másikat.
# $email (text)
first-admin-waits = Meghívva: { $email }
# $date (text)
# $date (text)
first-admin-waits-until = A hivatkozás eddig használható: { $date }.
first-admin-expired = A hivatkozás lejárt.
first-admin-look = Hivatkozás és meghívó
first-admin-none-without = Minden ügyfelüknél van, aki be tud jelentkezni.
first-admin-what = A meghívott az ügyfél globális rendszergazdája lesz: látja, kit kell hívni, válaszol a kérésekre, és meghívja munkatársait. Abból, amit ott tesz, Önök semmit sem látnak.
first-admin-ask-customer = Előbb kérdezzék meg az ügyfelet, ki legyen az, és ellenőrizzék a címet.
first-admin-link-at-once = Hivatkozást kapnak, amelyet a meghívottnak kell elküldeniük. Azonnal használható, 30 napig.
first-admin-link-later = Az ügyféltől valaki nemrég használta a portált. Rendszergazdái a kezdőlapjukon értesülnek a meghívóról, és visszavonhatják; ezért a hivatkozás csak 72 óra múlva használható.
first-admin-has-admins = Az ügyfélnek vannak saját rendszergazdái. Csak akkor hívjanak meg másikat, ha távoztak.
first-admin-name = A meghívott neve
first-admin-send = Meghívás
first-admin-again = Új hivatkozás készítése
first-admin-withdraw = Meghívó visszavonása
first-admin-again-hint = A korábbi hivatkozás ezzel érvényét veszti.
# $date (text)
first-admin-works-from = A hivatkozás ettől kezdve használható: { $date }. Addig az ügyfél rendszergazdái, akik a kezdőlapjukon értesülnek róla, visszavonhatják a meghívót.
first-admin-not-yours = Az első rendszergazdát csak olyan partner hívhatja meg, amely az ügyfelet felvette, vagy értékesít neki. A portál üzemeltetője is megteheti.
first-admin-has-people = Az ügyfélnek vannak saját felhasználói: ők hívják meg munkatársaikat.
first-admin-waits-already = Egy meghívójuk már válaszra vár
first-admin-cannot = Ez a cím ehhez az ügyfélhez nem hívható meg. Kérdezzék meg az érintettet: lehet, hogy már van hivatkozása vagy fiókja. Ha nincs, adjanak meg másik címet, vagy kérdezzék a portál üzemeltetőjét
first-admin-withdrawn = A meghívót visszavontuk.
first-admin-withdrawn-before = Ez a meghívó már nem vár válaszra.
partner-invited-look = A meghívó megtekintése
# $partner (text), $email (text)
partner-invited-admin = { $partner } rendszergazdát hívott meg az Önök szervezetébe: { $email }
# $date (text)
partner-invited-until = A meghívó eddig fogadható el: { $date }. Vonja vissza, ha nem ismeri a meghívottat.
# $date (text)
partner-invited-from = A meghívó ettől kezdve fogadható el: { $date }. Vonja vissza, ha nem ismeri a meghívottat.
