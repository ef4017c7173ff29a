"""What a translation has for all forms of a word, where the extra `lemmas` is there."""

import pytest

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.rendering import find_renderings
from workbench.text.words.lemmas import LEMMAS

pytestmark = pytest.mark.skipif(LEMMAS == "off", reason="the extra `lemmas` is not installed")

TEXTS = {
    "A": ("He was a traitor here.", "They were traitors here.", "The Traitors fled."),
    "B": ("He was a betrayer here.", "They were betrayers here.", "The betrayers fled."),
}


@pytest.mark.django_db
def test_other_forms_are_found_and_forms_of_a_rendering_counted_as_one(team: Team) -> None:
    work = make_work(team.owner, team.workspace, TEXTS, title="Three")
    one, other = work.translations.order_by("position")
    written = find_renderings(work, "traitor", one, [other])
    assert (written.texts, [(each.words, each.count) for each in written.columns[0].renderings]) == (
        1,
        [("betrayer", 1)],
    )
    found = find_renderings(work, "traitor", one, [other], by_lemma=True)
    assert (found.texts, [(each.words, each.count) for each in found.columns[0].renderings]) == (3, [("betrayers", 3)])
    assert sorted(found.forms) == [("Traitors", 1), ("traitor", 1), ("traitors", 1)]
