"""What the eye cannot see in a difference, said by name.

A no-break space for a space, a zero-width joiner, a Cyrillic "а" in a Latin word, an accent written as its own code
point: to the reader both sides are the same. The note names the code points that only one side has.
"""

from collections import Counter
from unicodedata import normalize

from workbench.text.words.boundaries import SPACES
from workbench.text.words.validity import describe_character

__all__ = ["confusable_skeleton", "explain"]

_MOST = 5  # code points named on each side
_LONGEST = 2_000  # characters of both sides that are looked at
_INVISIBLE = SPACES - set(" \n\t")
# Letters of other alphabets that look like Latin ones in common typefaces (Unicode TS 39 lists many more).
_ALIKE = str.maketrans(
    "АВЕКМНОРСТХІЈЅУаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵ",
    "ABEKMHOPCTXIJSYaeopcyxijsABEZHIKMNOPTYXov",
)


def confusable_skeleton(text: str) -> str:
    """Return the text as it looks: composed, look-alike letters as Latin ones, without what shows nothing."""
    plain = normalize("NFKC", text).translate(_ALIKE)
    if plain.isalnum():
        return plain
    return "".join(" " if c.isspace() and c != "\n" else c for c in plain if c.isspace() or c not in SPACES)


def explain(left: str, right: str) -> str:
    """Name the code points of either side that the eye cannot tell; "" where both sides look different as they are.

    `U+00A0 NO-BREAK SPACE / U+0020 SPACE`: what only the left has, what only the right has.
    """
    if (left.isascii() and right.isascii()) or len(left) + len(right) > _LONGEST:
        return ""
    if normalize("NFC", left) == normalize("NFC", right):
        return f"{_form_of(left)} / {_form_of(right)} (the same characters in another Unicode form)"
    are_alike = confusable_skeleton(left) == confusable_skeleton(right)
    if not are_alike and _INVISIBLE.isdisjoint(left) and _INVISIBLE.isdisjoint(right):
        return ""
    mine, theirs = Counter(left), Counter(right)
    if are_alike:
        return f"{_names(mine - theirs)} / {_names(theirs - mine)}"
    hidden = {c for c in (mine - theirs) + (theirs - mine) if c in _INVISIBLE}
    if not hidden:
        return ""
    return f"{_names(_only(mine - theirs, hidden))} / {_names(_only(theirs - mine, hidden))}"


def _only(counts: Counter[str], wanted: set[str]) -> Counter[str]:
    return Counter({c: n for c, n in counts.items() if c in wanted})


def _form_of(text: str) -> str:
    forms = [form for form in ("NFC", "NFD") if normalize(form, text) == text]
    return " and ".join(forms) or "mixed form"


def _names(counts: Counter[str]) -> str:
    names = [describe_character(c) for c in sorted(counts)[:_MOST]]
    more = len(counts) - len(names)
    return ", ".join(names) + (f" and {more} more" if more > 0 else "") or "nothing"
