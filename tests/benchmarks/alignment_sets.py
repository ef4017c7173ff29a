"""Real texts for the alignment benchmark, with gold: units of equal reference, noised so that they don't match.

Noise, with a seed, on each side by itself: 3 % of the units lost, 5 % merged with the next, 5 % split (at a mark of
punctuation in the middle half, else between words). The gold then follows from the references: units that share one
belong to one link.
"""

import os
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[2] / ".." / "shared" / "data")).resolve()

Links = set[tuple[tuple[int, ...], tuple[int, ...]]]
Unit = tuple[tuple[str, ...], str]

LOST, MERGED, SPLIT = 0.03, 0.05, 0.05
_NEW_TESTAMENT = """Matt Mark Luke John Acts Rom 1Cor 2Cor Gal Eph Phil Col 1Thess 2Thess 1Tim 2Tim Titus Phlm Heb Jas
    1Pet 2Pet 1John 2John 3John Jude Rev"""
_FILES = {
    "kjv": "bibles/eng_KJV_2006.tsv",
    "asv": "bibles/eng_ASV.tsv",
    "ylt": "bibles/eng_YLT.tsv",
    "synodal": "bibles/rus_Synodal.tsv",
    "crawley": "thucydides/eng_crawley1874.tsv",
    "hobbes": "thucydides/eng_hobbes1629.tsv",
    "jowett": "thucydides/eng_jowett1881.tsv",
    "foster": "livy/eng_foster.tsv",
    "bohn": "livy/eng_bohn.tsv",
    "lat": "livy/lat.tsv",
    "dante": "dante/ita_dante_line.tsv",
    "dante_cantos": "dante/ita_dante_canto.tsv",
    "cary": "dante/eng_cary1814_canto.tsv",
    "longfellow": "dante/eng_longfellow1867_line.tsv",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Two sides and the links between them."""

    name: str
    source: list[str]
    target: list[str]
    gold: Links
    same_language: bool


def read_passages(name: str) -> dict[str, str]:
    """Reference and text of each passage of one of the texts."""
    lines = (DATA / _FILES[name]).read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def group(passages: Mapping[str, str], parts: int) -> dict[str, str]:
    """Join passages whose references agree in the first `parts` parts ("1.2.3" and "1.2.4" are both in "1.2")."""
    groups: dict[str, list[str]] = defaultdict(list)
    for reference, text in passages.items():
        groups[".".join(reference.split(".")[:parts])].append(text)
    return {reference: " ".join(texts) for reference, texts in groups.items()}


def make_case(
    name: str, left: Mapping[str, str], right: Mapping[str, str], *, same: bool, most: int, seed: int
) -> Case:
    """Noise the first `most` passages that both sides have."""
    common = [reference for reference in left if reference in right][:most]
    source = add_noise([((reference,), left[reference]) for reference in common], random.Random(seed))
    target = add_noise([((reference,), right[reference]) for reference in common], random.Random(seed + 1))
    return Case(name, [text for _, text in source], [text for _, text in target], find_gold(source, target), same)


def add_noise(units: Sequence[Unit], rng: random.Random) -> list[Unit]:
    """Lose, merge and split units."""
    noised, at = [], 0
    while at < len(units):
        chance, (references, text) = rng.random(), units[at]
        at += 1
        if chance < LOST:
            continue
        if chance < LOST + MERGED and at < len(units):
            following = units[at]
            at += 1
            noised.append((references + following[0], f"{text} {following[1]}"))
        elif chance < LOST + MERGED + SPLIT and len(text.split()) >= 6:
            noised += [(references, part) for part in _split(text.split(), rng)]
        else:
            noised.append((references, text))
    return noised


def _split(words: list[str], rng: random.Random) -> tuple[str, str]:
    middle = range(max(1, len(words) // 4), 3 * len(words) // 4 + 1)
    cut = rng.choice([at for at in middle if words[at - 1][-1] in ",.;:!?"] or list(middle))
    return " ".join(words[:cut]), " ".join(words[cut:])


def find_gold(source: Sequence[Unit], target: Sequence[Unit]) -> Links:
    """Link the units that share a reference, directly or through others."""
    parent: dict[object, object] = {}

    def find(node: object) -> object:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    sides = (source, target)
    for side, units in enumerate(sides):
        for number, (references, _) in enumerate(units):
            for reference in references:
                parent[find((side, number))] = find(reference)
    groups: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, units in enumerate(sides):
        for number in range(len(units)):
            groups[find((side, number))][side].append(number)
    return {(tuple(left), tuple(right)) for left, right in groups.values()}


def read_cases(seed: int) -> Iterator[Case]:
    """All cases, the quick ones first."""
    kjv = read_passages("kjv")
    thucydides = {name: group(read_passages(name), 2) for name in ("crawley", "hobbes", "jowett")}
    for left, right in (("jowett", "crawley"), ("hobbes", "crawley"), ("hobbes", "jowett")):
        pair = thucydides[left], thucydides[right]
        yield make_case(f"Thucydides by chapter, {left}~{right}", *pair, same=True, most=10_000, seed=seed)
    livy = [group(read_passages(name), 2) for name in ("foster", "bohn")]
    yield make_case("Livy by chapter, foster~bohn", *livy, same=True, most=10_000, seed=seed)
    yield make_case("KJV~ASV, 10,000 verses", kjv, read_passages("asv"), same=True, most=10_000, seed=seed)
    yield make_case("KJV~YLT, 10,000 verses", kjv, read_passages("ylt"), same=True, most=10_000, seed=seed)
    books = set(_NEW_TESTAMENT.split())
    synodal = {r: t for r, t in read_passages("synodal").items() if r.split(".")[0] in books}
    for most in (100, 300, 1000, 10_000):
        name = f"Synodal~KJV New Testament, {min(most, 7957):,}"
        yield make_case(name, synodal, kjv, same=False, most=most, seed=seed)
    terzine = read_passages("dante"), read_passages("longfellow")
    yield make_case("Dante~Longfellow, 2,000 lines", *terzine, same=False, most=2000, seed=seed)
    yield read_textberg()


def read_textberg() -> Case:
    """The German-French development set of Text+Berg, as it is (no noise): sentences, gold by hand."""
    german, french = (
        (DATA / "textberg" / f"dev.{language}").read_text(encoding="utf-8").splitlines() for language in ("de", "fr")
    )
    gold = set()
    for line in (DATA / "textberg" / "dev.defr").read_text(encoding="utf-8").splitlines():
        left, right = (tuple(map(int, re.findall(r"\d+", part))) for part in line.split(":"))
        gold.add((left, right))
    return Case("Text+Berg dev, German~French", german, french, gold, same_language=False)
