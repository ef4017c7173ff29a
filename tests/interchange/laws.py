"""The laws that every format keeps, and what comes back of each kind of thing: tables for docs/formats.md, from runs.

`python -m tests.interchange.laws` runs the contract suite of all formats and prints the table format × law;
`python -m tests.interchange.laws --losses` writes one full work in every format, reads it again, prints what is left.
Both are put into docs/formats.md with `--write`, between comments of their names.
"""

import importlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.interchange.contract import FormatContract
from tests.interchange.counting import KINDS, count_kinds
from tests.interchange.documents import first_translations
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    CorrectionRecord,
    DerivationRecord,
    Document,
    GroupRecord,
    MarkRecord,
    PassageRecord,
    RevisionRecord,
    RuleRecord,
    SpanRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.registry import FORMATS
from workbench.interchange.vocabulary import MARKUP, POINTS
from workbench.interchange.xml import parse_xml

SUITES = Path(__file__).parent / "formats"
DOCS = Path(__file__).parents[2] / "docs/formats.md"
_THEN = "2026-01-02T03:04:05Z"
_VALUES = {"page": "7", "number": "1", "line": "1", "link": "https://example.org/", "code": "x"}
_WORDS = "The quick brown fox jumps over the lazy dog and runs far away into the old dark wood."


def _marks() -> tuple[SpanRecord, ...]:
    """Return a mark of each kind, none of which touches another."""
    spans = [
        SpanRecord(kind, at, at + (kind not in POINTS), _VALUES.get(kind, ""), "n" if kind in {"note", "code"} else "")
        for at, kind in zip(range(1, 3 * len(MARKUP), 3), MARKUP, strict=True)
    ]
    return tuple(spans)


def full_work() -> WorkRecord:
    """Return a work that has one of each kind of thing that there is, with verses for passages."""
    first = VariantRecord(
        "A",
        _WORDS,
        revisions=(RevisionRecord(1, "The fox.", author="Ann"), RevisionRecord(2, _WORDS, author="Bob")),
        alignment="confirmed",
        reference="Gen 1:1a",
        order=2,
    )
    details = {"translator": "Ann", "year": "1890", "citation": "p. 1", "rights": "free", "title": "T", "source": "s"}
    anchors = (AnchorRecord("A", 2, 4, 9, "quick"), AnchorRecord("B", 1, 4, 7, "red"))
    words = (CommentRecord("Ann", "Why?", _THEN), CommentRecord("Bob", "So.", _THEN))
    change = (CommentRecord("Ann", "Better", _THEN, suggestion=SuggestionRecord(0, "swift")),)
    said = {"category": "style", "severity": "minor", "assignee": "Bob", "labels": ("a",), "due_on": "2026-12-24"}
    marks = (MarkRecord("A", 4, 9, "quick"), MarkRecord("B", 4, 7, "red"))
    return WorkRecord(
        title="A book",
        slug="a-book",
        author="Moses",
        language="he",
        description="Old",
        series="Bible",
        levels=("book", "chapter", "verse"),
        numbering="rsc",
        translations=(
            TranslationRecord("A", "en", "original", **details),
            TranslationRecord("B", "en", numbering="vul"),
        ),
        passages=(
            PassageRecord("Gen 1:1", (first, VariantRecord("B", "The red fox jumps.")), "A heading", ("Gen", "1", "1")),
            PassageRecord(
                "Gen 1:2",
                (VariantRecord("A", _WORDS, markup=_marks()), VariantRecord("B", "", "omitted")),
                path=("Gen", "1", "2"),
            ),
        ),
        threads=(
            ThreadRecord("Gen 1:1", words, anchors, "resolved", author="Ann", created_at=_THEN, **said),  # type: ignore[arg-type]
            ThreadRecord("Gen 1:1", change, anchors[:1], author="Ann", created_at=_THEN),
        ),
        groups=(GroupRecord("g", "", ("A", "B")),),
        derivations=(DerivationRecord("B", "A"),),
        rules=(RuleRecord("colour", "color"),),
        corrections=(CorrectionRecord("apart", "Gen 1:1", marks),),
    )


def suites() -> dict[str, FormatContract]:
    """Return the contract of every format, by its name."""
    found: dict[str, FormatContract] = {}
    for path in sorted(SUITES.glob("test_*.py")):
        module = importlib.import_module(f"tests.interchange.formats.{path.stem}")
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, FormatContract) and one.__module__ == module.__name__:
                found[one.name] = one()
    return {name: found[name] for name in FORMATS}


def what_is_left(name: str, contract: FormatContract) -> tuple[str, str]:
    """Return the kinds of which all, and of which some comes back."""
    work = full_work()
    if name == "plain":
        work = replace(first_translations(work, 1), passages=_numbered(first_translations(work, 1)), threads=())
    document = Document((work,))
    form = FORMATS[name]
    back = form.read(form.write(document), contract.options_for(document))
    went, came = count_kinds(document), count_kinds(back)
    kinds = [one for one in went if went[one]]
    whole = [one for one in kinds if came[one] >= went[one]]
    part = [one for one in kinds if 0 < came[one] < went[one]]
    return "everything" if whole == kinds else ", ".join(whole), ", ".join(part) or "–"


def _numbered(work: WorkRecord) -> tuple[PassageRecord, ...]:
    return tuple(replace(one, reference=str(number)) for number, one in enumerate(work.passages, 1))


def losses_table() -> Iterator[str]:
    """Yield the lines of the table of what comes back; formats of which the same does are one row."""
    went = count_kinds(Document((full_work(),)))
    yield f"Of one each of {', '.join(one for one in KINDS if went[one])}:"
    yield ""
    yield "| format | comes back | in part |"
    yield "|---|---|---|"
    alike: dict[tuple[str, str], list[str]] = {}
    for name, contract in suites().items():
        alike.setdefault(what_is_left(name, contract), []).append(f"`{name}`")
    yield from (f"| {', '.join(names)} | {whole} | {part} |" for (whole, part), names in alike.items())


def outcomes() -> dict[str, dict[str, list[bool]]]:
    """Run the contract suite; return by format and law how each case went."""
    names = {type(one).__name__: one.name for one in suites().values()}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        told = ["-q", "-p", "no:randomly", "-k", " or ".join(names), f"--junitxml={report}", str(SUITES)]
        subprocess.run([sys.executable, "-m", "pytest", *told], check=False)
        cases = list(parse_xml(report.read_bytes()).iter("testcase"))
    found: dict[str, dict[str, list[bool]]] = {name: {} for name in FORMATS}
    for case in cases:
        if (suite := case.get("classname").rpartition(".")[2]) in names:
            law = case.get("name").partition("[")[0]
            found[names[suite]].setdefault(law, []).append(not len(case))
    return found


def laws_table() -> Iterator[str]:
    """Run the contract suite and yield the lines of the table of laws."""
    found = outcomes()
    laws = list(dict.fromkeys(law for name in FORMATS for law in found[name]))
    letters = {law: chr(ord("A") + at) for at, law in enumerate(laws)}
    yield from (f"- **{letters[law]}**: {law.removeprefix('test_').replace('_', ' ')}" for law in laws)
    yield ""
    yield f"| format | {' | '.join(letters.values())} |"
    yield f"|---|{'---|' * len(laws)}"
    for name in FORMATS:
        yield f"| `{name}` | {' | '.join(_cell(found[name].get(law, [])) for law in laws)} |"


def _cell(cases: list[bool]) -> str:
    return "–" if not cases else f"{len(cases)} of {len(cases)}" if all(cases) else f"**{sum(cases)} of {len(cases)}**"


def put(name: str, lines: list[str]) -> None:
    """Put a table into the documentation, between its comments."""
    text = DOCS.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: from a run -->\n", f"<!-- end of {name} -->"
    put_in = re.sub(
        rf"({re.escape(begin)}).*?({re.escape(end)})",
        lambda found: f"{found[1]}" + "\n".join(lines) + f"\n{found[2]}",
        text,
        flags=re.DOTALL,
    )
    DOCS.write_text(put_in, encoding="utf-8")


def main(*said: str) -> None:
    """Print a table, and put it into the documentation where that is asked for."""
    name = "losses" if "--losses" in said else "laws"
    lines = list(losses_table() if name == "losses" else laws_table())
    sys.stdout.write("\n".join([*lines, ""]))
    if "--write" in said:
        put(name, lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
