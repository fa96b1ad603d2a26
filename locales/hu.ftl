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
never-open = nincs nyitvatartás
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
