"""What the engine says of a few hundred small texts, kept in one file, so that any change of it shows in a diff.

`inputs/` holds the texts, written for this file: versions of sentences in many languages and spellings, words against
words, numbers, glosses, moves, invisible characters, verse, edits, merges, cuts. `expected.txt` holds what comes out.
`make golden` (`python -m tests.text.golden`) writes it anew; a change of it is read line by line in review. Texts are
cut by the character where scripts write no spaces, so that no dictionary is needed (`SEGMENTATION=off`).

`blocks` reads the inputs, `comparing`, `collating` and `carrying` say what the engine answers, line by line.
"""
