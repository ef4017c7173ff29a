"""Rules of style in remarks: what counts as citing one, what leads to it, and which discussions do."""

from typing import Any

import pytest

from tests.factories import passage_of
from workbench.review.actions import open_thread
from workbench.review.citing import Cited, cite, cited_in
from workbench.review.filters import ThreadFilter, find_threads
from workbench.review.rendering import render_comment

RULES = {"3.2": Cited("/rule/", 'Names & "titles"'), "names": Cited("/names/", "Names")}
LINK = '<a class="cited" href="/rule/" title="Names &amp; &quot;titles&quot;">§3.2</a>'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("See §3.2.", f"<p>See {LINK}.</p>\n"),
        ("(§3.2), *§3.2*", f"<p>({LINK}), <em>{LINK}</em></p>\n"),
        ("§Names", '<p><a class="cited" href="/names/" title="Names">§Names</a></p>\n'),
        ("§3.21, §3.2.1, §3, §3.2-a, x§3.2, §§3.2", "<p>§3.21, §3.2.1, §3, §3.2-a, x§3.2, §§3.2</p>\n"),
        ("`§3.2`", "<p><code>§3.2</code></p>\n"),
        ("    §3.2", "<pre><code>§3.2\n</code></pre>\n"),
    ],
)
def test_a_mark_leads_to_its_rule(body: str, html: str) -> None:
    assert cite(render_comment(body), RULES) == html


def test_a_link_stays_one_and_what_follows_it_leads_on() -> None:
    html = cite(render_comment('[§3.2](https://example.org/?a=§3.2 "§3.2") §3.2'), RULES)
    assert (html.count('class="cited"'), html.endswith(f"</a> {LINK}</p>\n")) == (1, True)


def test_marks_are_found_as_they_are_led_to() -> None:
    assert cited_in("§3.2. §Names, §a-b §§4 x§5") == {"3.2", "names", "a-b"}


def test_a_mark_finds_the_discussions_that_cite_it_and_no_longer_ones(team: Any) -> None:
    bodies = ["See §3.", "§3.2 says so", "(§3)", "§31", "§3-a", "x§3", "§Namen", "3"]
    threads = {body: open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body).pk for body in bodies}

    def found(words: str) -> set[int]:
        wanted = ThreadFilter(work=team.work, words=words)
        return set(find_threads(team.reviewer, wanted).values_list("pk", flat=True))

    assert found("§3") == {threads["See §3."], threads["(§3)"]}
    assert found("§3.2") == {threads["§3.2 says so"]}
    assert found("§namen") == {threads["§Namen"]}
    assert found("§") == set(threads.values()) - {threads["3"]}
