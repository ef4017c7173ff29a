"""What the W3C's own tests say of the annotations that are written here, and how many of theirs are read.

    python -m tests.benchmarks.annotations_model FOLDER

FOLDER is a checkout of github.com/w3c/web-annotation-tests. Each of its assertions is a JSON Schema; those that the
model calls a must are tried on every annotation of a page that has one of each thing, each with the context of the
page, and those of pages on the page. Then all samples of the suite are read: which ones, and what the others want.
Ends with 1 where a must is broken, or a sample that the suite calls correct is refused.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4

from tests.interchange.formats.test_annotations import ONE
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

ANNOTATIONS = FORMATS["annotations"]


def _schemas(folder: Path) -> Registry[Any]:
    """Return the definitions by the names by which assertions call them."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "definitions").glob("*.json"))]
    return Registry().with_resources((one["id"], DRAFT4.create_resource(one)) for one in found)


def broken(folder: Path, kind: str, values: list[Any]) -> Iterator[tuple[str, bool]]:
    """Yield each must below `kind`, and whether one of these values breaks it."""
    registry = _schemas(folder)
    for path in sorted((folder / kind).rglob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        if schema.get("assertionType") == "must" and schema.get("expectedResult") == "valid":
            judge = Draft4Validator(schema, registry=registry)
            yield f"{path.stem}: {schema['title']}", any(not judge.is_valid(one) for one in values)


def _read(path: Path) -> str:
    """Return why a sample is refused, "" where it is read."""
    try:
        ANNOTATIONS.read(path.read_bytes(), ReadOptions())
    except FormatError as error:
        return str(error.problems[0])
    return ""


def main(folder: Path) -> int:
    """Print what is broken and what is refused; return 1 where something is."""
    page = json.loads(ANNOTATIONS.write(ONE))
    items = [{"@context": page["@context"], **one} for one in page["items"]]
    wrong = 0
    for kind, values in (("annotations", items), ("collections/pages", [page])):
        judged = list(broken(folder, kind, values))
        failed = [said for said, is_broken in judged if is_broken]
        wrong += len(failed)
        print(f"{kind}: {len(judged) - len(failed)} of {len(judged)} musts kept by {len(values)}", *failed, sep="\n  ")
    for kind in ("correct", "incorrect"):
        answers = {path.name: _read(path) for path in sorted((folder / "tools/samples" / kind).glob("*.json*"))}
        refused = [f"{name}: {why}" for name, why in answers.items() if why]
        wrong += len(refused) if kind == "correct" else 0
        print(f"samples, {kind}: {len(answers) - len(refused)} of {len(answers)} read", *refused, sep="\n  ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
