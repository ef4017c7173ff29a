"""The compare page: its states in the address, what it shows and to whom."""

import re

from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from workbench.corpus.actions import add_equivalence, add_passage, add_translation, enter_variant
from workbench.corpus.models import Work

PAGE = "/works/room/a-small-work/compare/"


def read(client: Client, query: str = "") -> str:
    page = client.get(PAGE + query)
    assert page.status_code == 200
    return fold(page.content.decode())


def test_the_texts_of_two_translations_stand_side_by_side(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = read(client)
    assert page.index('data-siglum="A"') < page.index('data-siglum="B"')
    assert page.count('role="rowheader"') == 2


def test_a_different_word_is_marked_with_its_type_and_the_reading_of_the_base(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = read(client, "?base=A&with=B")
    assert 'title="wording; A: “sat on the mat”">' in page
    assert "(wording: " in page


def test_what_the_lines_mean_is_said_before_the_first_of_them(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = read(client, "?base=A&with=B")
    assert page.index('aria-label="What the lines mean"') < page.index("data-passage")


def test_clean_texts_have_no_marks(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = read(client, "?marks=off")
    assert "<ins" not in page
    assert "The cat lay on the rug." in page


def test_every_view_shows_the_texts(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    for view in ("columns", "interleaved", "inline"):
        assert "cat" in read(client, f"?view={view}")


def test_the_page_of_a_work_the_person_may_not_see_is_the_404_of_a_work_that_does_not_exist(
    client: Client, team: Team
) -> None:
    client.force_login(team.outsider)
    hidden = client.get(PAGE)
    absent = client.get("/works/room/nothing-here/compare/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert _without_csrf_tokens(hidden.content) == _without_csrf_tokens(absent.content)


def test_an_unknown_translation_or_passage_is_a_404_and_an_impossible_state_a_400(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    answers = {
        "?base=Z": 404,
        "?with=A,Z": 404,
        "?at=99": 404,
        "?view=sideways": 400,
        "?ignore=vowels": 400,
        "?marks=maybe": 400,
        "?colour=red": 400,
        "?at=%00": 400,
    }
    assert {query: client.get(PAGE + query).status_code for query in answers} == answers


def test_a_page_begins_where_the_reference_stands_and_leads_to_its_neighbours(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": tuple(f"Line {number}." for number in range(60))}, title="Long")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/?at=30").content.decode())
    references = re.findall(r'<span class="hidden-words">Passage ?</span>(\d+)', page)
    assert references == [str(number) for number in range(26, 51)]
    assert re.findall(r'rel="(prev|next)" href="[^"]*at=(\d+)"', page) == [("prev", "25"), ("next", "51")]


def test_a_typed_reference_leads_to_its_place_on_the_page_in_the_same_state(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    answer = client.get(f"{PAGE}?base=B&with=A&marks=off&go=2")
    assert answer["Location"] == f"{PAGE}?base=B&with=A&marks=off&at=2#p-{passage_of(team.work, '2').pk}"
    assert "There is no passage “99” here." in fold(client.get(f"{PAGE}?go=99", follow=True).content.decode())


def test_the_address_keeps_every_choice_when_another_is_changed(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = read(client, "?base=B&with=A&ignore=case&ignore=punctuation&at=2&marks=off")
    expected = "?base=B&amp;with=A&amp;view=inline&amp;ignore=case%2Cpunctuation&amp;marks=off&amp;at=2"
    assert f'href="{expected}"' in page


def test_what_is_ignored_makes_no_difference(client: Client, team: Team) -> None:
    texts = {"A": ("The Cat sat.",), "B": ("the cat sat",)}
    work = make_work(team.owner, team.workspace, texts, title="Cases")
    client.force_login(team.reader)
    path = f"/works/room/{work.slug}/compare/"
    assert '<ins id="d' in fold(client.get(path).content.decode())
    page = fold(client.get(f"{path}?ignore=case,punctuation").content.decode())
    assert '<ins id="d' not in page
    assert "The same as A, but for what is ignored." in page


def test_translations_in_different_languages_are_shown_but_not_compared(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("In the hand.",)}, title="Tongues")
    german = add_translation(actor=team.owner, work=work, siglum="E", language="de")
    enter_variant(actor=team.owner, passage=passage_of(work), translation=german, text="In der Hand.")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/").content.decode())
    assert '<ins id="d' not in page
    assert '<div class="text" lang="de" dir="ltr"' in page


def make_tongues(team: Team, **languages: str) -> Work:
    """Make a work of one passage with empty translations, given as siglum and language."""
    work = make_work(team.owner, team.workspace, {}, title="Tongues")
    for siglum, language in languages.items():
        add_translation(actor=team.owner, work=work, siglum=siglum, language=language)
    add_passage(actor=team.owner, work=work, reference="1")
    return work


def test_each_language_beside_the_base_has_a_base_of_its_own(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"E": ("In the hand.",)}, title="Tongues")
    for siglum, text in (("D1", "In der Hand."), ("D2", "In einer Hand.")):
        added = add_translation(actor=team.owner, work=work, siglum=siglum, language="de")
        enter_variant(actor=team.owner, passage=passage_of(work), translation=added, text=text)
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/").content.decode())
    assert re.findall(r'<ins id="[^"]+"[^>]*>(?:<span[^>]*>[^<]*</span>)?(\w+)', page) == ["einer"]
    first = variant_of(work, "1", "D1").pk
    assert f'data-against="{first}"' in page
    assert re.findall(r'<span class="badge">(\w+)</span>', page) == ["base", "base"]


def test_where_no_two_are_in_one_language_nothing_is_compared(client: Client, team: Team) -> None:
    work = make_tongues(team, E="en", D="de", F="fr")
    client.force_login(team.reader)
    alone = fold(client.get(f"/works/room/{work.slug}/compare/").content.decode())
    assert "no differences are marked" in alone


def test_lines_are_switched_to_faint_and_off_and_the_address_keeps_it(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{team.work.slug}/compare/?faint=dotted&off=wavy").content.decode())
    assert "faint-dotted off-wavy" in page
    assert re.findall(r'class="switch is-(\w+)"', page) == ["on", "faint", "off", "on", "on"]
    assert client.get(f"/works/room/{team.work.slug}/compare/?off=moon").status_code == 400


def test_by_weight_content_words_are_not_faint_and_signs_are(client: Client, team: Team) -> None:
    texts = {"A": ("He had 5 cats, there.",), "B": ("He had 6 cats there.",)}
    work = make_work(team.owner, team.workspace, texts, title="Weights")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/?weight=on").content.decode())
    assert re.findall(r"d-(\w+) line-\w+ (w-\w+)", page) == [("number", "w-strong"), ("punctuation", "w-faint")]


def test_translations_in_the_language_of_the_base_are_shown_first_of_all(client: Client, team: Team) -> None:
    work = make_tongues(team, E1="en", D1="de", D2="de-AT", R1="ru", E2="en", E3="en-GB")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/").content.decode())
    heads = re.findall(r'<th scope="col"[^>]*><span class="siglum">(\w+)</span>', page)
    assert heads == ["E1", "D1", "D2", "E2", "E3"]


def test_equivalence_rules_of_the_work_count(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("Ezhov asks.",), "B": ("Yezhov asks.",)}, title="Names")
    add_equivalence(actor=team.editor, workspace=team.workspace, work=work, left="Ezhov", right="Yezhov")
    client.force_login(team.reader)
    assert '<ins id="d' not in fold(client.get(f"/works/room/{work.slug}/compare/").content.decode())


def _without_csrf_tokens(page: bytes) -> bytes:
    """Masked anew in every answer, they are all that may differ."""
    return re.sub(rb"[A-Za-z0-9]{64}", b"", page)


def test_pages_are_compressed_and_answers_of_the_api_keep_their_strong_etags(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = client.get(f"/works/room/{team.work.slug}/compare/", headers={"Accept-Encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    answer = client.get(f"/api/v1/works/{team.work.slug}/", headers={"Accept-Encoding": "gzip"})
    assert answer["ETag"].startswith('"')


def test_one_passage_alone_is_shown_to_whoever_asks_for_it(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    second = passage_of(team.work, "2")
    page = client.get(PAGE, {"only": second.pk})
    assert [row.passage for row in page.context["rows"]] == [second]
    assert client.get(PAGE, {"only": "x"}).status_code == 400
    assert client.get(PAGE, {"only": 987654321}).status_code == 404
