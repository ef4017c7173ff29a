"""Words of scripts that write no spaces, cut by a dictionary where one is installed.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are cut by the character (`boundaries.py`) unless the extra
`segmentation` is installed: then ICU's dictionaries, which come with the package icu4py, say which characters form a
word. A segmenter only joins: no token is smaller than without it, a character keeps its marks, and whatever stands in
other scripts is cut as always. Each run, from one character of another kind (a space, a sign, a Latin letter, katakana)
to the next, is cut by itself. Neither the language of the text nor that of the machine takes part, so that one version
of ICU cuts one text alike everywhere.

`SEGMENTATION` says what cuts here. The environment variable of that name, `off` at the start, leaves the segmenter out.
"""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from workbench.text.words.boundaries import LONGEST, NO_BORDER, PLAIN, RUN_OR_WORD, TOKEN, UNSPACED, WORD
from workbench.text.words.cache import Cache

__all__ = ["SEGMENTATION", "SEGMENTER", "Segmenter", "split_words"]

_TABS = re.compile(r"(?:\|?\t)+\|?")
_MOST = 10_000  # runs that are remembered: some 10 MB
_LONGEST_MET = 60  # characters of a run that is remembered

Segmenter = Callable[[str], Iterable[str]]
"""Cuts lines of letters and marks into words: joined, what it returns is what it was given, white space included."""


def _find_segmenter() -> tuple[Segmenter | None, str]:
    """Return ICU's segmenter and its name; or no segmenter, where none is installed or the environment forbids it."""
    if os.environ.get("SEGMENTATION", "on").lower() not in {"on", "true", "yes", "1"}:
        return None, "by the character"
    try:
        from icu4py import icu_version  # noqa: PLC0415  # an optional extra
        from icu4py.breakers import WordBreaker  # noqa: PLC0415
    except ImportError:
        return None, "by the character"
    return (lambda lines: WordBreaker(lines, "root")), f"ICU {icu_version}"


SEGMENTER, SEGMENTATION = _find_segmenter()


def split_words(text: str, segmenter: Segmenter | None = SEGMENTER, names: Sequence[str] = ()) -> list[str]:
    """Split a text into a gap (white space or ""), a word or sign, a gap, ..., a gap; joining them gives the text.

    `names` are words that no dictionary has to know: where they occur, they are cut as when they stand alone.
    """
    if segmenter is None or not UNSPACED.search(text):
        return WORD.split(text)
    pieces = RUN_OR_WORD.split(text)  # a gap, a run or None, a word or None, a gap, ...
    runs, words, gaps = pieces[1::3], pieces[2::3], pieces[3::3]
    cut = iter(_cut_all(list(filter(None, runs)), segmenter, _find_names(tuple(names)) if names else None))
    split = pieces[:1]
    for run, word, gap in zip(runs, words, gaps, strict=True):
        split += _lay_out(next(cut), gap) if run else (word, gap)
    return split


def _lay_out(words: Sequence[str], gap: str) -> list[str]:
    """Put nothing between the words of a run, and the gap behind the last."""
    laid = [""] * (2 * len(words))
    laid[::2] = words
    laid[-1] = gap
    return laid


@lru_cache(maxsize=64)
def _find_names(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Make the pattern that finds those names, the longest first, which have more than one character without spaces."""
    runs = {run for name in names for run, _ in RUN_OR_WORD.findall(name) if len(run) > 1}
    return re.compile("|".join(map(re.escape, sorted(runs, key=lambda run: (-len(run), run))))) if runs else None


def _cut_all(runs: Sequence[str], segmenter: Segmenter, names: re.Pattern[str] | None) -> Sequence[list[str]]:
    """Cut the runs; those that were met lately are remembered, for versions of one text share most of them."""
    if names or segmenter is not SEGMENTER:
        return _cut_runs(runs, segmenter, names)
    new = [run for run in dict.fromkeys(runs) if run not in _met]
    cut = dict(zip(new, _cut_runs(new, segmenter, None), strict=True)) if new else {}
    if len(_met) + len(new) <= _MOST:
        _met.update((run, words) for run, words in cut.items() if len(run) <= _LONGEST_MET)
    else:
        _met.forget()
    return [cut[run] if run in cut else _met[run] for run in runs]


def _cut_runs(runs: Sequence[str], segmenter: Segmenter, names: re.Pattern[str] | None) -> list[list[str]]:
    """Cut the runs, a line each, all in one call: a call for each would cost several times as much."""
    lines_of_runs = "\n".join(runs)
    if names is None:
        marked = "|".join(segmenter(lines_of_runs))
    else:
        marked = _TABS.sub("|", "|".join(segmenter(names.sub("\t\\g<0>\t", lines_of_runs))))
    lines = (marked if PLAIN(marked) else NO_BORDER.sub("", marked)).split("\n")
    cut = [line.strip("|").split("|") for line in lines]
    return cut if len(max(lines, key=len)) <= LONGEST else [_bound(words) for words in cut]


def _cut_run(run: str) -> list[str]:
    return _cut_runs([run], SEGMENTER, None)[0] if SEGMENTER else TOKEN.findall(run)


_met = Cache(_cut_run, most=_MOST)


def _bound(words: Sequence[str]) -> list[str]:
    """Cut by the character what no dictionary knows and nothing bounds: no word is that long."""
    return [piece for word in words for piece in ([word] if len(word) <= LONGEST else TOKEN.findall(word))]
