"""What web pages and e-books have in common: a work as XHTML with its notes, and the paragraphs of a page.

`lines` puts a paragraph together, `paragraphs` finds those of any page, `documents` makes a work of them or of a page
of ours; `spans` writes the words of a text, `passages` a passage with what was said of it, `look` the style sheet,
`losses` says what is not carried.
"""
