"""Paths of passages as divisions: only where a reference is nothing but the labels of its path with signs between."""

from workbench.interchange.document import WorkRecord

__all__ = ["delimiters_of"]


def delimiters_of(work: WorkRecord) -> tuple[str, ...] | None:
    """Return what stands before each label in all references of a work, None where its paths do not make them."""
    depth = len(work.levels)
    if not depth or not work.passages or any(len(one.path) != depth or not all(one.path) for one in work.passages):
        return None
    found = _delimiters(work.passages[0].reference or "", work.passages[0].path)
    if found is None or not all(found[1:]) or not all(work.levels):
        return None
    is_made = all(one.reference == _print(one.path, found) for one in work.passages)
    return found if is_made else None


def _print(path: tuple[str, ...], delimiters: tuple[str, ...]) -> str:
    return "".join(f"{delimiter}{label}" for delimiter, label in zip(delimiters, path, strict=True))


def _delimiters(reference: str, path: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return what stands before each label of a path in the reference, None where one does not stand there."""
    delimiters: list[str] = []
    at = 0
    for label in path:
        place = reference.find(label, at + bool(delimiters))
        if place < 0 or (not delimiters and place):
            return None
        delimiters.append(reference[at:place])
        at = place + len(label)
    return tuple(delimiters) if at == len(reference) else None
