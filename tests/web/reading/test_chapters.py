"""Chapters as pages, and what is shown beside the words."""

import re

from django.test import Client

from tests.conftest import Team
from tests.corpus.test_addressing import VERSES, imported
from tests.factories import variant_of
from workbench.corpus.models import Variant, Work
from workbench.interchange.document import SpanRecord
from workbench.review.actions import revise_variant


def page_of(client: Client, team: Team, work: Work, query: str = "") -> str:
    client.force_login(team.reader)
    return client.get(f"/works/{team.workspace.slug}/{work.slug}/compare/{query}").content.decode()


def rows_of(page: str) -> list[str]:
    return [name for name in [*VERSES, "Ps.23.4"] if f"Words of {name}<" in page]


def bible(team: Team) -> Work:
    return imported(team, [*VERSES[:6], "Ps.23.4", *VERSES[7:]])


def test_a_chapter_is_a_page(client: Client, team: Team) -> None:
    work = bible(team)
    assert rows_of(page_of(client, team, work)) == ["Ps.22.1", "Ps.22.2"]
    assert rows_of(page_of(client, team, work, "?at=John.3.17")) == ["John.3.16", "John.3.17"]


def test_a_chapter_and_a_range_are_addresses(client: Client, team: Team) -> None:
    work = bible(team)
    assert rows_of(page_of(client, team, work, "?passages=Ps+23:1-2")) == ["Ps.23.1", "Ps.23.2"]
    assert len(rows_of(page_of(client, team, work, "?passages=Psalm%C2%A023"))) == 5
    assert client.get(f"/works/{team.workspace.slug}/{work.slug}/compare/?passages=Ps+99").status_code == 404


def test_what_is_typed_leads_to_the_passage_or_to_a_page_of_the_chapter(client: Client, team: Team) -> None:
    work = bible(team)
    client.force_login(team.reader)
    address = f"/works/{team.workspace.slug}/{work.slug}/compare/"
    assert "passages=Ps+23" in client.get(f"{address}?go=Ps+23")["Location"]
    assert "at=John.3.16#p-" in client.get(f"{address}?go=Jn+3:16")["Location"]


def test_the_chapters_beside_this_one_and_the_other_books_are_links(client: Client, team: Team) -> None:
    page = page_of(client, team, bible(team), "?passages=Ps+23")
    assert 'aria-label="Ps 22"' in page
    assert "passages=John+3" in page


def test_notes_stand_below_the_cell_and_the_printed_reference_above(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    note = SpanRecord("note", 3, 3, "a", "Or: a thing.")
    revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text, markup=(note,))
    Variant.objects.filter(pk=variant.pk).update(reference="I.1")
    for view in ("columns", "interleaved", "apparatus"):
        page = page_of(client, team, team.work, f"?view={view}")
        assert f'id="note-{variant.pk}-1"' in page
        assert "Or: a thing." in page
        assert "</span>I.1" in page


def test_a_text_whose_words_are_lost_is_not_said_to_lack_them(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "B")
    text = variant.text.split(" ")[0]
    torn = revise_variant(actor=team.editor, variant=variant, version=1, text=text)
    assert "caret" in page_of(client, team, team.work, "?base=A&with=B").split("<tbody")[1].split("</tr>")[0]
    lacuna = SpanRecord("lacuna", len(text), len(text))
    revise_variant(actor=team.editor, variant=torn, version=2, text=text, markup=(lacuna,))
    row = page_of(client, team, team.work, "?base=A&with=B").split("<tbody")[1].split("</tr>")[0]
    assert "[…]" in row
    assert "caret" not in row


def test_notes_are_compared_where_that_is_asked_for(client: Client, team: Team) -> None:
    for siglum, said in (("A", "Or: a red thing."), ("B", "Or: a green thing.")):
        variant = variant_of(team.work, "1", siglum)
        note = SpanRecord("note", 3, 3, "a", said)
        revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text, markup=(note,))
    page = page_of(client, team, team.work)
    assert "Or: a green thing." in page
    page = page_of(client, team, team.work, "?notes=compared")
    assert re.search(r'<ins id="n\d+-0" [^>]*>(<span [^>]*>[^<]*</span>)?green<', page)
    assert re.search(r'<span class="touched[^>]* data-d="n\d+-0"[^>]*>red</span>', page)


def test_notes_that_only_one_has_are_said_to_be_missing(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    note = SpanRecord("note", 3, 3, "a", "Or: a thing.")
    revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text, markup=(note,))
    assert "The notes of A are not here." in page_of(client, team, team.work, "?notes=compared")
    assert "The notes of A are not here." not in page_of(client, team, team.work)


def test_the_place_in_a_translations_own_order_stands_above_its_text(client: Client, team: Team) -> None:
    Variant.objects.filter(pk=variant_of(team.work, "1", "B").pk).update(reading_order=7)
    assert "no. 7 in its own order" in page_of(client, team, team.work)
