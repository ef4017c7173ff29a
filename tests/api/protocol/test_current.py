"""Whoever writes second sees what stands there now, whatever kind of thing it is."""

from typing import Any

import pytest
from django.apps import apps

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.accounts.models import Versioned
from workbench.corpus.actions import add_style_rule, add_term
from workbench.publishing.actions import freeze
from workbench.review.actions import add_note, open_thread

KINDS = {
    "Work": ("works/{slug}/", {"title": "Other"}),
    "Translation": ("translations/{translation}/", {"notes": "Other"}),
    "Passage": ("passages/{passage}/", {"heading": "Other"}),
    "Variant": ("variants/{variant}/", {"text": "Other"}),
    "Thread": ("threads/{thread}/", {"state": "resolved"}),
    "Classification": ("workspaces/room/categories/", {"categories": []}),
    "Showing": ("works/{slug}/readers/", {"visibility": "public"}),
    "FrozenState": ("frozen/{frozen}/", {"visibility": "public"}),
    "Comment": ("comments/{comment}/", {"body": "Other"}),
    "Note": ("notes/{note}/", {"body": "Other"}),
    "StyleRule": ("style-rules/{rule}/", {"title": "Other"}),
    "Term": ("terms/{term}/", {"note": "Other"}),
}


CLOSED = ("Campaign",)  # closed by a POST: tests/api/resources/test_campaigns.py


def test_the_kinds_tried_are_all_that_can_be_stale() -> None:
    assert {model.__name__ for model in apps.get_models() if issubclass(model, Versioned)} == {*KINDS, *CLOSED}


@pytest.mark.parametrize("kind", KINDS)
def test_a_stale_write_is_answered_with_what_a_read_gives(team: Team, script: Any, kind: str) -> None:
    variant, passage = variant_of(team.work, "1", "A"), passage_of(team.work)
    frozen = freeze(actor=team.owner, work=team.work)
    thread = open_thread(actor=team.owner, passage=passage, body="Why?")
    ids = {"slug": team.work.slug, "translation": variant.translation_id, "passage": passage.pk, "variant": variant.pk}
    ids["term"] = add_term(actor=team.owner, workspace=team.workspace, work=team.work, words="cat").pk
    rule = {"mark": "1", "title": "Names"}
    ids["rule"] = add_style_rule(actor=team.owner, workspace=team.workspace, work=team.work, **rule).pk
    ids["note"] = add_note(actor=team.owner, thread=thread, body="For me.").pk
    address, body = KINDS[kind]
    address = address.format(**ids, thread=thread.pk, comment=thread.comments.get().pk, frozen=frozen.address)
    refused = script(team.owner).patch(address, body, If_Match='"99"')
    assert refused.status_code == 412
    assert refused.json()["current"] == script(team.owner).get(address).json()
