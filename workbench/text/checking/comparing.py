"""The one against the many: what all other versions in its language have otherwise."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from workbench.text.checking.findings import Finding, Says, Version, found_in
from workbench.text.checking.omissions import find_omissions, find_words_alone
from workbench.text.checking.places import place_beside
from workbench.text.words.facts import Fact, Facts
from workbench.text.words.languages import language_of
from workbench.text.words.nearness import nearness, plain_form
from workbench.text.words.spans import Span
from workbench.text.words.stops import SENTENCE_ENDS
from workbench.text.words.tokens import scan

__all__ = ["compare_versions"]

_MANY = 2  # other versions
_MOST = 0.6  # of the others
_SMALL = frozenset({"0", "1", "2"})  # "both", "once", "the one": numbers that come and go with the wording
_LONG = 40  # characters
_SHORT = 3  # letters
_OFF = 2.0
_LONGEST = 20_000  # characters of a text that is compared so
_ENDS = SENTENCE_ENDS | frozenset(":;\"'”’»)]—–-*")


def compare_versions(versions: Sequence[Version]) -> list[Finding]:
    """Find where one version stands against all others in its language; at least two others are wanted."""
    found: list[Finding] = []
    for language in {language_of(one.language) for one in versions}:
        same = [one for one in versions if language_of(one.language) == language and len(one.text) <= _LONGEST]
        for one in same:
            others = [other for other in same if other is not one]
            if len(others) >= _MANY:
                found += _compare(one, others)
    return found


def _compare(one: Version, others: Sequence[Version]) -> list[Finding]:
    found = [*_check_numbers(one, others), *_check_names(one, others), *_check_negations(one, others)]
    found += [*find_omissions(one, others), *_check_length(one, others), *_check_end(one, others)]
    return found or find_words_alone(one, others)


def _wanting(one: Sequence[Fact], others: Sequence[Sequence[Fact]]) -> list[str]:
    """List what most others have, two at least, and this one less often than these."""
    mine = Counter(fact.value for fact in one)
    theirs = [Counter(fact.value for fact in other) for other in others]
    wanted = max(_MANY, math.ceil(_MOST * len(others)))
    values = dict.fromkeys(value for other in theirs for value in other)
    return [value for value in values if sum(other[value] > mine[value] for other in theirs) >= wanted]


def _own(one: Sequence[Fact], others: Sequence[Sequence[Fact]]) -> list[Fact]:
    """List what no other has so often: the last ones of each value."""
    most = Counter[str]()
    for other in others:
        most |= Counter(fact.value for fact in other)
    seen = Counter[str]()
    found = []
    for fact in one:
        seen[fact.value] += 1
        if seen[fact.value] > most[fact.value]:
            found.append(fact)
    return found


def _check_numbers(one: Version, others: Sequence[Version]) -> list[Finding]:
    mine, theirs = one.facts.numbers, [other.facts.numbers for other in others]
    wanting, own = _wanting(mine, theirs), _own(mine, theirs)
    if own and (wanting or (all(theirs) and not {fact.value for fact in own} <= _SMALL)):
        return [_other(one, others, "number", own[0].span, 0.95 if wanting else 0.4, _numbers, wanting)]
    grave = [value for value in wanting if value not in _SMALL and not _is_written_otherwise(value, one, others)]
    if grave:
        place = _place_of(grave[0], one, others, lambda facts: facts.numbers)
        return [_other(one, others, "number", place, 0.7, _numbers, grave)]
    return []


def _is_written_otherwise(value: str, one: Version, others: Sequence[Version]) -> bool:
    """Tell whether a word of the one version begins as the number does in another ("thirdly", "third")."""
    facts = [(other, fact) for other in others for fact in other.facts.numbers if fact.value == value]
    words = {plain_form(fact.span.of(other.text)) for other, fact in facts}
    return any(form.startswith(word) for form in _forms(one) for word in words if len(word) > _SHORT)


def _numbers(facts: Facts) -> Sequence[Fact]:
    return facts.numbers


def _names(facts: Facts) -> Sequence[Fact]:
    return facts.names


def _other(
    one: Version,
    others: Sequence[Version],
    kind: str,
    span: Span,
    weight: float,
    of: Callable[[Facts], Sequence[Fact]],
    wanting: Sequence[str],
) -> Finding:
    words = span.of(one.text)
    says = tuple([Says(other.witness, _said(other, of(other.facts), wanting)) for other in others])
    note = f"“{words}” stands here alone." if words else "The others have more here."
    return found_in(kind, one, span, weight, note, says)


def _said(version: Version, facts: Sequence[Fact], wanting: Sequence[str]) -> str:
    chosen = [fact for fact in facts if fact.value in wanting] or list(facts)
    return ", ".join(dict.fromkeys(fact.span.of(version.text) for fact in chosen))


def _check_names(one: Version, others: Sequence[Version]) -> list[Finding]:
    """Find a name that all others have and one lacks, and the name that it has instead, if any."""
    mine, theirs = one.facts.names, [other.facts.names for other in others]
    here = _forms(one)
    short = _wanting(mine, theirs)
    absent = [value for value in short if not _is_written(value, here)]
    there = {form for other in others for form in _forms(other)}
    common = set().union(*(_uncapitalised(other) for other in others))
    own = [fact for fact in _own(mine, theirs) if fact.value not in common]
    new = [fact for fact in own if not _is_written(fact.value, there)]
    named = [{fact.value for fact in facts} for facts in theirs]
    agreed = [value for value in absent if all(value in names for names in named)]
    is_swap = len(mine) in map(len, theirs)
    if (agreed and own) or (is_swap and ((absent and own) or (short and new))):
        return [_other(one, others, "name", (new or own)[0].span, 0.9, _names, absent or short)]
    if not agreed:
        return _check_neighbours(one, others)
    return [_other(one, others, "name", _place_of(agreed[0], one, others, _names), 0.4, _names, agreed)]


def _check_neighbours(one: Version, others: Sequence[Version]) -> list[Finding]:
    """Find two names that stand side by side here alone, where others have words between them: "the TsK NKVD"."""
    for first, second in pairwise(one.facts.names):
        both = {first.value, second.value}
        apart = [other for other in others if both <= {fact.value for fact in other.facts.names}]
        is_one = len(both) > 1 and _is_gap(one.text[first.span.end : second.span.start])
        if is_one and apart and not any(_stand_together(first.value, second.value, other) for other in others):
            span = Span(first.span.start, second.span.end)
            note = f"“{span.of(one.text)}” stand side by side here alone."
            says = tuple([Says(other.witness, _said(other, other.facts.names, list(both))) for other in others])
            return [found_in("name", one, span, 0.85, note, says)]
    return []


def _stand_together(first: str, second: str, version: Version) -> bool:
    """Tell whether two names follow each other in a version with nothing but signs between them."""
    return any(
        _is_name(before.value, first)
        and _is_name(after.value, second)
        and not any(map(str.isalnum, version.text[before.span.end : after.span.start]))
        for before, after in pairwise(version.facts.names)
    )


def _is_name(one: str, other: str) -> bool:
    return one == other or bool(nearness(one, other))


def _is_gap(between: str) -> bool:
    return bool(between) and not between.strip(" \u00a0")


def _forms(version: Version) -> set[str]:
    return {form for piece in scan(version.text) if (form := plain_form(piece))}


def _uncapitalised(version: Version) -> set[str]:
    """Return the words of a version that are no names there."""
    return {plain_form(piece) for piece in scan(version.text) if piece.islower()}


def _is_written(name: str, forms: set[str]) -> bool:
    """Tell whether a name stands among words, in this or a near spelling or inside another."""
    return name in forms or any(nearness(name, form) or (len(name) > _SHORT and name in form) for form in forms)


def _check_negations(one: Version, others: Sequence[Version]) -> list[Finding]:
    mine, theirs = len(one.facts.negations), [len(other.facts.negations) for other in others]
    if mine and not any(theirs):
        return [_denial(one, others, one.facts.negations[0].span, 0.7)]
    if mine < min(theirs):
        return [_denial(one, others, _place_of_denial(one, others), 0.9 if mine == 0 else 0.7)]
    return []


def _denial(one: Version, others: Sequence[Version], span: Span, weight: float) -> Finding:
    says = tuple([Says(other.witness, _said(other, other.facts.negations, ())) for other in others])
    note = f"“{span.of(one.text)}” denies what the others state." if span else "The others deny something here."
    return found_in("negation", one, span, weight, note, says)


def _place_of_denial(one: Version, others: Sequence[Version]) -> Span:
    denial = others[0].facts.negations[-1] if not one.facts.negations else others[0].facts.negations[0]
    return place_beside(denial.span, one, others[0])


def _place_of(value: str, one: Version, others: Sequence[Version], of: Callable[[Facts], Sequence[Fact]]) -> Span:
    """Return where in the one version stands what another has beside a value."""
    found = ((fact, other) for other in others for fact in of(other.facts) if fact.value == value)
    fact, other = next(found)
    return place_beside(fact.span, one, other)


def _check_length(one: Version, others: Sequence[Version]) -> list[Finding]:
    lengths = sorted(other.length for other in others)
    usual = lengths[len(lengths) // 2]
    if max(usual, one.length) < _LONG or usual / _OFF <= one.length <= usual * _OFF:
        return []
    word = "shorter" if one.length < usual else "longer"
    says = tuple([Says(other.witness, f"{len(other.text)} characters") for other in others])
    note = f"Much {word} than the others: {len(one.text)} characters."
    return [found_in("length", one, Span(0, len(one.text)), 0.5, note, says)]


def _check_end(one: Version, others: Sequence[Version]) -> list[Finding]:
    ends = [other.text.rstrip()[-1:] for other in others]
    last = one.text.rstrip()[-1:]
    if not last or last in _ENDS or not all(end in _ENDS for end in ends):
        return []
    place = len(one.text.rstrip())
    says = tuple([Says(other.witness, end) for other, end in zip(others, ends, strict=True)])
    note = "No sign ends it, but the others' texts."
    return [found_in("end", one, Span(place - 1, place), 0.2, note, says)]
