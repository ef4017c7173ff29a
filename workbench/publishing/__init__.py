"""What is kept as it was, so that it can be cited and shown to others: frozen states of works.

A frozen state holds a work's texts, rules and chosen remarks as one file that never changes (`models.FrozenState`).
`freezing` says what goes into it, `contents` reads it, `changes` compares it with what came later, `citing` writes how
it is cited, `edition` makes a folder of plain pages of it. Nothing here may change a work.
"""
