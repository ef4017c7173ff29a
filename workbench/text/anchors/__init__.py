"""What becomes of words when a text changes.

`anchors`: the words somebody speaks of, made, carried through an edit, found again. `merging`: two people's edits of
one text.
`resegmenting`: two passages that share out their words anew, and where anchors stand afterwards. It compares
(`difference`) and
decides nothing about threads or people.
"""
