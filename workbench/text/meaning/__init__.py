"""Meaning across languages: vectors of texts, near each other where they say the same. An optional extra.

An `Encoder` makes them; `load()` returns the one that is installed, or None, and everything works without. A likeness
of two vectors says whether two texts speak of the same thing, never how well one translates the other: a negation or a
swapped subject hardly changes it. So no such number is shown to people.

`omissions` asks what a translation left out, and which text stands beside the wrong passage.
"""

from workbench.text.meaning.encoder import LANGUAGES, MEANING, Encoder, UnencodableText, load
from workbench.text.meaning.omissions import Displaced, Omission, find_displaced, find_omissions, knows

__all__ = [
    "LANGUAGES",
    "MEANING",
    "Displaced",
    "Encoder",
    "Omission",
    "UnencodableText",
    "find_displaced",
    "find_omissions",
    "knows",
    "load",
]
"""`MEANING` names what encodes, with its version, or "off"."""
