"""Every route of pages and API, walked by everybody: who reads, who is refused, and for whom it does not exist."""

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.test import Client

from tests.access.world import SECRETS, World, address, routes, take_world
from workbench.accounts.actions import make_token
from workbench.journal.models import Event

pytestmark = pytest.mark.slow  # left out of `make check`

if TYPE_CHECKING:
    from workbench.accounts.models import User

PEOPLE = ("anonymous", "outsider", "former", "reader", "reviewer", "editor", "owner")

# What a GET answers to each of PEOPLE, in this order.
PUBLIC = (200,) * 7
SIGNED_IN = (302, *(200,) * 6)
READERS = (302, 404, 404, 200, 200, 200, 200)
REVIEWERS = (302, 404, 404, 403, 200, 200, 200)
EDITORS = (302, 404, 404, 403, 403, 200, 200)
OWNERS = (302, 404, 404, 403, 403, 403, 200)
OWNER_ALONE = (302, 404, 404, 404, 404, 404, 200)
POSTED = (405,) * 7
NOWHERE_YET = (404,) * 7  # the work is private: tests/access/test_readers.py opens it
SCRIPT = (401, *(200,) * 6)
SCRIPT_READERS = (401, 404, 404, 200, 200, 200, 200)
SCRIPT_OWNERS = (401, 404, 404, 403, 403, 403, 200)
SCRIPT_OWNER_ALONE = (401, 404, 404, 404, 404, 404, 200)
SCRIPT_POSTED = (401, *(405,) * 6)

# Every route: what its integers lead to, and what a GET answers. A new route fails the test until it is told of here.
TABLE: dict[str, tuple[str, tuple[int, ...]]] = {
    "api:me": ("", SCRIPT),
    "api:me-data": ("", SCRIPT),
    "api:feed-tokens": ("", SCRIPT),
    "api:feed-token": ("feed-token", SCRIPT_OWNER_ALONE),
    "api:workspaces": ("", SCRIPT),
    "api:workspace": ("workspace", SCRIPT_READERS),
    "api:members": ("workspace", SCRIPT_READERS),
    "api:member": ("workspace membership", SCRIPT_READERS),
    "api:invitations": ("workspace", SCRIPT_OWNERS),
    "api:invitation": ("workspace invitation", SCRIPT_OWNERS),
    "api:own-invitations": ("", SCRIPT),
    "api:own-invitation": ("own-invitation", (401, 200, *(404,) * 5)),  # the outsider is invited elsewhere
    "api:accept-invitation": ("own-invitation", SCRIPT_POSTED),
    "api:decline-invitation": ("own-invitation", SCRIPT_POSTED),
    "api:works": ("", SCRIPT),
    "api:work": ("", SCRIPT_READERS),
    "api:export": ("", SCRIPT_READERS),
    "api:relations": ("", SCRIPT_READERS),
    "api:placements": ("", SCRIPT_POSTED),
    "api:variation": ("", SCRIPT_READERS),
    "api:differences": ("", SCRIPT_READERS),
    "api:checks": ("", SCRIPT_READERS),
    "api:check": ("check", SCRIPT_READERS),
    "api:dismiss-check": ("check", SCRIPT_POSTED),
    "api:reopen-check": ("check", SCRIPT_POSTED),
    "api:raise-check": ("check", SCRIPT_POSTED),
    "api:renderings": ("", (401, 404, 404, *(422,) * 4)),  # of which word?
    "api:words": ("", SCRIPT_READERS),
    "api:replace": ("", SCRIPT_POSTED),
    "api:undo-replacement": ("replacement", SCRIPT_POSTED),
    "api:style": ("", SCRIPT_READERS),
    "api:style-rule": ("style-rule", SCRIPT_READERS),
    "api:terms": ("", SCRIPT_READERS),
    "api:import-terms": ("", SCRIPT_POSTED),
    "api:term": ("term", SCRIPT_READERS),
    "api:translations": ("", SCRIPT),
    "api:translation": ("translation", SCRIPT_READERS),
    "api:passages": ("", SCRIPT),
    "api:passage": ("passage", SCRIPT_READERS),
    "api:passage-diff": ("passage", SCRIPT_READERS),
    "api:passage-links": ("passage", SCRIPT_READERS),
    "api:links": ("", SCRIPT),
    "api:link": ("link", SCRIPT_READERS),
    "api:collation": ("passage", SCRIPT_READERS),
    "api:corrections": ("", SCRIPT),
    "api:correction": ("correction", SCRIPT_READERS),
    "api:correction-undo": ("correction", SCRIPT_POSTED),
    "api:variants": ("", SCRIPT),
    "api:variant": ("variant", SCRIPT_READERS),
    "api:revisions": ("variant", SCRIPT_READERS),
    "api:restore": ("variant", SCRIPT_POSTED),
    "api:confirm": ("variant", SCRIPT_POSTED),
    "api:resegment": ("variant", SCRIPT_POSTED),
    "api:realign": ("variant", SCRIPT_POSTED),
    "api:report": ("", SCRIPT_READERS),
    "api:agreement": ("", SCRIPT_READERS),
    "api:metrics": ("", SCRIPT_READERS),
    "api:verdicts": ("variant", SCRIPT_READERS),
    "api:adjudication": ("variant", SCRIPT_READERS),
    "api:equivalences": ("", SCRIPT),
    "api:equivalence-preview": ("", SCRIPT_POSTED),
    "api:equivalence": ("equivalence", SCRIPT_READERS),
    "api:equivalence-undo": ("equivalence", SCRIPT_POSTED),
    "api:categories": ("workspace", SCRIPT_READERS),
    "api:diff": ("", SCRIPT_POSTED),
    "api:search": ("", SCRIPT),
    "api:events": ("", SCRIPT),
    "api:notifications": ("", SCRIPT),
    "api:notifications-read": ("", SCRIPT_POSTED),
    "api:subscriptions": ("", SCRIPT),
    "api:subscription": ("subscription", SCRIPT_OWNER_ALONE),
    "api:webhooks": ("", SCRIPT),
    "api:webhook": ("webhook", SCRIPT_OWNER_ALONE),
    "api:deliveries": ("webhook", SCRIPT_OWNER_ALONE),
    "api:rotate-webhook": ("webhook", SCRIPT_POSTED),
    "api:test-webhook": ("webhook", SCRIPT_POSTED),
    "api:stop-webhook": ("webhook", SCRIPT_POSTED),
    "api:start-webhook": ("webhook", SCRIPT_POSTED),
    "api:sendings": ("", (401, 404, 404, 403, 403, 200, 200)),
    "api:take-sending": ("sending", SCRIPT_POSTED),
    "api:refuse-sending": ("sending", SCRIPT_POSTED),
    "api:readers": ("", SCRIPT_OWNERS),
    "api:frozen-states": ("", SCRIPT_READERS),
    "api:frozen": ("", SCRIPT_READERS),
    "api:frozen-citation": ("", SCRIPT_READERS),
    "api:frozen-changes": ("", SCRIPT_READERS),
    "api:campaigns": ("", SCRIPT),
    "api:bring-campaign": ("", SCRIPT_POSTED),
    "api:campaign": ("campaign", SCRIPT_READERS),
    "api:campaign-next": ("campaign", SCRIPT_READERS),
    "api:campaign-judgements": ("campaign", SCRIPT_READERS),
    "api:campaign-decisions": ("campaign", SCRIPT_POSTED),
    "api:campaign-results": ("campaign", (401, 404, 404, 403, 403, 200, 200)),
    "api:close-campaign": ("campaign", SCRIPT_POSTED),
    "api:threads": ("", SCRIPT),
    "api:change-threads": ("", SCRIPT_POSTED),
    "api:accept-suggestions": ("", SCRIPT_POSTED),
    "api:undo-acceptances": ("", SCRIPT_POSTED),
    "api:thread": ("thread", SCRIPT_READERS),
    "api:accept": ("thread", SCRIPT_POSTED),
    "api:undo-acceptance": ("thread", SCRIPT_POSTED),
    "api:reject": ("thread", SCRIPT_POSTED),
    "api:suggest": ("variant", SCRIPT_POSTED),
    "api:notes": ("thread", SCRIPT_READERS),
    "api:note": ("note", (401, 404, 404, 404, 404, 404, 200)),  # one's own only
    "api:comments": ("", SCRIPT),
    "api:comment": ("comment", SCRIPT_READERS),
    "api:anchor": ("anchor", SCRIPT_READERS),
    "api:confirm-anchor": ("anchor", SCRIPT_POSTED),
    "api:reattach": ("anchor", SCRIPT_POSTED),
    "api:imports": ("", SCRIPT),
    "api:import": ("import", SCRIPT_READERS),
    "api:jobs": ("", SCRIPT),
    "api:import-jobs": ("", SCRIPT_POSTED),
    "api:export-jobs": ("", SCRIPT_POSTED),
    "api:deletion-jobs": ("", SCRIPT_POSTED),
    "api:job": ("job", SCRIPT_OWNER_ALONE),
    "api:cancel-job": ("job", SCRIPT_POSTED),
    "api:job-file": ("job", SCRIPT_OWNER_ALONE),
    "api:schema": ("", PUBLIC),
    "api:docs": ("", PUBLIC),
    "api:nowhere": ("", (404,) * 7),
    "web:library": ("", SIGNED_IN),
    "web:jobs": ("", SIGNED_IN),
    "web:job": ("job", OWNER_ALONE),
    "web:cancel_job": ("job", POSTED),
    "web:job_file": ("job", OWNER_ALONE),
    "web:prepare_export": ("", POSTED),
    "web:new_work": ("", SIGNED_IN),
    "web:work": ("", READERS),
    "web:log": ("", READERS),
    "web:edit_work": ("", EDITORS),
    "web:delete_work": ("", OWNERS),
    "web:new_translation": ("", EDITORS),
    "web:edit_translation": ("translation", EDITORS),
    "web:delete_translation": ("translation", OWNERS),
    "web:new_passage": ("", EDITORS),
    "web:collation": ("passage", READERS),
    "web:correct_collation": ("passage", POSTED),
    "web:undo_correction": ("passage correction", POSTED),
    "web:forget_link": ("passage link", POSTED),
    "web:links": ("passage", READERS),
    "web:rename_passage": ("passage", EDITORS),
    "web:delete_passage": ("passage", OWNERS),
    "web:equivalences": ("", READERS),
    "web:count_equivalence": ("", EDITORS),
    "web:undo_equivalence": ("equivalence", POSTED),
    "web:search": ("", SIGNED_IN),
    "web:compare": ("", READERS),
    "web:variation": ("", READERS),
    "web:differences": ("", READERS),
    "web:renderings": ("", READERS),
    "web:replace": ("", REVIEWERS),
    "web:undo_replace": ("replacement", POSTED),
    "web:style": ("", READERS),
    "web:new_style_rule": ("", EDITORS),
    "web:style_rule": ("style-rule", READERS),
    "web:edit_style_rule": ("style-rule", EDITORS),
    "web:delete_style_rule": ("style-rule", POSTED),
    "web:terms": ("", READERS),
    "web:new_term": ("", EDITORS),
    "web:import_terms": ("", POSTED),
    "web:term": ("term", EDITORS),
    "web:delete_term": ("term", POSTED),
    "web:checks": ("", READERS),
    "web:choose_checks": ("", POSTED),
    "web:dismiss_check": ("check", POSTED),
    "web:reopen_check": ("check", POSTED),
    "web:raise_check": ("check", POSTED),
    "web:measures": ("", PUBLIC),
    "papers:help": ("", PUBLIC),
    "papers:guide": ("", PUBLIC),
    "papers:privacy": ("", PUBLIC),
    "papers:accessibility": ("", PUBLIC),
    "papers:language": ("", PUBLIC),
    "web:passage": ("passage", READERS),
    "web:enter_variant": ("passage translation", EDITORS),
    "web:proof": ("passage translation", POSTED),
    "web:edit_variant": ("passage variant", EDITORS),
    "web:history": ("passage variant", READERS),
    "web:own_order": ("translation", READERS),
    "web:restore": ("passage variant", EDITORS),
    "web:report": ("", READERS),
    "web:metrics": ("", READERS),
    "web:adjudication": ("", READERS),
    "web:adjudicate": ("passage variant", POSTED),
    "web:verdict": ("passage variant", READERS),
    "web:since": ("passage variant", READERS),
    "web:review": ("", SIGNED_IN),
    "web:work_review": ("", READERS),
    "web:keep_queue": ("", POSTED),
    "web:batch": ("", POSTED),
    "web:undo_batch": ("", POSTED),
    "web:keep_work_queue": ("", POSTED),
    "web:forget_queue": ("kept-queue", POSTED),
    "web:people": ("", READERS),
    "web:rules": ("", READERS),
    "web:add_note": ("thread", POSTED),
    "web:edit_note": ("note", POSTED),
    "web:delete_note": ("note", POSTED),
    "web:suggest_edits": ("passage variant", (302, 404, 404, 403, 200, 200, 200)),
    "web:compose": ("passage", READERS),
    "web:compose_on_work": ("", READERS),
    "web:thread": ("thread", READERS),
    "web:reply": ("thread", POSTED),
    "web:change_thread": ("thread", POSTED),
    "web:accept_suggestion": ("thread", POSTED),
    "web:undo_acceptance": ("thread", POSTED),
    "web:reject_suggestion": ("thread", POSTED),
    "web:edit_comment": ("comment", POSTED),
    "web:delete_comment": ("comment", POSTED),
    "web:attach_anchor": ("anchor", POSTED),
    "web:confirm_anchor": ("anchor", POSTED),
    "web:login": ("", (200, *(302,) * 6)),
    "web:logout": ("", POSTED),
    "web:account": ("", SIGNED_IN),
    "web:own_data": ("", SIGNED_IN),
    "web:reset": ("", PUBLIC),
    "web:reset_sent": ("", PUBLIC),
    "web:reset_confirm": ("", PUBLIC),
    "web:reset_changed": ("", PUBLIC),
    "web:invitation": ("", PUBLIC),  # for whoever holds the link
    "web:accept_invitation": ("own-invitation", POSTED),
    "web:decline_invitation": ("own-invitation", POSTED),
    "web:withdraw_invitation": ("invitation workspace", POSTED),
    "web:email": ("", POSTED),
    "web:confirm_email": ("", SIGNED_IN),
    "web:rename": ("", POSTED),
    "web:password": ("", SIGNED_IN),
    "web:tokens": ("", POSTED),
    "web:feed_tokens": ("", POSTED),
    "web:revoke_token": ("token", POSTED),
    "web:new_workspace": ("", SIGNED_IN),
    "web:members": ("workspace", READERS),
    "web:webhooks": ("workspace", OWNERS),
    "web:webhook": ("webhook workspace", (302, 404, 404, 403, 403, 403, 200)),
    "web:rotate_webhook": ("webhook workspace", POSTED),
    "web:test_webhook": ("webhook workspace", POSTED),
    "web:stop_webhook": ("webhook workspace", POSTED),
    "web:start_webhook": ("webhook workspace", POSTED),
    "web:remove_webhook": ("webhook workspace", POSTED),
    "web:categories": ("workspace", READERS),
    "web:give_role": ("membership workspace", POSTED),
    "web:remove_member": ("membership workspace", (302, 404, 404, 200, 403, 403, 200)),  # everybody may leave
    "web:campaigns": ("", READERS),
    "web:bring_campaign": ("", POSTED),
    "web:campaign": ("campaign", READERS),
    "web:close_campaign": ("campaign", POSTED),
    "web:campaign_answers": ("campaign", READERS),
    "web:decide": ("campaign", EDITORS),
    "web:judge": ("campaign", READERS),
    "web:feed": ("", READERS),
    "web:tray": ("", EDITORS),
    "web:take_words": ("sending", POSTED),
    "web:refuse_words": ("sending", POSTED),
    "web:readers": ("", OWNERS),
    "web:publish": ("", READERS),
    "web:frozen_states": ("", READERS),
    "web:frozen": ("", READERS),  # while it is private; tests/web/publishing shows it to others
    "web:frozen_file": ("", READERS),
    "web:frozen_citation": ("", READERS),
    "web:frozen_changes": ("", READERS),
    "web:frozen_visibility": ("", POSTED),
    "web:inbox": ("", SIGNED_IN),
    "web:inbox_count": ("", SIGNED_IN),
    "web:mail_pace": ("", POSTED),
    "web:stop_mail": ("", PUBLIC),  # for whoever has the letter
    "web:inbox_read": ("", POSTED),
    "web:follow_work": ("", POSTED),
    "web:mute_work": ("", POSTED),
    "web:changes": ("", READERS),
    "web:seen": ("", POSTED),
    "web:follow_thread": ("thread", POSTED),
    "web:mute_thread": ("thread", POSTED),
    "web:import_somewhere": ("", (302, 302, 200, 200, 200, 302, 302)),  # on to one's only workspace to write in
    "web:import": ("workspace", EDITORS),
    "web:import_preview": ("upload workspace", (302, 404, 404, 403, 403, 404, 200)),  # one's own only
    "web:discard_import": ("upload workspace", POSTED),
    "web:place_upload": ("upload", POSTED),
    "web:place_new": ("workspace", EDITORS),
    "web:new_placing": ("upload", (302, 404, 404, 403, 403, 404, 404)),  # it is being placed on a work
    "web:confirm_new_placing": ("upload", POSTED),
    "web:place": ("", EDITORS),
    "web:placing": ("upload", (302, 404, 404, 403, 403, 404, 200)),  # one's own only
    "web:confirm_placing": ("upload", POSTED),
    "web:approve": ("passage variant", POSTED),
    "web:resegment": ("passage variant", EDITORS),
    "web:export": ("", READERS),
    "web:download": ("", READERS),
    "public:library": ("", PUBLIC),  # and the work that is private is not on it
    "public:work": ("", NOWHERE_YET),
    "public:file": ("", NOWHERE_YET),
    "public:equivalences": ("", NOWHERE_YET),
    "public:compare": ("", NOWHERE_YET),
    "public:variation": ("", NOWHERE_YET),
    "public:concordance": ("", NOWHERE_YET),
    "public:passage": ("passage", NOWHERE_YET),
    "public:collation": ("passage", NOWHERE_YET),
    "public:links": ("passage", NOWHERE_YET),
    "public:embed": ("passage", NOWHERE_YET),
    "public:say": ("passage", POSTED),
}
QUERIES = {
    "api:search": "?q=cat",
    "web:changes": "?after=0",
    "web:search": "?q=cat",
    "api:passage-diff": "?left=A&right=B",
    "api:passage-links": "?left=A&right=B",
    "api:export": "?format=bundle",
    "api:metrics": "?reference=A&systems=B&metrics=chrf",
}
PRIVATE = [name for name, (_, answers) in TABLE.items() if answers[1] == 404 and name != "api:nowhere"]
CHANGING = ("post", "put", "patch", "delete")
# What may change although nothing was allowed: how often somebody came, who is signed in, and the tokens of this test.
# Posting to these makes or changes what is one's own.
MADE_BY_ANYBODY = {
    "web:rename",
    "web:logout",
    "web:prepare_export",
    "web:remove_member",
    "api:member",
    "web:follow_thread",
    "web:mute_thread",
    "web:follow_work",
    "web:mute_work",
    "web:seen",
    "web:add_note",
    "api:notes",
    "web:accept_invitation",
    "web:decline_invitation",
    "api:accept-invitation",
    "api:decline-invitation",
}
HELD_BY_LINK = {"web:invitation", "web:reset_confirm", "web:stop_mail"}
"""Whoever has the link may; these show a page again, with 200, where there is nothing to do."""
VOLATILE = {"ratecounter", "session", "apitoken", "idempotentrequest"}


@pytest.fixture
def world(db: None) -> World:
    """Return a team with one of everything."""
    return take_world()


def visit(world: World, person: str, url: str, method: str = "get") -> Any:
    """Send a request as a person: by session to a page, by token to the API."""
    client = Client(raise_request_exception=False)
    user: User | None = None if person == "anonymous" else getattr(world.team, person)
    headers = {}
    if user is not None and url.startswith("/api/"):
        _, secret = make_token(actor=user, name="walk", scopes=["write"], expires_at=None)
        headers["Authorization"] = f"Bearer {secret}"
    elif user is not None:
        client.force_login(user)
    return getattr(client, method)(url, headers=headers)


def path_of(world: World, name: str, *, nowhere: bool = False) -> str:
    """Return the address of a route in the world, with the parameters that it cannot do without."""
    kinds, _ = TABLE[name]
    return address(name, kinds, world.team.work, world.keys, nowhere=nowhere) + QUERIES.get(name, "")


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return all rows of the database but the volatile ones."""
    models = [model for model in apps.get_models() if model._meta.model_name not in VOLATILE]
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name != "last_login"}
            for row in model._default_manager.order_by("pk").values()
            if model is not Event or row["workspace_id"]  # the tokens of this walk are events of people's own accounts
        ]
        for model in models
    }


def told(response: Any) -> str:
    """Return a body without what differs from request to request: one-time marks and the address asked for."""
    body = re.sub(r'(csrfmiddlewaretoken" value=|"x-csrftoken": )"[^"]*"', "", response.content.decode())
    return body.replace(response.wsgi_request.get_full_path(), "").replace(response.wsgi_request.path, "")


def test_every_route_is_told_of() -> None:
    assert sorted(name for name, _ in routes()) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_reads_what_they_may(world: World, name: str) -> None:
    url = path_of(world, name)
    assert tuple(visit(world, person, url).status_code for person in PEOPLE) == TABLE[name][1]


@pytest.mark.parametrize("name", PRIVATE)
def test_what_is_private_is_answered_like_what_does_not_exist(world: World, name: str) -> None:
    for person in ("outsider", "former"):
        hidden = visit(world, person, path_of(world, name))
        missing = visit(world, person, path_of(world, name, nowhere=True))
        assert (hidden.status_code, told(hidden)) == (missing.status_code, told(missing))
        assert "ETag" not in hidden.headers


@pytest.mark.parametrize("name", TABLE)
def test_outsiders_read_nothing_of_the_team(world: World, name: str) -> None:
    for person in ("anonymous", "outsider", "former"):
        response = visit(world, person, path_of(world, name))
        body = told(response) if not response.streaming else b"".join(response).decode()
        assert not [secret for secret in SECRETS if secret in body]


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLE)
def test_those_who_may_not_change_nothing_by_any_method(world: World, name: str) -> None:
    if name in MADE_BY_ANYBODY:
        pytest.skip("makes something of the person's own")
    if name in HELD_BY_LINK:
        pytest.skip("is for whoever holds the link")
    before = everything()
    for person in ("anonymous", "outsider", "former", "reader"):
        for method in CHANGING:
            status = visit(world, person, path_of(world, name), method).status_code
            assert status in {302, 400, 401, 403, 404, 405, 409, 411, 412, 415, 422, 428}, (person, method)
    assert everything() == before
