"""Publishing by a button: an edition asked for, made by a job, fetched as one file; how it is set."""

import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.models import Job, Work
from workbench.publishing.actions import freeze
from workbench.publishing.errors import Invalid
from workbench.review.transfer.jobs import carry_out
from workbench.web.publishing.edition import files_of, write_print_page
from workbench.web.publishing.packing import EditionWishes, choose_edition, read_wishes, write_all
from workbench.web.publishing.sheets import Parted, list_lemmas

TEXTS = {"A": ("The cat sat.",), "B": ("The dog sat down.",), "C": ("The dog sat.",), "R": ("Кот сидел.",)}


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Four of them")


def ask(team: Team, work: Work, **fields: str) -> Job:
    client = Client()
    client.force_login(team.reader)
    address = f"/works/{team.workspace.slug}/{work.slug}/publish/"
    assert "Make the edition" in client.get(address).content.decode()
    made = client.post(address, {"layout": "columns", "paper": "A4", **fields})
    job = Job.objects.get()
    assert made["Location"] == f"/jobs/{job.pk}/"
    return job


def test_an_edition_is_asked_for_made_and_fetched(team: Team, work: Work) -> None:
    job = ask(team, work, layout="apparatus", epub="on")
    assert carry_out(job.pk, is_alone=True)
    client = Client()
    client.force_login(team.reader)
    assert "Download four-of-them-edition.zip" in " ".join(client.get(f"/jobs/{job.pk}/").content.decode().split())
    done = Job.objects.get()
    assert (done.finished, done.total) == (7 + 2 + 64 + 1, 7 + 2 + 64 + 1)
    sent = client.get(f"/jobs/{job.pk}/file/")
    with zipfile.ZipFile(io.BytesIO(sent.content)) as file:
        names = file.namelist()
        page = " ".join(file.read("four-of-them/page-1.html").decode().split())
    assert {"four-of-them/index.html", "four-of-them/edition.epub"} <= set(names)
    assert "<bdi>cat</bdi>] <bdi>dog</bdi>" in page
    assert 'data-siglum="A"' in page
    assert 'data-siglum="B"' not in page


def test_a_frozen_state_is_published_as_it_was(team: Team, work: Work) -> None:
    state = freeze(actor=team.editor, work=work)
    edition = choose_edition(team.reader, work, EditionWishes(frozen=state.address))
    assert (edition.digest, edition.address) == (state.digest, f"/frozen/{state.address}/")
    with pytest.raises(Invalid, match="not elsewhere"):
        choose_edition(team.reader, work, EditionWishes(frozen="elsewhere"))


def test_what_cannot_be_made_is_said_where_the_job_is(team: Team) -> None:
    empty = make_work(team.owner, team.workspace, {}, title="Empty")
    assert not carry_out(ask(team, empty).pk, is_alone=True)
    assert Job.objects.get().outcome["detail"] == "The work has no translation yet."
    with pytest.raises(Invalid, match="columns, facing, apparatus"):
        read_wishes({"layout": "spiral"})


def test_as_many_files_are_written_as_are_told(team: Team, work: Work, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    wishes = EditionWishes()
    edition = choose_edition(team.reader, work, wishes)
    write_all(edition, tmp_path, wishes, lambda *now: told.append(now))
    assert [done for done, _ in told[:-1]] == list(range(1, files_of(edition) + 1))
    assert told[-1] == (files_of(edition), files_of(edition))


def test_facing_pages_are_one_sheet_turned(team: Team, work: Work, tmp_path: Path) -> None:
    wishes = EditionWishes(layout="facing", paper="letter")
    edition = choose_edition(team.reader, work, wishes)
    write_all(edition, tmp_path, wishes, lambda *_: None)
    assert "size: letter landscape" in (tmp_path / "style.css").read_text(encoding="utf-8")
    assert '<div class="set-facing">' in write_print_page(edition, tmp_path).read_text(encoding="utf-8")


def test_an_apparatus_names_each_reading_once_in_the_order_of_the_base() -> None:
    parted = [
        Parted("A", "B", "sat", "", "omission", 8),
        Parted("A", "B", "cat", "dog", "wording", 4),
        Parted("A", "C", "cat", "dog", "wording", 4),
        Parted("A", "D", "cat", "hound", "wording", 4),
    ]
    lemmas = [(one.words, list(one.readings)) for one in list_lemmas(parted)]
    assert lemmas == [("cat", [("dog", ["B", "C"]), ("hound", ["D"])]), ("sat", [("", ["B"])])]
