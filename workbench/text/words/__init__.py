"""What a word is: where it begins and ends, by what two are called equal, what kind of word it is and what it weighs.

The ground floor of the engine: no comparison of two texts, no table, no alignment; it knows none of the packages
above it.

Where words are: `boundaries`, `segmentation` (scripts without spaces), `tokens`. What they are compared by: `keys`,
`gaps`
(the white space between). Kinds of words: `glosses`, `numerals` with `number_words`, `spellings`, `hidden` (what the
eye
cannot see). How alike and how weighty: `nearness`, `weights`. What texts and tags may be: `validity`, `languages`.
Shared
values: `spans`, `errors`, `cache`.
"""
