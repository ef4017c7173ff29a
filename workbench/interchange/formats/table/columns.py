"""What the columns of a wide table hold: the reference, in one column or several, texts, headings, comments.

Several columns make one reference where their names say what they count (book, chapter, verse; act, scene, line): a
book stands before, chapter and verse with a colon between them, anything else with full stops: `Ruth 1:1`, `1.2.3`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table.cells import Row, name_column
from workbench.interchange.formats.table.header import Column, is_tag, parse_column, tidy_reference
from workbench.interchange.options import ReadOptions
from workbench.interchange.reserved import role_of

__all__ = ["LEVELS", "Columns", "find_columns", "level_columns", "name_columns", "reference_of", "references_of"]

LEVELS: Mapping[str, str] = {
    "book": "book buch livre libro liber книга",
    "part": "part teil partie parte часть act akt acte volume band",
    "chapter": "chapter kapitel chapitre capítulo capitolo caput глава psalm scene szene scène canto",
    "verse": "verse vers verset versículo versetto стих line zeile ligne section sentence paragraph",
}
"""Names of columns that make up a reference, by their level, in several languages."""

_REFERENCE = frozenset({"reference", "ref", "id", "passage", "referenz", "référence", "ссылка"})
_LEVELS = {name: level for level, names in LEVELS.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places (from 0) of what a table holds. `unread` names columns that are passed over."""

    references: tuple[int, ...]
    texts: list[Column] = field(default_factory=list)
    levels: tuple[str, ...] = ()
    heading: int | None = None
    comment: int | None = None
    state: int | None = None
    unread: tuple[str, ...] = ()


def find_columns(header: Row, rows: Sequence[Row], options: ReadOptions) -> Columns:
    """Return what the columns hold by their names in the header. Columns without name and text, as spreadsheets leave,
    go.

    Raises `FormatError` for a column that the options name and the table does not have.
    """
    filled = min(len(header.cells), max(map(_filled, (header, *rows))))
    cells = header.cells[:filled]
    levels = level_columns(cells)
    references = tuple(levels) if len(levels) > 1 else (_place_of_reference(cells, filled),)
    others = [index for index in range(filled) if index not in references]
    if options.columns:
        return Columns(references, _chosen(header, others, options.columns), tuple(levels.values()))
    roles = {index: role_of(cells[index]) if index < len(cells) else "" for index in others}
    if len(references) > 1:
        roles |= {index: "id" for index in others if index < references[0]}
    roles |= dict.fromkeys(_notes_of_others(cells, others), "note")
    roles |= {at: "id" for at in others if _name(cells, at) in _REFERENCE and not roles[at]}
    texts = [parse_column(cells[index] if index < len(cells) else "", index) for index in others if not roles[index]]
    texts = _with_tags(texts, cells)
    unread = tuple(cells[index].strip() for index in others if roles[index] in {"note", "id"})
    places = {role: next((at for at in others if roles[at] == role), None) for role in ("heading", "comment", "state")}
    return Columns(references, texts, tuple(levels.values()), **places, unread=unread)


def name_columns(row: Row, rows: Sequence[Row], options: ReadOptions) -> Columns:
    """Return the columns of a table whose first row is a passage: translations are A, B, C …, one alone as the options
    say.
    """
    filled = max(map(_filled, (row, *rows)))
    names = [options.siglum] if filled == 2 and options.siglum else list(map(name_column, range(filled - 1)))
    texts = [Column(name, options.language if filled == 2 else "", at) for at, name in enumerate(names, 1)]
    return Columns((0,), texts)


def level_columns(cells: Sequence[str]) -> dict[int, str]:
    """Return the level of each column whose name says one, by its place."""
    found: dict[int, str] = {}
    for index, cell in enumerate(cells):
        level = _LEVELS.get(cell.strip().casefold())
        if level and level not in found.values():
            found[index] = level
    return found


def references_of(rows: Sequence[Row], columns: Columns) -> Iterator[str]:
    """Yield the reference of each row; an empty cell of an outer level says what the one above says."""
    above = [""] * len(columns.references)
    for row in rows:
        said = [tidy_reference(row.cells[index]) if index < len(row.cells) else "" for index in columns.references]
        if len(said) > 1 and said[-1]:
            said[:-1] = [here or before for here, before in zip(said[:-1], above[:-1], strict=True)]
            above = said
        yield reference_of(said, columns.levels) if len(said) > 1 else said[0]


def reference_of(said: Sequence[str], levels: Sequence[str]) -> str:
    """Return the reference that the numbers of several levels make: `Ruth 1:1`, `1:1`, `1.2.3`."""
    pairs = [(level, one) for level, one in zip(levels, said, strict=True) if one]
    book = " ".join(one for level, one in pairs if level == "book")
    rest = [(level, one) for level, one in pairs if level != "book"]
    between = ":" if [level for level, _ in rest] == ["chapter", "verse"] else "."
    return " ".join(filter(None, (book, between.join(one for _, one in rest))))


def _place_of_reference(cells: Sequence[str], filled: int) -> int:
    """Return the place of the column that is called so, where the first one is not; else 0, or `filled` (there is none)
    where the first is called as a language. Of two that are called so, `id` is not the one.
    """
    names = [cell.strip().casefold() for cell in cells]
    called = [at for at, name in enumerate(names) if name in _REFERENCE]
    better = [at for at in called if names[at] != "id"]
    if called and names[0] not in _LEVELS:
        return (better or called)[0]
    return filled if len(names) > 1 and _says_language(cells[0]) else 0


def _says_language(cell: str) -> bool:
    return is_tag(cell) or bool(parse_column(cell).language)


def _name(cells: Sequence[str], at: int) -> str:
    return cells[at].strip().casefold() if at < len(cells) else ""


def _notes_of_others(cells: Sequence[str], others: Sequence[int]) -> Iterator[int]:
    """Yield the columns that are called as the notes of another one: `A notes`, `Notes on A`."""
    names = {at: _name(cells, at) for at in others}
    for at, name in names.items():
        rest = [
            word for word in name.replace("_", " ").replace(":", " ").split() if word not in {"on", "of", "to", "zu"}
        ]
        noted = [word for word in rest if role_of(word) == "note"]
        about = " ".join(word for word in rest if word not in noted)
        if noted and about and any(about == other for there, other in names.items() if there != at):
            yield at


def _with_tags(texts: list[Column], cells: Sequence[str]) -> list[Column]:
    """Return columns with their names as languages, where all of two or more are called by tags."""
    names = [cells[one.index] if one.index < len(cells) else "" for one in texts]
    if len(texts) < 2 or not all(map(is_tag, names)):
        return texts
    return [
        Column(one.siglum, name.strip().replace("_", "-"), one.index) for one, name in zip(texts, names, strict=True)
    ]


def _chosen(header: Row, others: Sequence[int], wished: str) -> list[Column]:
    by_name = {header.cells[index].strip().casefold(): index for index in others if index < len(header.cells)}
    by_siglum = {parse_column(header.cells[at]).siglum.casefold(): at for at in others if at < len(header.cells)}
    by_letter = {name_column(index).casefold(): index for index in others}
    chosen = []
    for name in filter(None, (part.strip() for part in wished.split(","))):
        folded = name.casefold()
        index = next((known[folded] for known in (by_name, by_siglum, by_letter) if folded in known), None)
        if index is None:
            expected = ", ".join(header.cells[at].strip() for at in others if at < len(header.cells))
            raise FormatError((Problem("columns", f"There is no column {name!r}. Expected some of {expected}."),))
        chosen.append(parse_column(header.cells[index] if index < len(header.cells) else "", index))
    return chosen


def _filled(row: Row) -> int:
    """Return how many cells the row has up to its last one that is not blank."""
    return next((at for at in range(len(row.cells), 0, -1) if row.cells[at - 1].strip()), 0)
