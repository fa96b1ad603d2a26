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
