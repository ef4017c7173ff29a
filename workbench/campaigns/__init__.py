"""Judging translations beside each other, blind: passages are handed to reviewers, and figures made of their answers.

`handing` says who gets what next and in which order the versions lie before them, `answers` what an answer of each kind
may hold and what it says of each version, `scoring` (with `resampling`) what answers come to. All three are pure.
"""
