"""The adapter of the encoder: what it refuses, what it remembers, what it never hands on."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from workbench.text.meaning import UnencodableText
from workbench.text.meaning.encoder import RememberingEncoder


class Model:
    """Counts what it is asked, and answers with vectors of length 1."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Any:
        self.asked += texts
        vectors = np.zeros((len(texts), 512), np.float32)
        for row, text in enumerate(texts):
            vectors[row, sum(map(ord, text)) % 512] = 1
        return vectors


def test_a_text_is_encoded_once() -> None:
    model = Model()
    encoder = RememberingEncoder(model)
    first = encoder.encode(["a barn", "a roof", "a barn"])
    assert np.array_equal(first, encoder.encode(["a barn", "a roof", "a barn"]))
    assert model.asked == ["a barn", "a roof"]


def test_nothing_has_no_vector_and_asks_nothing() -> None:
    model = Model()
    assert not RememberingEncoder(model).encode(["", " \n"]).any()
    assert RememberingEncoder(model).encode([]).shape == (0, 512)
    assert model.asked == []


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    model = Model()
    RememberingEncoder(model).encode(["a" * 1_000_000])
    assert [len(text) for text in model.asked] == [2_000]


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_is_no_text_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(UnencodableText, match=r"Text number 1 cannot be encoded: .* at code point 1"):
        RememberingEncoder(Model()).encode(["a", text])


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.text.meaning.encoder._MOST", 2)
    model = Model()
    encoder = RememberingEncoder(model)
    encoder.encode(["a", "b", "c"])
    encoder.encode(["c", "a"])
    assert model.asked == ["a", "b", "c", "a"]
