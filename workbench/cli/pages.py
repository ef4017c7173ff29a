"""HTML pages that stand alone: no script, no address of anything else."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import chain

from workbench.cli.marking import Kind, Run

__all__ = ["page_of_difference", "page_of_table"]

_STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
del { color: #a11; background: #fee; } ins { color: #162; background: #e8f6ea; }
.moved { color: #626; background: #f6eaf6; }
table { border-collapse: collapse; } th, td { padding: .2rem .6rem; border: 1px solid #bbb; text-align: start; }
tr.varies, td.varies { background: #fff6dc; }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd; } del { color: #f99; background: #422; }
  ins { color: #9d9; background: #243; } .moved { color: #e9e; background: #424; } .varies { background: #443a1c; }
}
"""
_MARKS: dict[Kind, tuple[str, str]] = {
    "same": ("", ""),
    "gone": ("<del>", "</del>"),
    "come": ("<ins>", "</ins>"),
    "left": ('<del class="moved" title="moved away">', "</del>"),
    "arrived": ('<ins class="moved" title="moved here">', "</ins>"),
}


def page_of_difference(names: tuple[str, str], runs: Iterable[Run]) -> str:
    """Return a page of both texts in one, with what goes in <del> and what comes in <ins>."""
    marked = "".join(escape(run.text).join(_MARKS[run.kind]) for run in runs)
    title = " → ".join(names)
    return _page(title, f'<div class="text" dir="auto">{marked}</div>')


def page_of_table(title: str, header: Sequence[str], rows: Iterable[tuple[Sequence[str], bool]]) -> str:
    """Return a page of a table; a row that varies is marked."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = chain.from_iterable(_row(cells, varies=varies) for cells, varies in rows)
    return _page(title, f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>")


def _row(cells: Sequence[str], *, varies: bool) -> Iterable[str]:
    yield '<tr class="varies">' if varies else "<tr>"
    yield from (f'<td dir="auto">{escape(cell)}</td>' for cell in cells)
    yield "</tr>"


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{body}</body></html>\n"
    )
