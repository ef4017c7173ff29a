"""What becomes of words when a text changes.

`anchors`: the words somebody speaks of, made, carried through an edit, found again. `outcomes`: what becomes of them in
an edit, answered on the `ground` of one comparison, in this order: they stand there (`staying`), they went elsewhere
(`moving`), some were replaced (`replacing`), they are gone. `merging`: two people's edits of one text. `resegmenting`:
two passages that share out their words anew, and where anchors stand afterwards. It compares (`difference`) and decides
nothing about threads or people: rows are moved by `review.anchoring`.
"""
