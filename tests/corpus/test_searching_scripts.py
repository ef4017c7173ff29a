"""One set of questions in some forty scripts and languages has the same answers on either database.

What is expected is asked of every text in turn, without an index and without a database. The texts are those of the
Universal Declaration of Human Rights, where they are at hand.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Team
from workbench.corpus.actions import add_passage, add_translation, create_work, enter_variant
from workbench.corpus.models import Variant
from workbench.corpus.searching import find_hits, read_search
from workbench.text import Ignorable
from workbench.text.concordance import FOLDS, Matcher, parse_query, read_terms

FOLDER = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[3] / "shared" / "data")) / "udhr"
PASSAGES = ("article1", "article3")
FOLDINGS: tuple[frozenset[Ignorable], ...] = (FOLDS, frozenset({"case"}))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no texts at {FOLDER}")


def read_file(path: Path) -> dict[str, str]:
    rows = (line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return dict(rows)


def questions(text: str) -> Iterator[str]:
    """Ask for words of a text alone, beginning so, side by side, near each other, and one without another."""
    words = [text[start:end] for start, end in zip(*read_terms(text)[3:], strict=True)]
    if len(words) > 5:
        yield words[2]
        yield f"{words[3][:2]}*"
        yield f'"{words[1]} {words[2]} {words[3]}"'
        yield f'"{words[4]} {words[1]}"~3'
        yield f"{words[2]} -{words[-1]}"
        yield words[2].upper()


@pytest.mark.django_db
def test_every_script_is_found_as_reading_every_text_finds_it(team: Team) -> None:
    texts = {path.stem: read_file(path) for path in sorted(FOLDER.glob("[a-z]*.tsv"))}
    work = create_work(actor=team.owner, workspace=team.workspace, title="Declaration")
    passages = {ref: add_passage(actor=team.owner, work=work, reference=ref) for ref in PASSAGES}
    for name, said in texts.items():
        translation = add_translation(actor=team.owner, work=work, siglum=name[:12], language=name[:3])
        for ref, passage in passages.items():
            if said.get(ref):
                enter_variant(actor=team.owner, passage=passage, translation=translation, text=said[ref][:400])
    rows = list(Variant.objects.filter(work=work).order_by("pk").values_list("pk", "text"))
    asked = [one for name in texts for one in questions(texts[name].get("article1", ""))]
    assert len(asked) > 6 * 30
    for words in asked:
        for fold in FOLDINGS:
            matcher = Matcher(parse_query(words), fold)
            expected = [(pk, spans[:100]) for pk, text in rows if (spans := matcher.find(text))]
            search = read_search(words, fold, works=type(work).objects.filter(pk=work.pk))
            found = find_hits(user=team.reader, search=search, size=1_000)
            assert [(hit.variant, hit.spans) for hit in found.hits] == expected, words
            assert expected or fold != FOLDS or "-" in words, words
