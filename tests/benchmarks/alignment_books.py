"""More real texts for the alignment benchmark: whole books in two languages, most of them small.

`bilinguator`: paragraphs aligned by hand. `candide_par3`: the French with a machine's English, which has the same
paragraphs, and with Morley's, for which there is no gold but the automatic alignment of Par3 (Thai et al. 2022).
Livy and Dante by the references that all versions share; Cary's verse has none but the canto.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator

from tests.benchmarks.alignment_sets import DATA, Case, Links, group, make_case, read_passages

csv.field_size_limit(sys.maxsize)
_BILINGUAL = (
    ("manifesto", "de", "en"),
    ("manifesto", "de", "fr"),
    ("manifesto", "en", "fr"),
    ("discours_de_la_methode", "fr", "en"),
    ("discours_de_la_methode", "fr", "de"),
    ("discours_de_la_methode", "fr", "pl"),
    ("den_standhaftige_tinsoldat", "da", "en"),
    ("den_standhaftige_tinsoldat", "da", "fr"),
    ("den_standhaftige_tinsoldat", "da", "ru"),
)
_MOST = 10_000


def read_books(seed: int) -> Iterator[Case]:
    """All cases, noised with the seed but for Morley's Candide, which parts from the French by itself."""
    latin = group(read_passages("lat"), 2)
    for name in ("foster", "bohn"):
        english = group(read_passages(name), 2)
        yield make_case(f"Livy by chapter, Latin~{name}", latin, english, same=False, most=1_000, seed=seed)
    sections = (
        {name: text for name, text in read_passages(side).items() if name[:2] == "21"} for side in ("lat", "foster")
    )
    yield make_case("Livy 21 by section, Latin~foster", *sections, same=False, most=_MOST, seed=seed)
    cantos = (read_passages("dante_cantos"), read_passages("cary"))
    yield make_case("Dante~Cary, cantos", *cantos, same=False, most=_MOST, seed=seed)
    for book, left, right in _BILINGUAL:
        sides = read_column(f"bilinguator/{book}.tsv", left), read_column(f"bilinguator/{book}.tsv", right)
        yield make_case(f"{book[:28]}, {left}~{right}", *sides, same=False, most=_MOST, seed=seed)
    par3 = "candide_par3/par3_auto_alignment_morley.tsv"
    machine = read_column(par3, "fr_source"), read_column(par3, "en_google")
    yield make_case("Candide, French~a machine's English", *machine, same=False, most=_MOST, seed=seed)
    yield read_candide(par3)


def read_column(path: str, column: str) -> dict[str, str]:
    """Return the cells of a column that hold something, by the number of the paragraph."""
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["para"]: row[column] for row in rows if row[column].strip()}


def read_candide(path: str) -> Case:
    """Return the French and Morley's paragraphs with Par3's links: a line of Morley's is in the row that holds it."""
    source = (DATA / "candide_par3/fr_source.txt").read_text(encoding="utf-8").splitlines()
    target = (DATA / "candide_par3/en_morley1884.txt").read_text(encoding="utf-8").splitlines()
    rows = {int(number) - 1: _letters(text) for number, text in read_column(path, "en_morley").items()}
    held: dict[int, list[int]] = defaultdict(list)
    at = 0
    for number, line in enumerate(map(_letters, target)):
        at = next((row for row in range(at, len(source)) if line and line in rows.get(row, "")), at)
        held[at].append(number)
    links: Links = {((number,), tuple(held[number])) for number in range(len(source))}
    return Case("Candide, French~Morley, against Par3", source, target, links, same_language=False)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
