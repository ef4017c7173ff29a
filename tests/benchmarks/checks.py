"""What the checks find of errors put into real texts by a fixed seed, how often rightly, and what of clean ones.

    python -m tests.benchmarks.checks [passages]

In every second passage one version of several gets one error: a number one more or less, a name for another of the
work, a denial left out, a clause left out, a sentence written twice. Recall: errors that are found, as what they are,
in that version. Precision: findings of a kind that are such errors, among all of that kind in all passages (the other
half clean). Clean rate: findings in a thousand texts as they came, which also differ where nobody erred.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.text.checking import Finding, Version, check_alone, compare_versions, count_renderings, is_usual

DATA = Path(__file__).parents[3] / "shared" / "data"
SETS = {
    "four English Bibles": ("en", [f"bibles/eng_{name}.tsv" for name in ("ASV", "KJV_2006", "KJV_PCE", "YLT")]),
    "Thucydides, three": ("en", [f"thucydides/eng_{name}.tsv" for name in ("crawley1874", "hobbes1629", "jowett1881")]),
}
MEASURED = ("number", "name", "negation", "omission", "pasted")
_CLAUSE = re.compile(r"[,;:] [^,;:.!?]{25,}(?=[,;:.!?])")


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    for name, (language, files) in SETS.items():
        rows = read_rows(language, [DATA / file for file in files], most)
        report(name, rows)


def read_rows(language: str, files: Sequence[Path], most: int) -> list[list[Version]]:
    """Read the passages that all have, evenly spread."""
    texts = [dict(line.split("\t", 1) for line in file.read_text().splitlines()[1:]) for file in files]
    shared = [key for key in texts[0] if all(key in one for one in texts)]
    chosen = shared[:: max(1, len(shared) // most)][:most]
    sums = [sum(len(one[key]) for key in chosen) for one in texts]
    usual = [total * len(sums) / sum(sums) for total in sums]
    return [[Version(n, language, one[key], usual[n]) for n, one in enumerate(texts)] for key in chosen]


def report(name: str, rows: Sequence[list[Version]]) -> None:
    clean = Counter(found.kind for row in rows for found in check(row))
    texts = sum(map(len, rows))
    print(f"\n{name}: {len(rows):,} passages, {texts:,} texts")
    print("clean, of 1,000 texts:", ", ".join(f"{kind} {1000 * n / texts:.1f}" for kind, n in clean.most_common()))
    print(f"{'kind':<10} {'put in':>7} {'found':>7} {'recall':>7} {'precision':>10}")
    for kind in MEASURED:
        injected, hits, all_found = trial(kind, rows)
        if injected:
            precision = hits / all_found if all_found else 1.0
            print(f"{kind:<10} {injected:>7} {hits:>7} {hits / injected:>7.1%} {precision:>10.1%}")


def trial(kind: str, rows: Sequence[list[Version]]) -> tuple[int, int, int]:
    """Put errors of a kind into every second passage; return how many, how many were found, and all findings."""
    chance = random.Random(kind)
    names = sorted({fact.span.of(one.text) for row in rows for one in row for fact in one.facts.names})
    usual = count_renderings(rows)
    injected = hits = found = 0
    for number, row in enumerate(rows):
        place, given = chance.randrange(len(row)), row
        if number % 2:
            text = ERRORS[kind](row[place], names, chance)
            if text:
                given = [replace(one, text=text) if one is row[place] else one for one in row]
        findings = [one for one in check(given) if one.kind == kind and one.weight >= 0.45 and not is_usual(one, usual)]
        found += len(findings)
        if given is not row:
            injected += 1
            hits += any(one.witness == place for one in findings)
    return injected, hits, found


def check(row: Sequence[Version]) -> list[Finding]:
    fresh = [replace(one) for one in row]
    return [
        *compare_versions(fresh),
        *(found for one in fresh for found in check_alone(one, [other for other in fresh if other is not one])),
    ]


def change_number(one: Version, names: Sequence[str], chance: random.Random) -> str:
    plain = [fact for fact in one.facts.numbers if fact.span.of(one.text).isdigit() or fact.span.of(one.text) in NEXT]
    if not plain:
        return ""
    span = chance.choice(plain).span
    word = span.of(one.text)
    other = str(int(word) + 1) if word.isdigit() else NEXT[word]
    return one.text[: span.start] + other + one.text[span.end :]


def swap_name(one: Version, names: Sequence[str], chance: random.Random) -> str:
    if not one.facts.names:
        return ""
    span = chance.choice(one.facts.names).span
    return one.text[: span.start] + chance.choice(names) + one.text[span.end :]


def drop_negation(one: Version, names: Sequence[str], chance: random.Random) -> str:
    if not one.facts.negations:
        return ""
    span = chance.choice(one.facts.negations).span
    return one.text[: span.start] + one.text[span.end :].lstrip()


def omit_clause(one: Version, names: Sequence[str], chance: random.Random) -> str:
    clauses = list(_CLAUSE.finditer(one.text))
    if not clauses:
        return ""
    found = chance.choice(clauses)
    return one.text[: found.start()] + one.text[found.end() :]


def double_sentence(one: Version, names: Sequence[str], chance: random.Random) -> str:
    sentences = [found for found in re.findall(r"[^.!?]+[.!?]+", one.text) if len(found.split()) > 4]
    return f"{one.text} {chance.choice(sentences).strip()}" if sentences else ""


NEXT = {
    "two": "three", "three": "four", "four": "five", "five": "six", "six": "seven", "seven": "eight", "eight": "nine",
    "nine": "ten", "ten": "eleven", "twelve": "thirteen", "twenty": "thirty", "thirty": "forty", "forty": "fifty",
    "fifty": "sixty", "hundred": "thousand", "thousand": "hundred", "third": "fourth", "fourth": "fifth",
    "seventh": "eighth", "tenth": "ninth",
}  # fmt: skip
ERRORS: dict[str, Callable[[Version, Sequence[str], random.Random], str]] = {
    "number": change_number,
    "name": swap_name,
    "negation": drop_negation,
    "omission": omit_clause,
    "pasted": double_sentence,
}

if __name__ == "__main__":
    main()
