"""What a collation says, in lines."""

from collections.abc import Iterator, Sequence

from tests.text.golden.blocks import Block, quote
from workbench.text import Collation, Column, apparatus, collate
from workbench.text.collation import Reading

__all__ = ["collate_texts"]


def collate_texts(block: Block) -> Iterator[str]:
    """Collate the texts of a block: which columns each has, the joined table, its regions, and an apparatus."""
    (ignored,) = block.ignores
    yield ""
    yield from (f"{number} {quote(text)}" for number, text in enumerate(block.texts))
    table = collate(block.texts, base=0, ignore=ignored, rules=block.rules)
    options = [*sorted(ignored), *(f"{rule.left}={rule.right}" for rule in block.rules)]
    yield f"  {len(table.columns)} columns{' approximate' if table.approximate else ''} {', '.join(options)}".rstrip()
    for number in range(table.witnesses):
        yield f"    {number} {''.join('x' if column.cells[number] else '.' for column in table.columns)}"
    yield from _columns("joined", table.joined(), block.texts)
    yield from _columns("regions", table.regions(), block.texts)
    yield from _apparatus(table, block.texts)


def _columns(name: str, table: Collation, texts: Sequence[str]) -> Iterator[str]:
    yield f"  {name}"
    for column in table.columns:
        yield "    " + " ".join(_group(column, group, texts) for group in column.groups)


def _group(column: Column, group: Sequence[int], texts: Sequence[str]) -> str:
    written: dict[str, list[int]] = {}
    for number in group:
        cell = column.cells[number]
        written.setdefault(quote(cell.of(texts[number])) if cell else "—", []).append(number)
    return "=".join(f"{','.join(map(str, numbers))}{words}" for words, numbers in written.items())


def _apparatus(table: Collation, texts: Sequence[str]) -> Iterator[str]:
    base = len(texts) - 1
    yield f"  apparatus of {base}"
    for entry in apparatus(table, texts, base):
        lemma = f"{entry.lemma.start}:{entry.lemma.end} {quote(entry.lemma.of(texts[base]))}"
        readings = " ".join(
            f"{quote(one.text)}{','.join(map(str, one.witnesses))}{_said_of_moves(one)}" for one in entry.readings
        )
        yield f"    {lemma}{','.join(map(str, entry.agreeing))} ] {readings}"


def _said_of_moves(reading: Reading) -> str:
    return f" ({reading.transposed} {'' if reading.entry is None else reading.entry})" if reading.transposed else ""
