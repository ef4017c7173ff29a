"""Does usfmtc (MIT, the USFM committee's own code) read the same verses in our USFM and USX as we do?

    python -m tests.benchmarks.scripture_oracle

usfmtc is installed in a temporary folder, turns the sample and short books of the Bibles of `../shared/data/bibles`, as
we write them, into USX; our reader reads that. Every verse whose words or paragraphs differ is printed.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.interchange.document import Document, VariantRecord
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

ROOT = Path(__file__).parents[2]
BIBLES = ROOT.parent / "shared/data/bibles"
SHORT = ("Ruth", "Obad", "Jonah", "Hab", "Phlm", "2John", "Jude")
OPTIONS = ReadOptions(siglum="A", quoting="none")
CONVERT = "import sys, usfmtc; usfmtc.readFile(sys.argv[1]).saveAs(sys.argv[2], outformat='usx')"


def _documents() -> Iterator[tuple[str, Document]]:
    sample = (ROOT / "fixtures/formats/jonah.usfm").read_bytes()
    yield "jonah.usfm", FORMATS["usfm"].read(sample, OPTIONS)
    for path in sorted(BIBLES.glob("*.tsv")):
        (work,) = FORMATS["tsv"].read(path.read_bytes(), OPTIONS).works
        for book in SHORT:
            verses = tuple(one for one in work.passages if (one.reference or "").startswith(f"{book}."))
            yield f"{path.stem} {book}", Document((replace(work, passages=verses),))


def _said(document: Document) -> dict[str | None, tuple[VariantRecord, ...]]:
    return {one.reference: one.variants for one in document.works[0].passages}


def main() -> None:
    """Print a line for each book and format."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "v"], check=True)
        python = folder / "v/bin/python"
        subprocess.run([python, "-m", "pip", "install", "-q", "usfmtc==0.4.10"], check=True)
        for title, document in _documents():
            for ending in ("usfm", "usx"):
                ours, theirs = folder / f"ours.{ending}", folder / "theirs.usx"
                ours.write_bytes(FORMATS[ending].write(document))
                subprocess.run([python, "-c", CONVERT, ours, theirs], check=True)
                expected = _said(FORMATS[ending].read(ours.read_bytes(), ReadOptions()))
                found = _said(FORMATS["usx"].read(theirs.read_bytes(), ReadOptions()))
                wrong = [one for one in {**expected, **found} if expected.get(one) != found.get(one)]
                print(
                    f"{title:24} {ending:5} {len(found)} verses of {len(expected)}, differing {len(wrong)} {wrong[:5]}"
                )


if __name__ == "__main__":
    main()
