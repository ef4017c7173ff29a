"""Which translation of a work one of a file becomes: asked where its language alone does not say it."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, variant_of
from workbench.corpus.models import Translation, Work
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.options import ReadOptions
from workbench.review.errors import Invalid
from workbench.review.transfer import SourceFile, import_file, preview_file

MEMORY = b"""<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="block" adminlang="en"
 o-tmf="x" creationtool="x" creationtoolversion="1"/><body>
<tu tuid="1"><tuv xml:lang="de"><seg>Hier regnet es.</seg></tuv></tu></body></tmx>"""
ASKED = (
    "The file has a translation in de, called de; the work has Hale, Otto. Say which it is (de=Hale), "
    "or that it is new (de=de)."
)


@pytest.fixture
def work(team: Team) -> Work:
    """Return a work with two translations in German."""
    work = make_work(team.owner, team.workspace, {"Hale": ["Es regnet."], "Otto": ["Regen."]}, title="Two in one")
    Translation.objects.filter(work=work).update(language="de-DE")
    return work


def bring(team: Team, work: Work | None, called: str = "") -> None:
    file = SourceFile("m.tmx", MEMORY, reading=ReadOptions(called=called, title="m"))
    goal = {"actor": team.owner, "workspace": team.workspace, "work": work, "file": file}
    options = ImportOptions(existing="revise")
    preview_file(**goal, options=options)  # type: ignore[arg-type]
    import_file(**goal, options=options)  # type: ignore[arg-type]


def test_it_is_asked_where_the_work_has_two_in_the_language(team: Team, work: Work) -> None:
    with pytest.raises(Invalid) as caught:
        bring(team, work)
    assert (caught.value.code, caught.value.fields) == ("which_translation", {"called": ASKED})


def test_the_one_that_was_named_is_revised(team: Team, work: Work) -> None:
    bring(team, work, "de=Otto")
    assert [variant_of(work, "1", siglum).text for siglum in ("Hale", "Otto")] == ["Es regnet.", "Hier regnet es."]


def test_it_may_be_a_new_one(team: Team, work: Work) -> None:
    bring(team, work, "de=de")
    assert list(work.translations.order_by("position").values_list("siglum", flat=True)) == ["Hale", "Otto", "de"]


def test_nobody_is_asked_where_there_is_nothing_to_ask(team: Team, work: Work) -> None:
    bring(team, None)
    Translation.objects.filter(work=work, siglum="Hale").update(language="fr")
    bring(team, work)
    assert work.translations.count() == 3


def test_page_api_and_command_ask_alike(team: Team, work: Work, client: Client, tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_bytes(MEMORY)
    client.force_login(team.owner)
    page = client.post("/workspaces/room/import/", {"text": MEMORY.decode(), "work": work.slug, "format": "tmx"})
    shown = client.get(page["Location"])
    assert ASKED in shown.content.decode().replace("&#x27;", "'")
    with pytest.raises(CommandError, match=r"the work has Hale, Otto"):
        call_command("import_texts", path, "--as=owner", "--workspace=room", f"--work={work.slug}")
    call_command(
        "import_texts",
        path,
        "--as=owner",
        "--workspace=room",
        f"--work={work.slug}",
        "--called=de=Otto",
        "--existing=revise",
    )
    assert variant_of(work, "1", "Otto").text == "Hier regnet es."
