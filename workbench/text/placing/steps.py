"""Steps as words, so that what a person did can be kept, taken again and undone.

| step | what it does |
|---|---|
| `move 3 start word 1` | the start of passage 3 one word on (`end`, `sentence`, `-1`) |
| `begin 3 120` | passage 3 begins at the word at offset 120 |
| `merge 3` | the words of passage 4 stand with passage 3's |
| `mark 3 omitted` | passage 3 has no words here (`joined`, `unentered`) |
| `swap 3 4` | the two change places |
| `drop 3` | the words of passage 3 are boilerplate |
| `absorb 120 before` | the boilerplate at offset 120 belongs to the passage before (`after`) it |
| `confirm 3` | the words of passage 3 are right |

Passages count from 0, offsets are code points.
"""

from collections.abc import Callable, Iterable
from typing import Any

from workbench.text.placing.belonging import absorb, confirm, drop, mark, merge, swap
from workbench.text.placing.cuts import begin_at, move_cut
from workbench.text.placing.errors import UnknownStep
from workbench.text.placing.values import Placing
from workbench.text.words.digits import read_digits

__all__ = ["STEPS", "take_step", "take_steps"]

STEPS: dict[str, tuple[Callable[..., Placing], tuple[object, ...]]] = {
    "move": (move_cut, ("passage", {"start", "end"}, {"word", "sentence"}, {"1", "-1"})),
    "begin": (begin_at, ("passage", "offset")),
    "merge": (merge, ("passage",)),
    "mark": (mark, ("passage", {"omitted", "joined", "unentered"})),
    "swap": (swap, ("passage", "passage")),
    "drop": (drop, ("passage",)),
    "absorb": (absorb, ("offset", {"before", "after"})),
    "confirm": (confirm, ("passage",)),
}
_DIGITS = 9


def take_steps(placing: Placing, steps: Iterable[str]) -> Placing:
    """Take one step after the other; raises what `take_step` raises."""
    for step in steps:
        placing = take_step(placing, step)
    return placing


def take_step(placing: Placing, step: str) -> Placing:
    """Return the placing after a step. Raises `UnknownStep` if it is none, `CannotStep` if it does not go here."""
    name, *words = step.split(" ")
    if name not in STEPS or len(words) != len(STEPS[name][1]):
        raise UnknownStep(step)
    act, expected = STEPS[name]
    return act(placing, *[_read(word, kind, placing, step) for word, kind in zip(words, expected, strict=True)])


def _read(word: str, kind: object, placing: Placing, step: str) -> Any:
    """Return one word of a step as the value it stands for."""
    if isinstance(kind, set):
        if word not in kind:
            raise UnknownStep(step)
        return int(word) if word in {"1", "-1"} else word
    limit = len(placing.states) if kind == "passage" else len(placing.text)
    number = read_digits(word, longest=_DIGITS)
    if number is None or number >= limit:
        raise UnknownStep(step)
    return number
