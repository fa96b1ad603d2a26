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
