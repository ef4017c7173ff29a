"""What only the whole translation tells: a name spelt two ways ("Zhuravlyev" once, "Zhuravlev" otherwise)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from workbench.text.checking.findings import Finding, Says, Version, found_in

__all__ = ["count_names", "find_other_spellings"]

_SHORTEST = 5  # letters
_OFTEN = 2
_MOST_APART = 2  # letters: one in names of up to seven


def count_names(versions: Iterable[Version]) -> Counter[str]:
    """Count the names of one translation by their plain forms."""
    return Counter(fact.value for version in versions for fact in version.facts.names)


def find_other_spellings(one: Version, others: Iterable[Version], counts: Mapping[str, int]) -> list[Finding]:
    """Find names of a version that its translation, whose names were counted, spells otherwise elsewhere.

    The other spelling is the commoner one, and stands in the passage: here too, or in another version of it.
    """
    here = {fact.value for version in (one, *others) for fact in version.facts.names}
    found = []
    for fact in one.facts.names:
        usual = [form for form in here if _are_spellings(fact.value, form, counts)]
        if usual:
            form = max(usual, key=lambda form: (counts.get(form, 0), form))
            says = (Says(one.witness, form.capitalize()),)
            note = f"Spelt “{form.capitalize()}” {counts[form]} times elsewhere."
            found.append(found_in("spelling", one, fact.span, 0.5, note, says))
    return found


def _are_spellings(rare: str, usual: str, counts: Mapping[str, int]) -> bool:
    if rare == usual or min(len(rare), len(usual)) < _SHORTEST:
        return False
    if counts.get(usual, 0) < max(_OFTEN, 2 * counts.get(rare, 0)) or rare + "s" == usual or usual + "s" == rare:
        return False
    most = _MOST_APART if len(usual) > 7 else 1
    return 0 < OSA.distance(rare, usual, score_cutoff=most) <= most
