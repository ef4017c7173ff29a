"""Pairs of texts that are known to say the same or not: the same passage in two versions, and different passages.

Each set is cut in two by place in the work: what the rule was fitted on, and what it never saw. Different passages are
of the same book in two versions, half of them at most five passages apart, half anywhere.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.benchmarks.diff_pairs import DATA, read_passages

__all__ = ["Sample", "draw_samples", "draw_strangers"]

_SEED = 2026
_NEAR = 5  # passages apart
Version = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """One pair: which set it is of, whether the rule was fitted on its half, and whether it is the same passage."""

    name: str
    language: str
    is_held_out: bool
    is_same: bool
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class _Set:
    """Versions of one work; `is_held_out` tells of a passage's id whether it is of the half never fitted on."""

    name: str
    language: str
    versions: Callable[[], list[Version]]
    is_held_out: Callable[[str], bool]
    book_of: Callable[[str], str]


def draw_samples(count: int) -> Iterator[Sample]:
    """Draw at most `count` true pairs and as many different ones from each half of each set (seeded)."""
    for number, texts in enumerate(_sets()):
        rng = random.Random(_SEED + number)
        versions = texts.versions()
        for held_out in (False, True):
            yield from _draw(texts, versions, held_out, count, rng)


def _draw(texts: _Set, versions: list[Version], held_out: bool, count: int, rng: random.Random) -> Iterator[Sample]:
    keys = [key for key in dict.fromkeys(k for v in versions for k in v) if texts.is_held_out(key) == held_out]
    couples = [(a, b) for a in versions for b in versions if a is not b]
    true = [(a[key], b[key]) for a, b in couples for key in keys if key in a and key in b]
    for left, right in rng.sample(true, min(count, len(true))):
        yield Sample(texts.name, texts.language, held_out, True, left, right)
    made = 0
    while keys and made < min(count, len(true)):
        (a, b), first = rng.choice(couples), rng.randrange(len(keys))
        second = first + rng.choice((-1, 1)) * rng.randint(1, _NEAR) if made % 2 else rng.randrange(len(keys))
        if second == first or not 0 <= second < len(keys):
            continue
        left, right = keys[first], keys[second]
        if left in a and right in b and texts.book_of(left) == texts.book_of(right):
            made += 1
            yield Sample(texts.name, texts.language, held_out, False, a[left], b[right])


def draw_strangers(count: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Draw different passages of texts that are there in one version of a language, by name."""
    yield "Russian Bible", _draw_different(read_passages("bibles/rus_Synodal"), count)
    yield "Latin Livy", _draw_different(read_passages("livy/lat"), count)
    for path in sorted((DATA / "udhr").glob("[a-z]*.tsv")):
        yield f"Human rights, {path.stem}", _draw_different(read_passages(f"udhr/{path.stem}"), count // 5)


def _draw_different(version: Version, count: int) -> list[tuple[str, str]]:
    texts, rng = [text for text in version.values() if text], random.Random(_SEED)
    places = [rng.sample(range(len(texts)), 2) for _ in range(count)]
    return [(texts[first], texts[second]) for first, second in places]


def _sets() -> Iterator[_Set]:
    bible, livy, thucydides = ("eng_KJV_PCE", "eng_ASV", "eng_YLT"), ("eng_bohn", "eng_foster"), _THUCYDIDES
    yield _Set("Bible, revisions", "en", lambda: _read("bibles", bible[:2]), _is_of_new_testament, _book_of_verse)
    yield _Set("Bible, literal", "en", lambda: _read("bibles", bible[::2]), _is_of_new_testament, _book_of_verse)
    yield _Set("Thucydides, sections", "en", lambda: _read("thucydides", thucydides), _is_late("3"), _book)
    yield _Set("Thucydides, chapters", "en", lambda: _chapters("thucydides", thucydides), _is_late("3"), _book)
    yield _Set("Livy, sections", "en", lambda: _read("livy", livy), _is_late("6"), _book)
    yield _Set("Livy, chapters", "en", lambda: _chapters("livy", (*livy, "eng_roberts")), _is_late("6"), _book)
    yield _Set("Dante, cantos", "en", lambda: _read("dante", _DANTE), lambda _: True, _book)
    yield _Set("Darwin, paragraphs", "en", _read_darwin, lambda key: int(key) > 12, lambda _: "")
    yield _Set("TED, segments", "de", _read_talks, lambda key: key >= "talk.5", _book)
    yield _Set("TED, three segments", "de", _join_talks, lambda key: key >= "talk.5", _book)
    for names in _RIGHTS:
        yield _Set("Human rights", names[0][:3], lambda n=names: _read("udhr", n), lambda _: True, lambda _: "")  # type: ignore[misc]


_THUCYDIDES = ("eng_hobbes1629", "eng_crawley1874", "eng_jowett1881")
_DANTE = ("eng_cary1814_canto", "eng_longfellow1867_canto", "eng_norton1902_canto")
_RIGHTS = (("por_BR", "por_PT"), ("deu_1901", "deu_1996"), ("ell_monotonic", "ell_polytonic"))


def _is_late(book: str) -> Callable[[str], bool]:
    return lambda key: float(_book(key)) >= float(book)


def _book(key: str) -> str:
    return key.rsplit(".", 1)[0] if key.startswith("talk") else key.split(".", 1)[0]


def _book_of_verse(key: str) -> str:
    return key.split(".", 1)[0]


def _is_of_new_testament(key: str) -> bool:
    return _book_of_verse(key) in _list_new_testament()


@cache
def _list_new_testament() -> frozenset[str]:
    books = list(dict.fromkeys(map(_book_of_verse, read_passages("bibles/eng_ASV"))))
    return frozenset(books[books.index("Matt") :])


def _read(folder: str, names: tuple[str, ...]) -> list[Version]:
    return [{key: text for key, text in read_passages(f"{folder}/{name}").items() if text} for name in names]


def _chapters(folder: str, names: tuple[str, ...]) -> list[Version]:
    return [_join(version, lambda key: key.rsplit(".", 1)[0]) for version in _read(folder, names)]


def _join(version: Version, name: Callable[[str], str]) -> Version:
    joined: dict[str, list[str]] = {}
    for key, text in version.items():
        joined.setdefault(name(key), []).append(text)
    return {key: " ".join(texts) for key, texts in joined.items()}


def _read_table(name: str, key_columns: int, first: int) -> list[Version]:
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines[1:] if line]
    width = len(lines[0].split("\t"))
    return [
        {".".join(row[:key_columns]): row[column] for row in rows if len(row) == width and row[column]}
        for column in range(first, width)
    ]


def _read_darwin() -> list[Version]:
    return _read_table("darwin/paragraphs_6editions.tsv", 1, 1)


def _read_talks() -> list[Version]:
    return _read_table("mqm/pivot_ende.tsv", 2, 3)


def _join_talks() -> list[Version]:
    return [
        _join(version, lambda key: f"{_book(key)}.{(int(key.split('.')[2]) - 1) // 3}") for version in _read_talks()
    ]
