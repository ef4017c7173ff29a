"""Reports, by a script."""

from typing import Any

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import give_verdict, open_thread
from workbench.review.anchoring import AnchorRequest


def mark(team: Team) -> None:
    anchors = [AnchorRequest(variant_of(team.work, "1", "A"), quote="cat")]
    passage = passage_of(team.work)
    open_thread(actor=team.reviewer, passage=passage, body="Hm", anchors=anchors, category="style", severity="major")


def test_the_report_says_what_marks_cost(script: Any, team: Team) -> None:
    mark(team)
    report = script(team.reader, "read").get("works/a-small-work/report/?pass_mark=500").json()
    assert report["weights"] == {"neutral": 0.0, "minor": 1.0, "major": 5.0, "critical": 25.0}
    first, second = report["translations"]
    assert (first["siglum"], first["words"], first["marks"], first["penalty_per_1000_words"]) == ("A", 10, 1, 500.0)
    assert (first["passes"], second["passes"], second["counts"]) == (True, None, [])
    assert first["counts"] == [
        {
            "category": "style",
            "severity": "major",
            "rater": {"username": "reviewer", "name": "reviewer", "attributed_to": ""},
            "marks": 1,
            "penalty": 5.0,
        }
    ]


def test_it_comes_as_a_table_whatever_is_accepted(script: Any, team: Team) -> None:
    mark(team)
    response = script(team.reader).get("works/a-small-work/report/?format=csv&translations=A", Accept="text/csv")
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert response.content.decode("utf-8-sig").splitlines()[1] == "A,10,style,major,reviewer,1,5,5,500.00"


def test_what_cannot_be_reported_on_is_refused(script: Any, team: Team) -> None:
    reader = script(team.reader)
    assert reader.get("works/a-small-work/report/?counted=some").status_code == 400
    refused = reader.get("works/a-small-work/report/?translations=X")
    assert (refused.status_code, places(refused)) == (422, [("translations", "unknown_siglum")])
    assert script(team.outsider).get("works/a-small-work/report/").status_code == 404


def test_agreement_is_measured_by_translation(script: Any, team: Team) -> None:
    for reference, verdicts in (("1", ("approved", "approved")), ("2", ("needs_work", "seen"))):
        for person, verdict in zip((team.reviewer, team.editor), verdicts, strict=True):
            give_verdict(actor=person, variant=variant_of(team.work, reference, "A"), verdict=verdict, revision=1)
    found = script(team.reader, "read").get("works/a-small-work/agreement/").json()
    (agreed,) = found["translations"]
    assert (agreed["siglum"], agreed["texts"], agreed["disputed"], agreed["per_cent"]) == ("A", 2, 1, 0.5)
    assert round(agreed["alpha"], 3) == 0.4


def test_systems_are_scored_with_signatures(script: Any, team: Team) -> None:
    reader = script(team.reader, "read")
    found = reader.get("works/a-small-work/metrics/?reference=A&systems=B&metrics=chrf,ter").json()
    assert (found["reference"], found["scored"], found["left_out"]) == ("A", 2, 0)
    (system,) = found["systems"]
    assert (system["siglum"], system["without"], system["added"], set(system["scores"])) == ("B", 0, 0, {"chrf", "ter"})
    assert 0 < system["scores"]["chrf"]["value"] < 100
    assert found["signatures"]["ter"].startswith("nrefs:1|bs:1000|seed:12345|case:lc|tok:tercom")


def test_scores_that_cannot_be_are_refused(script: Any, team: Team) -> None:
    reader = script(team.reader)
    address = "works/a-small-work/metrics/?reference="
    assert places(reader.get(f"{address}X&systems=B")) == [("reference", "unknown_siglum")]
    assert places(reader.get(f"{address}A")) == [("systems", "no_systems")]  # none is by a machine
    assert reader.get(f"{address}A&systems=B&metrics=comet").status_code == 400
