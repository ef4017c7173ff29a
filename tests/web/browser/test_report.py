"""The quality report on screens of any width, in the languages whose words are longest."""

import pytest

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.browser.conftest import Visit
from tests.web.browser.test_all_pages import too_wide
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IS_CUT = "[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).length"


@pytest.mark.parametrize("tongue", ["de", "ru"])
def test_no_table_is_cut_on_a_wide_screen_and_none_makes_a_narrow_page_wider(
    visit: Visit, team: Team, tongue: str
) -> None:
    anchors = [AnchorRequest(variant_of(team.work, "1", "A"), quote="cat")]
    said = {"category": "accuracy/mistranslation", "severity": "major"}
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", anchors=anchors, **said)
    page = visit(team.reader, "/works/room/a-small-work/report/", locale=tongue)
    assert page.evaluate(IS_CUT) == 0
    assert list(too_wide(page, 375)) == []
