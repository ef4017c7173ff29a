"""The texts: works, their passages and translations, what each translation says for each passage, and its history.

Every write of a text is a new revision. Discussions live in `review`, which carries its anchors along when a text
changes; so doors change texts through `review.actions.revise_variant`, not through `corpus.actions.write_revision`.
How texts are compared is `text`'s, how files are read `interchange`'s; nothing here is made for showing.
"""
