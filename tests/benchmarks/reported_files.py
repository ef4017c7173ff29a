"""Small files after public reports of other tools' users: is each read as it should be, or is it said why not?

    python -m tests.benchmarks.reported_files

Prints a line a file. The files and what must come of them lie in `../shared/data/reported`; where that is absent, it
says so. `find_faults` is what the test of the same name asks.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.interchange.document import Document
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import recognise_format
from workbench.text.words.languages import language_of, recognise_language

__all__ = ["FOLDER", "find_faults"]

FOLDER = Path(__file__).parents[3] / "shared/data/reported/files"

Check = Callable[[Document], object]


def _references(document: Document) -> list[str | None]:
    return [passage.reference for passage in document.works[0].passages]


def _texts(document: Document) -> list[str]:
    return [variant.text for passage in document.works[0].passages for variant in passage.variants]


def _languages(document: Document) -> list[str]:
    return [language_of(recognise_language(one.language)) for one in document.works[0].translations]


EXPECTED: dict[str, tuple[ReadOptions, Check, object]] = {
    "numbered-gap.txt": (ReadOptions(split="numbered"), _references, ["1", "2", "4", "5", "6"]),
    "numbered-bridge.txt": (ReadOptions(split="numbered"), _references, ["1", "2-3", "4", "5"]),
    "numbered-restart.txt": (ReadOptions(split="numbered"), _references, ["1.1", "1.2", "2.1", "2.2"]),
    "numbered-brackets.txt": (ReadOptions(split="numbered"), _references, ["1", "2", "3"]),
    "numbered-paragraph-signs.txt": (ReadOptions(split="numbered"), _references, ["1", "2", "3"]),
    "numbered-references.txt": (ReadOptions(split="numbered"), _references, ["Ruth 1:1", "Ruth 1:2", "Ruth 2:1"]),
    "numbered-fullwidth.txt": (ReadOptions(split="numbered"), _references, ["1", "2", "3"]),
    "hyphens.txt": (
        ReadOptions(join_lines=True),
        _texts,
        ["The translation was completed by the well-known scholar of the eigh-teenth century."],
    ),
    "thai-lines.txt": (ReadOptions(join_lines=True), lambda one: " " in _texts(one)[0], False),
    "form-feeds.txt": (ReadOptions(), _texts, ["The end of a page.", "The next page begins."]),
    "semicolons-with-commas.csv": (
        ReadOptions(),
        lambda one: (len(one.works[0].translations), len(one.works[0].passages)),
        (2, 2),
    ),
    "sep-line.csv": (
        ReadOptions(),
        lambda one: (len(one.works[0].translations), len(one.works[0].passages)),
        (2, 1),
    ),
    "no-header.csv": (ReadOptions(), lambda one: "looks like a passage" in one.warnings[0], True),
    "book-chapter-verse.csv": (ReadOptions(), _references, ["Ruth 1:1", "Ruth 1:2", "Ruth 2:1"]),
    "omitted-capital.csv": (
        ReadOptions(),
        lambda one: [variant.presence for variant in one.works[0].passages[0].variants],
        ["present", "omitted"],
    ),
    "no-break-space.csv": (ReadOptions(), _references, ["Ruth 1:1", "Ruth 1:2"]),
    "language-names.csv": (ReadOptions(), _languages, ["en", "en", "de", "de"]),
}
"""By file: how it is read, what is asked of the document, and the answer."""


def find_faults() -> Iterator[tuple[str, object]]:
    """Yield each file that is not read as it should be, with what came of it."""
    for name, (options, ask, expected) in EXPECTED.items():
        data = (FOLDER / name).read_bytes()
        recognised = recognise_format(name, data)
        assert recognised is not None
        said = ReadOptions(siglum="A", split=options.split, join_lines=options.join_lines)
        answer = ask(recognised.format.read(data, said))
        if answer != expected:
            yield name, answer


def main() -> None:
    """Print what came of each file."""
    if not FOLDER.exists():
        print(f"{FOLDER} is absent.")
        return
    faults = dict(find_faults())
    for name in EXPECTED:
        print(f"{'no ' if name in faults else 'yes'}  {name}  {faults.get(name, '')}")
    print(f"{len(EXPECTED) - len(faults)} of {len(EXPECTED)} as they should be")


if __name__ == "__main__":
    main()
