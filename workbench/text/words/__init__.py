"""What a word is: where it begins and ends, by what two are called equal, what kind of word it is and what it weighs.

The ground floor of the engine: no comparison of two texts, no table, no alignment; it knows none of the packages
above it.

Where words are: `boundaries`, `segmentation` (scripts without spaces), `tokens`; `stops` end sentences. What they are
compared by: `keys`, made by `folding`, `gaps` (the white space between), `sameness`. Kinds of words: `glosses`,
`numerals` with `number_words` and `numbers`, `hidden` (what the eye cannot see); `spellings` says whether two are one
word or two, with `orthography`, `romanisation` and `old_spelling`. How alike and how weighty: `nearness`, `weights`,
`content`. What texts, tags and plain numbers may be: `validity`, `languages`, `digits`. Shared values: `spans`,
`errors`, `cache`.
"""
