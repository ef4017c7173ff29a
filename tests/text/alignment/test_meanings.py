"""Two languages with an encoder: where meaning leads, and where it says nothing."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.text.alignment.test_align import LETTER
from workbench.text import align, distribute
from workbench.text.alignment.meaning_pass import segments_of
from workbench.text.meaning import load

UDHR = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[4] / "shared" / "data")) / "udhr"

GERMAN = [
    "Lieber Bruder, die Ernte ist eingebracht, und die Scheune ist voll bis unter das Dach.",
    "Dein Neffe hat sich den Arm gebrochen, als er im September vom Nussbaum fiel.",
    "Der Arzt aus der Stadt hat den Knochen eingerichtet und drei Gulden dafür genommen.",
    "Die Mutter fragt jeden Abend, ob der Postbote an unserer Pforte vorbeigekommen ist.",
    "Sie hat dir Strümpfe aus grauer Wolle gestrickt, und einen Schal.",
    "Komm heim, bevor der Schnee den Pass versperrt, oder warte bis Ostern.",
]


class Knowing:
    """Knows which sentences say the same: those of one number have one vector."""

    def encode(self, texts: Sequence[str]) -> Any:
        vectors = np.zeros((len(texts), 16), np.float32)
        for row, text in enumerate(texts):
            for side in (LETTER, GERMAN):
                for number, known in enumerate(side):
                    vectors[row, number] += text.strip() in known or known in text
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(norms > 0, norms, 1)


class Ignorant:
    """Finds everything alike."""

    def encode(self, texts: Sequence[str]) -> Any:
        vectors = np.zeros((len(texts), 16), np.float32)
        vectors[:, 0] = 1
        return vectors


def pairs(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = align(source, target, same_language=False, encoder=Knowing())
    return [(link.source, link.target) for link in found.links]


def test_units_that_mean_the_same_are_linked() -> None:
    assert pairs(LETTER, GERMAN) == [((i,), (i,)) for i in range(6)]


def test_a_block_that_is_missing_is_missing() -> None:
    assert pairs(LETTER, GERMAN[:1] + GERMAN[4:]) == [
        ((0,), (0,)), ((1,), ()), ((2,), ()), ((3,), ()), ((4,), (1,)), ((5,), (2,)),
    ]  # fmt: skip


def test_two_units_in_one_are_two_to_one() -> None:
    merged = [*GERMAN[:2], f"{GERMAN[2]} {GERMAN[3]}", *GERMAN[4:]]
    assert pairs(LETTER, merged)[2] == ((2, 3), (2,))


def test_an_encoder_that_knows_nothing_changes_nothing() -> None:
    without = align(LETTER, GERMAN, same_language=False)
    assert align(LETTER, GERMAN, same_language=False, encoder=Ignorant()) == without
    text = " ".join(GERMAN)
    assert distribute(LETTER, text, encoder=Ignorant()) == distribute(LETTER, text)


def test_one_language_asks_no_encoder() -> None:
    assert align(LETTER, LETTER, encoder=Ignorant()) == align(LETTER, LETTER)


def test_segments_share_the_words_of_their_bead_by_length() -> None:
    found = segments_of([(0, 1, 0, 1), (1, 2, 1, 1), (2, 4, 1, 3)], ["a", "b", "c" * 10, "d" * 30], [5, 4, 4])
    assert found.starts.tolist() == [0, 5, 5, 7]
    assert found.ends.tolist() == [5, 5, 7, 13]


def read_declaration(code: str) -> list[str]:
    lines = (UDHR / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t", 1)[1] for line in lines if "\t" in line]


@pytest.mark.data
@pytest.mark.skipif(not UDHR.exists() or load() is None, reason="the declarations and the extra `meaning` are wanted")
@pytest.mark.parametrize("code", ["lat", "ukr", "srp_cyrl", "epo", "heb", "ell_polytonic", "pes_1"])
def test_languages_that_the_encoder_does_not_know_are_aligned_as_without_it(code: str) -> None:
    sides = read_declaration(code), read_declaration("eng")
    assert align(*sides, same_language=False, encoder=load()) == align(*sides, same_language=False)
