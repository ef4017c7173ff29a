"""The difference of two texts, word by word. `diff` leads through the steps, in this order:

`shortest_edit` finds the agreeing runs (`matching` exactly, `anchored_lcs` in very long texts); `relatedness` asks
whether the texts belong together; `cleaning` makes the edit readable (`abridging` where very much differs),
`glossing` keeps glosses whole; `pairing` finds which word answers which (`candidates`, `kinship`); `moves` what went
elsewhere, which `cutting` takes out, so that the rests are compared as wholes, and puts back; `spacing` shares out
the white space; `differences`, `kinds` and `respelling` say what each is. `comparison` (with
the closed list of types) and `links` are what comes out; `opcodes` has the row that all steps hand on. `weighing` says
what a difference matters for, `counting` how many there are of each type and matter.

It knows words alone: no table of many witnesses, no alignment, no anchors, no HTML.
"""
