"""Schemathesis holds the API to its own description: whatever is sent, the answer is one that was described.

Runs inside the process, as the owner of a small work. Ids that are made up are turned into ids that exist half of the
time, so that the requests get past the 404. FUZZ_EXAMPLES says how many requests are made up for each operation, beside
those that cover every constraint once. Described objects are closed here: a member that the description does not
know is a failure too.
"""

import copy
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from tests.access.world import replaced_in
from tests.api.conftest import Script
from tests.factories import make_check, make_job, shown, variant_of
from workbench.accounts.actions import invite, make_token
from workbench.accounts.counters import sqlite
from workbench.accounts.models import RateCounter, Workspace
from workbench.api.protocol.openapi.describing import describe_api
from workbench.campaigns.actions import CampaignWishes, make_campaign
from workbench.corpus.actions import (
    LinkedWords,
    MarkedWords,
    add_equivalence,
    add_style_rule,
    add_term,
    correct_collation,
    link_words,
)
from workbench.corpus.models import Import
from workbench.notices.actions import follow, make_webhook
from workbench.publishing.models import Sending
from workbench.review.actions import add_note, open_thread, reject_suggestion
from workbench.review.anchoring import AnchorRequest
from workbench.text import Span
from workbench.wsgi import application

CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": int(os.environ.get("FUZZ_EXAMPLES", "10"))},
        "checks": {
            # What is well-formed may still be refused: for a role, a state, a name that nothing has.
            "positive_data_acceptance": {"expected-statuses": ["2xx", 304, 400, 403, 404, 409, 412, 422]},
            "negative_data_rejection": {
                "expected-statuses": [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428]
            },
            "missing_required_header": {"expected-statuses": [404, 428]},
        },
    }
)


def closed(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with every described object closed."""
    document = copy.deepcopy(document)
    for schema in document["components"]["schemas"].values():
        if schema.get("type") == "object" and schema.get("properties"):
            schema["additionalProperties"] = False
    return document


api = schemathesis.openapi.from_dict(closed(describe_api()), config=CONFIG)
api.app = application


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep requests from closing the test's connection and its transaction, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def ids(team: Any, one_connection: None, settings: Any) -> dict[str, Any]:
    """Return ids of things that exist, by the name they have in addresses, queries and bodies."""
    settings.API_RATES = dict.fromkeys(settings.API_RATES, (10**9, 60))
    variant = variant_of(team.work, "1", "A")
    for suggestion in ("rug", "carpet"):
        thread = open_thread(
            actor=team.owner,
            passage=variant.passage,
            body="b",
            anchors=[AnchorRequest(variant, quote="mat")],
            suggestion=suggestion,
        )
    reject_suggestion(actor=team.owner, thread=thread, reason="no", **shown(thread))
    rule = add_equivalence(actor=team.owner, workspace=team.workspace, left="mat", right="rug")
    elsewhere = Workspace.objects.get(slug="elsewhere")
    done = Import.objects.create(
        workspace=team.workspace,
        work=team.work,
        format="csv",
        report={"works": [], "warnings": []},
        created_by=team.owner,
    )
    return {
        "variants": variant.pk,
        "variant": variant.pk,
        "translations": variant.translation_id,
        "translation": variant.translation_id,
        "passages": variant.passage_id,
        "passage": variant.passage_id,
        "threads": thread.pk,
        "thread": thread.pk,
        "comments": thread.comments.get().pk,
        "notes": add_note(actor=team.owner, thread=thread, body="For me.").pk,
        "anchors": thread.anchors.get().pk,
        "imports": done.pk,
        "jobs": make_job(team.owner, team.work).pk,
        "equivalences": rule.pk,
        "feed-tokens": make_token(actor=team.owner, name="f", scopes=["feed"], expires_at=None)[0].pk,
        "subscriptions": follow(actor=team.owner, subject=team.work).pk,
        "webhooks": make_webhook(actor=team.owner, workspace=team.workspace, url="https://example.org/")[0].pk,
        "links": link_words(
            actor=team.owner,
            left=LinkedWords(variant, Span(4, 7)),
            right=LinkedWords(variant_of(team.work, "1", "B"), Span(4, 7)),
        ).pk,
        "corrections": correct_collation(
            actor=team.owner, passage=variant.passage, kind="joined", marks=[MarkedWords(variant, 1, Span(4, 7))]
        ).pk,
        "checks": make_check(team.work).pk,
        "replacements": replaced_in(team).pk,
        "sendings": Sending.objects.create(
            workspace=team.workspace, work=team.work, passage=variant.passage, body="b", sent_at=timezone.now()
        ).pk,
        "style-rules": add_style_rule(
            actor=team.owner, workspace=team.workspace, work=team.work, mark="1", title="Names"
        ).pk,
        "terms": add_term(actor=team.owner, workspace=team.workspace, work=team.work, words="mat").pk,
        "campaigns": make_campaign(
            actor=team.owner, work=team.work, wishes=CampaignWishes("Best", "verdict", ["owner", "reviewer"])
        ).pk,
        "workspaces": invite(actor=team.owner, workspace=team.workspace, to="anna", role="reader").pk,
        "invitations": invite(actor=team.outsider, workspace=elsewhere, to="owner", role="reader").pk,
    }


def real(value: Any, known: Any) -> Any:
    """Return the id that exists for every second id made up."""
    is_well_formed = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18
    return known if is_well_formed and value % 2 == 0 else value


def make_real(case: Any, ids: dict[str, Any]) -> None:
    """Point a request at things that exist, now and then."""
    kind = case.operation.path.split("/")[3]
    if "id" in (case.path_parameters or {}):
        case.path_parameters["id"] = real(case.path_parameters["id"], ids[kind])
    slug = str((case.path_parameters or {}).get("slug", ""))
    if len(slug) % 2 and re.fullmatch(r"[-a-zA-Z0-9_]+", slug):  # what is made ill on purpose stays so
        case.path_parameters["slug"] = "room" if kind == "workspaces" else "a-small-work"
    for part in (case.query, case.body):
        if isinstance(part, dict):
            for name in part.keys() & ids.keys():
                part[name] = real(part[name], ids[name])


def count_nothing() -> None:
    """Let what is asked for a few times an hour be asked for again."""
    RateCounter.objects.all().delete()
    for store in sqlite.OPEN.values():
        store.execute("DELETE FROM counter")


@pytest.mark.slow
@pytest.mark.django_db
@api.parametrize()
@settings(suppress_health_check=list(HealthCheck))
def test_the_api_does_as_it_is_described(case: Any, team: Any, ids: dict[str, Any]) -> None:
    make_real(case, ids)
    count_nothing()
    headers = Script(team.owner).headers
    case.call_and_validate(headers=headers)
