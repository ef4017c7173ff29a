"""What the extra `meaning` brings, against the workbench without it and against peers, on real texts.

    .venv/bin/python -m tests.benchmarks.meaning alignment|placing|links|omissions|languages

Alignment: strict F1 without the extra, with it, and Gale and Church's; of the links given 0.9 or more, the share that
is right. "Missing": of 2,000 verses of each side, 300 are taken out in a block, elsewhere on each side. Placing: John
in English on the Russian verses, whole and with 300 verses missing; a cut is right at its very place. Links: F1 of
pairs of words on the development part of XL-WA, which was looked at while the weights were chosen. Omissions: one verse
of each five left out, by Luke, John and Acts. Languages: what the gate lets through of the Universal Declaration of
Human Rights against English.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from random import Random
from time import process_time

from tests.benchmarks.alignment import strict_f1
from tests.benchmarks.alignment_books import read_books
from tests.benchmarks.alignment_sets import DATA, Case, Links, find_gold, read_cases, read_passages
from tests.benchmarks.gale_church import align_by_length
from tests.benchmarks.running_cases import read_running
from workbench.text import align, distribute
from workbench.text.alignment.word_lexicon import learn_words
from workbench.text.alignment.word_links import LexiconOfWords, word_links
from workbench.text.meaning import MEANING, Encoder, find_displaced, find_omissions, knows, load

_LANGUAGES = ("es", "it", "nl", "pt", "ru", "bg", "da", "et", "hu", "sl")
_MOST_UNITS = 1_500


def main() -> None:
    """Print the table that the command line names."""
    encoder = load()
    if not DATA.exists() or encoder is None:
        sys.exit(f"Skipped: real texts at {DATA} and the extra `meaning` are wanted.")
    print(MEANING)
    {
        "alignment": _alignment,
        "placing": _placing,
        "links": _links,
        "omissions": _omissions,
        "languages": _languages,
    }[sys.argv[1]](encoder)


def _alignment(encoder: Encoder) -> None:
    print(f"{'case':44} {'without':>8} {'with':>8} {'Gale-Ch.':>8} | >= .9: without, with | with the model: s")
    cases = (one for one in chain(read_cases(1), read_books(1)) if not one.same_language)
    for case in chain((one for one in cases if len(one.source) <= _MOST_UNITS), [_missing()]):
        gold = {link for link in case.gold if all(link)}
        found = [_aligned(case, gold, None)]
        start = process_time()
        found.append(_aligned(case, gold, encoder))
        seconds = process_time() - start
        peer = strict_f1(gold, {link for link in align_by_length(case.source, case.target) if all(link)})
        scores = f"{found[0][0]:8.4f} {found[1][0]:8.4f} {peer:8.4f} | {found[0][1]:.3f} {found[1][1]:.3f}"
        print(f"{case.name:44} {scores} | {seconds:6.1f}", flush=True)


def _aligned(case: Case, gold: Links, encoder: Encoder | None) -> tuple[float, float]:
    links = align(case.source, case.target, same_language=False, encoder=encoder).links
    found = {(one.source, one.target) for one in links if one.source and one.target}
    sure = [one for one in links if one.score >= 0.9 and one.source and one.target]
    right = sum((one.source, one.target) in gold for one in sure)
    return strict_f1(gold, found), right / max(len(sure), 1)


def _missing() -> Case:
    synodal, kjv = read_passages("synodal"), read_passages("kjv")
    books = ("Matt", "Mark", "Luke")
    common = [name for name in synodal if name in kjv and name.split(".")[0] in books][:2_000]
    left, right = common[:400] + common[700:], common[:1_200] + common[1_500:]
    sides = [[((name,), text[name]) for name in names] for names, text in ((left, synodal), (right, kjv))]
    texts = [[text for _, text in side] for side in sides]
    name = "Synodal~KJV, 2,000 verses, blocks missing"
    return Case(name, texts[0], texts[1], find_gold(*sides), same_language=False)


def _placing(encoder: Encoder) -> None:
    print(f"{'case':34} | right: without, with | >= .8: share, right without | with")
    case = read_running("John", "synodal", "kjv", "John.")
    spans = list(zip(case.gold, [*case.gold[1:], len(case.text) + 1], strict=True))
    for title, gone in (("whole", range(0)), ("300 verses missing", range(300, 600))):
        texts = [case.text[a:b].strip() for n, (a, b) in enumerate(spans) if n not in gone]
        starts = iter([sum(len(one) + 1 for one in texts[:n]) for n in range(len(texts))])
        gold = [None if n in gone else next(starts) for n in range(len(spans))]
        told = [_placed(case.passages, " ".join(texts), gold, one) for one in (None, encoder)]
        print(f"John, Russian -> English, {title:18} | {told[0][0]:.3f} {told[1][0]:.3f} |", *(
            f"{sure:.3f} {right:.3f} |" for _, sure, right in told
        ), flush=True)  # fmt: skip


def _placed(
    passages: Sequence[str], text: str, gold: Sequence[int | None], encoder: Encoder | None
) -> tuple[float, float, float]:
    found = distribute(passages, text, same_language=False, encoder=encoder).placements
    right = [
        (one.span.start == at) if at is not None and one.span else (at is None and not one.span)
        for one, at in zip(found, gold, strict=True)
    ]
    sure = [is_right for one, is_right in zip(found, right, strict=True) if one.confidence >= 0.8]
    return sum(right) / len(right), len(sure) / len(right), sum(sure) / max(len(sure), 1)


def _links(encoder: Encoder) -> None:
    if find_spec("eflomal") is None:
        print("The peer eflomal is not installed (GPL). Its F1 on the test part, told elsewhere: .74 .70 .85 .77 .74")
    print(
        "en~   forms   meaning   with a lexicon of 1,000 sentences (precision, recall)   of score >= .5: share, right"
    )
    for language in _LANGUAGES:
        rows = list(_read_links(language, "dev"))
        path = DATA / "xlwa" / f"{language}.train.tsv"
        lexicon: LexiconOfWords = {}
        if path.exists():
            train = list(_read_links(language, "train"))
            lexicon = learn_words([one for one, _, _ in train], [other for _, other, _ in train])
        forms, meant, taught = _score(rows, None, {}), _score(rows, encoder, {}), _score(rows, encoder, lexicon)
        print(f"{language}    {forms[0]:.3f}   {meant[0]:.3f}", end="   ")
        print(f"{taught[0]:.3f} ({taught[1]:.3f}, {taught[2]:.3f})   {meant[3]:.2f} {meant[4]:.3f}", flush=True)


def _read_links(language: str, part: str) -> Iterator[tuple[str, str, set[tuple[int, int]]]]:
    for line in (DATA / "xlwa" / f"{language}.{part}.tsv").read_text(encoding="utf-8").splitlines():
        left, right, links = line.split("\t")
        yield left, right, {(int(i), int(j)) for i, j in (pair.split("-") for pair in links.split())}


def _score(
    rows: Sequence[tuple[str, str, set[tuple[int, int]]]], encoder: Encoder | None, lexicon: LexiconOfWords
) -> tuple[float, float, float, float, float]:
    right = found = wanted = sure = sure_right = 0
    for left, other, gold in rows:
        places = [[match.span() for match in re.finditer(r"\S+", text)] for text in (left, other)]
        scores: dict[tuple[int, int], float] = {}
        for link in word_links(left, other, encoder=encoder, lexicon=lexicon):
            for i in _tokens(link.left, places[0]):
                for j in _tokens(link.right, places[1]):
                    scores[i, j] = max(scores.get((i, j), 0.0), link.score)
        right, found, wanted = right + len(gold & scores.keys()), found + len(scores), wanted + len(gold)
        sure += sum(score >= 0.5 for score in scores.values())
        sure_right += sum(score >= 0.5 and pair in gold for pair, score in scores.items())
    f1 = 2 * right / max(found + wanted, 1)
    return f1, right / max(found, 1), right / wanted, sure / max(found, 1), sure_right / max(sure, 1)


def _tokens(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> list[int]:
    return [number for number, (start, end) in enumerate(places) if start < span[1] and span[0] < end]


def _omissions(encoder: Encoder) -> None:
    rng = Random(1)
    print("left out: found of those left out, doubted of the others | changed places: found, doubted of the others")
    for left, right, book in (("synodal", "kjv", "Luke"), ("synodal", "kjv", "John"), ("kjv", "synodal", "Acts")):
        sides = [read_passages(name) for name in (left, right)]
        names = [name for name in sides[0] if name in sides[1] and name.startswith(f"{book}.")]
        texts = [[side[name] for name in names] for side in sides]
        found = doubted = passages = 0
        for at in range(0, len(names) - 4, 5):
            gone = rng.randrange(5)
            translation = [text for n, text in enumerate(texts[1][at : at + 5]) if n != gone]
            told = {one.sentence for one in find_omissions(texts[0][at : at + 5], translation, encoder)}
            found, doubted, passages = found + (gone in told), doubted + len(told - {gone}), passages + 1
        swapped, moved = list(texts[1]), set()
        for n in range(5, len(names) - 1, 12):
            swapped[n], swapped[n + 1] = swapped[n + 1], swapped[n]
            moved |= {n, n + 1}
        told = {one.passage for one in find_displaced(texts[0], swapped, encoder)}
        shares = len(told & moved) / len(moved), len(told - moved) / (len(names) - len(moved))
        print(f"{book} {left} -> {right}: {found / passages:.3f} {doubted / passages / 4:.3f} |", *(
            f"{share:.3f}" for share in shares
        ), flush=True)  # fmt: skip


def _languages(encoder: Encoder) -> None:
    english = _read_declaration("eng")
    for path in sorted((DATA / "udhr").glob("[a-z]*.tsv")):
        texts = _read_declaration(path.stem)
        if len(texts) == len(english):
            given = align(texts, english, same_language=False, encoder=encoder)
            is_same = given == align(texts, english, same_language=False)
            told = "as without" if is_same else "by meaning"
            print(f"{path.stem:16} {told}   passages known: {knows(texts, english, encoder)}")


def _read_declaration(name: str) -> list[str]:
    lines = (DATA / "udhr" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t", 1)[1] for line in lines if "\t" in line]


if __name__ == "__main__":
    main()
