"""The signs that end a sentence, in every script: said once, for all that cut, weigh or align.

Unicode names them (UAX #29, table 4: STerm and ATerm). Four it doesn't count so do end sentences in the texts people
translate: the ellipsis, the Hebrew sof pasuq and the Tibetan shads. One it counts, the Burmese little section (၊), is a
comma. In Greek the semicolon (U+037E, or the ASCII one) asks a question, which only its neighbours tell.
"""

import regex

__all__ = ["CLAUSE_SIGNS", "COMMA_SIGNS", "GREEK_QUESTION", "SENTENCE_ENDS", "STOP", "WIDE_STOP"]

_SIGNS = r"[\p{SB=STerm}\p{SB=ATerm}…׃།༎--၊]"
_PLANES = (range(0x21, 0x3100), range(0xA000, 0xAC00), range(0xFE10, 0x11F80), range(0x16A00, 0x20000))

SENTENCE_ENDS = frozenset(regex.findall(_SIGNS, "".join(chr(point) for plane in _PLANES for point in plane), regex.V1))
"""Each sign that ends a sentence, without the Greek question mark."""

STOP = "".join(map(regex.escape, sorted(SENTENCE_ENDS)))
"""The same as the inside of a character class."""

WIDE_STOP = "。！？｡．"
"""Those of them after which Chinese and Japanese write no space."""

GREEK_QUESTION = r"(?<=\p{Greek})[;\u037e]"
"""A pattern."""

CLAUSE_SIGNS = r";:—–؛；：·፤፥៖"
"""What ends a clause, the inside of a character class."""

COMMA_SIGNS = ",،，、၊፣՝"
"""The commas, the inside of a character class."""
