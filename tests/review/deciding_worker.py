"""Somebody at their own connection: `python -m tests.review.deciding_worker USERNAME THREAD`.

Does what each line it reads says, and prints what came of it as a line of JSON: `look` (what the page of the discussion
shows for deciding), `accept page` and `accept api` (what was looked at; the status of the answer), `suggest WORDS`, and
`suggest-slowly WORDS` with `commit` after it; `read` says how it stands.
"""

import json
import re
import sys
from collections.abc import Iterator

import django

if __name__ == "__main__":
    django.setup()

    from django.db import transaction
    from django.test import Client

    from workbench.accounts.models import User
    from workbench.review.actions import reply
    from workbench.review.models import Suggestion, Thread

    user, thread = User.objects.get(username=sys.argv[1]), Thread.objects.get(pk=sys.argv[2])
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    page, script = f"/threads/{thread.pk}/", f"/api/v1/threads/{thread.pk}/"
    shown: dict[str, str] = {}

    def answer(said: object) -> None:
        """Print one line at once."""
        print(json.dumps(said), flush=True)  # noqa: T201 - the test reads it

    def look() -> dict[str, str]:
        """Return what the page sends with the button that accepts, and the tag that a script is shown."""
        html = client.get(page).content.decode()
        form = html[html.index(f"{page}accept/") :]
        fields = {name: re.findall(rf'name="{name}"\s+value="(\d+)"', form)[0] for name in ("suggestion", "version")}
        return fields | {"tag": client.get(script)["ETag"]}

    def read() -> dict[str, object]:
        """Return how the text and the discussion stand."""
        suggestions = Suggestion.objects.filter(thread=thread).select_related("anchor__variant").order_by("pk")
        states = {one.text: one.state for one in suggestions}
        state = Thread.objects.get(pk=thread.pk).state
        return {"text": suggestions[0].anchor.variant.text, "state": state, "suggestions": states}

    def accept(door: str) -> int:
        """Accept what was looked at, by one of the two doors."""
        if door == "page":
            return client.post(f"{page}accept/", {name: shown[name] for name in ("suggestion", "version")}).status_code
        body = {"suggestion": int(shown["suggestion"])}
        headers = {"If-Match": shown["tag"]}
        return client.post(f"{script}accept/", body, content_type="application/json", headers=headers).status_code

    def suggest_slowly(words: str, lines: Iterator[str]) -> None:
        """Suggest words, and commit with the next line."""
        with transaction.atomic():
            reply(actor=user, thread=thread, body="Better so.", suggestion=words)
            answer("waiting")
            next(lines)

    lines = iter(sys.stdin)
    for line in lines:
        deed, _, what = line.strip().partition(" ")
        if deed == "look":
            shown = look()
            answer(shown)
        elif deed == "read":
            answer(read())
        elif deed == "accept":
            answer(accept(what))
        elif deed == "suggest":
            answer(reply(actor=user, thread=thread, body="Better so.", suggestion=what).pk)
        else:
            suggest_slowly(what, lines)
            answer("committed")
