"""The difference of two texts, word by word. `diff` leads through the steps, in this order:

`shortest_edit` finds the agreeing runs (`matching` exactly, `anchored_lcs` in very long texts) as `opcodes`;
`relatedness` asks whether the texts belong together; `cleaning` makes the edit readable (`abridging` where very much
differs), `glossing` keeps glosses whole; `pairing` finds which word answers which (`candidates`); `moves` what went
elsewhere (`cutting`); `spacing` shares out the white space; `differences` and `kinds` say what each is, `respelling`
once more where the texts are old. `comparison` (with the closed list of types) and `links` are what comes out.

It knows words alone: no table of many witnesses, no alignment, no anchors, no HTML.
"""
