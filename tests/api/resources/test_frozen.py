"""Frozen states, by a script."""

from typing import Any

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import variant_of
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.actions import revise_variant


def test_a_script_freezes_cites_and_shows(script: Any, team: Team) -> None:
    editor = script(team.editor, "read", "write")
    made = editor.post("works/a-small-work/frozen/", {"title": "As printed", "translations": ["A", "B"]})
    assert made.status_code == 201
    state = made.json()
    assert (state["number"], state["visibility"], state["revisions"]) == (1, "private", {"A": [1, 1], "B": [1, 1]})
    assert made["Location"] == f"/api/v1/frozen/{state['id']}/"
    reader = script(team.reader, "read")
    assert reader.get("works/a-small-work/frozen/").json()["results"] == [state]
    bundle = reader.get(f"frozen/{state['id']}/?format=bundle")
    assert bundle["Content-Type"] == "application/json"
    assert '"format": "translation-workbench-bundle"' in bundle.content.decode() or '"works"' in bundle.content.decode()
    edition = reader.get(f"frozen/{state['id']}/?format=tei")
    assert edition["Content-Type"] == "application/tei+xml"
    work = FORMATS["tei"].read(edition.content, ReadOptions()).works[0]
    assert ([one.siglum for one in work.translations], len(work.passages)) == (["A", "B"], state["passages"])
    cited = reader.get(f"frozen/{state['id']}/citation/?format=ris&passage=2").content.decode()
    assert f"UR  - http://testserver/frozen/{state['id']}/?at=2" in cited


def test_who_may_read_it_is_changed_by_who_knows_its_version(script: Any, team: Team) -> None:
    state = script(team.editor, "read", "write").post("works/a-small-work/frozen/", {}).json()
    owner, address = script(team.owner, "read", "write"), f"frozen/{state['id']}/"
    assert owner.patch(address, {"visibility": "public"}).status_code == 428
    shown = owner.patch(address, {"visibility": "link", "days": 2}, If_Match='"1"')
    assert shown.status_code == 200
    assert shown.json()["link"].startswith(f"http://testserver/frozen/{state['id']}/?link=")
    assert shown.json()["link_until"] is not None
    stale = owner.patch(address, {"visibility": "public"}, If_Match='"1"')
    assert stale.status_code == 412
    refused = script(team.editor, "read", "write").patch(address, {"visibility": "public"}, If_Match='"2"')
    assert refused.status_code == 403
    assert script(team.outsider).get(address).status_code == 404


def test_what_changed_since_is_told(script: Any, team: Team) -> None:
    first = script(team.editor, "read", "write").post("works/a-small-work/frozen/", {}).json()
    revise_variant(actor=team.editor, variant=variant_of(team.work, "2", "B"), version=1, text="Outside it snowed.")
    reader = script(team.reader, "read")
    changes = reader.get(f"frozen/{first['id']}/changes/").json()
    assert changes["texts"] == [
        {"reference": "2", "siglum": "B", "before": "Outside it rained.", "after": "Outside it snowed."}
    ]
    second = script(team.editor, "read", "write").post("works/a-small-work/frozen/", {}).json()
    assert reader.get(f"frozen/{first['id']}/changes/?to={second['id']}").json() == changes


def test_what_cannot_be_frozen_is_refused(script: Any, team: Team) -> None:
    editor = script(team.editor, "read", "write")
    refused = editor.post("works/a-small-work/frozen/", {"base": "X"})
    assert (refused.status_code, places(refused)) == (422, [("/base", "unknown_siglum")])
    assert editor.post("works/a-small-work/frozen/", {"remarks": "some"}).status_code == 400
    assert script(team.reader, "read", "write").post("works/a-small-work/frozen/", {}).status_code == 403
