"""How long an edition takes to be written, and how much memory that takes: pages with index and plots, then the book.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.publishing [passages]` (31,102 if not said,
and a quarter of them beside it); four translations of 25 words a passage, seeded, of which two in a hundred differ.
Each size in a process of its own, from a record in memory. The peak is of the process: Django, the record, and what
writing takes.
"""

import random
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.interchange.document import PassageRecord, TranslationRecord, VariantRecord, WorkRecord

PASSAGES, WORDS = 31_102, 25


def main() -> None:
    """Measure both sizes, and print a table."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES
    print(
        f"{'passages':>9}{'files':>7}{'MB':>6}{'pages s':>9}{'book s':>8}{'at rest MB':>12}{'peak MB':>9}", flush=True
    )
    for passages in (most // 4, most):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.publishing", "--one", str(passages)], check=True)


def measure(passages: int) -> None:
    """Write an edition of so many passages, and print a row."""
    import os  # noqa: PLC0415 - in the process of its own

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django  # noqa: PLC0415 - settings first

    django.setup()
    from workbench.web.publishing.book import write_book  # noqa: PLC0415
    from workbench.web.publishing.edition import Edition, write_edition  # noqa: PLC0415

    work = _work(passages)
    edition = Edition(work, {"base": "A"}, work.title, date(2026, 12, 1))
    rest = _peak()
    with TemporaryDirectory() as name:
        start = time.perf_counter()
        files = list(write_edition(edition, Path(name, "pages")))
        paged = time.perf_counter()
        write_book(edition, Path(name, "book.epub"))
        booked = time.perf_counter()
        size = sum(one.stat().st_size for one in Path(name).rglob("*") if one.is_file()) / 1e6
    row = f"{passages:>9}{len(files):>7}{size:>6.0f}{paged - start:>9.0f}{booked - paged:>8.0f}"
    print(f"{row}{rest:>12.0f}{_peak():>9.0f}", flush=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _work(passages: int) -> WorkRecord:
    rng = random.Random(1)
    words = ["".join(rng.choices("abcdefghijklmnoprstuvwy", k=rng.randint(2, 9))) for _ in range(12_000)]
    rows = []
    for number in range(passages):
        base = rng.choices(words, k=WORDS)
        texts = [[rng.choice(words) if rng.random() < 0.02 else word for word in base] for _ in "ABCD"]
        variants = tuple(VariantRecord(siglum, " ".join(text)) for siglum, text in zip("ABCD", texts, strict=True))
        rows.append(PassageRecord(f"{number // 30 + 1}.{number % 30 + 1}", variants))
    return WorkRecord("Many", translations=tuple(TranslationRecord(one, "en") for one in "ABCD"), passages=tuple(rows))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main()
