"""Two people changed the same text: their changes in one text, where they do not touch.

The second of two writers is refused, and shown both texts. Most often the two changed different words, and then the
text that holds both changes is plain. It is offered, never written unasked. The patches are those of
diff-match-patch (N. Fraser, https://github.com/google/diff-match-patch), over words instead of characters: each
different token of the three texts stands for one character of a private plane, so that a patch fits only where every
word of its context does.
"""

from collections.abc import Iterable, Iterator

from diff_match_patch import diff_match_patch

from workbench.text.difference.opcodes import Row
from workbench.text.difference.shortest_edit import cover, find_matching_blocks
from workbench.text.words.tokens import tokenise

__all__ = ["merge"]

_FIRST = 0xF0000  # two private planes: no character there means anything to diff-match-patch's own clean-ups
_MOST = 0x10FFFD - _FIRST


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Return `mine` with the changes that lead from `base` to `theirs`, or None where the changes touch.

    A change is found again by the words around it, which must stand in `mine` as they stood in `base`. None, too, for
    texts of more than a hundred thousand different words together.
    """
    codes: dict[str, str] = {}
    packed = [_pack(text, codes) for text in (base, mine, theirs)]
    if len(codes) > _MOST:
        return None
    engine = _engine()
    patches = engine.patch_make(packed[0], _differences(packed[0], packed[2]))
    merged, are_applied = engine.patch_apply(patches, packed[1])
    words = {code: word for word, code in codes.items()}
    return "".join(words[code] for code in merged) if all(are_applied) else None


def _engine() -> diff_match_patch:
    """Return an engine that applies a patch only where its whole context stands, however far it has moved."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    engine.Match_Threshold = 0.0001
    engine.Match_Distance = 10**12
    engine.Patch_DeleteThreshold = 0.0
    return engine


def _pack(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.setdefault(token.text, chr(min(_FIRST + len(codes), 0x10FFFF))) for token in tokenise(text))


def _differences(left: str, right: str) -> list[tuple[int, str]]:
    """Return the edit from one packed text to the other as diff-match-patch writes it."""
    runs, _ = find_matching_blocks(list(left), list(right))
    return list(_steps(cover(runs, len(left), len(right)), left, right))


def _steps(rows: Iterable[Row], left: str, right: str) -> Iterator[tuple[int, str]]:
    for equal, a, b, c, d, _, _ in rows:
        if equal:
            yield diff_match_patch.DIFF_EQUAL, left[a:b]
            continue
        if b > a:
            yield diff_match_patch.DIFF_DELETE, left[a:b]
        if d > c:
            yield diff_match_patch.DIFF_INSERT, right[c:d]
