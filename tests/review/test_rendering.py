"""CommonMark in, safe HTML out."""

import pytest

from workbench.review.rendering import render_comment


def test_commonmark_becomes_markup() -> None:
    assert render_comment("*predatel'* is **traitor**") == "<p><em>predatel'</em> is <strong>traitor</strong></p>\n"


@pytest.mark.parametrize(
    "body",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "[x](data:text/html;base64,AAAA)",
        "<a href='x' onclick='alert(1)'>y</a>",
        "`<svg/onload=alert(1)>`",
        '[x](http://example.org "\\" onmouseover=alert(1)")',
    ],
)
def test_nothing_active_gets_through(body: str) -> None:
    html = render_comment(body)
    for active in (
        "<img",
        "<script",
        "<svg",
        'href="javascript',
        'href="data',
        "<a href='x'",
        '" onmouseover',
        "title=",
    ):
        assert active not in html


def test_links_leave_without_telling_where_from() -> None:
    assert 'rel="nofollow noopener noreferrer"' in render_comment("<https://example.org/>")


def test_a_deep_nest_of_quotes_is_rendered() -> None:
    assert render_comment(">" * 5_000 + "x")


def test_a_defined_link_is_a_link() -> None:
    assert 'href="/here"' in render_comment("[a]: /here\n\nSee [a].")


def test_a_long_link_used_often_stays_short() -> None:
    body = "[a]: /" + "u" * 9_000 + "\n\n" + "[a]\n" * 2_500
    html = render_comment(body)
    assert len(html) < 10 * len(body)
    assert html.count("[a]") == 2_501
