"""Numbers as languages write them, and labels inside sentences."""

import pytest
from django.utils.translation import override

from workbench.review.classification import shown_label
from workbench.web.site.figures import grouped, localised, lowered, percent, whole_percent


@pytest.mark.parametrize(
    ("tongue", "written"), [("en-gb", "1,234.5"), ("de", "1.234,5"), ("ru", "1\N{NO-BREAK SPACE}234,5")]
)
def test_a_number_is_written_as_the_language_of_the_page_writes_it(tongue: str, written: str) -> None:
    with override(tongue):
        assert localised(f"{1234.5:,}") == written


def test_english_figures_are_what_they_were() -> None:
    with override("en-gb"):
        assert grouped(12_345) == "12,345"
        assert [percent(share) for share in (0.0004, 0.0512, 0.0996, 0.5)] == ["0%", "5.1%", "10%", "50%"]
        assert whole_percent(0.0512) == "5%"


def test_german_nouns_keep_their_capitals_inside_a_sentence() -> None:
    with override("de"):
        assert lowered("Auslassung") == "Auslassung"
    with override("ru"):
        assert lowered("Пропуск") == "пропуск"


def test_a_label_of_a_workspaces_own_is_never_translated() -> None:
    with override("de"):
        assert shown_label("style", "Tone") == "Tone"
        assert shown_label("tone", "Style") == "Style"
