"""The index of an edition's words: as scripts that a page from a disk may load, where it may fetch nothing.

Words are told apart as in `edition.js`: runs of letters, marks and digits, lower case, without accents (NFKD, as
`_ACCENT` has them); in scripts without spaces each character by itself. A word's passages stand in the file of its
shard, as the gaps between their numbers, which count from 0.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import normalize

import regex

from workbench.interchange.document import PassageRecord
from workbench.web.publishing.sheets import Entry

__all__ = ["SHARDS", "entries_file", "shard_files", "shard_of", "words_of"]

SHARDS = 64
_WORD = regex.compile(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}"
    r"\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+"
)
_ACCENT = regex.compile(r"(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]|[\u00ad\u200c\u200d]")
"""Marks that may be left out: those of no script, and points; the vowel signs of India or Burma are letters."""


def words_of(text: str) -> set[str]:
    """Return the words of a text as the index has them."""
    return set(_WORD.findall(_ACCENT.sub("", normalize("NFKD", text)).lower()))


def shard_of(word: str) -> int:
    """Return the number of the file that a word stands in: the sum of its code points, by `SHARDS`."""
    return sum(map(ord, word)) % SHARDS


def entries_file(entries: Iterable[Entry]) -> str:
    """Return the script that says where each passage stands: reference, page, id."""
    rows = [[one.reference, one.page, one.element_id] for one in entries]
    return f"globalThis.editionEntries({_json(rows)});\n"


def shard_files(passages: Iterable[PassageRecord]) -> Iterator[tuple[int, str]]:
    """Yield the number and the script of each shard. Four bytes a word and passage are held meanwhile."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, passage in enumerate(passages):
        for word in {word for variant in passage.variants for word in words_of(variant.text)}:
            found[word].append(number)
    shards: list[dict[str, array[int]]] = [{} for _ in range(SHARDS)]
    for word in sorted(found):
        shards[shard_of(word)][word] = found[word]
    for number, words in enumerate(shards):
        rows = {word: _gaps(places) for word, places in words.items()}
        yield number, f"globalThis.editionShard({number}, {_json(rows)});\n"


def _gaps(places: "array[int]") -> list[int]:
    return [place - before for place, before in zip(places, [0, *places[:-1]], strict=True)]


def _json(value: object) -> str:
    """Return JSON that stands in a script whatever it holds."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
