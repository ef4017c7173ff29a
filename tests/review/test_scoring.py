"""Systems against a reference: sacrebleu's own figures, with empty passages beside."""

import pytest
import sacrebleu

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.models import Translation, Work
from workbench.review import scoring
from workbench.review.errors import Conflict, Invalid
from workbench.review.scoring import score_systems

REF = ("The cat sat on the mat.", "It was raining outside, and hard.", "Nobody came.", "")
ONE = ("The cat sat on the mat.", "It rained outside, and hard.", "", "Added words of its own.")
TWO = ("A cat lay on some rug.", "Outside there was a lot of rain.", "No one came.", "")


@pytest.fixture
def work(team: Team) -> Work:
    """Return a work with a reference and two systems."""
    return make_work(team.owner, team.workspace, {"ref": REF, "one": ONE, "two": TWO}, title="Scored")


def named(work: Work, *sigla: str) -> list[Translation]:
    return [work.translations.get(siglum=siglum) for siglum in sigla]


def test_scores_are_sacrebleus_of_the_passages_where_all_have_words(work: Work) -> None:
    (ref,) = named(work, "ref")
    found = score_systems(work, reference=ref, systems=named(work, "one", "two"), metrics=("bleu", "chrf", "ter"))
    assert (found.scored, found.left_out) == (2, 2)
    for one, texts in zip(found.systems, (ONE[:2], TWO[:2]), strict=True):
        assert one.scores["bleu"].value == pytest.approx(sacrebleu.corpus_bleu(texts, [REF[:2]]).score)
        assert one.scores["chrf"].value == pytest.approx(sacrebleu.corpus_chrf(texts, [REF[:2]]).score)
        assert one.scores["ter"].value == pytest.approx(sacrebleu.corpus_ter(texts, [REF[:2]]).score)
    assert [(one.without, one.added) for one in found.systems] == [(1, 1), (0, 0)]


def test_the_first_system_is_the_baseline_and_signatures_say_how(work: Work) -> None:
    (ref,) = named(work, "ref")
    found = score_systems(work, reference=ref, systems=named(work, "one", "two"))
    assert [one.scores["chrf"].p_value is None for one in found.systems] == [True, False]
    assert found.signatures == {
        "bleu": f"nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|version:{sacrebleu.__version__}",
        "chrf": f"nrefs:1|bs:1000|seed:12345|case:mixed|eff:yes|nc:6|nw:0|space:no|version:{sacrebleu.__version__}",
    }


def test_chinese_is_cut_as_chinese(work: Work) -> None:
    Translation.objects.filter(work=work, siglum="ref").update(language="zh-Hant")
    found = score_systems(work, reference=named(work, "ref")[0], systems=named(work, "one"), metrics=("bleu",))
    assert "tok:zh" in found.signatures["bleu"]


def test_without_the_extra_it_is_said_plainly(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "find_spec", lambda _: None)
    with pytest.raises(Conflict, match="need the extra “metrics”") as refused:
        score_systems(work, reference=named(work, "ref")[0], systems=named(work, "one"))
    assert refused.value.code == "metrics_not_installed"


def test_what_makes_no_sense_is_refused(work: Work, team: Team) -> None:
    ref, one = named(work, "ref", "one")
    for systems in ([], [ref], [one, ref]):
        with pytest.raises(Invalid) as refused:
            score_systems(work, reference=ref, systems=systems)
        assert refused.value.code == "no_systems"
    apart = make_work(team.owner, team.workspace, {"ref": ("x", ""), "one": ("", "x")}, title="Apart")
    with pytest.raises(Conflict) as nothing:
        score_systems(apart, reference=named(apart, "ref")[0], systems=named(apart, "one"))
    assert nothing.value.code == "nothing_to_score"


def test_texts_that_are_too_long_are_refused_before_they_are_scored(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "MOST", {**scoring.MOST, "ter": 50})
    ref, one = named(work, "ref", "one")
    with pytest.raises(Invalid, match="ter is computed of 50"):
        score_systems(work, reference=ref, systems=[one], metrics=("ter",))
    assert score_systems(work, reference=ref, systems=[one], metrics=("chrf",)).scored == 2
