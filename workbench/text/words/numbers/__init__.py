"""What a number says, in figures, in letters or in words, and where one is written with several tokens.

A number is known by its value: "two hundred and five", "205" and "CCV" say the same, "2.5" and "25" do not. `figures`
and `letters` (Roman, Greek, Hebrew, Ethiopic, Han) read what is written in signs; `forms` holds the number words of
nine languages (`germanic`, `romance`, `latin_and_russian`), `grammar` puts them together, `compounds` cuts those that
are one word; `meaning` asks all of them. `phrases` finds a number that takes several words, `joining` makes it one.

Not here: whether a word that may be a number is one where it stands (`words/numerals`).
"""
