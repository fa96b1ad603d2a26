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
